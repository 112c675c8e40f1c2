package dev.cordon.playbooks.phishing;

/** Who says yes to what concerns more than one person's mail. */
public interface CampaignConsent {
    /**
     * Whether the copies are removed.
     *
     * @param preview how many, from how many mailboxes, how
     * @throws InterruptedException when the person who was asked interrupted
     */
    boolean toPurging(String preview) throws InterruptedException;

    /**
     * The second yes: whether something is blocked that many share, or that belongs to a partner or to the organisation itself. No
     * recommendation says it, and no confirmation given for all.
     *
     * @param about what it is, and what speaks against it
     * @throws InterruptedException when the person who was asked interrupted
     */
    boolean toBlocking(String about) throws InterruptedException;

    /** Removes what the recommendation says, and says no second yes. */
    static CampaignConsent recommended() {
        return new CampaignConsent() {
            @Override
            public boolean toPurging(String preview) {
                return true;
            }

            @Override
            public boolean toBlocking(String about) {
                return false;
            }
        };
    }

    /** The same, with the second yes said beforehand in so many words. */
    static CampaignConsent blockingShared() {
        return new CampaignConsent() {
            @Override
            public boolean toPurging(String preview) {
                return true;
            }

            @Override
            public boolean toBlocking(String about) {
                return true;
            }
        };
    }
}

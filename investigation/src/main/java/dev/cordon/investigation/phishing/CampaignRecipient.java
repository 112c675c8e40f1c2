package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How one person stands with a campaign.
 *
 * @param person his sign-in name where it is known, else the address, in lower case
 * @param addresses the addresses that mails of it went to, in lower case, sorted; none where he only clicked or reported
 * @param inside whether he is of the organisation
 * @param fate the worst of what became of his copies
 * @param copies how many copies went to him
 * @param clicks his clicks, in order of time
 * @param reported whether he reported it
 */
public record CampaignRecipient(
        String person,
        List<String> addresses,
        boolean inside,
        Fate fate,
        int copies,
        List<ClickRecord> clicks,
        boolean reported) {
    public CampaignRecipient {
        requireNonNull(person, "person is null");
        addresses = List.copyOf(addresses);
        requireNonNull(fate, "fate is null");
        clicks = List.copyOf(clicks);
        if (copies < 0) {
            throw new IllegalArgumentException("copies is negative: " + copies);
        }
    }

    /** Whether a click of his is recorded. */
    public boolean clicked() {
        return !clicks.isEmpty();
    }

    /** Whether a record says that he reached the page. */
    public boolean reached() {
        return clicks.stream().anyMatch(click -> click.action().isReached());
    }

    /** Whether a copy may lie in a mailbox of the organisation's. */
    public boolean isToBePurged() {
        return inside && copies > 0 && fate.mayLieInMailbox();
    }
}

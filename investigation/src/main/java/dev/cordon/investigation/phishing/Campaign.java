package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Organisation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All that is known of one wave of mails: which mails belong to it, who has them and what each did with them. What only looks like it is listed
 * beside it and is never taken out of a mailbox by itself.
 *
 * @param lure what it is known by, with the ids of its mails
 * @param mails the mails that belong to it, in order of time
 * @param lookingLike mails that only look like it, in order of time
 * @param recipients everybody who got, clicked or reported it, by name
 * @param reaches how far each source can be counted on
 */
public record Campaign(
        Lure lure,
        List<CampaignMail> mails,
        List<CampaignMail> lookingLike,
        List<CampaignRecipient> recipients,
        List<Reach> reaches) {
    public Campaign {
        requireNonNull(lure, "lure is null");
        mails = List.copyOf(mails);
        lookingLike = List.copyOf(lookingLike);
        recipients = List.copyOf(recipients);
        reaches = List.copyOf(reaches);
    }

    /**
     * Draws it. The order of what is given, and what is given twice, changes nothing.
     *
     * @param lure what it is known by
     * @param deliveries what the sources say of mails, those of it and any others
     * @param clicks what Safe Links recorded, of everybody
     * @param reporters who reported it, by sign-in name or address
     * @param people address to sign-in name, lower-case, where somebody has several addresses
     * @param organisation whose mailboxes
     * @param reaches how far each source can be counted on
     */
    public static Campaign of(
            Lure lure,
            Collection<Delivery> deliveries,
            Collection<ClickRecord> clicks,
            Collection<String> reporters,
            Map<String, String> people,
            Organisation organisation,
            List<Reach> reaches) {
        return new CampaignDrawing(lure, people, organisation, reaches).drawn(deliveries, clicks, reporters);
    }

    /**
     * How many people stand how; each of the first five has everybody once.
     *
     * @param recipients how many got, clicked or reported it
     * @param delivered to how many it was delivered
     * @param filtered how many have it in junk or quarantine only
     * @param removed from how many it was taken away
     * @param failed to how many it never came
     * @param unknown of how many nobody can say, those among them to whom it is still on its way
     * @param clicked of how many a click is recorded
     * @param reached of how many a record says that they reached the page
     * @param reported how many reported it
     */
    public record Counts(
            long recipients,
            long delivered,
            long filtered,
            long removed,
            long failed,
            long unknown,
            long clicked,
            long reached,
            long reported) {}

    /** How many stand how. */
    public Counts counts() {
        return new Counts(
                recipients.size(),
                count(one -> one.fate() == Fate.DELIVERED),
                count(one -> one.fate().isFiltered()),
                count(one -> one.fate() == Fate.REMOVED),
                count(one -> one.fate() == Fate.FAILED),
                count(one -> one.fate() == Fate.UNKNOWN || one.fate() == Fate.PENDING),
                count(CampaignRecipient::clicked),
                count(CampaignRecipient::reached),
                count(CampaignRecipient::reported));
    }

    private long count(Predicate<CampaignRecipient> which) {
        return recipients.stream().filter(which).count();
    }

    /** Who may have a copy in a mailbox of the organisation's. */
    public List<CampaignRecipient> toBePurged() {
        return recipients.stream().filter(CampaignRecipient::isToBePurged).toList();
    }

    /** Of whom a click is recorded, those who reached the page first. */
    public List<CampaignRecipient> clickers() {
        return recipients.stream()
                .filter(CampaignRecipient::clicked)
                .sorted(Comparator.comparing((CampaignRecipient one) -> !one.reached())
                        .thenComparing(CampaignRecipient::person))
                .toList();
    }

    /** Whether the numbers are whole: some source of deliveries and some source of clicks was read to its end. */
    public boolean isWhole() {
        return reaches.stream().anyMatch(reach -> reach.source().recordsClicks() && reach.isWhole())
                && reaches.stream().anyMatch(reach -> !reach.source().recordsClicks() && reach.isWhole());
    }

    /** What the numbers stand on and what they leave out, a sentence for each source. */
    public List<String> completeness() {
        return reaches.stream().map(Reach::inWords).sorted().distinct().toList();
    }
}

package dev.cordon.procedure.journal;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A mail that went round: what was said of it, whom it reached, what came of the clicks, and which copies of it lie where.
 *
 * @param answers what people said of it, each question once
 * @param marks by what it is told from all others
 * @param mails who was sent it and where that mail got to
 * @param clicks whoever was judged, once each
 * @param listed what the tenant was to block, once each
 * @param notSeen what could not be looked at, by source, with the reason
 * @param copies its copies in mailboxes, as items of the kind {@link #MESSAGE}
 */
public record CampaignProgress(
        List<OfCampaign.Answered> answers,
        Map<String, List<String>> marks,
        List<OfCampaign.MailFound> mails,
        List<OfCampaign.ClickJudged> clicks,
        List<OfCampaign.Listed> listed,
        Map<String, String> notSeen,
        List<Item> copies) {
    /** The kind of an item that is a copy of the mail in a mailbox. */
    public static final String MESSAGE = "message";

    /** Of an incident that is about something else. */
    public static final CampaignProgress NONE =
            new CampaignProgress(List.of(), Map.of(), List.of(), List.of(), List.of(), Map.of(), List.of());

    public CampaignProgress {
        answers = List.copyOf(answers);
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        mails = List.copyOf(mails);
        clicks = List.copyOf(clicks);
        listed = List.copyOf(listed);
        notSeen = Collections.unmodifiableMap(new LinkedHashMap<>(notSeen));
        copies = List.copyOf(copies);
    }

    /** Whether the page was reached by anybody, the worst of all; empty while nobody was judged. */
    public Optional<ClickResult> outcome() {
        return clicks.stream().map(OfCampaign.ClickJudged::result).reduce(ClickResult::orWorse);
    }

    /** What the page's outcome rests on: the reasons of those with the worst result. */
    public List<String> reasons() {
        return clicks.stream()
                .filter(click -> outcome().filter(click.result()::equals).isPresent())
                .flatMap(click -> click.reasons().stream().map(reason -> click.user() + ": " + reason))
                .distinct()
                .toList();
    }

    /** How many were sent it. */
    public long recipients() {
        return recipients(_ -> true);
    }

    /** How many were sent it and got it as {@code how} says; somebody with several such mails counts once. */
    public long recipients(DeliveryResult how) {
        return recipients(mail -> mail.delivery() == how);
    }

    private long recipients(Predicate<OfCampaign.MailFound> which) {
        return mails.stream()
                .filter(which)
                .map(mail -> mail.recipient().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    /** How many are known to have clicked. */
    public long clicked() {
        return clicks.stream().filter(click -> click.clickedAt().isPresent()).count();
    }

    /** How many copies are known to be gone through us. */
    public long removed() {
        return copies.stream()
                .filter(copy ->
                        copy.outcome().filter(ItemOutcome.REMOVED::equals).isPresent())
                .count();
    }

    /** How many copies are left; empty where that is not known of every one, or of whom the mail reached. */
    public Optional<Long> residual() {
        Set<ItemKey> known = copies.stream()
                .filter(CampaignProgress::isSettled)
                .map(Item::key)
                .collect(Collectors.toSet());
        boolean isKnown = !mails.isEmpty()
                && copies.stream().allMatch(CampaignProgress::isSettled)
                && mails.stream().allMatch(mail -> switch (mail.delivery()) {
                    case DELIVERED -> known.contains(copyOf(mail));
                    case FILTERED, REMOVED, FAILED -> true;
                    case UNKNOWN -> false;
                });
        return isKnown
                ? Optional.of(copies.stream().filter(copy -> !isGone(copy)).count())
                : Optional.empty();
    }

    /** The copy that this mail put into its recipient's mailbox, as an item. */
    public static ItemKey copyOf(OfCampaign.MailFound mail) {
        return new ItemKey(MESSAGE, mail.recipient().toLowerCase(Locale.ROOT) + "|" + mail.message());
    }

    /** Whether a copy is known not to lie in its mailbox any more. */
    public static boolean isGone(Item copy) {
        return copy.outcome().map(ItemOutcome::isGone).orElse(false);
    }

    private static boolean isSettled(Item copy) {
        return copy.outcome().map(outcome -> outcome != ItemOutcome.UNKNOWN).orElse(false);
    }
}

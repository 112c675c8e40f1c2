package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Words;
import dev.cordon.investigation.reconstruction.AccessedMessage;
import dev.cordon.investigation.reconstruction.Bound;
import dev.cordon.investigation.reconstruction.FileAct;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Reconstruction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the attacker may know of how payments are made, by what he accessed, searched for and had sent on to him. Accessed is not read: no log knows
 * more. Where a log cannot tell, the worse is said.
 *
 * @param items what, the worst first
 */
public record AttackerKnowledge(List<Item> items) {
    private static final int MOST_NAMED = 5;

    /** What he may know it from, the worst first. */
    public enum Kind {
        /** All of a mailbox, or nobody can say that it is less. */
        WHOLE_MAILBOX,
        SENT_ON,
        WHOLE_FOLDER,
        MESSAGES_ABOUT_MONEY,
        SEARCHES,
        MESSAGES,
        FILES,
        NOT_TOLD
    }

    /**
     * One thing.
     *
     * @param kind what
     * @param mailbox of whose mailbox: untrusted text, empty where it is of none
     * @param text a sentence; it may quote untrusted text, so it is escaped wherever it is shown
     * @param shownBy what shows it; empty where it is what no row shows
     */
    public record Item(Kind kind, String mailbox, String text, List<EvidenceRef> shownBy) {
        public Item {
            requireNonNull(kind, "kind is null");
            requireNonNull(mailbox, "mailbox is null");
            requireNonNull(text, "text is null");
            shownBy = List.copyOf(shownBy);
        }
    }

    public AttackerKnowledge {
        items = items.stream()
                .sorted(Comparator.comparing(Item::kind)
                        .thenComparing(Item::mailbox)
                        .thenComparing(Item::text))
                .toList();
    }

    /** By what was reconstructed of him. */
    public static AttackerKnowledge of(Reconstruction reconstruction) {
        List<Item> items = new ArrayList<>();
        reconstruction.access().forEach(access -> ofMailbox(access).forEach(items::add));
        searches(reconstruction.acts(MailAct.Kind.SEARCHED)).forEach(items::add);
        files(reconstruction.files().acts()).forEach(items::add);
        return new AttackerKnowledge(items);
    }

    private static Stream<Item> ofMailbox(MailAccess access) {
        List<AccessedMessage> money = access.named().stream()
                .filter(message -> Words.FINANCE.list().foundIn(message.subject()))
                .toList();
        List<AccessedMessage> others = access.named().stream()
                .filter(message -> !money.contains(message))
                .toList();
        return Stream.of(
                        messages(access.mailbox(), Kind.MESSAGES_ABOUT_MONEY, money, " about money"),
                        messages(access.mailbox(), Kind.MESSAGES, others, ""),
                        access.bounds().stream().map(bound -> ofBound(access.mailbox(), bound)))
                .flatMap(each -> each);
    }

    private static Stream<Item> messages(String mailbox, Kind kind, List<AccessedMessage> messages, String about) {
        if (messages.isEmpty()) {
            return Stream.empty();
        }
        String subjects = messages.stream()
                .map(AccessedMessage::subject)
                .filter(subject -> !subject.isBlank())
                .distinct()
                .limit(MOST_NAMED)
                .map(Quote::of)
                .collect(Collectors.joining(", "));
        return Stream.of(new Item(
                kind,
                mailbox,
                messages.size() + (messages.size() == 1 ? " message" : " messages") + about + " of " + Quote.of(mailbox)
                        + (messages.size() == 1 ? " was" : " were") + " accessed"
                        + (subjects.isEmpty() ? "." : ": " + subjects + (messages.size() > MOST_NAMED ? " …" : ".")),
                EvidenceRef.ordered(messages.stream().map(message -> EvidenceRef.of(message.shownBy())))));
    }

    private static Item ofBound(String mailbox, Bound bound) {
        String whose = Quote.of(mailbox);
        return switch (bound) {
            case Bound.WholeFolder folder ->
                new Item(
                        Kind.WHOLE_FOLDER,
                        mailbox,
                        "A program of his fetched the folder " + Quote.of(folder.folder()) + " of " + whose
                                + ": take everything in it for known to him.",
                        List.of(EvidenceRef.of(folder.shownBy())));
            case Bound.Throttled throttled ->
                new Item(
                        Kind.WHOLE_MAILBOX,
                        mailbox,
                        "From " + Minutes.of(throttled.from()) + " to " + Minutes.of(throttled.end())
                                + " single accesses were not recorded any more: take all of " + whose
                                + " for known to him.",
                        List.of(EvidenceRef.of(throttled.shownBy())));
            case Bound.SentOn sentOn ->
                new Item(
                        Kind.SENT_ON,
                        mailbox,
                        "What came to " + whose + " since " + Minutes.of(sentOn.from()) + " was "
                                + (sentOn.destination().isBlank()
                                        ? "perhaps sent on: a rule was made of which no row says what it does."
                                        : "sent on to " + Quote.of(sentOn.destination()) + "."),
                        List.of(EvidenceRef.of(sentOn.shownBy())));
            case Bound.Unnamed unnamed ->
                new Item(
                        Kind.NOT_TOLD,
                        mailbox,
                        "At least " + unnamed.accesses() + " more of " + whose + " were accessed that no row names.",
                        List.of());
            case Bound.NotAttributed other ->
                new Item(
                        Kind.NOT_TOLD,
                        mailbox,
                        other.rows() + " rows tell of accesses to " + whose + " of which nobody knows whose they are.",
                        List.of());
            case Bound.NotRecorded _ ->
                new Item(
                        Kind.WHOLE_MAILBOX,
                        mailbox,
                        "No access to " + whose
                                + " is recorded, by anybody, so it is not shown that accesses are recorded at all: that he knows"
                                + " all of it cannot be excluded.",
                        List.of());
            case Bound.AfterTheRows after ->
                new Item(
                        Kind.NOT_TOLD,
                        mailbox,
                        "What he accessed of " + whose + " after " + Minutes.of(after.from()) + " is not in the rows.",
                        List.of());
        };
    }

    private static Stream<Item> searches(List<MailAct> searches) {
        return searches.stream()
                .filter(act -> !act.text().isBlank())
                .map(act -> new Item(
                        Kind.SEARCHES,
                        act.mailbox(),
                        "He searched for " + Quote.of(act.text()) + " at "
                                + Minutes.of(act.shownBy().at()) + ".",
                        List.of(EvidenceRef.of(act.shownBy()))));
    }

    private static Stream<Item> files(List<FileAct> acts) {
        List<FileAct> known = acts.stream()
                .filter(FileAct::succeeded)
                .filter(act -> switch (act.kind()) {
                    case ACCESSED, DOWNLOADED, SHARED -> true;
                    case CHANGED -> false;
                })
                .toList();
        return known.isEmpty()
                ? Stream.empty()
                : Stream.of(new Item(
                        Kind.FILES,
                        "",
                        known.size() + (known.size() == 1 ? " file was" : " files were")
                                + " opened, downloaded or shared by him: "
                                + known.stream()
                                        .map(act -> Quote.of(act.file()))
                                        .distinct()
                                        .limit(MOST_NAMED)
                                        .collect(Collectors.joining(", "))
                                + (known.size() > MOST_NAMED ? " …" : "."),
                        EvidenceRef.ordered(known.stream().map(act -> EvidenceRef.of(act.shownBy())))));
    }

    /** Whether all of a mailbox must be taken for known, so that the worse branch of every decision on it is taken. */
    public boolean mayBeWholeMailbox() {
        return items.stream().anyMatch(item -> item.kind() == Kind.WHOLE_MAILBOX || item.kind() == Kind.SENT_ON);
    }
}

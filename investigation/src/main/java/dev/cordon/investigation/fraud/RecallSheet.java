package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.MessageId;
import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is handed to the bank and the police when money moved: every field, filled by data, by what somebody told, or open with who is to be asked.
 *
 * @param entries one for each field, in their order
 */
public record RecallSheet(List<Entry> entries) {
    private static final int MOST_NAMED = 20;

    /** Where an entry is from. */
    public enum Origin {
        /** A person told it. */
        TOLD,
        /** Evidence shows it. */
        DATA,
        /** It is to be asked for. */
        OPEN
    }

    /**
     * A field.
     *
     * @param field which
     * @param value what is known: untrusted text, empty where nothing is
     * @param origin where from
     * @param note what is to be asked and of whom, or how far the data reaches; empty text where there is nothing to say
     * @param shownBy what shows it
     */
    public record Entry(RecallField field, String value, Origin origin, String note, List<EvidenceRef> shownBy) {
        public Entry {
            requireNonNull(field, "field is null");
            requireNonNull(value, "value is null");
            requireNonNull(origin, "origin is null");
            requireNonNull(note, "note is null");
            shownBy = List.copyOf(shownBy);
            if (value.isBlank() != (origin == Origin.OPEN)) {
                throw new IllegalArgumentException(field + " is open and has a value, or neither");
            }
        }
    }

    public RecallSheet {
        entries = List.copyOf(entries);
    }

    /**
     * Fills it as far as it can be.
     *
     * @param told what people told; blank texts are as good as none
     * @param since when the attacker was first seen; empty where nobody knows
     * @param attackerAddresses where he came from
     * @param sent what left the account; empty where nobody looked
     * @param received the mails that asked for the payment
     * @param lookAlikes domains that pretend to be others
     */
    public static RecallSheet of(
            Map<RecallField, String> told,
            Optional<Instant> since,
            Collection<String> attackerAddresses,
            Optional<FraudMails> sent,
            Collection<MailSeen> received,
            Collection<LookAlike> lookAlikes) {
        Map<RecallField, Entry> data = new EnumMap<>(RecallField.class);
        List<FraudMail> mails = sent.stream()
                .flatMap(all -> all.mails().stream())
                .filter(FraudMail::isToBeTold)
                .toList();
        since.ifPresent(at -> put(data, RecallField.FRAUD_FIRST_SEEN, Minutes.of(at), List.of()));
        put(data, RecallField.IP_ADDRESSES, listed(attackerAddresses.stream()), List.of());
        put(
                data,
                RecallField.LOOK_ALIKE_DOMAINS,
                listed(lookAlikes.stream().map(one -> one.domain() + " (reads like " + one.of() + ")")),
                List.of());
        List<EvidenceRef> shownBy = EvidenceRef.ordered(Stream.concat(
                mails.stream().flatMap(mail -> mail.shownBy().stream()),
                received.stream().map(MailSeen::shownBy)));
        put(data, RecallField.FRAUD_MAILS, mails(mails, received), shownBy);
        put(
                data,
                RecallField.FRAUD_ADDRESSES,
                listed(received.stream().flatMap(mail -> Stream.of(mail.from(), mail.replyTo()))),
                EvidenceRef.ordered(received.stream().map(MailSeen::shownBy)));
        put(
                data,
                RecallField.FRAUD_RECIPIENTS,
                listed(mails.stream()
                        .flatMap(mail -> Stream.concat(mail.external().stream(), mail.internal().stream()))),
                EvidenceRef.ordered(mails.stream().flatMap(mail -> mail.shownBy().stream())));
        return new RecallSheet(Stream.of(RecallField.values())
                .map(field -> entry(field, told.getOrDefault(field, "").strip(), Optional.ofNullable(data.get(field))))
                .toList());
    }

    private static void put(Map<RecallField, Entry> data, RecallField field, String value, List<EvidenceRef> shownBy) {
        if (!value.isBlank()) {
            data.put(field, new Entry(field, value, Origin.DATA, "", shownBy));
        }
    }

    private static Entry entry(RecallField field, String told, Optional<Entry> data) {
        if (!told.isEmpty()) {
            String note = data.map(entry -> "By the evidence: " + entry.value()).orElse("");
            return new Entry(
                    field, told, Origin.TOLD, note, data.map(Entry::shownBy).orElse(List.of()));
        }
        return data.orElseGet(() -> new Entry(field, "", Origin.OPEN, ask(field), List.of()));
    }

    private static String ask(RecallField field) {
        return switch (field.asked()) {
            case FINANCE -> "Ask finance.";
            case BANK -> "Ask the bank that sent it.";
            case YOURSELF ->
                switch (field) {
                    case SUMMARY -> "Write it yourself: what was asked for, by whom it seemed to come, what was paid.";
                    case HEADERS ->
                        "Take them from the evidence bundle, or ask whoever got the mail to send it as an attachment.";
                    default -> "No data has it yet.";
                };
        };
    }

    private static String mails(List<FraudMail> sent, Collection<MailSeen> received) {
        return listed(Stream.concat(
                sent.stream()
                        .map(mail -> Minutes.of(mail.sentAt()) + " " + Quote.of(mail.subject()) + " <"
                                + mail.internetMessageId() + ">"),
                received.stream()
                        .map(mail -> Minutes.of(mail.at()) + " " + Quote.of(mail.subject()) + " <"
                                + MessageId.plain(mail.internetMessageId()) + ">")));
    }

    private static String listed(Stream<String> texts) {
        List<String> each = texts.map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
        String more = each.size() > MOST_NAMED ? " and " + (each.size() - MOST_NAMED) + " more" : "";
        return each.stream().limit(MOST_NAMED).collect(Collectors.joining("; ")) + more;
    }

    /** The entry of a field. */
    public Entry entry(RecallField field) {
        return entries.stream()
                .filter(entry -> entry.field() == field)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such field: " + field));
    }

    /** What is still open, in the order of the sheet. */
    public List<Entry> open() {
        List<Entry> open = new ArrayList<>(entries);
        open.removeIf(entry -> entry.origin() != Origin.OPEN);
        return List.copyOf(open);
    }
}

package dev.cordon.investigation.fraud;

import dev.cordon.incident.Party;
import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.MessageId;
import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Subject;
import dev.cordon.investigation.Words;
import dev.cordon.investigation.fraud.FraudMail.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what each source says of each mail that left. */
final class FraudMailDrawing {
    private static final String FRAUD = "T1657";
    private static final String HIDING = "T1070.008";

    private final SentMailEvidence evidence;

    FraudMailDrawing(SentMailEvidence evidence) {
        this.evidence = evidence;
    }

    FraudMails drawn() {
        Map<String, List<TracedSend>> traced = byId(
                evidence.trace().stream()
                        .filter(row -> evidence.addresses().isEmpty()
                                || evidence.addresses().contains(row.sender()))
                        .filter(row -> evidence.isSince(row.at())),
                row -> key(row.internetMessageId(), "trace " + row.shownBy().record()));
        Map<String, List<AuditedMail>> audited = byId(
                evidence.audit().stream().filter(row -> evidence.isSince(row.at())),
                row -> key(row.internetMessageId(), "audit " + row.shownBy().record()));
        Map<String, List<MailSeen>> seen = byId(
                evidence.mailbox().stream().filter(this::isOwn).filter(mail -> evidence.isSince(mail.at())),
                mail -> key(mail.internetMessageId(), "mail " + mail.shownBy().record()));
        List<FraudMail> mails = Stream.of(traced.keySet(), audited.keySet(), seen.keySet())
                .flatMap(Collection::stream)
                .distinct()
                .map(id -> new Mail(
                                id,
                                traced.getOrDefault(id, List.of()),
                                audited.getOrDefault(id, List.of()),
                                seen.getOrDefault(id, List.of()))
                        .drawn())
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(FraudMail::standing)
                        .thenComparing(FraudMail::sentAt)
                        .thenComparing(FraudMail::internetMessageId)
                        .thenComparing(mail -> mail.shownBy().getFirst().record()))
                .toList();
        return new FraudMails(mails, List.of(evidence.traceRead(), evidence.auditRead(), evidence.mailboxRead()));
    }

    private boolean isOwn(MailSeen mail) {
        return evidence.addresses().contains(Addresses.bare(mail.from()));
    }

    private static String key(String id, String otherwise) {
        String plain = MessageId.plain(id);
        return plain.isEmpty() ? otherwise : plain;
    }

    private static <T> Map<String, List<T>> byId(Stream<T> rows, Function<T, String> id) {
        return rows.distinct().collect(Collectors.groupingBy(id, TreeMap::new, Collectors.toList()));
    }

    /** What the sources say of one mail. */
    private final class Mail {
        private final String id;
        private final List<TracedSend> traced;
        private final List<AuditedMail> sending;
        private final List<AuditedMail> deleting;
        private final List<MailSeen> copies;

        Mail(String id, List<TracedSend> traced, List<AuditedMail> audited, List<MailSeen> copies) {
            this.id = id;
            this.traced = traced.stream().sorted(TracedSend.IN_TIME).toList();
            this.sending = ofAct(audited, true);
            this.deleting = ofAct(audited, false);
            this.copies = copies.stream()
                    .filter(copy -> copy.place() != MailSeen.Place.DRAFTS)
                    .sorted(Comparator.comparing(MailSeen::place).thenComparing(MailSeen.IN_TIME))
                    .toList();
        }

        private static List<AuditedMail> ofAct(List<AuditedMail> audited, boolean sending) {
            return audited.stream()
                    .filter(row -> row.isSending() == sending)
                    .sorted(Comparator.comparing(AuditedMail::at)
                            .thenComparing(row -> row.shownBy().record()))
                    .toList();
        }

        /** Empty where nothing shows that it left: a draft, or a received mail that was deleted. */
        Optional<FraudMail> drawn() {
            if (traced.isEmpty() && sending.isEmpty() && copies.isEmpty()) {
                return Optional.empty();
            }
            List<String> recipients = recipients();
            Party hand = hand();
            List<Reason> signs = signs();
            Standing standing = standing(hand, signs);
            List<Reason> reasons = new ArrayList<>();
            reasons.add(ofHand(hand));
            reasons.addAll(signs);
            if (traced.isEmpty()) {
                reasons.add(reason(
                        "not-in-trace",
                        "The message trace does not show it" + through(evidence.traceRead())
                                + ": to whom it went is told by its copy alone, if at all.",
                        FRAUD));
            }
            return Optional.of(new FraudMail(
                    traced.isEmpty() && sending.isEmpty() && id.startsWith("mail ") ? "" : plainId(),
                    subject(),
                    sentAt(),
                    recipients.stream().filter(this::isInside).toList(),
                    recipients.stream().filter(one -> !isInside(one)).toList(),
                    !recipients.isEmpty(),
                    copy(),
                    hand,
                    isInThread(),
                    standing,
                    reasons,
                    EvidenceRef.ordered(Stream.of(
                                    traced.stream().map(TracedSend::shownBy),
                                    sending.stream().map(AuditedMail::shownBy),
                                    deleting.stream().map(AuditedMail::shownBy),
                                    copies.stream().map(MailSeen::shownBy))
                            .flatMap(Function.identity()))));
        }

        private String plainId() {
            boolean isId = Stream.concat(
                            traced.stream().map(TracedSend::internetMessageId),
                            Stream.concat(
                                    sending.stream().map(AuditedMail::internetMessageId),
                                    copies.stream().map(MailSeen::internetMessageId)))
                    .anyMatch(one -> MessageId.plain(one).equals(id));
            return isId ? id : "";
        }

        private boolean isInside(String recipient) {
            return evidence.organisation().ownsDomain(Addresses.domain(recipient));
        }

        private List<String> recipients() {
            return Stream.concat(
                            traced.stream().map(TracedSend::recipient),
                            copies.stream()
                                    .flatMap(copy -> copy.recipients().stream())
                                    .map(Addresses::bare))
                    .filter(recipient -> !recipient.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }

        private String subject() {
            return Stream.of(
                            traced.stream().map(TracedSend::subject),
                            copies.stream().map(MailSeen::subject),
                            sending.stream().map(AuditedMail::subject))
                    .flatMap(Function.identity())
                    .filter(subject -> !subject.isBlank())
                    .findFirst()
                    .orElse("");
        }

        private Instant sentAt() {
            return Stream.of(
                            sending.stream().map(AuditedMail::at),
                            traced.stream().map(TracedSend::at),
                            copies.stream().map(MailSeen::at))
                    .flatMap(Function.identity())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** Whose hand a row of the audit shows; of several the worse. */
        private Party hand() {
            AttackPicture picture = evidence.picture();
            boolean attackers = sending.stream()
                    .anyMatch(row -> picture.isAttackerAddress(row.address())
                            || (picture.attackerSessions().contains(row.session())
                                    && !picture.isOwnAddress(row.address())));
            if (attackers) {
                return Party.ATTACKER;
            }
            boolean own = !sending.isEmpty()
                    && sending.stream()
                            .allMatch(row -> picture.isOwnAddress(row.address())
                                    && !picture.attackerSessions().contains(row.session()));
            return own ? Party.USER : Party.UNKNOWN;
        }

        private SentCopy copy() {
            if (copies.stream().anyMatch(copy -> isFound(copy.place()))) {
                return SentCopy.THERE;
            }
            if (!copies.isEmpty()) {
                return SentCopy.DELETED;
            }
            return evidence.mailboxRead().isComplete() ? SentCopy.GONE : SentCopy.NOT_KNOWN;
        }

        private static boolean isFound(MailSeen.Place place) {
            return switch (place) {
                case SENT_ITEMS, ELSEWHERE -> true;
                case DELETED_ITEMS, RECOVERABLE_ITEMS, DRAFTS -> false;
            };
        }

        private boolean isInThread() {
            return copies.stream().anyMatch(copy -> !copy.answersTo().isEmpty()) || Subject.isMarkedAsAnswer(subject());
        }

        private List<Reason> signs() {
            List<Reason> signs = new ArrayList<>();
            switch (copy()) {
                case GONE ->
                    signs.add(reason(
                            "no-sent-copy",
                            "No copy of it is in the mailbox: somebody took it away for good, or sent it without one.",
                            HIDING));
                case DELETED -> signs.add(reason("sent-copy-deleted", "Its sent copy was deleted.", HIDING));
                case THERE, NOT_KNOWN -> {}
            }
            if (!deleting.isEmpty()) {
                signs.add(reason(
                        "deletion-recorded",
                        "The audit log shows it being deleted at "
                                + Minutes.of(deleting.getFirst().at()) + ".",
                        HIDING));
            }
            if (Words.FINANCE.list().foundIn(subject())) {
                signs.add(reason("payment-words", "Its subject is about money: " + Quote.of(subject()) + ".", FRAUD));
            }
            copies.stream()
                    .filter(copy -> ReplyTo.isDiverted(copy.from(), copy.replyTo()))
                    .findFirst()
                    .ifPresent(copy -> signs.add(reason(
                            "reply-to-elsewhere",
                            "Answers to it go to " + Quote.of(Addresses.bare(copy.replyTo())) + ", not to its sender.",
                            FRAUD)));
            return signs;
        }

        private Standing standing(Party hand, List<Reason> signs) {
            return switch (hand) {
                case ATTACKER -> Standing.ATTACKERS;
                case USER -> Standing.USERS_OWN;
                case OURS, UNKNOWN -> signs.isEmpty() ? Standing.NOT_SHOWN : Standing.SUSPECT;
            };
        }

        private Reason ofHand(Party hand) {
            return switch (hand) {
                case ATTACKER ->
                    reason(
                            "sent-by-attacker",
                            "The audit log shows the attacker's address or session sending it"
                                    + (sending.getFirst().address().isBlank()
                                            ? "."
                                            : ", " + Quote.of(sending.getFirst().address()) + "."),
                            FRAUD);
                case USER ->
                    new Reason(
                            "sent-by-user",
                            "The audit log shows it being sent from where the user usually is.",
                            Optional.empty());
                case OURS, UNKNOWN ->
                    new Reason(
                            "hand-not-shown",
                            "Nothing shows who sent it" + through(evidence.auditRead())
                                    + "; it left while the attacker may have been in the mailbox. Ask the user.",
                            Optional.empty());
            };
        }
    }

    private static String through(Coverage log) {
        return log.through()
                .map(end -> ", as far as it reaches (" + Minutes.of(end) + ")")
                .orElse("");
    }

    private static Reason reason(String signal, String text, String technique) {
        return new Reason(signal, text, Optional.of(technique));
    }
}

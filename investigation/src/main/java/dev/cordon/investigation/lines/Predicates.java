package dev.cordon.investigation.lines;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The conditions or the exceptions of an inbox rule, as Graph's {@code messageRulePredicates} has them.
 *
 * @param subject words looked for in the subject
 * @param body words looked for in the body, or in body or subject
 * @param headers words looked for in the headers
 * @param senderWords words looked for in the sender's address
 * @param from senders, as addresses; the name where a recipient has none
 * @param recipients words looked for in recipients, and recipients
 * @param categories labels that the mail has
 * @param flags the conditions that are there or not and that are, such as {@code isMeetingRequest}
 * @param smallest kilobytes that the mail has at least
 * @param largest kilobytes that it has at most
 * @param isUrgent whether it is to have high importance
 * @param others the names of further conditions that narrow it, those that Cordon does not know among them
 */
record Predicates(
        List<String> subject,
        List<String> body,
        List<String> headers,
        List<String> senderWords,
        List<String> from,
        List<String> recipients,
        List<String> categories,
        Set<String> flags,
        Optional<Long> smallest,
        Optional<Long> largest,
        boolean isUrgent,
        Set<String> others) {
    static final Predicates NONE = new Predicates(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Set.of());

    private static final List<String> FLAGS = List.of(
            "hasAttachments",
            "isApprovalRequest",
            "isAutomaticForward",
            "isAutomaticReply",
            "isEncrypted",
            "isMeetingRequest",
            "isMeetingResponse",
            "isNonDeliveryReport",
            "isPermissionControlled",
            "isReadReceipt",
            "isSigned",
            "isVoicemail",
            "notSentToMe",
            "sentCcMe",
            "sentOnlyToMe",
            "sentToMe",
            "sentToOrCcMe");

    private static final Set<String> READ = Set.of(
            "bodyContains",
            "bodyOrSubjectContains",
            "categories",
            "fromAddresses",
            "headerContains",
            "importance",
            "messageActionFlag",
            "recipientContains",
            "senderContains",
            "sensitivity",
            "sentToAddresses",
            "subjectContains",
            "withinSizeRange");

    /** Flags that hold for mail that programs write and nobody waits for. */
    private static final Set<String> AUTOMATIC = Set.of(
            "isAutomaticReply",
            "isMeetingRequest",
            "isMeetingResponse",
            "isReadReceipt",
            "isVoicemail",
            "isApprovalRequest");

    /** Flags that most of what somebody gets meets, or that of it which is worth most. */
    private static final Set<String> BROAD = Set.of("sentToMe", "sentToOrCcMe", "sentOnlyToMe", "hasAttachments");

    /** Flags that hold for most of what people write to somebody. */
    private static final Set<String> OF_HIS = Set.of("sentToMe", "sentToOrCcMe", "sentOnlyToMe");

    /** Kilobytes: hardly any mail with a picture or a signature in it is smaller. */
    private static final long LITTLE = 20;

    /** Kilobytes: only mail with something attached is larger. */
    private static final long MUCH = 100;

    static Predicates read(Members members) throws UnreadableLineException {
        Set<String> flags = new HashSet<>();
        for (String name : FLAGS) {
            if (members.isTrue(name)) {
                flags.add(name);
            }
        }
        Optional<Members> size = members.object("withinSizeRange");
        return new Predicates(
                members.texts("subjectContains"),
                both(members.texts("bodyContains"), members.texts("bodyOrSubjectContains")),
                members.texts("headerContains"),
                members.texts("senderContains"),
                Recipient.read(members, "fromAddresses"),
                both(members.texts("recipientContains"), Recipient.read(members, "sentToAddresses")),
                members.texts("categories"),
                flags,
                size.isPresent() ? size.get().whole("minimumSize") : Optional.empty(),
                size.isPresent() ? size.get().whole("maximumSize") : Optional.empty(),
                members.text("importance").filter("high"::equals).isPresent(),
                others(members));
    }

    private static Set<String> others(Members members) throws UnreadableLineException {
        Set<String> others = new HashSet<>();
        for (String name : List.of("importance", "messageActionFlag", "sensitivity")) {
            if (members.text(name)
                    .filter(value -> !value.equals("normal") && !value.equals("any"))
                    .isPresent()) {
                others.add(name);
            }
        }
        members.names().stream()
                .filter(name -> members.has(name) && !READ.contains(name) && !FLAGS.contains(name))
                .filter(name -> !members.saysNothing(name))
                .filter(name -> !name.startsWith("@") && !name.contains("@odata."))
                .forEach(others::add);
        return others;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** The words that say what the mail is about. */
    List<String> topics() {
        return both(subject, body);
    }

    /** Whom the mail is from, in words or addresses. */
    List<String> senders() {
        return both(from, senderWords);
    }

    /** Whether one flag says that a program wrote the mail. */
    boolean isAutomatic() {
        return flags.stream().anyMatch(AUTOMATIC::contains)
                || headers.stream().map(Vocabulary::lower).anyMatch(Predicates::isOfMailingLists);
    }

    private static boolean isOfMailingLists(String header) {
        return Stream.of(
                        "list-",
                        "precedence",
                        "x-spam",
                        "x-mailer",
                        "x-campaign",
                        "auto-submitted",
                        "x-ms-exchange-organization-scl",
                        "feedback-id",
                        "bulk",
                        "x-github",
                        "x-jira",
                        "x-gitlab",
                        "x-auto")
                .anyMatch(header::contains);
    }

    /** Whether it takes mail about meetings and no other. */
    boolean areOfMeetings() {
        return flags.contains("isMeetingRequest") || flags.contains("isMeetingResponse");
    }

    /** Whether it leaves out much of what somebody gets: whatever is sent to him. */
    boolean sparesHisMail() {
        return flags.stream().anyMatch(OF_HIS::contains);
    }

    /**
     * Whether it narrows what the rule takes: not all mail, or nearly all, meets it.
     *
     * @param own the organisation's domains and the mailbox's own address, in lower case: all mail goes there
     */
    boolean narrows(Set<String> own) {
        return narrow(subject, Vocabulary::isInAnyMail)
                || narrow(body, Vocabulary::isInAnyBody)
                || narrow(headers, Vocabulary::isInAnyHeader)
                || narrow(senderWords, Vocabulary::isInAnyMail)
                || narrow(from, Vocabulary::isInAnyMail)
                || narrow(recipients, text -> Vocabulary.isInAnyMail(text) || isOwn(text, own))
                || !categories.isEmpty()
                || !others.isEmpty()
                || flags.stream().anyMatch(flag -> !BROAD.contains(flag))
                || smallest.filter(kilobytes -> kilobytes >= MUCH).isPresent()
                || largest.filter(kilobytes -> kilobytes <= LITTLE).isPresent();
    }

    /** One of several texts is enough: so they take all mail where one of them does. */
    private static boolean narrow(List<String> texts, Predicate<String> isInAll) {
        return !texts.isEmpty() && texts.stream().noneMatch(isInAll);
    }

    private static boolean isOwn(String recipient, Set<String> own) {
        String lower = Vocabulary.lower(recipient);
        return own.contains(lower.startsWith("@") ? lower.substring(1) : lower);
    }
}

package dev.cordon.investigation;

import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where a thing in a mailbox came from, according to the unified audit log.
 *
 * @param picture what is known about the attack
 * @param event the latest event that made or changed it, where one was found
 * @param blurred whether there are events of its kind since the attack began that do not say clearly what they made, or made only part of it
 * @param met when the thing was first met in this response
 */
record MailboxOrigin(AttackPicture picture, Optional<MailboxEvent> event, boolean blurred, FirstMet met) {
    private static final Pattern UNCLEAR =
            Pattern.compile("|[0-9a-f]{8}-[0-9a-f-]{27}|s-1-[0-9-]+|/o=.*|nt user:.*", Pattern.CASE_INSENSITIVE);

    /** An account is seldom found stolen later than this. */
    private static final Duration LATELY = Duration.ofDays(14);

    /** The origin of the thing that {@code made} knows, where {@code kind} knows all events of its kind. */
    static MailboxOrigin find(
            AttackPicture picture, FirstMet met, Predicate<MailboxEvent> kind, Predicate<MailboxEvent> made) {
        return find(picture, met, kind, made, event -> false);
    }

    /**
     * The same, where {@code changed} knows events that changed the thing without making all of it. What happened after the thing was met did
     * not make it: our own removals of others of its kind are such events.
     */
    static MailboxOrigin find(
            AttackPicture picture,
            FirstMet met,
            Predicate<MailboxEvent> kind,
            Predicate<MailboxEvent> made,
            Predicate<MailboxEvent> changed) {
        Optional<MailboxEvent> latest =
                picture.mailboxChanges().stream().filter(kind).filter(made).reduce((first, last) -> last);
        boolean blurred = picture.mailboxChanges().stream()
                .filter(kind)
                .filter(event -> picture.isInWindow(event.at()))
                .filter(event -> !event.at().isAfter(met.at()) || picture.isAttackerAddress(event.clientIp()))
                .anyMatch(changed.or(
                        event -> UNCLEAR.matcher(subject(event).strip()).matches()));
        return new MailboxOrigin(picture, latest, blurred, met);
    }

    /**
     * The same of what can be changed or made again in its place: an event from before that place was last empty, or held something else, says
     * nothing about what stands there now; nor does one from before the attack, unless the log reaches to when that was met.
     */
    MailboxOrigin ofReusedPlace() {
        boolean isOfBefore = event.filter(made -> met.isYoungerThan(made.at())).isPresent();
        boolean isOutdated =
                event.filter(made -> !picture.isInWindow(made.at())).isPresent()
                        && !picture.mailboxAuditWasReadThrough(met.at());
        return isOfBefore || isOutdated ? new MailboxOrigin(picture, Optional.empty(), blurred, met) : this;
    }

    /** Whom or what an event is about: its trustee, or empty text when it names none. */
    static String subject(MailboxEvent event) {
        return parameter(event, "User")
                .or(() -> parameter(event, "Trustee"))
                .or(() -> parameter(event, "MemberUpn"))
                .or(() -> parameter(event, "GrantSendOnBehalfTo"))
                .orElse("");
    }

    /** A parameter by its name in any case. */
    static Optional<String> parameter(MailboxEvent event, String name) {
        return event.parameters().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    boolean isFromAttackerAddress() {
        return address().filter(picture::isAttackerAddress).isPresent();
    }

    boolean isFromOwnAddress() {
        return address().filter(picture::isOwnAddress).isPresent();
    }

    /** Whether it was made since the attack began, and not by the user at a usual place or by somebody else's account. */
    boolean isInWindowByAccount() {
        return isInWindow() && !isFromOwnAddress() && !isBySomebodyElse();
    }

    /** Whether it was made after a sign-in that needs a second look, and not by the user at a usual place. */
    boolean isInSuspectedWindow() {
        return picture.certainty() == Certainty.SUSPECTED
                && !isFromOwnAddress()
                && event.filter(made -> picture.isInWindow(made.at())).isPresent();
    }

    boolean isInWindowBySomebodyElse() {
        return isInWindow() && isBySomebodyElse() && !isFromAttackerAddress();
    }

    /** The same from a place of which it is known that nothing suspicious was seen there. */
    boolean isInWindowBySomebodyElsewhere() {
        return isInWindowBySomebodyElse()
                && address().filter(from -> !picture.isBesideSuspicious(from)).isPresent();
    }

    boolean isInWindow() {
        return picture.certainty() == Certainty.ATTACK
                && event.filter(made -> picture.isInWindow(made.at())).isPresent();
    }

    boolean isBeforeWindow() {
        return event.filter(made -> picture.isBeforeAttack(made.at())).isPresent();
    }

    private boolean isBySomebodyElse() {
        return !picture.userName().isEmpty()
                && event.map(MailboxEvent::actor)
                        .filter(actor -> !actor.isBlank()
                                && !actor.equalsIgnoreCase(picture.userName())
                                && !actor.equals(picture.userObjectId()))
                        .isPresent();
    }

    /** Whether the audit log reaches from before the attack to when the thing was there, and shows no event of it. */
    boolean isNotMadeDuringAttack() {
        return event.isEmpty() && !blurred && !met.appeared() && picture.mailboxAuditReachesAttack(met.at());
    }

    /** The same for an account whose sign-ins need a second look. */
    boolean isUndatedInSuspectedAttack() {
        return picture.certainty() == Certainty.SUSPECTED && event.isEmpty() && !isNotMadeDuringAttack();
    }

    /** Whether an attacker was in the account and neither the log nor an earlier reading says that the thing is older than that. */
    boolean isUndatedInAttack() {
        return picture.certainty() == Certainty.ATTACK && event.isEmpty() && !isNotMadeDuringAttack();
    }

    /**
     * Whether it may be an attacker's whom nobody could have seen: the sign-ins tell nothing, and it was made lately from no place known as the
     * user's, or nobody says when.
     */
    boolean isMadeWhileNothingIsKnown() {
        return picture.certainty() == Certainty.UNKNOWN
                && !isFromOwnAddress()
                && event.map(made -> made.at().isAfter(picture.now().minus(LATELY)))
                        .orElse(!picture.mailboxAuditWasReadThrough(met.at()));
    }

    /** Whether it appeared during this response, in an account that an attacker was in. */
    boolean isAppearedInAttack() {
        return met.appeared() && picture.certainty() == Certainty.ATTACK;
    }

    String sinceInWords() {
        return event.map(made -> "at " + Minutes.of(made.at())).orElse("at a time that nothing tells");
    }

    String reachInWords() {
        return picture.mailboxAuditThrough()
                .map(end -> Minutes.of(end) + ", until when it usually is whole")
                .orElse("an unknown time");
    }

    String timeInWords() {
        return event.map(MailboxEvent::at).map(Minutes::of).orElse("an unknown time");
    }

    String addressInWords() {
        return address().map(Quote::of).orElse("an unknown address");
    }

    private Optional<String> address() {
        return event.map(MailboxEvent::clientIp).filter(ip -> !ip.isBlank());
    }

    /**
     * Whether two ways of writing a person mean the same: two addresses when they are the same address; else in any case, by the name before
     * the {@code @} or after a {@code \}, and without what stands between its letters, because Exchange prints addresses in some places and
     * display names in others.
     */
    static boolean isSamePerson(String one, String other) {
        boolean areAddresses = isAddress(one) && isAddress(other);
        return areAddresses ? plain(one).equals(plain(other)) : mayBeSamePerson(one, other);
    }

    /** Whether two ways of writing a person may mean the same although their addresses differ: one may be an alias. */
    static boolean mayBeSamePerson(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        return !first.isEmpty()
                && (first.equals(second)
                        || (first.length() > 2 && letters(localPart(first)).equals(letters(localPart(second)))));
    }

    private static boolean isAddress(String person) {
        return person.indexOf('@') > 0;
    }

    private static String plain(String person) {
        String lower = person.strip().toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('\\') + 1);
    }

    private static String localPart(String person) {
        int at = person.indexOf('@');
        return at > 0 ? person.substring(0, at) : person;
    }

    private static String letters(String name) {
        String letters = name.replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.isEmpty() ? name : letters;
    }
}

package dev.cordon.investigation;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a thing came from: when it was made, and by whom and from where according to the audit log.
 *
 * @param picture what is known about the attack
 * @param at when it was made; empty when neither the thing nor the audit log says
 * @param event the audit event of its making, where one was found
 */
record Origin(AttackPicture picture, Optional<Instant> at, Optional<AuditEvent> event) {
    /** An audit event this close to a thing's own date is the event of its making. */
    private static final Duration CLOSE = Duration.ofMinutes(5);

    /** An account is seldom found stolen later than this after a method was added with it. */
    private static final Duration RECENT = Duration.ofDays(3);

    static Origin unknown(AttackPicture picture) {
        return new Origin(picture, Optional.empty(), Optional.empty());
    }

    /** The origin of a thing made at {@code created}, or of unknown age, by one of {@code activities} (lower-case, without a dot). */
    static Origin find(
            AttackPicture picture, Optional<Instant> created, Set<String> activities, Predicate<AuditEvent> mentions) {
        Predicate<AuditEvent> making = event -> event.succeeded() && activities.contains(plain(event.activity()));
        Optional<AuditEvent> found = created.isPresent()
                ? closest(picture, making, created.get())
                : picture.audits().stream().filter(making).filter(mentions).reduce((first, last) -> last);
        return new Origin(picture, created.or(() -> found.map(AuditEvent::at)), found);
    }

    private static Optional<AuditEvent> closest(AttackPicture picture, Predicate<AuditEvent> making, Instant created) {
        return picture.audits().stream()
                .filter(making)
                .filter(event -> distance(event, created).compareTo(CLOSE) <= 0)
                .min(Comparator.comparing(event -> distance(event, created)));
    }

    private static Duration distance(AuditEvent event, Instant created) {
        return Duration.between(event.at(), created).abs();
    }

    private static String plain(String activity) {
        String stripped = activity.strip().toLowerCase(Locale.ROOT);
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** Whether {@code event} names {@code text} as a target or in its details; short texts are never looked for. */
    static boolean mentions(AuditEvent event, String text) {
        return text.length() >= 4
                && (event.targets().containsKey(text)
                        || event.targets().containsValue(text)
                        || event.details().values().stream().anyMatch(detail -> detail.contains(text)));
    }

    /** What is said where nothing speaks against a thing: that it is not of the time of an attack only where that could be seen. */
    String notOfAttack(String otherwise) {
        return picture.signInsNotRead()
                .map(signIns -> "Nothing speaks against it, but the sign-in log was not read"
                        + (signIns.rows() == 0 ? "" : " to its end")
                        + ": when the attack was is not known from it, and so not whether this came during it.")
                .orElse(otherwise);
    }

    boolean isInWindow() {
        return picture.certainty() == Certainty.ATTACK
                && at.filter(picture::isInWindow).isPresent();
    }

    boolean isInSuspectedWindow() {
        return picture.certainty() == Certainty.SUSPECTED
                && at.filter(picture::isInWindow).isPresent();
    }

    /** Whether it was made in the three days before now, and not by the user who has his account again. */
    boolean isRecent() {
        return at.filter(made -> !picture.isGivenBack(made))
                .filter(made -> made.isAfter(picture.now().minus(RECENT)))
                .isPresent();
    }

    boolean isBeforeWindow() {
        return at.filter(picture::isBeforeAttack).isPresent();
    }

    boolean isSoonAfterAttacker() {
        return at.filter(picture::isSoonAfterAttackerSignIn).isPresent();
    }

    boolean isByAttackerAddress() {
        return address().filter(picture::isAttackerAddress).isPresent();
    }

    boolean isByUnfamiliarAddress() {
        return address().filter(picture::isUnfamiliarAddress).isPresent();
    }

    boolean isByOwnAddress() {
        return address().filter(picture::isOwnAddress).isPresent();
    }

    /** Whether it came from a network in which an attacker was seen too. */
    boolean isByAddressBesideAttacker() {
        return address().filter(picture::isBesideAttacker).isPresent();
    }

    boolean isByOtherPerson() {
        return event.filter(made -> !made.actorId().isBlank()
                        && !made.actorId().equals(picture.userObjectId())
                        && !picture.isAttackerAddress(made.actorIp()))
                .isPresent();
    }

    /** Whether nobody can say how old it is, while that matters. */
    boolean isOfUnknownAge() {
        return at.isEmpty() && !picture.isQuiet();
    }

    /** Whether it is newer than the sign-in logs reach, or recent while they say nothing; the user may have his account again by then. */
    boolean isBeyondLogs() {
        if (at.filter(picture::isGivenBack).isPresent()) {
            return false;
        }
        boolean unreadable = picture.certainty() == Certainty.UNKNOWN
                && at.filter(made -> made.isAfter(picture.now().minus(Duration.ofDays(14))))
                        .isPresent();
        return unreadable || at.filter(picture::isBeyondLogs).isPresent();
    }

    String addressInWords() {
        return address().map(Quote::of).orElse("an unknown address");
    }

    String timeInWords() {
        return at.map(Minutes::of).orElse("an unknown time");
    }

    private Optional<String> address() {
        return event.map(AuditEvent::actorIp).filter(ip -> !ip.isBlank());
    }
}

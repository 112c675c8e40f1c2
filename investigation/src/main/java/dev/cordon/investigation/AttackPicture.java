package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the sign-in and audit logs say about somebody else being in the account. Immutable; safe for many threads.
 *
 * @param userObjectId whose account
 * @param certainty how sure it is
 * @param baseline what is usual for the user
 * @param suspicious sign-ins that stand out with their reasons, oldest first
 * @param attackerAddresses addresses the attacker came from, as the log spells them
 * @param attackerSessions sessions the attacker used, perhaps stolen from the user
 * @param attackerUserAgents browsers and programs the attacker showed and the user does not use
 * @param firstSeen when the attack began as far as the logs show; empty when unknown
 * @param firstSeenReason where that time comes from, or why there is none
 * @param audits directory events about and by the user
 * @param mailboxChanges changes to the mailbox from the unified audit log, oldest first
 * @param userName the user's sign-in name as that log names actors; empty text when unknown
 * @param coverage what all this stands on
 * @param givenBack when the user had his account again: what is made then is not the attacker's for its time alone
 * @param now the tenant time of drawing
 */
public record AttackPicture(
        String userObjectId,
        Certainty certainty,
        Baseline baseline,
        List<JudgedSignIn> suspicious,
        Set<String> attackerAddresses,
        Set<String> attackerSessions,
        Set<String> attackerUserAgents,
        Optional<Instant> firstSeen,
        String firstSeenReason,
        List<AuditEvent> audits,
        List<MailboxEvent> mailboxChanges,
        String userName,
        List<Coverage> coverage,
        List<Period> givenBack,
        Instant now) {
    /** Clocks of different logs differ: the window opens this much before the first attacker sign-in. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private static final String UNIFIED_AUDIT = "unifiedAudit";

    /** What follows an attacker's sign-in within this time is most likely his. */
    private static final Duration SOON = Duration.ofMinutes(60);

    public AttackPicture {
        requireNonNull(userObjectId, "userObjectId is null");
        requireNonNull(certainty, "certainty is null");
        requireNonNull(baseline, "baseline is null");
        suspicious = List.copyOf(suspicious);
        attackerAddresses = Set.copyOf(attackerAddresses);
        attackerSessions = Set.copyOf(attackerSessions);
        attackerUserAgents = Set.copyOf(attackerUserAgents);
        requireNonNull(firstSeen, "firstSeen is null");
        requireNonNull(firstSeenReason, "firstSeenReason is null");
        audits = List.copyOf(audits);
        mailboxChanges = List.copyOf(mailboxChanges);
        requireNonNull(userName, "userName is null");
        coverage = List.copyOf(coverage);
        givenBack = List.copyOf(givenBack);
        requireNonNull(now, "now is null");
    }

    /** Draws the picture. Total: any rows are answered. */
    public static AttackPicture draw(SignInHistory history) {
        return new PictureDrawing(history).draw();
    }

    /** The same picture of an account that its user had again in {@code periods}. */
    public AttackPicture givenBackIn(List<Period> periods) {
        return with(coverage, periods);
    }

    /** The same picture where the unified audit log may be silent about what happened. */
    public AttackPicture doubtingAudit(String why) {
        return with(
                coverage.stream()
                        .map(log -> log.source().equals(UNIFIED_AUDIT) ? log.doubted(why) : log)
                        .toList(),
                givenBack);
    }

    private AttackPicture with(List<Coverage> otherCoverage, List<Period> otherGivenBack) {
        return new AttackPicture(
                userObjectId,
                certainty,
                baseline,
                suspicious,
                attackerAddresses,
                attackerSessions,
                attackerUserAgents,
                firstSeen,
                firstSeenReason,
                audits,
                mailboxChanges,
                userName,
                otherCoverage,
                otherGivenBack,
                now);
    }

    /** Whether the user had his account again at {@code at}. */
    public boolean isGivenBack(Instant at) {
        return givenBack.stream().anyMatch(period -> period.holds(at));
    }

    /** Whether nothing at all stood out in logs that were read and hold enough to compare with. */
    public boolean isQuiet() {
        return certainty == Certainty.NOTHING_SEEN;
    }

    /** Whether the attacker came from {@code address} or, unless the user is known there, from its network. */
    public boolean isAttackerAddress(String address) {
        String plain = Network.withoutPort(address.strip());
        if (attackerAddresses.contains(plain)) {
            return true;
        }
        String network = Network.of(plain);
        return !plain.isEmpty()
                && !baseline.networks().contains(network)
                && attackerAddresses.stream()
                        .anyMatch(attacker -> Network.of(attacker).equals(network));
    }

    /** Whether the user is usually at {@code address} or in its network and the attacker is not. A few sign-ins show no habit. */
    public boolean isOwnAddress(String address) {
        String plain = Network.withoutPort(address.strip());
        return !plain.isEmpty() && baseline.isLearnt() && baseline.knows(plain) && !isAttackerAddress(plain);
    }

    /** Whether the attacker was seen in the network of {@code address}, the user's own perhaps. */
    public boolean isBesideAttacker(String address) {
        return isBeside(address, JudgedSignIn::isAttackers);
    }

    /** The attacker's addresses, the one he was last seen at first. */
    public List<String> addressesLatestFirst() {
        return suspicious.reversed().stream()
                .filter(JudgedSignIn::isAttackers)
                .map(judged -> Network.withoutPort(judged.signIn().ipAddress().strip()))
                .filter(attackerAddresses::contains)
                .distinct()
                .toList();
    }

    /** Whether any sign-in that stands out came from the network of {@code address}, the attacker's or not. */
    public boolean isBesideSuspicious(String address) {
        return isBeside(address, judged -> true);
    }

    private boolean isBeside(String address, Predicate<JudgedSignIn> which) {
        String network = Network.of(Network.withoutPort(address.strip()));
        return suspicious.stream()
                .filter(which)
                .map(judged -> Network.of(
                        Network.withoutPort(judged.signIn().ipAddress().strip())))
                .anyMatch(network::equals);
    }

    /** Whether {@code address} is neither the user's nor yet known as the attacker's, where there is enough to compare with. */
    public boolean isUnfamiliarAddress(String address) {
        String plain = Network.withoutPort(address.strip());
        return !plain.isEmpty() && baseline.isLearnt() && !baseline.knows(plain) && !isAttackerAddress(plain);
    }

    /**
     * Whether {@code at} lies in the time since the attacker was first seen, and the user had not got his account back yet. False while it
     * is not known when the attacker was first seen.
     */
    public boolean isInWindow(Instant at) {
        return !isGivenBack(at)
                && firstSeen.filter(from -> !at.isBefore(from.minus(SKEW))).isPresent();
    }

    /** Whether {@code at} lies before the attacker was first seen. False while it is not known when that was. */
    public boolean isBeforeAttack(Instant at) {
        return firstSeen.filter(from -> at.isBefore(from.minus(SKEW))).isPresent();
    }

    /**
     * Whether an attacker's sign-in preceded {@code at} by at most an hour. One from before the user got his account back says nothing about
     * what was made after it: its session was ended in between.
     */
    public boolean isSoonAfterAttackerSignIn(Instant at) {
        return suspicious.stream()
                .filter(JudgedSignIn::isAttackers)
                .map(judged -> judged.signIn().at())
                .filter(signIn ->
                        givenBack.stream().noneMatch(period -> period.holds(at) && signIn.isBefore(period.since())))
                .anyMatch(signIn -> !at.isBefore(signIn.minus(SKEW)) && !at.isAfter(signIn.plus(SOON)));
    }

    /** Whether {@code at} is so recent that the sign-in logs do not reach it: nothing can be said about it from them. */
    public boolean isBeyondLogs(Instant at) {
        return coverage.stream()
                .filter(source -> source.source().equals("signIns"))
                .anyMatch(source ->
                        source.through().filter(through -> at.isAfter(through)).isPresent());
    }

    /** The changes of the mailbox itself: who turns everybody's mail has done nothing to this account. */
    public List<MailboxEvent> changesOfMailbox() {
        return mailboxChanges.stream()
                .filter(event ->
                        !MailboxOperations.concernsRoutes(event) && !MailboxOperations.switchesAuditOfTenant(event))
                .toList();
    }

    /**
     * Every time since the attack began that auditing was switched, on or off: before an on it was off. Of the tenant, of this mailbox, or
     * for this account; and by this account for another one.
     */
    public List<AuditSwitching> auditSwitchings() {
        return AuditSwitching.in(
                mailboxChanges,
                audits,
                at -> firstSeen.filter(from -> !at.isBefore(from.minus(SKEW))).isPresent());
    }

    /** Until when the unified audit log can be taken as complete; empty when it was not read or nobody can say. */
    public Optional<Instant> mailboxAuditThrough() {
        return mailboxAudit().flatMap(Coverage::through);
    }

    /** Whether the unified audit log was read from before the attack began to {@code present}, and can show what was done. */
    boolean mailboxAuditReachesAttack(Instant present) {
        return firstSeen.isPresent()
                && auditSwitchings().isEmpty()
                && mailboxAuditWasReadThrough(present)
                && mailboxAudit()
                        .filter(reach -> !reach.from().isAfter(firstSeen.get().minus(SKEW)))
                        .flatMap(Coverage::through)
                        .filter(through -> through.isAfter(firstSeen.get()))
                        .isPresent();
    }

    /** Whether the unified audit log was read to the end and reaches {@code at}. */
    boolean mailboxAuditWasReadThrough(Instant at) {
        return mailboxAudit()
                .filter(Coverage::isComplete)
                .flatMap(Coverage::through)
                .filter(through -> !through.isBefore(at))
                .isPresent();
    }

    /** Whether a directory audit log could not be read to the end, so that what it does not show may be there all the same. */
    boolean directoryAuditWasNotRead() {
        return coverage.stream()
                .filter(source -> source.source().equals("directoryAudits"))
                .anyMatch(source -> !source.isComplete());
    }

    /** The interactive sign-in log where it was not read to its end. */
    Optional<Coverage> signInsNotRead() {
        return coverage.stream()
                .filter(source -> source.source().equals("signIns") && !source.isComplete())
                .findFirst();
    }

    private Optional<Coverage> mailboxAudit() {
        return coverage.stream()
                .filter(source -> source.source().equals(UNIFIED_AUDIT))
                .findFirst();
    }

    /**
     * The attacker's among {@code rows} that succeeded at or after {@code since}: for the question whether he came back. It knows him by
     * address and session and judges rows it has not seen before against the baseline.
     */
    public List<JudgedSignIn> attackersAmong(List<SignIn> rows, Instant since) {
        return new SignInJudge(this).attackersAmong(rows, since);
    }

    /** The picture in words, without the tenant's records. */
    public AttackSummary summary() {
        return new AttackSummary(
                certainty,
                firstSeen,
                firstSeenReason,
                baseline.inWords(),
                suspicious.stream().map(AttackPicture::sighting).toList(),
                attackerAddresses.stream().sorted().toList(),
                coverage,
                now);
    }

    private static AttackSummary.Sighting sighting(JudgedSignIn judged) {
        SignIn row = judged.signIn();
        return new AttackSummary.Sighting(
                row.at(),
                judged.judgement().verdict(),
                row.ipAddress(),
                row.country(),
                row.userAgent(),
                row.application(),
                row.succeeded(),
                judged.judgement().reasons().stream().map(Reason::text).toList());
    }
}

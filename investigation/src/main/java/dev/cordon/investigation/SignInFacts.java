package dev.cordon.investigation;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * A sign-in beside what was usual when it happened.
 *
 * @param row the sign-in
 * @param usual what was usual before it
 * @param others all sign-ins, oldest first, for what happened around it
 * @param changes changes of security information and consents, for what was done from its address
 * @param mailboxChanges changes of the mailbox, likewise
 * @param revocations when sessions were revoked
 * @param signedInByNobody whether people never sign in to the account itself
 */
record SignInFacts(
        SignIn row,
        Usual usual,
        List<SignIn> others,
        List<AuditEvent> changes,
        List<MailboxEvent> mailboxChanges,
        List<Instant> revocations,
        boolean signedInByNobody) {
    private static final Duration IMPOSSIBLE = Duration.ofMinutes(90);
    private static final Duration AROUND = Duration.ofHours(3);

    private static final Duration LONGEST_LEARNING = Duration.ofDays(7);

    /** Seen on so many days over so long, a place in the user's country is where the user's other device lives. */
    private static final int DAYS_OF_REGULAR_PLACE = 4;

    private static final Duration SPAN_OF_REGULAR_PLACE = Duration.ofDays(7);

    boolean isLearnt() {
        return usual.isLearntBefore(row.at(), timeToLearn());
    }

    /** A third of the history, a week at most: the user's other devices must have had the time to show themselves. */
    private Duration timeToLearn() {
        Duration whole =
                Duration.between(others.getFirst().at(), others.getLast().at());
        Duration third = whole.dividedBy(3);
        return third.compareTo(LONGEST_LEARNING) > 0 ? LONGEST_LEARNING : third;
    }

    boolean passwordWasRight() {
        return !row.succeeded() && SignInTables.wasPasswordRight(row.errorCode());
    }

    boolean isNewNetwork() {
        return isLearnt() && usual.isNewNetwork(row);
    }

    boolean isNewCountry() {
        return isLearnt() && usual.isNewCountry(row);
    }

    boolean isNewUserAgent() {
        return isLearnt() && usual.isNewUserAgent(row);
    }

    boolean isKnownDevice() {
        return usual.isKnownDevice(row);
    }

    boolean missesUsualDevice() {
        return isNewNetwork() && usual.usesDevices() && row.deviceId().isBlank();
    }

    boolean isAutomation() {
        return UserAgents.isAutomation(row.userAgent()) && (isNewUserAgent() || !isLearnt() || isNewNetwork());
    }

    boolean isDeviceCode() {
        boolean told = row.protocol()
                .map(protocol -> protocol.toLowerCase(Locale.ROOT))
                .filter(protocol -> protocol.contains("devicecode"))
                .isPresent();
        return told && (usual.isNewProtocol(row) || isNewNetwork());
    }

    boolean isLegacy() {
        return SignInTables.isLegacy(row.clientApp().strip().toLowerCase(Locale.ROOT))
                && isLearnt()
                && usual.isNewClientApp(row);
    }

    boolean isMfaByClaimInNewPlace() {
        return row.mfaByClaim().orElse(false) && isNewNetwork() && !isMfaByClaimInNewProgram() && !isRegularPlace();
    }

    /** A new program cannot carry an old token's claim: the token was carried over. */
    boolean isMfaByClaimInNewProgram() {
        return row.mfaByClaim().orElse(false) && isNewNetwork() && isNewUserAgent() && !isRegularPlace();
    }

    /** Whether the session began elsewhere with another program, or in another country too short a time ago to travel. */
    boolean isSessionInTwoPlaces() {
        return usual.startOfSession(row).filter(this::cannotBeSamePerson).isPresent();
    }

    private boolean cannotBeSamePerson(SignIn start) {
        if (Network.of(start.ipAddress()).equals(Network.of(row.ipAddress()))) {
            return false;
        }
        boolean otherProgram = !start.userAgent().isBlank()
                && !row.userAgent().isBlank()
                && !UserAgents.family(start.userAgent()).equals(UserAgents.family(row.userAgent()));
        return (otherProgram && isNewNetwork() && !isRegularPlace()) || isImpossibleTravel();
    }

    /** Whether the network and program of the row are seen again and again over more than a week in the user's country. */
    private boolean isRegularPlace() {
        if (isNewCountry() || isAutomation()) {
            return false;
        }
        List<Instant> visits = others.stream()
                .filter(other -> other.succeeded()
                        && Network.of(other.ipAddress()).equals(Network.of(row.ipAddress()))
                        && UserAgents.family(other.userAgent()).equals(UserAgents.family(row.userAgent())))
                .map(SignIn::at)
                .toList();
        long days = visits.stream()
                .map(at -> at.truncatedTo(ChronoUnit.DAYS))
                .distinct()
                .count();
        return days >= DAYS_OF_REGULAR_PLACE
                && Duration.between(visits.getFirst(), visits.getLast()).compareTo(SPAN_OF_REGULAR_PLACE) >= 0;
    }

    /** Whether the user was at a usual place in another country so shortly before or after that nobody could travel. */
    boolean isImpossibleTravel() {
        return isNewCountry() && ownAround(IMPOSSIBLE);
    }

    /** Whether the user was active at a usual place both before and after, within hours. */
    boolean overlapsUsualPlaces() {
        return isNewCountry() && !isImpossibleTravel() && ownBefore(AROUND) && ownAfter(AROUND);
    }

    private boolean ownAround(Duration within) {
        return ownBefore(within) || ownAfter(within);
    }

    private boolean ownBefore(Duration within) {
        return others.stream()
                .anyMatch(other -> isOwnInteractive(other)
                        && !other.at().isAfter(row.at())
                        && !other.at().isBefore(row.at().minus(within)));
    }

    private boolean ownAfter(Duration within) {
        return others.stream()
                .anyMatch(other -> isOwnInteractive(other)
                        && other.at().isAfter(row.at())
                        && !other.at().isAfter(row.at().plus(within)));
    }

    private boolean isOwnInteractive(SignIn other) {
        return other.interactive()
                && other.succeeded()
                && !other.country().equals(row.country())
                && usual.isOwnNetwork(other);
    }

    boolean changedSecurityInformation() {
        return isNoUsualPlace()
                && row.succeeded()
                && changes.stream()
                        .anyMatch(change -> comesFromRow(change)
                                && !change.at().isBefore(row.at().minus(Duration.ofMinutes(10))));
    }

    /** A new network, or one of which nothing is known but that a tool is at work there, or that nobody should be. */
    private boolean isNoUsualPlace() {
        return isNewNetwork() || (!isLearnt() && isAutomation()) || isWhereNobodySignsIn();
    }

    /** Whether nobody should sign in to the account, and nobody did from this network until lately. */
    boolean isWhereNobodySignsIn() {
        Instant lately = others.getLast().at().minus(LONGEST_LEARNING);
        return signedInByNobody
                && !row.ipAddress().isBlank()
                && others.stream()
                        .filter(other -> other.succeeded() && other.at().isBefore(lately))
                        .noneMatch(other -> Network.of(other.ipAddress()).equals(Network.of(row.ipAddress())));
    }

    boolean changedMailbox() {
        return isNoUsualPlace()
                && row.succeeded()
                && mailboxChanges.stream()
                        .filter(MailboxOperations::isChange)
                        .anyMatch(change -> isRowsAddress(change.clientIp())
                                && !change.at().isBefore(row.at().minus(Duration.ofMinutes(10))));
    }

    private boolean isRowsAddress(String address) {
        return Network.withoutPort(address.strip())
                .equals(Network.withoutPort(row.ipAddress().strip()));
    }

    private boolean comesFromRow(AuditEvent change) {
        return Network.withoutPort(change.actorIp().strip())
                .equals(Network.withoutPort(row.ipAddress().strip()));
    }

    /** Whether a session from before a revocation goes on after it, away from the user's places. */
    boolean continuesAfterRevocation() {
        return isNewNetwork()
                && !row.interactive()
                && row.succeeded()
                && revocations.stream()
                        .anyMatch(revoked ->
                                row.at().isAfter(revoked.plus(Duration.ofMinutes(5))) && beganBefore(revoked));
    }

    private boolean beganBefore(Instant revoked) {
        return row.sessionId().isPresent()
                && others.stream()
                        .anyMatch(other -> other.sessionId().equals(row.sessionId())
                                && other.at().isBefore(revoked));
    }
}

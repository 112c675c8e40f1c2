package dev.cordon.investigation.lines;

import dev.cordon.investigation.UserAgents;
import dev.cordon.investigation.lines.SignInLines.AttackersTraces;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A sign-in beside what is usual for its user.
 *
 * @param row the sign-in
 * @param habits what is usual
 * @param anchors the user's own rows without a doubt
 * @param sessions where his sessions began
 * @param guessing where passwords were tried from
 * @param traces what attackers left in rows that are theirs by themselves
 */
record SignInLineFacts(
        SignInLine row,
        SignInHabits habits,
        List<SignInLine> anchors,
        SignInSessions sessions,
        GuessingAddresses guessing,
        AttackersTraces traces) {
    private static final Set<String> LEGACY = Set.of(
            "imap4",
            "pop3",
            "imap",
            "pop",
            "authenticated smtp",
            "smtp",
            "other clients",
            "exchange activesync",
            "exchange web services",
            "mapi over http",
            "offline address book",
            "autodiscover",
            "exchange online powershell",
            "reporting web services");

    /** Codes that say: the password was right, and something else stopped the sign-in. */
    private static final Set<Integer> PASSWORD_WAS_RIGHT = Set.of(
            50055, 50057, 50155, 50105, 50133, 50005, 50076, 50079, 50158, 50072, 50074, 53003, 53000, 53001, 50129,
            500121, 53004, 530031, 530032);

    private static final Duration AROUND = Duration.ofHours(8);

    private boolean learnt() {
        return habits.areLearnt();
    }

    boolean isNewNetwork() {
        return learnt() && !row.address().isEmpty() && !habits.knowsNetwork(row);
    }

    boolean isNewCountry() {
        return learnt() && !row.country().isEmpty() && !habits.knowsCountry(row);
    }

    boolean isNewProgram() {
        return learnt() && !row.program().isEmpty() && !habits.knowsProgram(row);
    }

    boolean isKnownDevice() {
        return habits.knowsDevice(row);
    }

    boolean missesDevice() {
        return isNewNetwork() && habits.useDevices() && !row.device().isRegistered() && !habits.usesWithoutDevice(row);
    }

    boolean isNothingKnown() {
        return row.succeeded() && isNewCountry() && isNewNetwork() && isNewProgram() && !isKnownDevice() && !travels();
    }

    private boolean travels() {
        return !overlapsHome() && !isImpossibleTravel() && habits.showJourneyAround(row);
    }

    boolean isAutomation() {
        boolean isUsual = learnt() && habits.knowsProgram(row) && habits.knowsNetwork(row);
        return row.succeeded() && UserAgents.isAutomation(row.userAgent()) && !isUsual;
    }

    boolean isDeviceCode() {
        return row.succeeded()
                && row.protocol().contains("devicecode")
                && !(learnt() && habits.knowsProtocol(row) && habits.knowsNetwork(row));
    }

    boolean isLegacy() {
        return learnt() && row.succeeded() && LEGACY.contains(row.clientApp()) && !habits.knowsClientApp(row);
    }

    boolean isTokenInNewPlace() {
        return row.succeeded()
                && row.byClaim()
                && isNewNetwork()
                && (isNewCountry() || isNewProgram())
                && !isKnownDevice();
    }

    boolean isTokenInNewProgram() {
        return isTokenInNewPlace() && isNewProgram();
    }

    /** A session that goes on elsewhere in another program, or further away than anybody could have come. */
    boolean isSessionCarriedOver() {
        return row.succeeded()
                && !isKnownDevice()
                && sessions.startElsewhere(row)
                        .filter(start -> !start.program().equals(row.program())
                                || row.cannotBeReachedFrom(start)
                                || overlapsHome())
                        .filter(_ -> isNewNetwork() || !learnt())
                        .isPresent();
    }

    boolean isImpossibleTravel() {
        return row.succeeded()
                && isNewNetwork()
                && anchors.stream()
                        .anyMatch(anchor -> anchor.number() != row.number() && row.cannotBeReachedFrom(anchor));
    }

    /** Whether the user was in his own country both before and after, within hours. */
    boolean overlapsHome() {
        return row.succeeded()
                && isNewCountry()
                && !isImpossibleTravel()
                && isAtHome(anchor -> !anchor.at().isAfter(row.at()))
                && isAtHome(anchor -> anchor.at().isAfter(row.at()));
    }

    private boolean isAtHome(Predicate<SignInLine> when) {
        return anchors.stream()
                .filter(when)
                .filter(anchor -> !anchor.country().equals(row.country()))
                .anyMatch(
                        anchor -> Duration.between(anchor.at(), row.at()).abs().compareTo(AROUND) <= 0);
    }

    boolean passwordWasRight() {
        return PASSWORD_WAS_RIGHT.contains(row.errorCode()) && (isNewCountry() || (isNewNetwork() && isNewProgram()));
    }

    boolean isSpray() {
        return guessing.sprays(row) && !(learnt() && habits.knowsNetwork(row) && !GuessingAddresses.isRefused(row));
    }

    boolean isGuessing() {
        return guessing.guesses(row) && !habits.knowsNetwork(row);
    }

    boolean isFromAttackersAddress() {
        return traces.addresses().contains(row.address()) && !habits.knowsNetwork(row) && !isKnownDevice();
    }

    boolean isOfAttackersSession() {
        return traces.sessions().contains(row.session())
                && isNewNetwork()
                && (isNewCountry() || isNewProgram())
                && !isKnownDevice();
    }

    /** Whether he is at home with a program that he has there, and nothing else is known of his devices. */
    boolean isUsualPlace() {
        return learnt() && habits.knowsNetwork(row) && habits.knowsCountry(row) && habits.knowsProgram(row);
    }
}

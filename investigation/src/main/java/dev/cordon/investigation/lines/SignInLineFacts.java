package dev.cordon.investigation.lines;

import dev.cordon.investigation.SignInTables;
import java.time.Duration;
import java.util.Set;

/**
 * A sign-in beside what is usual for its user.
 *
 * @param row the sign-in
 * @param habits what is usual
 * @param anchors the user's own rows without a doubt
 * @param sessions where his sessions began
 * @param surroundings what the rows of all users say
 */
record SignInLineFacts(
        SignInLine row,
        SignInHabits habits,
        SignInAnchors anchors,
        SignInSessions sessions,
        SignInSurroundings surroundings) {
    /** Beside those that a response knows. */
    private static final Set<String> LEGACY_TOO = Set.of("exchange online powershell", "reporting web services");

    private static final Duration AROUND = Duration.ofHours(8);
    private static final Duration SHORTLY = Duration.ofHours(3);
    private static final double FAR_AWAY_KM = 150;
    private static final Duration DAY = Duration.ofDays(1);

    /** The same beside other traces of attackers. */
    SignInLineFacts with(AttackersTraces traces) {
        return new SignInLineFacts(
                row,
                habits,
                anchors,
                sessions,
                new SignInSurroundings(
                        surroundings.guessing(),
                        traces,
                        surroundings.strangers(),
                        surroundings.services(),
                        surroundings.visits()));
    }

    private boolean usesLegacyProtocol() {
        return SignInTables.isLegacy(row.clientApp()) || LEGACY_TOO.contains(row.clientApp());
    }

    /** Whether there is enough of the user to compare with. */
    boolean isComparable() {
        return habits.areComparable();
    }

    boolean isNewNetwork() {
        return isComparable()
                && !row.address().isEmpty()
                && !habits.knowsNetwork(row)
                && !goesAlong()
                && !isByMachine();
    }

    boolean isNewCountry() {
        return isComparable()
                && !row.country().isEmpty()
                && !habits.knowsCountry(row)
                && !isByGateway()
                && !isByMachine();
    }

    /** Whether a server goes on with what the user gave it: that of a service that serves several, or one of Microsoft's in a session of the user's. */
    private boolean isByMachine() {
        return surroundings.services().contain(row)
                || (row.isFromMicrosoft()
                        && !row.interactive()
                        && sessions.start(row)
                                .filter(start -> habits.knowsNetwork(start) || habits.knowsDevice(start))
                                .isPresent());
    }

    /** Whether a program of the user's came out of a gateway. */
    private boolean isByGateway() {
        return row.isFromGateway() && habits.knowsProgram(row);
    }

    boolean isNewProgram() {
        return isComparable() && !row.program().isEmpty() && !habits.knowsProgram(row);
    }

    boolean isKnownDevice() {
        return habits.knowsDevice(row) && !surroundings.traces().haveWholeSession(row);
    }

    boolean isImpersonatedDevice() {
        return row.succeeded() && habits.impersonatesDevice(row);
    }

    /** Servers for rent, where the user is not at work all the time. */
    boolean isFromHosting() {
        boolean isUsual =
                isComparable() && (habits.knowsNetwork(row) || (habits.useRentedNetworks() && habits.knowsClient(row)));
        return row.succeeded() && row.isFromHosting() && !isUsual && !isByMachine();
    }

    /** A telephone whose session was at a place of the user's. */
    boolean goesAlong() {
        return row.isMobile() && !row.isFromHosting() && habits.knowsClient(row);
    }

    boolean missesDevice() {
        return isNewNetwork()
                && habits.useDevices(row)
                && !isKnownDevice()
                && (row.device().isRegistered() || !habits.usesWithoutDevice(row));
    }

    /** Whether nothing but the password or the token is the user's. */
    boolean isStranger() {
        return row.succeeded()
                && isNewNetwork()
                && !isKnownDevice()
                && !habits.knowsClient(row)
                && !habits.knowsLine(row)
                && isUnlikeUser();
    }

    private boolean isUnlikeUser() {
        return missesDevice() || isNewCountry() || isNewProgram() || isFromHosting();
    }

    boolean sharesStrangersAddress() {
        return isStrangerAtAddress()
                && (missesDevice() || isNewProgram() || isFromHosting())
                && surroundings.strangers().contain(row);
    }

    /** A stranger, or whoever comes from rented servers with a session of the user's: he may have copied it. */
    boolean isStrangerAtAddress() {
        return isStranger() || (isFromHosting() && isNewNetwork() && !isKnownDevice());
    }

    boolean isNothingKnown() {
        return row.succeeded()
                && habits.areLearnt()
                && isNewCountry()
                && isNewNetwork()
                && isNewProgram()
                && !isKnownDevice();
    }

    /** Whether what only a program does comes from where that program does not run. */
    boolean isMachineElsewhere() {
        return row.succeeded() && habits.areOfMachine() && isNewNetwork() && (isNewCountry() || isFromHosting());
    }

    boolean isAutomation() {
        return row.succeeded() && row.isTool() && !isUsualTool() && !isByMachine();
    }

    /** A program that he has, at a place or a provider of his. */
    private boolean isUsualTool() {
        return isComparable() && habits.knowsProgram(row) && isAtHome();
    }

    private boolean isAtHome() {
        return habits.knowsNetwork(row) || habits.knowsLine(row);
    }

    boolean isDeviceCode() {
        return row.succeeded() && isByDeviceCode() && !(isComparable() && habits.knowsProtocol(row) && isAtHome());
    }

    private boolean isByDeviceCode() {
        return row.protocol().contains("devicecode");
    }

    /** A code that was typed in one place for a session that is used in another. */
    boolean isCodeForOthers() {
        return row.succeeded() && isByDeviceCode() && sessions.move(row) && !row.isMobile();
    }

    boolean isLegacy() {
        boolean isNewKind = (usesLegacyProtocol() && !habits.knowsClientApp(row))
                || (row.protocol().contains("ropc") && !habits.knowsProtocol(row));
        return isComparable() && row.succeeded() && isNewKind;
    }

    boolean isAttackersApplication() {
        return row.succeeded()
                && AttackersApplications.contain(row.applicationId())
                && isNewNetwork()
                && !isKnownDevice()
                && !habits.knowsApplication(row);
    }

    boolean isTokenInNewPlace() {
        return row.succeeded()
                && habits.areLearnt()
                && row.byClaim()
                && isNewNetwork()
                && isUnlikeUser()
                && !isKnownDevice()
                && !(habits.knowsLine(row) && habits.knowsProgram(row))
                && !isFirstTelephone()
                && !beganHereInPerson();
    }

    /** Whether the second factor was given there when the session began: its tokens have come from nowhere else. */
    private boolean beganHereInPerson() {
        return sessions.start(row)
                .filter(start -> start.interactive() && !start.byClaim())
                .filter(start -> start.network().equals(row.network()))
                .isPresent();
    }

    /** A telephone brings tokens from network to network: where none of the user's is known yet, in his own country, it is his. */
    private boolean isFirstTelephone() {
        return row.isMobile() && !row.isFromHosting() && !isNewCountry() && !habits.knowTelephones();
    }

    boolean isTokenInNewProgram() {
        return isTokenInNewPlace() && isNewProgram();
    }

    /** A session that goes on elsewhere in another program, without its device, or further away than anybody could have come. */
    boolean isSessionCarriedOver() {
        return row.succeeded()
                && !isKnownDevice()
                && !goesAlong()
                && (isNewNetwork() || !isComparable())
                && sessions.startElsewhere(row).filter(this::isUnlike).isPresent();
    }

    private boolean isUnlike(SignInLine start) {
        return isInOtherHands(start) || row.cannotBeReachedFrom(start) || overlapsHome();
    }

    private boolean isInOtherHands(SignInLine start) {
        return isOtherProgram(start)
                || (start.device().isRegistered() && !row.device().isRegistered());
    }

    /** A session that was carried over by what goes on with it, wherever the user is. */
    boolean isSessionInOtherHands() {
        return isSessionCarriedOver()
                && sessions.startElsewhere(row).filter(this::isInOtherHands).isPresent();
    }

    /** All programs of a computer share its session: only one that is not the user's, or of another system, says that it was carried over. */
    private boolean isOtherProgram(SignInLine start) {
        return isOtherSystem(start)
                || (!row.program().isEmpty()
                        && !start.program().equals(row.program())
                        && !habits.knowsProgram(row)
                        && !(row.system().equals(start.system()) && !row.interactive() && habits.knowsTown(row)));
    }

    /** A session that began on another system: no computer becomes another one. */
    boolean isOnOtherSystem() {
        return row.succeeded()
                && !isKnownDevice()
                && sessions.start(row).filter(this::isOtherSystem).isPresent();
    }

    /** A telephone or tablet that asks for the pages of a computer names one. */
    private boolean isOtherSystem(SignInLine start) {
        Set<String> systems = Set.of(start.system(), row.system().equals(start.system()) ? "same" : row.system());
        return !row.isFromMicrosoft()
                && !systems.contains("")
                && !systems.contains("same")
                && !systems.equals(Set.of("ios", "macos"))
                && !systems.equals(Set.of("android", "linux"));
    }

    /** Whether a newer version of the browser had its session before. */
    boolean isFallenBehind() {
        return isNewNetwork() && !isKnownDevice() && sessions.fallBehind(row);
    }

    /** A session that began with nothing of the user's, in one new place, and is used in several. */
    boolean isSessionPassedOn() {
        return isStranger()
                && habits.areLearnt()
                && !row.isMobile()
                && sessions.move(row)
                && sessions.start(row)
                        .filter(start -> !habits.knowsNetwork(start) && !habits.knowsDevice(start))
                        .isPresent();
    }

    boolean isImpossibleTravel() {
        return row.hadPassword()
                && isNewNetwork()
                && !isKnownDevice()
                && !isByGateway()
                && (anchors.before(row.at(), DAY, row::cannotBeReachedFrom).isPresent()
                        || anchors.after(row.at(), DAY, row::cannotBeReachedFrom)
                                .isPresent());
    }

    /** Whether the user was in his own country both before and after, within hours. */
    boolean overlapsHome() {
        return row.hadPassword()
                && isNewCountry()
                && !isImpossibleTravel()
                && anchors.before(row.at(), AROUND, this::isElsewhere).isPresent()
                && anchors.after(row.at(), AROUND, this::isElsewhere).isPresent();
    }

    /** Whether the user himself was at work far away, in the same country, shortly before and after. */
    boolean overlapsWork() {
        return isStranger()
                && !row.isMobile()
                && !isNewCountry()
                && !isImpossibleTravel()
                && anchors.before(row.at(), SHORTLY, this::isAtWorkFarAway).isPresent()
                && anchors.after(row.at(), SHORTLY, this::isAtWorkFarAway).isPresent();
    }

    /** Whether the user himself was somewhere else, and it was he who worked there, shortly before and after. */
    boolean overlapsPresence() {
        return isStranger()
                && !row.isMobile()
                && !isNewCountry()
                && !isImpossibleTravel()
                && !overlapsWork()
                && anchors.before(row.at(), SHORTLY, this::isAtWork).isPresent()
                && anchors.after(row.at(), SHORTLY, this::isAtWork).isPresent();
    }

    private boolean isAtWork(SignInLine anchor) {
        return !anchor.isMobile() && !anchor.network().equals(row.network());
    }

    /** Whether it is far from any time of the day at which he has been seen, in his own country. */
    boolean isAtOddHour() {
        return isStranger() && habits.livesIn(row) && anchors.areFarFromHourOf(row.at());
    }

    private boolean isAtWorkFarAway(SignInLine anchor) {
        return anchor.interactive() && row.kilometresTo(anchor) >= FAR_AWAY_KM;
    }

    private boolean isElsewhere(SignInLine anchor) {
        return !anchor.country().equals(row.country());
    }

    boolean passwordWasRight() {
        return row.hadPassword() && !row.succeeded() && (isNewCountry() || isStoppedInStrangeTown());
    }

    private boolean isStoppedInStrangeTown() {
        return isNewNetwork()
                && isNewProgram()
                && !habits.knowsTown(row)
                && !surroundings.guessing().gotIn(row);
    }

    boolean isSpray() {
        GuessingAddresses guessing = surroundings.guessing();
        boolean isUsual = isComparable() && habits.knowsNetwork(row);
        return (guessing.sprays(row) && !(isUsual && !GuessingAddresses.isRefused(row)))
                || (guessing.spraysWidely(row) && !isUsual);
    }

    boolean isGuessing() {
        return surroundings.guessing().guesses(row) && !habits.knowsNetwork(row);
    }

    /** Whether it failed in a country that is strange to its user, who never came from there; with the right password, whether it has nothing of his besides. */
    boolean isTriedFromAfar() {
        boolean isGuess = GuessingAddresses.isRefused(row);
        boolean isStopped = !row.succeeded()
                && row.hadPassword()
                && !surroundings.guessing().gotIn(row)
                && (isNewProgram() || missesDevice() || surroundings.guessing().isKnownAbout(row));
        return (isGuess || isStopped)
                && isNewCountry()
                && isNewNetwork()
                && !isKnownDevice()
                && !habits.everCameFrom(row);
    }

    /** Whether it is one of many prompts for the second factor that were not granted, from where the user never was. */
    boolean isPushed() {
        return GuessingAddresses.isRefusedPrompt(row)
                && surroundings.guessing().wearOut(row)
                && isNewNetwork()
                && !isKnownDevice();
    }

    boolean isAfterRefusedPrompts() {
        return row.succeeded() && surroundings.guessing().wearOut(row) && isNewNetwork() && !isKnownDevice();
    }

    /** What belongs together where nothing is the user's: one session, or one program where there is none, in one network. */
    String visit() {
        return row.user() + "\n" + row.network() + "\n" + (row.session().isEmpty() ? row.program() : row.session());
    }

    /** Whether all sign-ins of its visit say together what none of them says alone. */
    boolean isOfHostileVisit() {
        return isStranger() && habits.areLearnt() && surroundings.visits().areHostile(this);
    }

    /** Whether it has something of an attacker's, and neither device nor place of the user's. */
    boolean isLinkedToAttacker() {
        AttackersTraces traces = surroundings.traces();
        return traces.haveWholeSession(row)
                || (!isKnownDevice()
                        && !habits.isOwnPlace(row)
                        && !isUsualPlace()
                        && ((traces.haveAddress(row) && !isOwnInCompany())
                                || (haveAttackersSession() && !goesAlong())
                                || traces.haveDevice(row)
                                || traces.haveSurroundings(row)));
    }

    /** Whether a session of the user's, or a gateway, explains why others were at the same address. */
    private boolean isOwnInCompany() {
        return row.isFromGateway() || habits.knowsClient(row);
    }

    /** Whether an attacker has its session: from the beginning, or since he took it from the user. */
    private boolean haveAttackersSession() {
        AttackersTraces traces = surroundings.traces();
        return traces.haveSessionBy(row)
                || (traces.haveSession(row)
                        && sessions.start(row)
                                .filter(start -> !habits.knowsDevice(start) && !habits.knowsNetwork(start))
                                .isPresent());
    }

    /** Whether he is at home with a program that he has there, and nothing else is known of his devices. */
    boolean isUsualPlace() {
        return isComparable()
                && !surroundings.traces().haveWholeSession(row)
                && !isOnOtherSystem()
                && habits.knowsNetwork(row)
                && habits.knowsCountry(row)
                && habits.knowsProgram(row)
                && !isDeviceCode();
    }
}

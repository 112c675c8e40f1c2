package dev.cordon.investigation.lines;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.investigation.Quote;
import dev.cordon.investigation.SignalTable;
import dev.cordon.investigation.facts.Fact;
import java.util.Set;

/**
 * What speaks for and against a sign-in where nothing is known but the file. A new place, or a new telephone, is a journey or a purchase; what
 * cannot be the same person, or everything new at once, is an attack.
 */
final class SignInLineSignals {
    private static final String COOKIE = "T1550.004";
    private static final String ACCOUNT = "T1078.004";
    private static final String PROXY = "T1557";
    private static final String SPRAYING = "T1110.003";
    private static final String GUESSING = "T1110.001";

    static final String LINK = "linked-to-attacker";

    /** What it explains that the user is somewhere else. */
    private static final Set<String> OF_PLACE = Set.of(
            "session-in-two-places",
            "impossible-travel",
            "overlaps-work",
            "overlaps-presence",
            "overlaps-usual-places",
            "odd-hour",
            "token-in-new-place",
            "new-country",
            "new-network",
            "nothing-known");

    /** What it explains beside those that many share an address, and that it belongs to nobody's home. */
    private static final Set<String> OF_SHARED_NETWORK = Set.of(
            "password-spray", LINK, "hostile-visit", "strangers-address", "hosting-network", "session-passed-on");

    static final SignalTable<SignInLineFacts> TABLE = new SignalTable<>(
            facts -> facts.isComparable()
                    ? "It looks like the user's other sign-ins."
                    : "Nothing speaks against it, but the file has too little of the user to compare it with.",
            against(
                    "password-spray",
                    75,
                    SPRAYING,
                    SignInLineFacts::isSpray,
                    facts -> "The passwords of several accounts were tried from "
                            + Quote.of(facts.row().address()) + "."),
            against(
                    "automation-tool",
                    60,
                    PROXY,
                    SignInLineFacts::isAutomation,
                    facts -> "It was made by a tool, " + Quote.of(facts.row().userAgent())
                            + ", not by a browser or app that a person uses."),
            against(
                    "session-in-two-places",
                    60,
                    COOKIE,
                    SignInLineFacts::isSessionCarriedOver,
                    facts -> "Its session began elsewhere, with another program or too far away: it was carried over."),
            against(
                    LINK,
                    70,
                    ACCOUNT,
                    SignInLineFacts::isLinkedToAttacker,
                    facts -> "It shares its address, session or device with a sign-in that is an attacker's."),
            against(
                    "hostile-visit",
                    60,
                    ACCOUNT,
                    SignInLineFacts::isOfHostileVisit,
                    facts ->
                            "It belongs to sign-ins that have nothing of the user's and together hardly a harmless story."),
            against(
                    "code-for-others",
                    50,
                    "T1528",
                    SignInLineFacts::isCodeForOthers,
                    facts -> "A device code was typed in one place and the session is used in another."),
            against(
                    "strangers-address",
                    50,
                    ACCOUNT,
                    SignInLineFacts::sharesStrangersAddress,
                    facts -> "Several users came from " + Quote.of(facts.row().address())
                            + " for the first time within a day, with nothing of their own."),
            against(
                    "confirmed-by-microsoft",
                    60,
                    ACCOUNT,
                    facts -> facts.row().microsoft().isConfirmed(),
                    facts -> "It is marked as confirmed to be an attacker's."),
            against(
                    "device-code",
                    45,
                    "T1528",
                    SignInLineFacts::isDeviceCode,
                    facts -> "It used a device code, which the user does not use."),
            against(
                    "impossible-travel",
                    45,
                    ACCOUNT,
                    SignInLineFacts::isImpossibleTravel,
                    facts -> "The user was at a usual place so shortly before or after that nobody could travel."),
            against(
                    "password-guessed",
                    45,
                    GUESSING,
                    SignInLineFacts::isGuessing,
                    facts -> "The account's password was tried again and again from there."),
            against(
                    "prompts-pushed",
                    60,
                    "T1621",
                    SignInLineFacts::isPushed,
                    facts ->
                            "It is one of many prompts for the second factor that came from there and were not granted."),
            against(
                    "session-on-other-system",
                    75,
                    COOKIE,
                    SignInLineFacts::isOnOtherSystem,
                    facts -> "Its session began on another system: it was carried over."),
            against(
                    "machine-elsewhere",
                    40,
                    ACCOUNT,
                    SignInLineFacts::isMachineElsewhere,
                    facts -> "The account is a program's, and this is not where the program runs."),
            against(
                    "browser-fell-behind",
                    60,
                    COOKIE,
                    SignInLineFacts::isFallenBehind,
                    facts -> "A newer version of its browser had the session before: it goes on with a copy."),
            against(
                    "tried-from-afar",
                    35,
                    GUESSING,
                    SignInLineFacts::isTriedFromAfar,
                    facts -> "It failed with a password, and the user never came from there."),
            against(
                    "risk-high",
                    35,
                    ACCOUNT,
                    facts -> facts.row().microsoft().isHeld(SignInRisk.Level.HIGH),
                    facts -> "Microsoft holds it for high risk."),
            against(
                    "legacy-protocol",
                    40,
                    ACCOUNT,
                    SignInLineFacts::isLegacy,
                    facts -> "It used " + Quote.of(facts.row().clientApp())
                            + ", an old protocol that the user does not use."),
            against(
                    "device-in-other-hands",
                    60,
                    COOKIE,
                    SignInLineFacts::isImpersonatedDevice,
                    facts ->
                            "It names a device of the user's and comes from something else: its token was carried over."),
            against(
                    "refused-prompts",
                    35,
                    "T1621",
                    SignInLineFacts::isAfterRefusedPrompts,
                    facts -> "The user had refused the prompts that came from there again and again."),
            against(
                    "hosting-network",
                    30,
                    ACCOUNT,
                    SignInLineFacts::isFromHosting,
                    facts -> "It came from a network of rented servers, where nobody lives or works."),
            against(
                    "attackers-application",
                    25,
                    ACCOUNT,
                    SignInLineFacts::isAttackersApplication,
                    facts -> "It used " + Quote.of(facts.row().application())
                            + ", which administrators and attackers use and this user does not."),
            against(
                    "session-passed-on",
                    20,
                    PROXY,
                    SignInLineFacts::isSessionPassedOn,
                    facts -> "Its session began in a new place, with nothing of the user's, and is used in several."),
            against(
                    "overlaps-work",
                    30,
                    ACCOUNT,
                    SignInLineFacts::overlapsWork,
                    facts -> "The user was at work far away within hours before and after it."),
            against(
                    "overlaps-presence",
                    15,
                    ACCOUNT,
                    SignInLineFacts::overlapsPresence,
                    facts -> "The user worked in another place within hours before and after it."),
            against(
                    "odd-hour",
                    15,
                    ACCOUNT,
                    SignInLineFacts::isAtOddHour,
                    facts -> "The user has never been seen near that time of the day."),
            against(
                    "overlaps-usual-places",
                    30,
                    ACCOUNT,
                    SignInLineFacts::overlapsHome,
                    facts -> "The user was at usual places in another country within hours before and after it."),
            against(
                    "password-known",
                    30,
                    GUESSING,
                    SignInLineFacts::passwordWasRight,
                    facts -> "The password was right, and something else stopped it: the password is known."),
            against(
                    "token-in-new-program",
                    25,
                    COOKIE,
                    SignInLineFacts::isTokenInNewProgram,
                    facts -> "A new program cannot have the proof of an older sign-in: the token was carried over."),
            against(
                    "token-in-new-place",
                    15,
                    COOKIE,
                    SignInLineFacts::isTokenInNewPlace,
                    facts -> "No second factor was asked for in a new place: a token brought the proof."),
            against(
                    "hard-detection",
                    30,
                    ACCOUNT,
                    facts -> facts.row().microsoft().hasHardDetection()
                            && !facts.row().microsoft().isDismissed(),
                    facts ->
                            "Microsoft detected what hardly ever errs, such as an anonymous address or a stolen token."),
            against(
                    "risk-medium",
                    20,
                    ACCOUNT,
                    facts -> facts.row().microsoft().isHeld(SignInRisk.Level.MEDIUM),
                    facts -> "Microsoft holds it for medium risk."),
            against(
                    "new-country",
                    25,
                    ACCOUNT,
                    SignInLineFacts::isNewCountry,
                    facts -> "It came from " + Quote.of(facts.row().country()) + ", a country new for the user."),
            against(
                    "nothing-known",
                    25,
                    ACCOUNT,
                    SignInLineFacts::isNothingKnown,
                    facts -> "Country, network and program are all new at once."),
            against(
                    "new-program",
                    15,
                    ACCOUNT,
                    SignInLineFacts::isNewProgram,
                    facts -> "It used a program new for the user: "
                            + Quote.of(facts.row().userAgent()) + "."),
            against(
                    "no-device",
                    15,
                    ACCOUNT,
                    SignInLineFacts::missesDevice,
                    facts -> "It came without a device of the user's, unlike most of the user's sign-ins."),
            against(
                    "new-network",
                    10,
                    ACCOUNT,
                    SignInLineFacts::isNewNetwork,
                    facts -> "It came from a network new for the user: "
                            + Quote.of(facts.row().address()) + "."),
            against(
                    "risk-low",
                    5,
                    facts -> facts.row().microsoft().isHeld(SignInRisk.Level.LOW),
                    facts -> "Microsoft holds it for low risk."),
            inFavour(
                    "known-device",
                    50,
                    facts -> facts.isKnownDevice() && !facts.isCodeForOthers(),
                    facts -> "It came from one of the user's devices."),
            inFavour(
                    "session-goes-along",
                    20,
                    SignInLineFacts::goesAlong,
                    facts -> "A telephone of the user's goes on with the session it had at a usual place."),
            inFavour(
                    "usual-place",
                    20,
                    SignInLineFacts::isUsualPlace,
                    facts -> "Network and program are the user's usual ones."));

    /** What speaks against it all the same where the user is somewhere else. */
    private static final SignalTable<SignInLineFacts> WHEREVER_HE_IS = TABLE.without(OF_PLACE)
            .and(against(
                    "session-in-other-hands",
                    60,
                    COOKIE,
                    SignInLineFacts::isSessionInOtherHands,
                    facts -> "Its session began with another program or on another device: it was carried over."));

    private static final SignalTable<SignInLineFacts> IN_SHARED_NETWORK = WHEREVER_HE_IS.without(OF_SHARED_NETWORK);

    /** What a fact of that kind does not explain. */
    static SignalTable<SignInLineFacts> unexplained(Fact.Kind kind) {
        return switch (kind) {
            case NETWORK -> IN_SHARED_NETWORK;
            case TRAVEL -> WHEREVER_HE_IS;
            case OWN_DOMAIN, PARTNER, APPLICATION, FORWARDING -> TABLE;
        };
    }

    private SignInLineSignals() {}
}

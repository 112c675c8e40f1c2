package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import java.util.function.Predicate;

/**
 * What speaks for and against a sign-in. A new place and a new country alone are a journey: for review at most. Certainty needs a
 * contradiction: two places at once, a token carried over, a tool at work.
 */
final class SignInSignals {
    private static final String COOKIE = "T1550.004";
    private static final String ACCOUNT = "T1078.004";
    private static final String PROXY = "T1557";

    private static final Predicate<SignInFacts> SUCCEEDED = facts -> facts.row().succeeded();

    static final SignalTable<SignInFacts> TABLE = new SignalTable<>(
            "It looks like the user's other sign-ins.",
            against(
                    "automation-tool",
                    60,
                    PROXY,
                    SUCCEEDED.and(SignInFacts::isAutomation),
                    facts -> "It was made by a tool, " + Quote.of(facts.row().userAgent())
                            + ", not by a browser or app that a person uses."),
            against(
                    "session-in-two-places",
                    60,
                    COOKIE,
                    SUCCEEDED.and(SignInFacts::isSessionInTwoPlaces),
                    facts -> "Its session began elsewhere, with another program: the session was carried over."),
            against(
                    "sign-in-where-nobody-signs-in",
                    45,
                    ACCOUNT,
                    SUCCEEDED.and(SignInFacts::isWhereNobodySignsIn),
                    facts -> "Nobody signs in to such an account day by day (a shared mailbox's, or one kept for"
                            + " emergencies); somebody did, from where nobody had until lately."),
            against(
                    "device-code",
                    45,
                    "T1528",
                    SUCCEEDED.and(SignInFacts::isDeviceCode),
                    facts -> "It used a device code, which the user does not use."),
            against(
                    "token-in-new-program",
                    40,
                    COOKIE,
                    SUCCEEDED.and(SignInFacts::isMfaByClaimInNewProgram),
                    facts -> "No second factor was asked for: a token brought the proof, in a program the user does not"
                            + " use and from a new place."),
            against(
                    "impossible-travel",
                    40,
                    ACCOUNT,
                    SUCCEEDED.and(SignInFacts::isImpossibleTravel),
                    facts -> "The user was signing in at a usual place in another country within 90 minutes."),
            against(
                    "continues-after-revocation",
                    35,
                    COOKIE,
                    SignInFacts::continuesAfterRevocation,
                    facts -> "Its session is older than a revocation and went on after it."),
            against(
                    "changed-security-information",
                    30,
                    "T1556.006",
                    SignInFacts::changedSecurityInformation,
                    facts -> "Security information or consents were changed from its address."),
            against(
                    "changed-mailbox",
                    30,
                    "T1564.008",
                    SignInFacts::changedMailbox,
                    facts ->
                            "Rules, forwarding or rights of the mailbox, or ways of everybody's mail, were changed from its"
                                    + " address."),
            against(
                    "overlaps-usual-places",
                    25,
                    ACCOUNT,
                    SUCCEEDED.and(SignInFacts::overlapsUsualPlaces),
                    facts -> "The user was signing in at usual places in another country before and after it."),
            against(
                    "legacy-protocol",
                    25,
                    ACCOUNT,
                    SUCCEEDED.and(SignInFacts::isLegacy),
                    facts -> "It used " + Quote.of(facts.row().clientApp())
                            + ", an old protocol that the user does not use."),
            against(
                    "token-in-new-place",
                    15,
                    COOKIE,
                    SUCCEEDED.and(SignInFacts::isMfaByClaimInNewPlace),
                    facts -> "No second factor was asked for in a new place: a token brought the proof."),
            against(
                    "new-country",
                    20,
                    ACCOUNT,
                    SignInFacts::isNewCountry,
                    facts -> "It came from " + Quote.of(facts.row().country()) + ", a country new for the user."),
            against(
                    "new-program",
                    12,
                    ACCOUNT,
                    SUCCEEDED.and(SignInFacts::isNewUserAgent),
                    facts -> "It used a program new for the user: "
                            + Quote.of(facts.row().userAgent()) + "."),
            against(
                    "new-network",
                    10,
                    ACCOUNT,
                    SignInFacts::isNewNetwork,
                    facts -> "It came from a network new for the user: "
                            + Quote.of(facts.row().ipAddress()) + "."),
            against(
                    "no-device",
                    8,
                    ACCOUNT,
                    SUCCEEDED.and(SignInFacts::missesUsualDevice),
                    facts -> "It came without a registered device, unlike most of the user's sign-ins."),
            against(
                    "password-known",
                    15,
                    "T1110",
                    facts -> facts.passwordWasRight() && facts.isNewCountry(),
                    facts -> "The password was right, and something else stopped it: the password is known."),
            inFavour(
                    "known-device",
                    35,
                    SignInFacts::isKnownDevice,
                    facts -> "It came from one of the user's registered devices."));

    private SignInSignals() {}
}

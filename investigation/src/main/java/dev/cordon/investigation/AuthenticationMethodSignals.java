package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.AuthenticationMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What speaks for and against an authentication method. */
final class AuthenticationMethodSignals {
    private static final String MFA = "T1556.006";

    private static final Set<String> REGISTRATIONS = Set.of(
            "user registered security info",
            "user updated security info",
            "user registered all required security info",
            "admin registered security info",
            "admin updated security info",
            "add users strong authentication phone app detail",
            "create application password for user");

    /** Types that need no device of the owner's: quickest to add from a stolen session. */
    private static final Set<String> QUICK_TO_ADD =
            Set.of("softwareoath", "phone", "temporaryaccesspass", "fido2", "passkey", "email");

    static final SignalTable<Facts> TABLE = new SignalTable<>(
            facts -> facts.origin.notOfAttack("It was not registered during the attack, as far as the logs show."),
            against(
                    "registered-from-attacker-address",
                    80,
                    MFA,
                    facts -> facts.origin.isByAttackerAddress(),
                    facts -> "It was registered from the attacker's address " + facts.origin.addressInWords() + "."),
            against(
                    "registered-in-attack",
                    40,
                    MFA,
                    facts -> facts.origin.isInWindow(),
                    facts -> "It was registered at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "registered-soon-after-attacker",
                    30,
                    MFA,
                    facts -> facts.origin.isSoonAfterAttacker(),
                    facts -> "It was registered within an hour of an attacker's sign-in."),
            against(
                    "registered-from-unfamiliar-address",
                    40,
                    MFA,
                    facts -> facts.origin.isByUnfamiliarAddress(),
                    facts -> "It was registered from " + facts.origin.addressInWords()
                            + ", where the user has not been before."),
            against(
                    "unknown-age",
                    35,
                    facts -> facts.origin.isOfUnknownAge(),
                    facts -> "Microsoft does not say when it was registered, so it may be the attacker's."),
            against(
                    "newer-than-logs",
                    35,
                    facts -> facts.origin.isBeyondLogs(),
                    facts -> "It was registered at " + facts.origin.timeInWords()
                            + ", a time the sign-in logs do not show."),
            against(
                    "registered-in-suspected-attack",
                    40,
                    facts -> facts.origin.isInSuspectedWindow(),
                    facts -> "It was registered after a sign-in that needs a second look."),
            against(
                    "quick-to-add",
                    10,
                    facts -> facts.quickToAdd()
                            && !(facts.origin.isByOwnAddress() && facts.isInDoubt())
                            && !facts.origin.isBeforeWindow()
                            && !facts.origin.picture().isQuiet(),
                    facts -> "It is of a kind that attackers add, because it needs no device of the user's."),
            against(
                    "registered-lately",
                    40,
                    MFA,
                    Facts::isLateWithoutAttack,
                    facts -> "It was registered at " + facts.origin.timeInWords()
                            + ", within three days of this response; whoever was in the account could have done it."),
            inFavour(
                    "registered-from-own-address",
                    60,
                    facts -> facts.origin.isByOwnAddress() && !facts.isInDoubt(),
                    facts -> "It was registered from an address where the user usually is."),
            inFavour(
                    "registered-from-own-address-in-doubt",
                    5,
                    facts -> facts.origin.isByOwnAddress() && facts.isInDoubt(),
                    facts ->
                            "It was registered from an address where the user usually is; an attacker in the same network"
                                    + " would look the same."),
            inFavour(
                    "registered-by-administrator",
                    20,
                    facts -> facts.origin.isByOtherPerson(),
                    facts -> "Somebody else, an administrator perhaps, registered it for the user."),
            inFavour(
                    "older-than-attack",
                    30,
                    facts -> facts.origin.isBeforeWindow(),
                    facts -> "It was registered at " + facts.origin.timeInWords()
                            + ", before anything suspicious was seen."));

    private AuthenticationMethodSignals() {}

    static Judgement judge(AuthenticationMethod method, AttackPicture picture) {
        if (method.isPassword()) {
            Reason reset = new Reason("password", "The password is replaced by the reset.", Optional.empty());
            return new Judgement(Verdict.BENIGN, 0, List.of(reset));
        }
        return TABLE.judge(Facts.of(method, picture));
    }

    /**
     * The facts judged.
     *
     * @param quickToAdd whether it can be added without a device of the user's
     * @param origin when and from where it came
     */
    record Facts(boolean quickToAdd, Origin origin) {
        /** Whether it is so new that an attacker nobody saw could have made it. */
        boolean isLateWithoutAttack() {
            return origin.isRecent()
                    && !origin.isInWindow()
                    && !origin.isInSuspectedWindow()
                    && !origin.isBeyondLogs()
                    && !origin.isBeforeWindow();
        }

        /** Whether the user's own address is no alibi: nobody knows where the attacker was, or he was next door. */
        boolean isInDoubt() {
            return origin.isInSuspectedWindow() || isLateWithoutAttack() || origin.isByAddressBesideAttacker();
        }

        static Facts of(AuthenticationMethod method, AttackPicture picture) {
            Origin origin = Origin.find(
                    picture,
                    method.createdAt(),
                    REGISTRATIONS,
                    event -> Origin.mentions(event, method.id()) || Origin.mentions(event, method.displayName()));
            return new Facts(QUICK_TO_ADD.contains(method.type().toLowerCase(Locale.ROOT)), origin);
        }
    }
}

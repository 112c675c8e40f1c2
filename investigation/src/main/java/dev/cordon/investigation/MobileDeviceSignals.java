package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.MobileDevice;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What speaks for and against a telephone that synchronises the mailbox. Only its age speaks for it: everything else it says of itself, and
 * an attacker's says whatever the user's would. No log tells from where the partnership was made.
 */
final class MobileDeviceSignals {
    private static final String REGISTRATION = "T1098.005";
    private static final String COLLECTION = "T1114.002";
    private static final Set<String> HELD_BACK = Set.of("blocked", "quarantined");

    static final SignalTable<Facts> TABLE = new SignalTable<>(
            facts -> facts.origin.notOfAttack(
                    "It did not begin to synchronise during an attack, as far as the logs show."),
            against(
                    "began-in-attack",
                    45,
                    REGISTRATION,
                    facts -> facts.origin.isInWindow(),
                    facts -> "It began to synchronise the mailbox at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "began-soon-after-attacker",
                    30,
                    REGISTRATION,
                    facts -> facts.origin.isSoonAfterAttacker(),
                    facts -> "It began to synchronise within an hour of an attacker's sign-in."),
            against(
                    "began-in-suspected-attack",
                    40,
                    facts -> facts.origin.isInSuspectedWindow(),
                    facts -> "It began to synchronise after a sign-in that needs a second look."),
            against(
                    "uses-attackers-program",
                    40,
                    COLLECTION,
                    Facts::usesAttackersProgram,
                    facts -> "It synchronises with " + Quote.of(facts.device.userAgent())
                            + ", a program that the attacker used and the user does not."),
            against(
                    "is-a-tool",
                    35,
                    COLLECTION,
                    facts -> UserAgents.isAutomation(facts.device.userAgent()),
                    facts -> "It synchronises with " + Quote.of(facts.device.userAgent())
                            + ", a tool or a library and no telephone's mail program."),
            against(
                    "contradicts-itself",
                    25,
                    Facts::contradictsItself,
                    facts -> "It says two different things of what it is: " + Quote.of(facts.selfDescription()) + "."),
            against(
                    "says-nothing-of-itself",
                    10,
                    facts -> facts.isInDoubt() && facts.saysNothing(),
                    facts -> "It names neither a program nor a model, as telephones do."),
            against(
                    "unknown-age",
                    35,
                    facts -> facts.origin.isOfUnknownAge(),
                    facts -> "Exchange does not say since when it synchronises, so it may be the attacker's."),
            against(
                    "newer-than-logs",
                    35,
                    Facts::isBeyondLogsAlone,
                    facts -> "It began to synchronise at " + facts.origin.timeInWords()
                            + ", a time the sign-in logs do not show."),
            against(
                    "began-lately",
                    35,
                    REGISTRATION,
                    Facts::isLateWithoutAttack,
                    facts -> "It began to synchronise at " + facts.origin.timeInWords()
                            + ", within three days of this response; whoever was in the account could have set it up."),
            inFavour(
                    "older-than-attack",
                    30,
                    facts -> facts.origin.isBeforeWindow(),
                    facts -> "It has synchronised since " + facts.origin.timeInWords()
                            + ", before anything suspicious was seen."),
            inFavour(
                    "held-back",
                    0,
                    Facts::isHeldBack,
                    facts -> "Exchange holds it back now (" + Quote.of(facts.device.accessState())
                            + "), which says nothing of whose it is."));

    private MobileDeviceSignals() {}

    /**
     * The facts judged.
     *
     * @param device the telephone
     * @param origin since when it synchronises
     */
    record Facts(MobileDevice device, Origin origin) {
        static Facts of(MobileDevice device, AttackPicture picture) {
            return new Facts(device, new Origin(picture, device.since(), Optional.empty()));
        }

        /** Whether it is so new that an attacker nobody saw could have set it up. */
        boolean isLateWithoutAttack() {
            return origin.isRecent()
                    && !origin.isInWindow()
                    && !origin.isInSuspectedWindow()
                    && !origin.isBeyondLogs()
                    && !origin.isBeforeWindow();
        }

        /** Whether the logs say nothing of its time, where its time does not speak against it already. */
        boolean isBeyondLogsAlone() {
            return origin.isBeyondLogs() && !origin.isInWindow() && !origin.isInSuspectedWindow();
        }

        boolean isInDoubt() {
            return !origin.isBeforeWindow() && !origin.picture().isQuiet();
        }

        boolean usesAttackersProgram() {
            return !origin.isBeforeWindow()
                    && origin.picture().attackerUserAgents().contains(UserAgents.family(device.userAgent()));
        }

        boolean saysNothing() {
            return device.userAgent().isBlank() && device.model().isBlank();
        }

        boolean isHeldBack() {
            return HELD_BACK.contains(device.accessState().strip().toLowerCase(Locale.ROOT));
        }

        /** Whether it names both families of telephones. Outlook's own app names both in every telephone. */
        boolean contradictsItself() {
            String words = selfDescription().toLowerCase(Locale.ROOT);
            boolean apple = Stream.of("iphone", "ipad", "apple-").anyMatch(words::contains);
            boolean android = Stream.of("android", "samsung", "pixel").anyMatch(words::contains);
            return apple && android && !words.contains("outlook");
        }

        /** Without its name, which its owner may have chosen. */
        String selfDescription() {
            return String.join(
                    ", ",
                    Stream.of(device.type(), device.model(), device.operatingSystem(), device.userAgent())
                            .filter(text -> !text.isBlank())
                            .toList());
        }
    }
}

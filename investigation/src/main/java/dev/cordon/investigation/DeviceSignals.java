package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.Devices.Device;
import java.util.Locale;
import java.util.Set;

/** What speaks for and against a device: it keeps its own way in across a password reset. */
final class DeviceSignals {
    private static final String REGISTRATION = "T1098.005";
    private static final Set<String> REGISTRATIONS =
            Set.of("register device", "add device", "add registered owner to device", "add registered users to device");

    static final SignalTable<Facts> TABLE = new SignalTable<>(
            facts -> facts.origin.notOfAttack("It was not registered during the attack, as far as the logs show."),
            against(
                    "registered-from-attacker-address",
                    60,
                    REGISTRATION,
                    facts -> facts.origin.isByAttackerAddress(),
                    facts -> "It was registered from the attacker's address " + facts.origin.addressInWords() + "."),
            against(
                    "registered-in-attack",
                    40,
                    REGISTRATION,
                    facts -> facts.origin.isInWindow(),
                    facts -> "It was registered at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "registered-soon-after-attacker",
                    30,
                    REGISTRATION,
                    facts -> facts.origin.isSoonAfterAttacker(),
                    facts -> "It was registered within an hour of an attacker's sign-in."),
            against(
                    "registered-from-unfamiliar-address",
                    25,
                    REGISTRATION,
                    facts -> facts.origin.isByUnfamiliarAddress(),
                    facts -> "It was registered from " + facts.origin.addressInWords()
                            + ", where the user has not been before."),
            against(
                    "registered-in-suspected-attack",
                    35,
                    facts -> facts.origin.isInSuspectedWindow(),
                    facts -> "It was registered after a sign-in that needs a second look."),
            against(
                    "looks-like-phishing-kit",
                    30,
                    REGISTRATION,
                    Facts::looksLikeKit,
                    facts -> "It presents itself as phishing kits do: " + Quote.of(facts.device.displayName()) + "."),
            against(
                    "unknown-age",
                    25,
                    facts -> facts.origin.isOfUnknownAge(),
                    facts -> "Nobody says when it was registered, so it may be the attacker's."),
            against(
                    "newer-than-logs",
                    30,
                    facts -> facts.origin.isBeyondLogs(),
                    facts -> "It was registered at " + facts.origin.timeInWords()
                            + ", a time the sign-in logs do not show."),
            against(
                    "unmanaged",
                    10,
                    facts -> !facts.device.managed()
                            && !facts.device.compliant()
                            && !facts.origin.picture().isQuiet(),
                    facts -> "The organisation does not manage it."),
            inFavour(
                    "managed",
                    25,
                    facts -> facts.device.managed() || facts.device.compliant(),
                    facts -> "The organisation manages it."),
            inFavour(
                    "registered-from-own-address",
                    60,
                    facts -> facts.origin.isByOwnAddress(),
                    facts -> "It was registered from an address where the user usually is."),
            inFavour(
                    "older-than-attack",
                    30,
                    facts -> facts.origin.isBeforeWindow(),
                    facts -> "It was registered at " + facts.origin.timeInWords()
                            + ", before anything suspicious was seen."));

    private DeviceSignals() {}

    /**
     * The facts judged.
     *
     * @param device the device
     * @param origin when and from where it came
     */
    record Facts(Device device, Origin origin) {
        static Facts of(Device device, AttackPicture picture) {
            Origin origin = Origin.find(
                    picture,
                    device.registeredAt(),
                    REGISTRATIONS,
                    event -> Origin.mentions(event, device.id()) || Origin.mentions(event, device.displayName()));
            return new Facts(device, origin);
        }

        boolean looksLikeKit() {
            return device.displayName().toUpperCase(Locale.ROOT).startsWith("DESKTOP-")
                    && device.operatingSystem().contains("10.0.19045.2006");
        }
    }
}

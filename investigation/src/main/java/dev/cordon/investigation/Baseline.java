package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is usual for a user, learnt from the sign-ins that are not under suspicion.
 *
 * @param from its first sign-in; empty when there is none
 * @param through its last sign-in; empty when there is none
 * @param signIns how many sign-ins it stands on
 * @param addresses addresses they came from
 * @param networks the networks of these addresses ({@link Network})
 * @param countries countries they came from
 * @param devices registered devices used
 * @param userAgents browsers and programs used, without version numbers
 * @param applications applications used
 */
public record Baseline(
        Optional<Instant> from,
        Optional<Instant> through,
        int signIns,
        Set<String> addresses,
        Set<String> networks,
        Set<String> countries,
        Set<String> devices,
        Set<String> userAgents,
        Set<String> applications) {
    public Baseline {
        requireNonNull(from, "from is null");
        requireNonNull(through, "through is null");
        addresses = Set.copyOf(addresses);
        networks = Set.copyOf(networks);
        countries = Set.copyOf(countries);
        devices = Set.copyOf(devices);
        userAgents = Set.copyOf(userAgents);
        applications = Set.copyOf(applications);
    }

    /** How long the user was watched. */
    public Duration length() {
        return from.flatMap(start -> through.map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
    }

    /** Whether there is enough to tell the unusual from the usual. */
    public boolean isLearnt() {
        return signIns >= 5 && length().compareTo(Duration.ofDays(2)) >= 0;
    }

    /** Whether the user has been seen at {@code address} or in its network. */
    public boolean knows(String address) {
        return addresses.contains(address) || networks.contains(Network.of(address));
    }

    /** The baseline in one sentence. */
    public String inWords() {
        if (signIns == 0) {
            return "No usual sign-in was found to compare with.";
        }
        return "Compared with " + signIns + " usual sign-ins over " + length().toDays() + " days: " + networks.size()
                + " networks, " + countries.size() + " countries, " + devices.size() + " registered devices, "
                + userAgents.size() + " programs.";
    }
}

package dev.cordon.investigation.reconstruction;

import dev.cordon.incident.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the network and the programs of an address tell of whose it is: clues that decide nothing alone. A network in which anybody was
 * before the attacker came, and a program that anybody else has, speak against nobody. For one thread.
 */
final class Surroundings {
    /** Both together stay below what makes an address the attacker's: a third clue has to be about the address itself. */
    private static final int HIS_NETWORK = 20;

    private static final int HIS_PROGRAM = 20;

    /** What makes an address the user's where nothing of the attacker's stands against it. */
    static final int ENOUGH_FOR_USER = 30;

    private static final int OWN_LINE = 30;
    private static final int OWN_RANGE = 15;
    private static final int OWN_PROGRAM = 15;

    /** More of one address are somebody who changes them at will; the first of the alphabet are kept, whatever the order of the rows. */
    private static final int MOST_PROGRAMS = 50;

    private final Map<String, String> networks = new HashMap<>();
    private final Map<String, Habit> habits = new HashMap<>();
    private final Map<String, TreeMap<String, Set<String>>> programs = new HashMap<>();
    private final Map<String, Set<String>> usualPrograms = new HashMap<>();
    private final Map<String, Integer> hisNetworks = new HashMap<>();
    private final Map<String, Set<String>> hisPrograms = new HashMap<>();
    private final Programs known;
    private Set<String> his = Set.of();

    Surroundings(Programs known) {
        this.known = known;
    }

    /** Takes a row with an address in. */
    void add(EvidenceRow row, boolean suspicious) {
        String address = row.address();
        String network = network(address);
        if (!network.isEmpty()) {
            habits.computeIfAbsent(network, none -> new Habit()).add(row, suspicious);
        }
        String program = row.record().userAgent();
        if (!program.isBlank() && !isProtocol(program) && !known.isAutomation(program)) {
            var seen = programs.computeIfAbsent(address, none -> new TreeMap<>());
            seen.computeIfAbsent(known.family(program), none -> new TreeSet<>()).add(row.actor());
            if (seen.size() > MOST_PROGRAMS) {
                seen.pollLastEntry();
            }
        }
    }

    /** Exchange names how it was spoken to where it does not know the program: the same for everybody. */
    private static boolean isProtocol(String program) {
        return program.regionMatches(true, 0, "Client=", 0, "Client=".length());
    }

    /** Every row is in: which programs are whose usual ones. */
    void settle(Map<String, Sightings> addresses) {
        programs.forEach((address, families) -> {
            Sightings seen = addresses.get(address);
            families.forEach((family, actors) -> actors.stream()
                    .filter(actor -> seen != null && seen.isUsualFor(actor))
                    .forEach(actor -> usualPrograms
                            .computeIfAbsent(family, none -> new HashSet<>())
                            .add(actor)));
        });
    }

    /** These addresses are the attacker's, as far as is known by now: they only ever grow. */
    void attackersAre(Map<String, Instant> firstByAddress) {
        his = Set.copyOf(firstByAddress.keySet());
        hisNetworks.clear();
        hisPrograms.clear();
        Map<String, Instant> since = new HashMap<>();
        firstByAddress.forEach((address, first) -> {
            since.merge(network(address), first, (one, two) -> one.isBefore(two) ? one : two);
            hisNetworks.merge(network(address), 1, Integer::sum);
            programs.getOrDefault(address, new TreeMap<>())
                    .keySet()
                    .forEach(family -> hisPrograms
                            .computeIfAbsent(family, none -> new HashSet<>())
                            .add(address));
        });
        hisNetworks.keySet().removeIf(network -> isOfOthers(network, since.getOrDefault(network, Instant.MIN)));
        Set<String> used = programsOfOthers();
        hisPrograms.keySet().removeIf(family -> used.contains(family) || usualPrograms.containsKey(family));
    }

    /** What is used where neither the attacker nor a neighbour of his is. */
    private Set<String> programsOfOthers() {
        Set<String> used = new HashSet<>();
        programs.forEach((address, families) -> {
            if (!his.contains(address) && !hisNetworks.containsKey(network(address))) {
                used.addAll(families.keySet());
            }
        });
        return used;
    }

    private boolean isOfOthers(String network, Instant attackersSince) {
        Habit habit = habits.get(network);
        return habit == null || !habit.usualActors().isEmpty() || habit.hasRegularsBefore(attackersSince);
    }

    /** Whether the actor is usually on this very line, at whatever address of it. */
    boolean isOnOwnLine(String actor, String address) {
        String network = network(address);
        Habit habit = habits.get(network);
        return habit != null && Places.isOneLine(network) && habit.isUsualFor(actor);
    }

    /** What they tell of the address; the user's are only told where nobody is usually at this very address. */
    List<Clue> clues(String address, Sightings seen) {
        List<Clue> clues = new ArrayList<>();
        String network = network(address);
        int neighbours = hisNetworks.getOrDefault(network, 0) - (his.contains(address) ? 1 : 0);
        if (neighbours > 0) {
            clues.add(new Clue(
                    Party.ATTACKER,
                    HIS_NETWORK,
                    "It lies in a network of the attacker's in which nobody else was before: " + network + "."));
        }
        Set<String> families = programs.getOrDefault(address, new TreeMap<>()).keySet();
        program(address, families)
                .ifPresent(family -> clues.add(new Clue(
                        Party.ATTACKER,
                        HIS_PROGRAM,
                        "A program of the attacker's that nobody else uses: " + family + ".")));
        if (seen.usualActors().isEmpty() && areUsuallyNear(network, seen.actors())) {
            clues.add(new Clue(
                    Party.USER,
                    Places.isOneLine(network) ? OWN_LINE : OWN_RANGE,
                    "Whoever acted here is usually in the same network: " + network + "."));
            if (!families.isEmpty() && families.stream().allMatch(family -> isUsualFor(family, seen.actors()))) {
                clues.add(new Clue(
                        Party.USER, OWN_PROGRAM, "Only with programs that they use at their usual places too."));
            }
        }
        return clues;
    }

    private Optional<String> program(String address, Set<String> families) {
        return families.stream()
                .filter(family ->
                        hisPrograms.getOrDefault(family, Set.of()).stream().anyMatch(other -> !other.equals(address)))
                .findFirst();
    }

    private boolean areUsuallyNear(String network, List<String> actors) {
        Habit habit = habits.get(network);
        return habit != null && !actors.isEmpty() && actors.stream().allMatch(habit::isUsualFor);
    }

    private boolean isUsualFor(String family, List<String> actors) {
        return usualPrograms.getOrDefault(family, Set.of()).containsAll(actors);
    }

    private String network(String address) {
        return networks.computeIfAbsent(address, Places::network);
    }
}

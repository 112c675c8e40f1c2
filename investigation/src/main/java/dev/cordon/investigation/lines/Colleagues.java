package dev.cordon.investigation.lines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is usual for the users of a file together. It stands in for the habits of somebody of whom the file has hardly anything, and says in which countries
 * the organisation is at all.
 */
final class Colleagues {
    private static final int FEWEST_USERS = 5;
    private static final int FEWEST_ROWS = 5;
    private static final int SHARE_OF_USERS = 20;

    private final Map<String, Integer> countries = new HashMap<>();
    private final Map<String, Integer> networks = new HashMap<>();
    private final Map<String, Integer> programs = new HashMap<>();
    private LocalDate beginning = LocalDate.MAX;
    private int users;
    private int usersWithDevices;

    /** Learns from rows that are not suspected, by user. */
    Colleagues(Collection<List<SignInLine>> unsuspected) {
        unsuspected.forEach(all -> {
            List<SignInLine> rows = all.stream().filter(SignInLine::succeeded).toList();
            rows.forEach(row -> beginning = row.day().isBefore(beginning) ? row.day() : beginning);
            if (rows.size() >= FEWEST_ROWS) {
                users++;
                usersWithDevices += rows.stream().anyMatch(row -> row.device().isRegistered()) ? 1 : 0;
                count(countries, rows, SignInLine::country);
                count(networks, rows, SignInLine::network);
                count(programs, rows, SignInLine::program);
            }
        });
    }

    private static void count(Map<String, Integer> users, List<SignInLine> rows, Function<SignInLine, String> trait) {
        Set<String> his = new HashSet<>();
        rows.forEach(row -> his.add(trait.apply(row)));
        his.forEach(value -> users.merge(value, 1, Integer::sum));
    }

    /** Whether there are enough of them to say what is usual among them. */
    boolean areLearnt() {
        return users >= FEWEST_USERS;
    }

    boolean knowCountry(SignInLine row) {
        int there = countries.getOrDefault(row.country(), 0);
        return there >= 2 && there * SHARE_OF_USERS >= users;
    }

    /** Whether most of them are there. */
    boolean liveIn(SignInLine row) {
        return areLearnt() && countries.getOrDefault(row.country(), 0) * 2 > users;
    }

    /** Whether the day is in the first week of all that is told of anybody. */
    boolean areNewOn(LocalDate day) {
        return day.isBefore(beginning.plusWeeks(1));
    }

    boolean knowNetwork(SignInLine row) {
        return networks.getOrDefault(row.network(), 0) >= 2;
    }

    boolean knowProgram(SignInLine row) {
        return programs.getOrDefault(row.program(), 0) >= 2;
    }

    boolean useDevices() {
        return usersWithDevices * 10 >= users * 9;
    }
}

package dev.cordon.investigation.lines;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is usual for one user, learnt from all of his rows that are not suspected, whenever they were: a network in which he is for weeks, the
 * country in which those are, the programs and devices that he has there. The order of the rows does not matter.
 */
final class SignInHabits {
    /** Seen on so many days over so long, a network is the user's. */
    private static final int DAYS_OF_REGULAR_PLACE = 4;

    private static final int SPAN_OF_REGULAR_PLACE = 7;
    private static final int ROWS_TO_LEARN = 5;
    private static final Duration AROUND_JOURNEY = Duration.ofHours(36);

    private final List<SignInLine> rows;
    private final Set<String> networks = new HashSet<>();
    private final Set<String> countries = new HashSet<>();
    private final Set<String> programs = new HashSet<>();
    private final Set<String> devices = new HashSet<>();
    private final Set<String> programsWithoutDevice = new HashSet<>();
    private final Set<String> protocols = new HashSet<>();
    private final Set<String> clientApps = new HashSet<>();
    private final Map<String, Long> daysByNetwork = new HashMap<>();
    private final long days;
    private final boolean usesDevices;

    /** Learns from rows of one user. */
    SignInHabits(List<SignInLine> unsuspected) {
        this.rows = unsuspected.stream()
                .filter(SignInLine::succeeded)
                .sorted(Comparator.comparing(SignInLine::at))
                .toList();
        rows.stream()
                .filter(row -> row.device().isManaged())
                .map(row -> row.device().id())
                .forEach(devices::add);
        this.days = days(rows);
        rows.stream()
                .collect(Collectors.groupingBy(SignInLine::network))
                .forEach((network, there) -> daysByNetwork.put(network, days(there)));
        Optional<String> home = home();
        home.ifPresent(countries::add);
        learn(networks, SignInLine::network, this::isRegular);
        learn(devices, row -> row.device().isRegistered() ? row.device().id() : "", this::isKept);
        rows.stream()
                .filter(this::isAnchored)
                .map(SignInLine::country)
                .filter(name -> !name.isEmpty())
                .forEach(countries::add);
        learn(programs, SignInLine::program, this::isKept);
        learn(programsWithoutDevice, row -> row.device().isRegistered() ? "" : row.program(), this::isKept);
        learn(protocols, SignInLine::protocol, this::isKept);
        learn(clientApps, SignInLine::clientApp, this::isKept);
        this.usesDevices =
                rows.stream().filter(row -> row.device().isRegistered()).count() * 2 > rows.size();
    }

    private void learn(Set<String> known, Function<SignInLine, String> trait, Predicate<List<SignInLine>> isUsual) {
        Map<String, List<SignInLine>> by =
                rows.stream().collect(Collectors.groupingBy(trait, HashMap::new, Collectors.toList()));
        by.forEach((value, there) -> {
            if (!value.isBlank() && isUsual.test(there)) {
                known.add(value);
            }
        });
    }

    /** The country of most days; of two with as many the one that was first. */
    private Optional<String> home() {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        rows.stream()
                .filter(row -> !row.country().isEmpty())
                .forEach(row -> days.computeIfAbsent(row.country(), _ -> new HashSet<>())
                        .add(row.day()));
        Comparator<Map.Entry<String, Set<LocalDate>>> byDays =
                Comparator.comparingInt(entry -> entry.getValue().size());
        return days.entrySet().stream()
                .max(byDays.thenComparing(entry -> firstDay(entry.getValue()), Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static LocalDate firstDay(Set<LocalDate> days) {
        return days.stream().min(LocalDate::compareTo).orElse(LocalDate.MAX);
    }

    private static long days(List<SignInLine> there) {
        return there.stream().map(SignInLine::day).distinct().count();
    }

    /** Over a week, or where the rows do not reach so far, on two days, one of them in the first half. */
    private boolean isRegular(List<SignInLine> there) {
        long span =
                ChronoUnit.DAYS.between(there.getFirst().day(), there.getLast().day());
        if (days(there) >= DAYS_OF_REGULAR_PLACE && span >= SPAN_OF_REGULAR_PLACE) {
            return true;
        }
        return days(there) >= 2 && isFromFirstHalf(there) && days(there) * 5 >= days;
    }

    private boolean isFromFirstHalf(List<SignInLine> there) {
        LocalDate first = rows.getFirst().day();
        long half = ChronoUnit.DAYS.between(first, rows.getLast().day()) / 2;
        return !there.getFirst().day().isAfter(first.plusDays(half));
    }

    /** On two days, one of them in a country or network that is his. */
    private boolean isKept(List<SignInLine> there) {
        return (days(there) >= 2 || days < 2 || there.size() >= ROWS_TO_LEARN)
                && there.stream().anyMatch(row -> isAtHome(row));
    }

    private boolean isAtHome(SignInLine row) {
        return countries.contains(row.country()) || networks.contains(row.network());
    }

    /** A device that is his, or a network of weeks, shows that he is there himself. */
    private boolean isAnchored(SignInLine row) {
        return knowsDevice(row)
                || (networks.contains(row.network()) && days > SPAN_OF_REGULAR_PLACE && isRegularForWeeks(row));
    }

    private boolean isRegularForWeeks(SignInLine row) {
        return daysByNetwork.getOrDefault(row.network(), 0L) * 3 >= days;
    }

    /** Whether there is enough to tell the unusual from the usual. */
    boolean areLearnt() {
        return rows.size() >= ROWS_TO_LEARN;
    }

    boolean knowsNetwork(SignInLine row) {
        return networks.contains(row.network());
    }

    boolean knowsCountry(SignInLine row) {
        return countries.contains(row.country());
    }

    boolean knowsProgram(SignInLine row) {
        return programs.contains(row.program());
    }

    boolean knowsDevice(SignInLine row) {
        return row.device().isRegistered() && devices.contains(row.device().id());
    }

    /** Whether he uses that program without a registered device, as most people do their telephone. */
    boolean usesWithoutDevice(SignInLine row) {
        return programsWithoutDevice.contains(row.program());
    }

    boolean knowsProtocol(SignInLine row) {
        return protocols.contains(row.protocol());
    }

    boolean knowsClientApp(SignInLine row) {
        return clientApps.contains(row.clientApp());
    }

    boolean useDevices() {
        return usesDevices;
    }

    /** Whether he was in the row's country around that time, elsewhere there and with a program or device of his: a journey. */
    boolean showJourneyAround(SignInLine row) {
        return rows.stream()
                .filter(other -> other.country().equals(row.country())
                        && !other.network().equals(row.network()))
                .filter(other -> knowsDevice(other) || knowsProgram(other))
                .anyMatch(other -> Duration.between(other.at(), row.at()).abs().compareTo(AROUND_JOURNEY) <= 0);
    }

    /** Rows that were his own without a doubt. */
    List<SignInLine> anchors() {
        return rows.stream()
                .filter(row -> knowsDevice(row) || knowsNetwork(row) || (knowsCountry(row) && knowsProgram(row)))
                .toList();
    }
}

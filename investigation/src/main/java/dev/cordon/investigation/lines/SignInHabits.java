package dev.cordon.investigation.lines;

import dev.cordon.investigation.SignInTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is usual for one user, learnt from all of his rows that are not suspected, whenever they were. It grows from what is sure, managed devices and the
 * places where he mostly is, to what is met together with it: devices at those places, places of those devices, sessions and programs of both.
 * Somebody who comes for weeks from one place with nothing of the user's stays a stranger. The order of the rows does not matter.
 */
final class SignInHabits {
    private static final int ROWS_TO_LEARN = 5;
    private static final int WEEK = 7;
    private static final int DAYS_OF_RENTED_PLACE = 3;
    private static final int DAYS_OF_FAR_PLACE = 8;
    private static final int DAYS_OF_HOME = 5;
    private static final int NETWORKS_OF_AREA = 3;
    private static final int STEPS_OF_TRUST = 3;
    private static final Duration AROUND_JOURNEY = Duration.ofDays(3);

    private final List<SignInLine> rows;
    private final Offices offices;
    private final Colleagues colleagues;
    private final long days;
    private final LocalDate middle;
    private final boolean isAmongColleagues;
    private final boolean isMachine;
    private final boolean usesDevices;
    private final boolean usesMobileDevices;
    private final boolean knowsTelephones;
    private final OwnDevices devices;
    private final Set<String> networksEver = new HashSet<>();
    private final Set<String> areasEver = new HashSet<>();
    private final Set<String> networks = new HashSet<>();
    private final Set<String> areas = new HashSet<>();
    private final Set<String> towns = new HashSet<>();
    private final Set<String> lines = new HashSet<>();
    private boolean usesRentedNetworks;
    private boolean isTelephoneAtHome;
    private final Set<String> clients = new HashSet<>();
    private final Set<String> countries = new HashSet<>();
    private final Map<String, NavigableSet<Instant>> journeys = new HashMap<>();
    private final Set<String> programs = new HashSet<>();
    private final Set<String> programsWithoutDevice = new HashSet<>();
    private final Set<String> carriers = new HashSet<>();
    private final Set<String> protocols = new HashSet<>();
    private final Set<String> clientApps = new HashSet<>();
    private final Set<String> applications = new HashSet<>();

    /** Learns from rows of one user; {@code offices} are places that he may share with {@code colleagues}. */
    SignInHabits(List<SignInLine> unsuspected, Offices offices, Colleagues colleagues) {
        this.rows = unsuspected.stream()
                .filter(SignInLine::succeeded)
                .sorted(Comparator.comparing(SignInLine::at)
                        .thenComparing(SignInLine::address)
                        .thenComparingLong(SignInLine::autonomousSystem)
                        .thenComparing(SignInLine::program)
                        .thenComparing(SignInLine::country))
                .toList();
        this.offices = offices;
        this.colleagues = colleagues;
        this.days = days(rows);
        this.middle = middle();
        this.isAmongColleagues =
                rows.stream().anyMatch(row -> offices.contain(row.network()) || colleagues.knowCountry(row));
        this.isMachine = areOfMachine(rows);
        this.usesDevices = mostlyRegistered(rows, row -> !row.isMobile());
        this.usesMobileDevices = mostlyRegistered(rows, SignInLine::isMobile);
        this.devices = new OwnDevices(rows);
        rows.forEach(row -> {
            networksEver.add(row.network());
            areasEver.add(row.area());
        });
        learnPlacesAndDevices();
        learnCountries();
        learnPrograms();
        learnLines();
        this.knowsTelephones = rows.stream().anyMatch(row -> row.isMobile() && programs.contains(row.program()));
        learn(protocols, SignInLine::protocol, this::isCustom);
        learn(clientApps, SignInLine::clientApp, this::isCustom);
        learn(applications, SignInLine::applicationId, this::isCustom);
    }

    private void learnPlacesAndDevices() {
        rows.stream()
                .filter(row -> row.device().isManaged())
                .forEach(row -> devices.add(row.device().id()));
        learn(networks, SignInLine::network, this::isRegularPlace);
        for (int step = 0; step < STEPS_OF_TRUST; step++) {
            by(SignInHabits::registeredDevice).forEach((id, there) -> {
                if (isOwnDevice(there)) {
                    devices.add(id);
                }
            });
            learn(networks, SignInLine::network, this::isPlaceOfDevice);
        }
        learn(areas, SignInHabits::programInArea, this::isHomeOfProgram);
        if (areOfMachine()) {
            learn(areas, SignInHabits::programInArea, this::isHomeOfMachine);
        }
        collect(clients, SignInLine::client, this::isTrusted);
        List<SignInLine> rented = rows.stream()
                .filter(row -> row.isFromHosting() && (knowsDevice(row) || (row.isMobile() && knowsClient(row))))
                .toList();
        boolean isTelephoneThere = rented.stream().anyMatch(SignInLine::isMobile);
        usesRentedNetworks = days(rented) >= (isTelephoneThere ? 2 : DAYS_OF_RENTED_PLACE) && span(rented) >= WEEK;
        rows.stream()
                .filter(row -> isTrusted(row) && !row.isFromHosting() && !row.isFromGateway())
                .forEach(row -> towns.add(town(row)));
    }

    /** Providers in towns of his through which he comes again and again with what he has. */
    private void learnLines() {
        learn(
                lines,
                SignInHabits::line,
                there -> towns.contains(town(there.getFirst()))
                        && days(there.stream().filter(this::isWithHis).toList()) >= 2);
    }

    private boolean isWithHis(SignInLine row) {
        return isTrusted(row) || row.isMobile() || programs.contains(row.program());
    }

    private static String line(SignInLine row) {
        return row.autonomousSystem() == 0 || row.city().isEmpty() || row.isFromHosting() || row.isFromGateway()
                ? ""
                : row.area();
    }

    /** Whether it came through a provider, in a town, where his own devices and places are: a home whose address changes. */
    boolean knowsLine(SignInLine row) {
        return lines.contains(row.area());
    }

    /** Whether he lives or works in that country; a journey is no life. */
    boolean livesIn(SignInLine row) {
        return countries.contains(row.country());
    }

    private static String town(SignInLine row) {
        return row.country() + "\n" + row.city();
    }

    /** Whether he has a place there, or something of his is. */
    boolean knowsTown(SignInLine row) {
        return !row.city().isEmpty() && towns.contains(town(row));
    }

    private static String programInArea(SignInLine row) {
        return row.area().isEmpty() ? "" : row.area() + "\n" + row.program();
    }

    /** Where one program comes from for weeks, each time at another address: a home whose provider gives out new ones. */
    private boolean isHomeOfProgram(List<SignInLine> there) {
        SignInLine first = there.getFirst();
        return !first.isFromHosting()
                && !first.isFromGateway()
                && !first.day().isAfter(middle)
                && days(there) >= DAYS_OF_HOME
                && span(there) >= Math.min(WEEK, span(rows) / 2)
                && !isDoubtful(there)
                && there.stream().map(SignInLine::network).distinct().count() >= NETWORKS_OF_AREA;
    }

    /** Where a program runs for most of its life, whatever its servers' addresses are. */
    private boolean isHomeOfMachine(List<SignInLine> there) {
        return !there.getFirst().day().isAfter(middle) && there.size() * 2 > rows.size() && days(there) >= DAYS_OF_HOME;
    }

    private static long span(List<SignInLine> there) {
        return there.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(
                        there.getFirst().day(), there.getLast().day());
    }

    /** The countries in which he lives or works, and for each other one when he was there. */
    private void learnCountries() {
        Set<String> atPlaces = new HashSet<>();
        collect(atPlaces, SignInLine::program, this::isTrusted);
        by(SignInLine::country).forEach((country, there) -> {
            List<SignInLine> own = there.stream().filter(this::isOwn).toList();
            if (isRoamedByTelephone(there, atPlaces)) {
                countries.add(country);
            }
            if (days(own) >= DAYS_OF_HOME || (!own.isEmpty() && days(own) * 5 >= days)) {
                countries.add(country);
            }
            journeys.put(country, own.stream().map(SignInLine::at).collect(Collectors.toCollection(TreeSet::new)));
        });
    }

    /** Whether a telephone that is also used at places of his is in that country again and again, from early on, at whatever address. */
    private boolean isRoamedByTelephone(List<SignInLine> there, Set<String> atPlaces) {
        List<SignInLine> telephones = there.stream()
                .filter(row -> row.isMobile() && !row.isFromHosting() && atPlaces.contains(row.program()))
                .toList();
        return days(telephones) >= DAYS_OF_HOME && !telephones.getFirst().day().isAfter(middle);
    }

    private void learnPrograms() {
        isTelephoneAtHome = rows.stream().anyMatch(row -> row.isMobile() && isTrusted(row));
        collect(programs, SignInLine::program, this::isTrusted);
        learn(programs, SignInLine::program, there -> isKeptAtHome(there, false));
        collect(programsWithoutDevice, SignInHabits::programWithoutDevice, this::isTrusted);
        learn(programsWithoutDevice, SignInHabits::programWithoutDevice, there -> isKeptAtHome(there, true));
        learn(
                carriers,
                SignInHabits::carrier,
                there -> days(there) >= 2
                        && there.stream()
                                .anyMatch(row -> row.isMobile()
                                        && !row.isFromHosting()
                                        && (knowsClient(row) || knowsProgram(row))));
    }

    private Map<String, List<SignInLine>> by(Function<SignInLine, String> trait) {
        Map<String, List<SignInLine>> by =
                rows.stream().collect(Collectors.groupingBy(trait, HashMap::new, Collectors.toList()));
        by.keySet().removeIf(String::isBlank);
        return by;
    }

    private void learn(Set<String> known, Function<SignInLine, String> trait, Predicate<List<SignInLine>> isUsual) {
        by(trait).forEach((value, there) -> {
            if (isUsual.test(there)) {
                known.add(value);
            }
        });
    }

    private void collect(Set<String> known, Function<SignInLine, String> trait, Predicate<SignInLine> from) {
        rows.stream().filter(from).map(trait).filter(value -> !value.isBlank()).forEach(known::add);
    }

    private static String registeredDevice(SignInLine row) {
        return row.device().isRegistered() ? row.device().id() : "";
    }

    /** The program, where no device vouches for it. */
    private static String programWithoutDevice(SignInLine row) {
        return row.device().isRegistered() ? "" : row.program();
    }

    private static String carrier(SignInLine row) {
        return row.autonomousSystem() == 0 ? "" : row.autonomousSystem() + " " + row.country();
    }

    private static long days(List<SignInLine> there) {
        return there.stream().map(SignInLine::day).distinct().count();
    }

    /** Counted in days: a stranger with a hundred sign-ins in one night changes nothing. */
    private static boolean mostlyRegistered(List<SignInLine> rows, Predicate<SignInLine> of) {
        List<SignInLine> asked = rows.stream().filter(of).toList();
        List<SignInLine> registered =
                asked.stream().filter(row -> row.device().isRegistered()).toList();
        return days(registered) * 2 > days(asked);
    }

    private LocalDate middle() {
        if (rows.isEmpty()) {
            return LocalDate.MAX;
        }
        LocalDate first = rows.getFirst().day();
        return first.plusDays(ChronoUnit.DAYS.between(first, rows.getLast().day()) / 2);
    }

    /** An office, or where he is on a good part of his days, from early on. */
    private boolean isRegularPlace(List<SignInLine> there) {
        SignInLine first = there.getFirst();
        if (offices.contain(first.network())) {
            return true;
        }
        if (first.day().isAfter(middle) || days(there) < Math.min(2, days)) {
            return false;
        }
        if (isDoubtful(there)) {
            return false;
        }
        return first.isFromHosting() ? isLivedOnServers(there) : days(there) * 3 >= days;
    }

    /** In a country without colleagues, or without any device of somebody who has some: if not for long, or where he has no life beside it. */
    private boolean isDoubtful(List<SignInLine> there) {
        SignInLine first = there.getFirst();
        boolean isForeign = colleagues.areLearnt() && !colleagues.knowCountry(first);
        boolean isBare = usesDevices && there.stream().noneMatch(SignInHabits::isOfTheirs);
        return (isForeign && !(isMostOfHisDays(there) && !isAmongColleagues && isThereFromTheBeginning()))
                || (isBare && !(isMostOfHisDays(there) && isInTownOfDevices(first)));
    }

    /** Who turns up alone abroad in the middle of the file may be a colleague, or whoever has woken his account. */
    private boolean isThereFromTheBeginning() {
        return colleagues.areNewOn(rows.getFirst().day());
    }

    /** Whether something of his is in the same town; also where no town is told. */
    private boolean isInTownOfDevices(SignInLine place) {
        return place.city().isEmpty()
                || rows.stream()
                        .filter(row -> isOfTheirs(row) && !row.isFromHosting())
                        .anyMatch(row -> row.country().equals(place.country())
                                && row.city().equals(place.city()));
    }

    /** For so long, or for most of a shorter file, that it is no visit. */
    private boolean isMostOfHisDays(List<SignInLine> there) {
        return days(there) >= DAYS_OF_FAR_PLACE || (days(there) >= DAYS_OF_HOME && days(there) * 2 > days);
    }

    /** As programs do, and people whose company leads them through there, their devices too; a guest of some days does not. */
    private boolean isLivedOnServers(List<SignInLine> there) {
        boolean isBare =
                usesDevices && there.stream().noneMatch(row -> row.device().isManaged());
        return !isBare && days(there) * 2 > days && (days(there) >= DAYS_OF_HOME || there.size() == rows.size());
    }

    /** A registered device, or a telephone: where neither ever was, somebody who has them does not live. */
    private static boolean isOfTheirs(SignInLine row) {
        return row.device().isRegistered() || row.isMobile();
    }

    /** Met at a place of his, or from early on as often as he is there himself. */
    private boolean isOwnDevice(List<SignInLine> there) {
        List<SignInLine> lived =
                there.stream().filter(row -> !row.isFromHosting()).toList();
        return lived.stream().anyMatch(row -> networks.contains(row.network()))
                || (days(lived) >= 2 && !lived.getFirst().day().isAfter(middle) && days(lived) * 4 >= days);
    }

    private boolean isPlaceOfDevice(List<SignInLine> there) {
        List<SignInLine> own = there.stream().filter(this::knowsDevice).toList();
        return there.getFirst().isFromHosting() ? days(own) >= DAYS_OF_RENTED_PLACE : !own.isEmpty();
    }

    /** At places of his or with devices of his on several days: once is no custom. */
    private boolean isCustom(List<SignInLine> there) {
        List<SignInLine> own = there.stream().filter(this::isTrusted).toList();
        return days(own) >= Math.min(2, days);
    }

    /** With a device of his, or at a place of his. */
    private boolean isTrusted(SignInLine row) {
        return knowsDevice(row) || isHome(row);
    }

    private boolean isHome(SignInLine row) {
        return networks.contains(row.network()) || areas.contains(programInArea(row));
    }

    /** The same, or in a session that was at a place of his and goes along on a telephone. */
    private boolean isOwn(SignInLine row) {
        return !row.isFromHosting() && (isTrusted(row) || (row.isMobile() && knowsClient(row)));
    }

    /** A telephone that is used again and again in a country of his, where none of his is met at his places; where no place is his, as with changing addresses, any program. */
    private boolean isKeptAtHome(List<SignInLine> there, boolean withoutDevice) {
        SignInLine first = there.getFirst();
        boolean mayRoam = first.isMobile()
                ? !isTelephoneAtHome && !(withoutDevice && usesMobileDevices)
                : networks.isEmpty() && !usesDevices && days(there) * 3 >= days;
        return mayRoam
                && !first.day().isAfter(middle)
                && (days(there) >= 2 || days < 2)
                && there.stream().anyMatch(row -> countries.contains(row.country()) && !row.isFromHosting());
    }

    /** Whether it is no person: one program and nothing else, that no person sits in front of. */
    boolean areOfMachine() {
        return isMachine;
    }

    private static boolean areOfMachine(List<SignInLine> rows) {
        long quiet = rows.stream().filter(SignInHabits::isOfMachine).count();
        return rows.size() >= ROWS_TO_LEARN && quiet * 10 >= rows.size() * 9L;
    }

    private static boolean isOfMachine(SignInLine row) {
        return row.isTool() || row.userAgent().isEmpty() || SignInTables.isLegacy(row.clientApp());
    }

    /** Whether there is enough of him, or of his colleagues, to tell the unusual from the usual. */
    boolean areComparable() {
        return areLearnt() || colleagues.areLearnt();
    }

    /** Whether there is enough of himself. */
    boolean areLearnt() {
        return rows.size() >= ROWS_TO_LEARN && !(networks.isEmpty() && areas.isEmpty() && devices.areNone());
    }

    /** Whether he signs in through rented servers with what is his, for weeks: a private VPN. */
    boolean useRentedNetworks() {
        return usesRentedNetworks;
    }

    /** Whether it is a place of his, or a telephone at a carrier of his: carriers hop from network to network. */
    boolean knowsNetwork(SignInLine row) {
        return isOwnPlace(row)
                || areas.contains(programInArea(row))
                || (!areLearnt() && colleagues.knowNetwork(row))
                || (row.isMobile() && !row.isFromHosting() && knowsProgram(row) && carriers.contains(carrier(row)));
    }

    /** Whether he ever got in from there, or from a neighbouring address. */
    boolean everCameFrom(SignInLine row) {
        return networksEver.contains(row.network()) || (!row.area().isEmpty() && areasEver.contains(row.area()));
    }

    /** Whether it is a place of his or an office, by its network alone. */
    boolean isOwnPlace(SignInLine row) {
        return networks.contains(row.network()) || offices.contain(row.network());
    }

    /** Whether he lives or works there, or was on a journey there within days. */
    boolean knowsCountry(SignInLine row) {
        return countries.contains(row.country())
                || colleagues.liveIn(row)
                || isOnJourney(row)
                || (!areLearnt() && colleagues.knowCountry(row));
    }

    private boolean isOnJourney(SignInLine row) {
        NavigableSet<Instant> times = journeys.getOrDefault(row.country(), new TreeSet<>());
        return !times.subSet(row.at().minus(AROUND_JOURNEY), true, row.at().plus(AROUND_JOURNEY), true)
                .isEmpty();
    }

    boolean knowsProgram(SignInLine row) {
        return programs.contains(row.program()) || (!areLearnt() && colleagues.knowProgram(row));
    }

    /** Whether a telephone or tablet of his is known. */
    boolean knowTelephones() {
        return knowsTelephones;
    }

    boolean knowsDevice(SignInLine row) {
        return devices.contain(row);
    }

    /** Whether it names a device of his and comes from something else. */
    boolean impersonatesDevice(SignInLine row) {
        return devices.areImpersonated(row);
    }

    /** Whether session, program and device were together at a place of his. */
    boolean knowsClient(SignInLine row) {
        return clients.contains(row.client());
    }

    /** Whether he uses that program without a registered device, as many people do their telephone. */
    boolean usesWithoutDevice(SignInLine row) {
        return programsWithoutDevice.contains(row.program());
    }

    boolean knowsProtocol(SignInLine row) {
        return protocols.contains(row.protocol());
    }

    boolean knowsClientApp(SignInLine row) {
        return clientApps.contains(row.clientApp());
    }

    boolean knowsApplication(SignInLine row) {
        return applications.contains(row.applicationId());
    }

    /** Whether his computers are registered devices, or for a row of a telephone his telephones. */
    boolean useDevices(SignInLine row) {
        if (!areLearnt()) {
            return !row.isMobile() && colleagues.useDevices();
        }
        return row.isMobile() ? usesMobileDevices : usesDevices;
    }

    /** Rows that were his own without a doubt. A telephone that roams seems to be at home: it counts where a computer of his is too. */
    SignInAnchors anchors() {
        Set<String> desks = new HashSet<>();
        rows.stream().filter(row -> !row.isMobile() && isTrusted(row)).forEach(row -> desks.add(row.network()));
        return new SignInAnchors(rows.stream()
                .filter(row -> !row.isFromHosting() && !row.isFromGateway())
                .filter(row ->
                        knowsDevice(row) || (isHome(row) && (row.program().isEmpty() || knowsProgram(row))))
                .filter(row -> desks.isEmpty() || !row.isMobile() || desks.contains(row.network()))
                .toList());
    }
}

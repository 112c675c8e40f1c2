package dev.cordon.investigation.reconstruction;

import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.reconstruction.RowVerdict.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose every row is. Addresses and sessions are judged as a whole, with reasons that are weighed; a person's word stands above them. The
 * order of the rows changes nothing. Immutable once drawn; safe for many threads.
 */
public final class Attribution {
    private static final int CERTAIN = 1000;
    private static final int SIGN_IN_LOG = 100;
    private static final int HIS_SESSION = 80;
    private static final int HIS_ADDRESS = 80;
    private static final int GUESSED = 60;
    private static final int USUAL = 50;
    private static final int AUTOMATION = 40;
    private static final int TO_STAY = 30;
    private static final int UNFAMILIAR = 20;

    /** A stolen token carries the id of the device it was issued on: it never tells enough. */
    private static final int HIS_ROWS = 40;

    /** What speaks for the attacker must reach this, and nothing of the user's may stand against it. */
    private static final int ENOUGH = 60;

    /** So many accounts that only failed are a list that somebody tried. */
    private static final int SPRAYED = 4;

    private static final RowVerdict AT_USUAL_ADDRESS =
            new RowVerdict(Party.USER, By.ADDRESS, "The address is a usual one.");
    private static final RowVerdict WITH_OUR_IDENTITY =
            new RowVerdict(Party.OURS, By.ACTOR, "It was done with the identity of Cordon's application.");
    private static final RowVerdict USUAL_AND_ATTACKERS = new RowVerdict(
            Party.UNKNOWN, By.ADDRESS, "The attacker was at this address, and it is the actor's usual one.");

    private final Known known;
    private final Said said;
    private final Map<String, Sightings> addresses = new HashMap<>();
    private final Map<String, Sightings> sessions = new HashMap<>();
    private final Map<String, Sightings> devices = new HashMap<>();
    private final Programs programs = new Programs();
    private final Surroundings surroundings = new Surroundings(programs);
    private final Map<String, Judged> byAddress = new HashMap<>();
    private final Map<String, Judged> bySession = new HashMap<>();
    private final Map<String, Judged> byDevice = new HashMap<>();
    private final Set<String> attackerTokens = new HashSet<>();
    private final Set<String> attackerCorrelations = new HashSet<>();
    private final Set<String> usualDevices = new HashSet<>();
    private final Set<String> attackerDevices = new HashSet<>();
    private final Set<String> usualSomewhere = new HashSet<>();

    private Attribution(Known known) {
        this.known = known;
        this.said = new Said(known.said());
    }

    /** Reads the rows and judges, and reads them again. Total: any rows are answered. */
    static Attribution of(Known known, RowSource rows, RowSource again) {
        var attribution = new Attribution(known);
        rows.visit(row -> {
            if (row.tellsOfHands() && !attribution.isOurWork(row)) {
                attribution.see(row);
            }
        });
        attribution.judge();
        again.visit(row -> {
            if (row.tellsOfHands()) {
                attribution.seeTokens(row);
            }
        });
        attribution.judgeDevices();
        return attribution;
    }

    /** Every address, then every session, then every device, the attacker's first, then those with the most rows. */
    public List<Judged> judged() {
        List<Judged> all = new ArrayList<>(byAddress.values());
        all.addAll(bySession.values());
        all.addAll(byDevice.values());
        all.sort(Comparator.comparing(Judged::of)
                .thenComparing(Judged::party)
                .thenComparing(Comparator.comparingLong(Judged::rows).reversed())
                .thenComparing(Judged::value));
        return List.copyOf(all);
    }

    /** Whether the actor is usually at the address, whoever else is there. */
    private boolean isUsual(String actor, String address) {
        Sightings seen = addresses.get(address);
        return seen != null && seen.isUsualFor(actor);
    }

    /** Whether a person said whose the very session or device of the row is. */
    boolean isToldApart(EvidenceRow row) {
        return said.narrower(row).isPresent();
    }

    /** Whether the actor is usually at the row's address, or on its very line. */
    boolean isAtHome(EvidenceRow row) {
        return isUsual(row.actor(), row.address()) || surroundings.isOnOwnLine(row.actor(), row.address());
    }

    /** Whether it is known as which application Cordon signed in. */
    boolean isApplicationKnown() {
        return known.application().isKnown();
    }

    /** Whether it was done with our application's identity: ours, unless somebody stole it. */
    boolean isWithOurIdentity(EvidenceRow row) {
        return known.application().did(row);
    }

    /** Whether it was done so while Cordon was at work: what we do against an attacker is no clue to one. */
    boolean isOurWork(EvidenceRow row) {
        return known.application().did(row)
                && known.application().wasAtWork(row.record().at());
    }

    /** Whose the row is. */
    public RowVerdict of(EvidenceRow row) {
        return byPlace(row).orElseGet(() -> byRest(row));
    }

    private Optional<RowVerdict> byPlace(EvidenceRow row) {
        String session = row.session();
        String address = row.address();
        Optional<PersonsVerdict> word = said.of(row);
        if (word.isPresent()) {
            return word.map(one -> new RowVerdict(one.as(), By.PERSON, one.inWords()));
        }
        if (known.ours().contains(row.person())) {
            return Optional.of(new RowVerdict(Party.OURS, By.ACTOR, "The actor is the responder."));
        }
        boolean usual = isUsual(row.actor(), address);
        Party ofAddress = party(byAddress, address);
        if (ofAddress != Party.ATTACKER && known.application().did(row)) {
            return Optional.of(WITH_OUR_IDENTITY);
        }
        if (party(bySession, session) == Party.ATTACKER) {
            return Optional.of(
                    isAtHome(row) && ofAddress != Party.ATTACKER
                            ? inStolenSession(session, address)
                            : attackers(By.SESSION));
        }
        if (ofAddress == Party.ATTACKER) {
            return Optional.of(usual ? USUAL_AND_ATTACKERS : attackers(By.ADDRESS));
        }
        return usual || ofAddress == Party.USER ? Optional.of(AT_USUAL_ADDRESS) : Optional.empty();
    }

    private RowVerdict byRest(EvidenceRow row) {
        if (attackerTokens.contains(row.token())) {
            return attackers(By.TOKEN);
        }
        if (row.address().isEmpty() && attackerCorrelations.contains(row.correlation())) {
            return attackers(By.CORRELATION);
        }
        if (party(bySession, row.session()) == Party.USER) {
            return new RowVerdict(Party.USER, By.SESSION, "The session was used from usual addresses only.");
        }
        if (usualDevices.contains(row.device())) {
            return new RowVerdict(Party.USER, By.DEVICE, "The device is used at a usual address too.");
        }
        return new RowVerdict(Party.UNKNOWN, By.NOTHING, "Nothing tells whose it is.");
    }

    /** A session that was opened at the user's place and stolen later is his there; one that the attacker opened is nobody's to say. */
    private RowVerdict inStolenSession(String session, String address) {
        Sightings seen = sessions.get(session);
        boolean opened = seen != null && seen.firstOther().equals(address);
        return opened
                ? new RowVerdict(
                        Party.USER,
                        By.ADDRESS,
                        "The session was opened at this usual address, before the attacker had it.")
                : new RowVerdict(
                        Party.UNKNOWN, By.SESSION, "The session is the attacker's, the address the actor's usual one.");
    }

    private static RowVerdict attackers(By by) {
        return new RowVerdict(
                Party.ATTACKER,
                by,
                switch (by) {
                    case SESSION -> "The session is the attacker's.";
                    case ADDRESS -> "The address is the attacker's.";
                    case TOKEN -> "The token is one that the attacker used.";
                    case CORRELATION -> "It belongs to an act that came from the attacker.";
                    case PERSON, ACTOR, DEVICE, NOTHING -> "It is the attacker's.";
                });
    }

    private static Party party(Map<String, Judged> judged, String value) {
        Judged found = judged.get(value);
        return found == null ? Party.UNKNOWN : found.party();
    }

    private void see(EvidenceRow row) {
        String address = row.address();
        String session = row.session();
        boolean suspicious = programs.isAutomation(row.record().userAgent()) || HostileActs.isOne(row);
        if (!address.isEmpty()) {
            addresses.computeIfAbsent(address, none -> new Sightings()).add(row, session, suspicious);
            surroundings.add(row, suspicious);
        }
        if (!session.isEmpty()) {
            sessions.computeIfAbsent(session, none -> new Sightings()).add(row, address, suspicious);
        }
        if (!row.device().isEmpty()) {
            devices.computeIfAbsent(row.device(), none -> new Sightings()).add(row, address, suspicious);
        }
    }

    private void seeTokens(EvidenceRow row) {
        Party party = byPlace(row).map(RowVerdict::party).orElse(Party.UNKNOWN);
        if (party == Party.ATTACKER && !row.token().isEmpty()) {
            attackerTokens.add(row.token());
        }
        if (party == Party.ATTACKER && !row.correlation().isEmpty()) {
            attackerCorrelations.add(row.correlation());
        }
        if (row.device().isEmpty()) {
            return;
        }
        if (party == Party.USER && isUsual(row.actor(), row.address())) {
            usualDevices.add(row.device());
        } else if (party == Party.ATTACKER) {
            attackerDevices.add(row.device());
        }
    }

    private void judgeDevices() {
        devices.forEach((device, seen) -> {
            List<Clue> clues = new ArrayList<>();
            if (usualDevices.contains(device)) {
                clues.add(new Clue(Party.USER, USUAL, "It is used at a usual place."));
            }
            if (attackerDevices.contains(device)) {
                clues.add(new Clue(Party.ATTACKER, HIS_ROWS, "It stands in rows of the attacker's."));
            }
            byDevice.put(device, judged(TraceKind.DEVICE, device, seen, clues));
        });
    }

    /** A session makes an address suspicious and the address its other sessions, until nothing more follows: it only ever grows. */
    private void judge() {
        addresses.values().forEach(seen -> usualSomewhere.addAll(seen.usualActors()));
        surroundings.settle(addresses);
        int before;
        do {
            before = hostile();
            surroundings.attackersAre(firstOfHostile());
            addresses.forEach((address, seen) -> byAddress.put(address, address(address, seen)));
            sessions.forEach((session, seen) -> bySession.put(session, session(session, seen)));
        } while (hostile() > before);
    }

    private Map<String, Instant> firstOfHostile() {
        Map<String, Instant> first = new HashMap<>();
        byAddress.values().stream()
                .filter(one -> one.party() == Party.ATTACKER)
                .forEach(one -> first.put(one.value(), one.first()));
        return first;
    }

    private int hostile() {
        return (int) (byAddress.values().stream()
                        .filter(one -> one.party() == Party.ATTACKER)
                        .count()
                + bySession.values().stream()
                        .filter(one -> one.party() == Party.ATTACKER)
                        .count());
    }

    private Judged address(String address, Sightings seen) {
        List<Clue> clues = new ArrayList<>();
        List<String> usual = seen.usualActors();
        if (known.attackerAddresses().contains(address)) {
            clues.add(new Clue(Party.ATTACKER, SIGN_IN_LOG, "The sign-in log showed it to be the attacker's."));
        }
        if (usual.isEmpty() && seen.others().stream().anyMatch(this::isAttackersSession)) {
            clues.add(new Clue(Party.ATTACKER, HIS_SESSION, "A session of the attacker's was used from here."));
        }
        if (seen.onlyFailed().size() >= SPRAYED) {
            clues.add(new Clue(
                    Party.ATTACKER,
                    GUESSED,
                    seen.onlyFailed().size() + " accounts failed to sign in from here and never got in."));
        }
        if (!seen.programs().isEmpty()) {
            clues.add(new Clue(
                    Party.ATTACKER,
                    AUTOMATION,
                    "A program and no person: " + seen.programs().iterator().next() + "."));
        }
        if (!seen.acts().isEmpty()) {
            clues.add(new Clue(
                    Party.ATTACKER,
                    TO_STAY,
                    "From here came what attackers do to stay: "
                            + seen.acts().stream()
                                    .map(act -> act.endsWith(".") ? act.substring(0, act.length() - 1) : act)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        List<Clue> around = surroundings.clues(address, seen);
        clues.addAll(around);
        boolean near = around.stream().anyMatch(clue -> clue.speaksFor() == Party.USER);
        if (usual.isEmpty() && !near && seen.actors().stream().anyMatch(usualSomewhere::contains)) {
            clues.add(new Clue(
                    Party.ATTACKER,
                    UNFAMILIAR,
                    "Nobody is usually here, and whoever acted here is usually elsewhere."));
        }
        if (!usual.isEmpty()) {
            clues.add(new Clue(
                    Party.USER,
                    USUAL,
                    usual.size() == 1
                            ? usual.getFirst() + " was here on several days before anything suspicious."
                            : usual.size() + " accounts were here on several days before anything suspicious."));
        }
        return judged(TraceKind.ADDRESS, address, seen, clues);
    }

    private Judged session(String session, Sightings seen) {
        List<Clue> clues = new ArrayList<>();
        if (known.attackerSessions().contains(session)) {
            clues.add(new Clue(Party.ATTACKER, SIGN_IN_LOG, "The sign-in log showed it to be the attacker's."));
        }
        if (seen.others().stream().anyMatch(address -> isForeign(address, seen))) {
            clues.add(new Clue(Party.ATTACKER, HIS_ADDRESS, "It was used from an address of the attacker's."));
        }
        boolean usual = !seen.others().isEmpty()
                && seen.others().stream().allMatch(address -> party(byAddress, address) == Party.USER);
        if (usual) {
            clues.add(new Clue(Party.USER, USUAL, "It was used from usual addresses only."));
        }
        return judged(TraceKind.SESSION, session, seen, clues);
    }

    /** Where a session's own actors are usually, the attacker's having been there too says nothing about the session. */
    private boolean isForeign(String address, Sightings session) {
        return party(byAddress, address) == Party.ATTACKER
                && session.actors().stream().noneMatch(actor -> isUsual(actor, address));
    }

    private boolean isAttackersSession(String session) {
        return known.attackerSessions().contains(session) || party(bySession, session) == Party.ATTACKER;
    }

    private Judged judged(TraceKind subject, String value, Sightings seen, List<Clue> clues) {
        Optional<PersonsVerdict> word = said.of(subject, value);
        word.ifPresent(one -> clues.add(new Clue(one.as(), CERTAIN, one.inWords())));
        clues.sort(Comparator.comparingInt(Clue::weight).reversed().thenComparing(Clue::text));
        return new Judged(
                subject,
                value,
                word.map(PersonsVerdict::as).orElseGet(() -> weighed(clues)),
                word,
                clues,
                seen.rows(),
                seen.refused(),
                seen.first(),
                seen.last(),
                seen.actors().stream().limit(Judged.MOST_ACTORS).toList());
    }

    private static Party weighed(List<Clue> clues) {
        int attackers = sum(clues, Party.ATTACKER);
        int users = sum(clues, Party.USER);
        boolean shown = clues.stream().anyMatch(clue -> clue.weight() >= SIGN_IN_LOG);
        if (attackers >= ENOUGH && (users < Surroundings.ENOUGH_FOR_USER || shown)) {
            return Party.ATTACKER;
        }
        return users >= Surroundings.ENOUGH_FOR_USER && users > attackers ? Party.USER : Party.UNKNOWN;
    }

    private static int sum(List<Clue> clues, Party party) {
        return clues.stream()
                .filter(clue -> clue.speaksFor() == party)
                .mapToInt(Clue::weight)
                .sum();
    }
}

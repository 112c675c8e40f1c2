package dev.cordon.investigation.review;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Network;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.lines.Stay;
import dev.cordon.investigation.lines.TenantSignIns.Judged;
import dev.cordon.investigation.lines.TenantSignIns.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the sign-ins of the same time say of who works where, where an attacker was, and whose account is not beyond suspicion. Immutable; the same
 * for the same sign-ins in whatever order they come.
 */
public final class Whereabouts {
    /** Where somebody works he was on so many days at least. */
    static final int FEWEST_DAYS = 3;

    /** So many work in a network that is an office's. */
    private static final int FEWEST_COLLEAGUES = 3;

    /** Nothing is known of anybody. */
    static final Whereabouts UNKNOWN = new Whereabouts(List.of(), List.of(), Set.of(), Extent.NOT_ENOUGH);

    private final Map<String, Stay> byAddress = new HashMap<>();
    private final Map<String, Stay> byNetwork = new HashMap<>();
    private final Set<String> offices = new HashSet<>();
    private final Map<String, Visit> attackersAddresses = new HashMap<>();
    private final Map<String, Visit> attackersSessions = new HashMap<>();
    private final Map<String, Visit> attackersDevices = new HashMap<>();
    private final Set<String> suspected;
    private final Extent extent;

    /** How far the sign-ins are known. */
    private enum Extent {
        /** Not at all, or with gaps: they clear nobody. */
        NOT_ENOUGH,
        /** By rows that nobody judged. */
        ROWS,
        /** All were read, and judged with everybody's habits. */
        WHOLE
    }

    /**
     * A sign-in that is taken for an attacker's.
     *
     * @param user whose account it was in, or tried to get in
     */
    record Visit(String user, Instant at, String address, boolean gotIn) {
        /** The first that got in says most. */
        static final Comparator<Visit> ORDER = Comparator.comparing((Visit visit) -> !visit.gotIn)
                .thenComparing(Visit::at)
                .thenComparing(Visit::user)
                .thenComparing(Visit::address);

        static Visit first(Visit one, Visit other) {
            return ORDER.compare(one, other) <= 0 ? one : other;
        }
    }

    /** The traces of one sign-in that is an attacker's. */
    private record Trace(Visit visit, String session, String device) {}

    private Whereabouts(Collection<Stay> stays, Collection<Trace> traces, Set<String> suspected, Extent extent) {
        this.suspected = Set.copyOf(suspected);
        this.extent = extent;
        for (Stay stay : stays) {
            if (!stay.address().isBlank()) {
                byAddress.merge(key(stay.user(), stay.address()), stay, Stay::and);
                byNetwork.merge(key(stay.user(), Network.of(stay.address())), stay, Stay::and);
            }
        }
        Map<String, Integer> colleagues = new HashMap<>();
        byNetwork.values().stream()
                .filter(stay -> stay.days() >= FEWEST_DAYS)
                .forEach(stay -> colleagues.merge(Network.of(stay.address()), 1, Integer::sum));
        colleagues.forEach((network, many) -> {
            if (many >= FEWEST_COLLEAGUES) {
                offices.add(network);
            }
        });
        traces.forEach(this::add);
    }

    private void add(Trace trace) {
        Visit visit = trace.visit;
        if (!visit.address.isBlank() && !isUsual(visit.user, visit.address)) {
            attackersAddresses.merge(visit.address, visit, Visit::first);
        }
        if (visit.gotIn && !trace.session.isBlank()) {
            attackersSessions.merge(trace.session.toLowerCase(Locale.ROOT), visit, Visit::first);
        }
        if (visit.gotIn && !trace.device.isBlank()) {
            attackersDevices.merge(trace.device.toLowerCase(Locale.ROOT), visit, Visit::first);
        }
    }

    /**
     * Of sign-ins that were judged with everybody's habits.
     *
     * @param since from when on a sign-in that is for review makes its account suspected; one that is an attacker's does so whenever it was
     * @param isWhole whether all sign-ins of the time were read: what was not read clears nobody
     * @param alsoSuspected accounts that something else speaks against
     */
    public static Whereabouts of(Judged judged, Instant since, boolean isWhole, Collection<String> alsoSuspected) {
        List<Told> told = judged.suspicious();
        Set<String> suspected = new HashSet<>();
        alsoSuspected.forEach(account -> suspected.add(SignIns.plain(account)));
        told.stream()
                .filter(Told::hadPassword)
                .filter(one -> one.verdict() == Verdict.MALICIOUS || !one.at().isBefore(since))
                .filter(one -> one.verdict().isAtLeast(Verdict.REVIEW))
                .forEach(one -> suspected.add(SignIns.plain(one.user())));
        List<Trace> traces = told.stream()
                .filter(one -> one.verdict() == Verdict.MALICIOUS)
                .map(one -> new Trace(
                        new Visit(SignIns.plain(one.user()), one.at(), one.address(), one.succeeded()),
                        one.session(),
                        one.device()))
                .toList();
        return new Whereabouts(judged.stays(), traces, suspected, isWhole ? Extent.WHOLE : Extent.NOT_ENOUGH);
    }

    /** Of sign-ins that nobody judged: who came in from where passwords were tried is an attacker, and no habit clears anybody. */
    static Whereabouts ofRows(Collection<Stay> stays, Collection<Visit> visits, Collection<String> suspected) {
        Set<String> visited = new HashSet<>();
        visits.forEach(visit -> visited.add(key(visit.user, visit.address)));
        return new Whereabouts(
                stays.stream()
                        .filter(stay -> !visited.contains(key(stay.user(), stay.address())))
                        .toList(),
                visits.stream().map(visit -> new Trace(visit, "", "")).toList(),
                Set.copyOf(suspected),
                Extent.ROWS);
    }

    private static String key(String user, String place) {
        return user + "\n" + place;
    }

    /** Whether all sign-ins were read, and judged. */
    boolean isWhole() {
        return extent == Extent.WHOLE;
    }

    /** Whether they are known well enough to say that somebody's are not strange, as far as rows tell. */
    boolean isKnown() {
        return extent != Extent.NOT_ENOUGH;
    }

    boolean isSuspected(String account) {
        return suspected.contains(SignIns.plain(account));
    }

    /** Whether he works from there, and did so before that moment and after it. */
    boolean worksFrom(String person, String address, Instant at) {
        if (person.isBlank() || address.isBlank()) {
            return false;
        }
        String name = SignIns.plain(person);
        Stay here = byAddress.get(key(name, address));
        Stay near = byNetwork.get(key(name, Network.of(address)));
        return (here != null && here.days() >= FEWEST_DAYS && here.encloses(at))
                || (near != null && isOffice(address) && near.days() >= FEWEST_DAYS && near.encloses(at));
    }

    private boolean isUsual(String person, String address) {
        Stay here = byAddress.get(key(SignIns.plain(person), address));
        return isOffice(address) || (here != null && here.days() >= FEWEST_DAYS);
    }

    private boolean isOffice(String address) {
        return offices.contains(Network.of(address));
    }

    /** The attacker's sign-in that a deed shares its address, session or device with; never by a place where whoever did it works. */
    Optional<Visit> visit(Change.Origin origin) {
        requireNonNull(origin, "origin is null");
        if (!origin.address().isBlank() && isUsual(origin.person(), origin.address())) {
            return Optional.empty();
        }
        return Optional.ofNullable(attackersAddresses.get(origin.address()))
                .or(() -> shared(attackersSessions, origin.session(), origin.at()))
                .or(() -> shared(attackersDevices, origin.device(), origin.at()));
    }

    /** The attacker's sign-in from that address, where it is none at which the account's owner works. */
    Optional<Visit> visit(String account, String address) {
        return address.isBlank() || isUsual(account, address)
                ? Optional.empty()
                : Optional.ofNullable(attackersAddresses.get(address));
    }

    /** A session or a device was its owner's until somebody took it. */
    private static Optional<Visit> shared(Map<String, Visit> attackers, String what, Instant at) {
        return what.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(attackers.get(what.toLowerCase(Locale.ROOT)))
                        .filter(visit -> !at.isBefore(visit.at));
    }
}

package dev.cordon.simulator.faults;

import dev.cordon.simulator.scenario.Fault;
import dev.cordon.simulator.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults that are planned, and how often each has met its request. Safe for many threads. */
public final class FaultBook {

    private static final class Planned {
        private final Fault fault;
        private int met;
        private int struck;

        private Planned(Fault fault) {
            this.fault = fault;
        }

        private Planned copy() {
            var copy = new Planned(fault);
            copy.met = met;
            copy.struck = struck;
            return copy;
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    /** The faults of the scenario. */
    public FaultBook(List<Fault> faults) {
        replace(faults);
    }

    /** Plans one more. */
    public synchronized void add(Fault fault) {
        planned.add(new Planned(fault));
    }

    /** Plans these and forgets all others. */
    public synchronized void replace(List<Fault> faults) {
        planned.clear();
        faults.forEach(this::add);
    }

    /** How many are planned. */
    public synchronized int size() {
        return planned.size();
    }

    /** How many requests they have struck so far. */
    public synchronized int struck() {
        return planned.stream().mapToInt(one -> one.struck).sum();
    }

    /** All of them with what they have met so far. */
    public synchronized Object snapshot() {
        return planned.stream().map(Planned::copy).toList();
    }

    /** Goes back to a snapshot. */
    @SuppressWarnings("unchecked") // the snapshot is this very book's
    public synchronized void restore(Object snapshot) {
        planned.clear();
        ((List<Planned>) snapshot).forEach(one -> planned.add(one.copy()));
    }

    /** The fault that meets this request, counted as having met it. */
    public synchronized Optional<Fault> strike(WireRequest request, @Nullable String cmdlet) {
        Optional<Fault> first = Optional.empty();
        for (Planned candidate : planned) {
            if (matches(candidate.fault.match(), request, cmdlet)) {
                candidate.met++;
                if (first.isEmpty() && strikes(candidate)) {
                    candidate.struck++;
                    first = Optional.of(candidate.fault);
                }
            }
        }
        return first;
    }

    private static boolean strikes(Planned candidate) {
        Integer nth = candidate.fault.match().nth();
        Integer times = candidate.fault.times();
        if (nth != null && candidate.met < nth) {
            return false;
        }
        return candidate.struck < (times != null ? times : nth != null ? 1 : Integer.MAX_VALUE);
    }

    private static boolean matches(Fault.Match match, WireRequest request, @Nullable String cmdlet) {
        return (match.host() == null || match.host().equals(request.host().word()))
                && (match.method() == null || match.method().equalsIgnoreCase(request.method()))
                && (match.cmdlet() == null || match.cmdlet().equalsIgnoreCase(cmdlet))
                && (match.path() == null || pathMatches(match.path(), request.path()));
    }

    private static boolean pathMatches(String wanted, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (!wanted.contains("*")) {
            return lower.contains(wanted.toLowerCase(Locale.ROOT));
        }
        var pattern = new StringBuilder();
        for (String part : wanted.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return lower.matches(pattern.toString());
    }
}

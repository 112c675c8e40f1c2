package dev.cordon.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param measured what it took: milliseconds, round trips or megabytes, as {@code unit} says
 * @param against what it is compared with, in the same unit; empty where it stands alone
 * @param bar the largest value allowed, of the ratio where there is one, else of {@code measured}; empty where there is none
 * @param notes what else a reader wants to know
 */
record Result(
        String what, String unit, double measured, Optional<Double> against, Optional<Double> bar, List<String> notes) {
    Result {
        notes = List.copyOf(notes);
    }

    static Result ratio(String what, double measured, double against, Optional<Double> bar, String... notes) {
        return new Result(what, "ms", measured, Optional.of(against), bar, List.of(notes));
    }

    static Result count(String what, String unit, double measured, Optional<Double> bar, String... notes) {
        return new Result(what, unit, measured, Optional.empty(), bar, List.of(notes));
    }

    Optional<Double> ratio() {
        return against.map(other -> measured / other);
    }

    Optional<Boolean> met() {
        return bar.map(most -> ratio().orElse(measured) <= most);
    }
}

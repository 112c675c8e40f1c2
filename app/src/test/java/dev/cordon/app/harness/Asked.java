package dev.cordon.app.harness;

import java.util.List;

/**
 * Which units the person who started the harness wants.
 *
 * @param all whether all of them, and not only a sample
 * @param only the one that is wanted; empty for more than one
 */
record Asked(boolean all, String only) {
    private static final List<String> KINDS = List.of("scenario-", "shipped-", "fault ", "kill-", "server-kill-");

    /** Refuses what names no kind of unit: nothing would run, and nothing would fail. */
    Asked {
        if (!only.isEmpty() && KINDS.stream().noneMatch(only::startsWith)) {
            throw new IllegalArgumentException("cordon.harness.only=" + only + " is the id of no unit: they begin with "
                    + String.join(", ", KINDS));
        }
    }

    /** Whether units whose ids begin so are wanted. */
    boolean isFor(String kind) {
        return only.isEmpty() || only.startsWith(kind);
    }

    /** What is wanted of {@code units}; {@code sample} are the places of those that are carried out by default. */
    List<Campaign.Unit> of(List<Campaign.Unit> units, List<Integer> sample) {
        if (only.isEmpty()) {
            return all ? units : sample.stream().map(units::get).toList();
        }
        List<Campaign.Unit> found =
                units.stream().filter(unit -> unit.id().equals(only)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("cordon.harness.only=" + only + " is the id of no unit");
        }
        return found;
    }
}

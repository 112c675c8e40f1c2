package dev.cordon.simulator.state;

import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import org.jspecify.annotations.Nullable;

/**
 * Whose thing an object of the tenant is; only the truth and the log's origin may know.
 *
 * @param wireId the id on the wire
 * @param scenarioId the scenario's name for it, or null when it was made later
 * @param ownerId object id of the person it belongs to, or null for the whole tenant
 */
public record Origin(
        String wireId,
        @Nullable String scenarioId,
        ObjectKind kind,
        @Nullable String ownerId,
        Author by) {

    /** Everything that can keep somebody in, by wire id. */
    public static final TableKey<Origin> TABLE = new TableKey<>("origins", Origin.class);
}

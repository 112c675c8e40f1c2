package dev.cordon.simulator.contentsearch;

import dev.cordon.simulator.mailbox.MailMoves.Depth;
import dev.cordon.simulator.state.TableKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purge of what a search found, as far as it has come.
 *
 * @param purged what went, by mailbox; null while it runs
 */
public record PurgeAction(
        String id,
        String name,
        String searchName,
        Depth depth,
        String createdBy,
        Instant created,
        Duration starting,
        @Nullable Instant ended,
        @Nullable List<ContentSearch.Location> purged) {

    /** All, by name in lower case. */
    public static final TableKey<PurgeAction> TABLE = new TableKey<>("purge-actions", PurgeAction.class);

    /** What stands behind the name of the search in the name of a purge. */
    public static final String SUFFIX = "_Purge";

    /** Microsoft's word for where it stands. */
    public String status(Instant now) {
        if (purged != null) {
            return "Completed";
        }
        return now.isBefore(created.plus(starting)) ? "Starting" : "InProgress";
    }

    PurgeAction ended(Instant now, List<ContentSearch.Location> what) {
        return new PurgeAction(id, name, searchName, depth, createdBy, created, starting, now, List.copyOf(what));
    }
}

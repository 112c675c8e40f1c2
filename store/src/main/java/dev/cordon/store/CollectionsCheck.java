package dev.cordon.store;

import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.ProgressText;
import dev.cordon.investigation.collection.UnreadableProgressException;
import dev.cordon.procedure.journal.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds how far logs were collected against what the journal says of it, and looks which collections are under way and whether each can be gone on
 * with from its place. The place itself stands nowhere else. For one thread.
 */
final class CollectionsCheck {
    static final String TABLE = "collections";
    static final String ROWS_TABLE = "collected_rows";

    private final Connection connection;
    private final TakenClaims claims;
    private final List<Fault> faults;
    private final List<InProgress> inProgress;

    CollectionsCheck(Connection connection, TakenClaims claims, List<Fault> faults, List<InProgress> inProgress) {
        this.connection = connection;
        this.claims = claims;
        this.faults = faults;
        this.inProgress = inProgress;
    }

    /**
     * Looks.
     *
     * @param work what the journal says of collections, in its order
     * @param emptied the incidents whose evidence was lawfully deleted: what was known of their collections went with it
     */
    void look(List<Recorded> work, Set<IncidentId> emptied) throws SQLException {
        ToldCollections told = ToldCollections.of(work);
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT incident, source, progress, rows, different, unreadable,
                            (SELECT count(*) FROM collected_rows r WHERE r.collection = c.number) AS ids
                        FROM collections c ORDER BY number
                        """);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                look(rows, told);
            }
        }
        told.rest().forEach((collection, last) -> {
            if (!emptied.contains(collection.incident())) {
                faults.add(Fault.inFile(
                        TABLE,
                        "the collection of " + collection + ", as journal " + last.entry() + " says",
                        "no such collection",
                        "It was taken away: what was collected stands, and 'cordon incident collect "
                                + collection.incident() + "' would begin anew."));
            }
        });
        ofNoCollection();
    }

    private void look(ResultSet rows, ToldCollections told) throws SQLException {
        String incident = rows.getString("incident");
        String source = rows.getString("source");
        String name = source + " in " + incident;
        Optional<ToldCollections.Told> said = told.take(incident, source);
        CollectionProgress progress;
        try {
            CollectionSource.parse(source);
            progress = ProgressText.read(rows.getString("progress"));
        } catch (UnreadableProgressException | IllegalArgumentException _) {
            faults.add(unreadable(incident, name));
            return;
        }
        StoredCollection stored = new StoredCollection(
                progress, rows.getLong("rows"), rows.getLong("different"), rows.getLong("unreadable"));
        if (progress.ending().isEmpty()) {
            underWay(progress.begunAt(), name, incident, "it was cut off");
        }
        if (rows.getLong("ids") != stored.different()) {
            faults.add(Fault.inFile(
                    ROWS_TABLE,
                    stored.different() + " ids of the collection of " + name + ", as the table " + TABLE + " says",
                    rows.getLong("ids") + " ids",
                    "What this collection was given was taken away or added to."));
        }
        compare(stored, said, name, incident);
    }

    private void compare(StoredCollection stored, Optional<ToldCollections.Told> said, String name, String incident) {
        if (said.isEmpty()) {
            if (stored.progress().ending().isPresent()) {
                differs(name, incident, "no end", "an end", "the journal", stored);
            }
            return;
        }
        ToldCollections.Told told = said.get();
        stored.difference(told)
                .filter(_ -> !told.isLeft())
                .ifPresent(difference -> differs(
                        name, incident, difference.expected(), difference.actual(), "journal " + told.entry(), stored));
    }

    /** The place is written down before the entry: while somebody collects, or after he died at it, the journal may be behind. */
    private void differs(
            String name, String incident, String expected, String actual, String entry, StoredCollection stored) {
        boolean isCollected = IncidentId.isIncidentId(incident) && claims.isCollected(new IncidentId(incident));
        if (isCollected) {
            underWay(
                    stored.progress().begunAt(),
                    name + " (" + actual + "; " + entry + " says " + expected + ")",
                    incident,
                    "it was cut off before the journal said so");
        } else {
            faults.add(Fault.inFile(
                    TABLE,
                    expected + " of " + name + ", as " + entry + " says",
                    actual,
                    "How far the log was collected was changed by hand, or a process died before the journal said so. What was collected"
                            + " stands. 'cordon incident collect " + incident
                            + " --anew TEXT' leaves the place and begins anew."));
        }
    }

    private void underWay(Instant since, String name, String incident, String otherwise) {
        inProgress.add(new InProgress(
                TABLE,
                since,
                "the collection of " + name + ", by the tenant's clock, or " + otherwise
                        + ": then 'cordon incident collect " + incident + "' goes on with it"));
    }

    private static Fault unreadable(String incident, String name) {
        return Fault.inFile(
                TABLE,
                "a place from which the collection of " + name + " can go on",
                "something that Cordon did not write there",
                "The place was changed, or a newer version of Cordon wrote it. What was collected stands. 'cordon incident"
                        + " collect " + incident + " --anew TEXT' leaves the place and begins anew.");
    }

    private void ofNoCollection() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM collected_rows WHERE collection NOT IN (SELECT number FROM collections)");
                ResultSet rows = statement.executeQuery()) {
            if (rows.next() && rows.getLong(1) > 0) {
                faults.add(Fault.inFile(
                        ROWS_TABLE,
                        "ids of the collections that the table " + TABLE + " has",
                        rows.getLong(1) + " of none of them",
                        "A collection was taken away, or ids were added."));
            }
        }
    }
}

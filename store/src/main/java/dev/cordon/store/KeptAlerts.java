package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.ExhibitRows;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.store.RecordsOfExhibit.Kept;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which alerts of an answer are kept as rows: the answer has everybody's, the collection was given those that name the account. What it was given
 * is counted in the journal; that an alert names the account shows in the exhibit. For one thread.
 */
final class KeptAlerts {
    private final Map<IncidentId, Account> accounts = new HashMap<>();
    private final Map<IncidentId, Instant> left = new HashMap<>();
    private final Map<String, Given> given = new HashMap<>();

    /** What a collection of alerts was given. */
    static final class Given {
        private final String incident;
        private final String source;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> named = new HashSet<>();
        private final Set<String> met = new HashSet<>();
        private final Set<String> lookedFor = new HashSet<>();
        private final long unreadable;
        private boolean isWhole = true;

        Given(String incident, String source, long unreadable) {
            this.incident = incident;
            this.source = source;
            this.unreadable = unreadable;
        }

        /**
         * Whether the row of such an alert is kept of this answer. One that was given and does not name the account by the names the incident has
         * for it may have named it later only, or by another name.
         *
         * @param names whom it names
         */
        Kept isKept(LogRecord alert, Set<String> names) {
            met.add(alert.id());
            if (isOfEverybody() || names.stream().anyMatch(named::contains)) {
                lookedFor.add(alert.id());
                return Kept.YES;
            }
            return ids.contains(alert.id()) ? Kept.PERHAPS : Kept.NO;
        }

        private boolean isOfEverybody() {
            return source.equals(new CollectionSource(CollectedLog.ALERTS, CollectionSource.EVERYBODY).toString());
        }

        /** Not every answer could be read, so that what was given may stand in it. */
        void isNotWhole() {
            isWhole = false;
        }
    }

    KeptAlerts(Connection connection, List<Recorded> work) throws SQLException {
        for (Recorded recorded : work) {
            if (recorded.entry() instanceof CaseEntry.IncidentOpened(var incident)) {
                accounts.put(recorded.incident(), incident.account());
            }
            if (recorded.entry() instanceof CaseEntry.Deviation deviation
                    && LogCollection.left(deviation).contains(Word.of(LogRecord.Log.ALERTS))) {
                left.put(recorded.incident(), recorded.wallAt());
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT c.incident, c.source, c.unreadable, r.record_id FROM collections c LEFT JOIN collected_rows r ON r.collection = c.number
                WHERE c.source LIKE ?
                """)) {
            statement.setString(1, Word.of(CollectedLog.ALERTS) + " %");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    take(rows);
                }
            }
        }
    }

    private void take(ResultSet rows) throws SQLException {
        String incident = String.valueOf(rows.getString("incident"));
        String source = String.valueOf(rows.getString("source"));
        Given collection = given.get(source + " in " + incident);
        if (collection == null) {
            collection = new Given(incident, source, rows.getLong("unreadable"));
            given.put(source + " in " + incident, collection);
            Account account = IncidentId.isIncidentId(incident) ? accounts.get(new IncidentId(incident)) : null;
            if (account != null) {
                collection.named.add(account.objectId().toLowerCase(Locale.ROOT));
                collection.named.add(account.userPrincipalName().toLowerCase(Locale.ROOT));
                collection.named.remove("");
            }
        }
        String id = rows.getString("record_id");
        if (id != null) {
            collection.ids.add(id.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** What the exhibit's collection was given; empty where that is not known, or where every row of such an exhibit is kept. */
    Optional<Given> of(Exhibit exhibit) {
        boolean isLeft = Optional.ofNullable(left.get(exhibit.incident()))
                .filter(since -> !exhibit.recordedAt().isAfter(since))
                .isPresent();
        return ExhibitRows.areAllKept(exhibit.kind()) || isLeft
                ? Optional.empty()
                : Optional.ofNullable(given.get(
                        new CollectionSource(CollectedLog.ALERTS, exhibit.subject()) + " in " + exhibit.incident()));
    }

    /** Looks for what each collection was given, of which no answer said by itself that it is kept. To be asked when all were read. */
    void end(Connection connection, RecordFaults faults) throws SQLException {
        for (Given collection : given.values()) {
            if (collection.isWhole) {
                end(connection, collection, faults);
            }
        }
    }

    private static void end(Connection connection, Given collection, RecordFaults faults) throws SQLException {
        Set<String> unmet = new TreeSet<>(collection.ids);
        unmet.removeAll(collection.met);
        if (unmet.size() > collection.unreadable) {
            faults.add(Fault.inFile(
                    CollectionsCheck.ROWS_TABLE,
                    "the ids of alerts that the exhibits of " + collection.source + " in " + collection.incident
                            + " hold",
                    unmet.size() + " that none holds, such as "
                            + unmet.iterator().next(),
                    "What this collection was given was changed."));
        }
        Set<String> lacking = new TreeSet<>(collection.ids);
        lacking.retainAll(collection.met);
        lacking.removeAll(collection.lookedFor);
        if (!lacking.isEmpty()) {
            lacking.removeAll(kept(connection, collection.incident));
        }
        lacking.forEach(id -> faults.add(Fault.atEntry(
                collection.incident + " " + Word.of(LogRecord.Log.ALERTS) + " " + id,
                "this row, which " + collection.source + " was given",
                "none of its id in the incident",
                "The row was taken away after it was kept.")));
    }

    private static Set<String> kept(Connection connection, String incident) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT record_id FROM log_records WHERE incident = ? AND log = ?")) {
            statement.setString(1, incident);
            statement.setString(2, Word.of(LogRecord.Log.ALERTS));
            Set<String> ids = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(String.valueOf(rows.getString("record_id")));
                }
            }
            return ids;
        }
    }
}

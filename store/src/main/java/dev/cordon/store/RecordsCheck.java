package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstones;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.AlertNames;
import dev.cordon.investigation.collection.ExhibitRows;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.MalformedLogFileException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of logs out of their exhibits again and compares them with those that are kept, one by one. For one thread. */
final class RecordsCheck {
    /** How the list of an incident's rows is called where something is wrong with it. */
    static final String TABLE = "log_records";

    /** What was kept says nothing of the version that kept it, and whoever changes a row could say anything of it. */
    private static final String READ_OTHERWISE =
            "Rows are compared as this version of Cordon reads them. An earlier version that kept them may have read some"
                    + " otherwise, which the exhibit alone cannot show: verify a backup from before the update with both"
                    + " versions. What only this one names there was read otherwise; take everything else for tampering.";

    private final Connection connection;
    private final SealedBytes sealed;
    private final RecordFaults faults;
    private final List<Remark> remarks;
    private final List<InProgress> inProgress;
    private final KeptAlerts alerts;
    private long compared;

    RecordsCheck(
            Connection connection,
            SealedBytes sealed,
            KeptAlerts alerts,
            List<Fault> faults,
            List<Remark> remarks,
            List<InProgress> inProgress) {
        this.connection = connection;
        this.sealed = sealed;
        this.alerts = alerts;
        this.faults = new RecordFaults(faults);
        this.remarks = remarks;
        this.inProgress = inProgress;
    }

    /**
     * Compares, and says how many rows were held against their exhibits.
     *
     * @param exhibits every exhibit of the store
     * @param whole those whose bytes are what was sealed, as far as they could be read
     * @param imports how many rows the journal says an import has kept, where it came to its end
     */
    long compare(
            List<Exhibit> exhibits,
            Set<ExhibitId> whole,
            Tombstones tombstones,
            Map<ExhibitId, ChainCheck.Import> imports)
            throws SQLException {
        Map<IncidentId, Long> emptied = emptied(exhibits, tombstones);
        Set<ExhibitId> known = new HashSet<>();
        for (Exhibit exhibit : exhibits) {
            boolean isGone = tombstones.find(exhibit.id()).isPresent();
            if (!isGone && isUnderWay(exhibit, imports)) {
                underWay(exhibit);
            }
            if (ExhibitRows.areOf(exhibit.kind())) {
                known.add(exhibit.id());
                if (isGone) {
                    notRead(exhibit, "its exhibit was lawfully deleted");
                } else if (!whole.contains(exhibit.id())) {
                    notRead(exhibit, "its exhibit could not be read as it was sealed");
                } else if (!isUnderWay(exhibit, imports) || count(exhibit.id()) > 0) {
                    boolean isEmptied = exhibit.id().sequence() < emptied.getOrDefault(exhibit.incident(), 0L);
                    compare(exhibit, isEmptied, Optional.ofNullable(imports.get(exhibit.id())));
                }
            }
        }
        ofNoExhibit(known);
        alerts.end(connection, faults);
        faults.end();
        if (faults.found() > 0) {
            remarks.add(new Remark(TABLE, READ_OTHERWISE));
        }
        return compared;
    }

    /** Behind which entry all rows of an incident were let go with its evidence. */
    private static Map<IncidentId, Long> emptied(List<Exhibit> exhibits, Tombstones tombstones) {
        Map<IncidentId, Long> emptied = new HashMap<>();
        exhibits.forEach(exhibit -> tombstones
                .find(exhibit.id())
                .ifPresent(tombstone -> emptied.merge(exhibit.incident(), tombstone.entry(), Math::max)));
        return emptied;
    }

    private void notRead(Exhibit exhibit, String because) throws SQLException {
        alerts.of(exhibit).ifPresent(KeptAlerts.Given::isNotWhole);
        long rows = count(exhibit.id());
        if (rows > 0) {
            remarks.add(new Remark(
                    TABLE,
                    rows + " rows of " + exhibit.id() + " (" + exhibit.incident() + ") are not vouched for: " + because
                            + "."));
        }
    }

    private long count(ExhibitId exhibit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM log_records WHERE exhibit = ?")) {
            statement.setLong(1, exhibit.sequence());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Its rows are kept all at once, and counted behind that. */
    private static boolean isUnderWay(Exhibit exhibit, Map<ExhibitId, ChainCheck.Import> imports) {
        return exhibit.kind().startsWith(ExhibitRows.IMPORTED) && !imports.containsKey(exhibit.id());
    }

    private void underWay(Exhibit exhibit) throws SQLException {
        inProgress.add(new InProgress(
                SealedBytes.name(exhibit.sha256().hex()),
                exhibit.recordedAt(),
                "the import of " + exhibit.id() + " into " + exhibit.incident() + ", with " + count(exhibit.id())
                        + " rows so far, or it was cut off: then import the same file again, which goes on with it"));
    }

    private void compare(Exhibit exhibit, boolean isEmptied, Optional<ChainCheck.Import> ended) throws SQLException {
        boolean isImport = exhibit.kind().startsWith(ExhibitRows.IMPORTED);
        int before = faults.found();
        try (var comparison = new RecordsOfExhibit(connection, exhibit, isImport, rule(exhibit, isEmptied), faults)) {
            if (isRead(exhibit, comparison)) {
                long kept = comparison.end();
                compared += kept;
                if (faults.found() == before && !isEmptied) {
                    ended.ifPresent(entry -> counted(exhibit, entry, kept));
                }
            }
        }
    }

    private RecordsOfExhibit.Rule rule(Exhibit exhibit, boolean isEmptied) {
        Optional<KeptAlerts.Given> given = alerts.of(exhibit);
        if (isEmptied || (given.isEmpty() && !ExhibitRows.areAllKept(exhibit.kind()))) {
            given.ifPresent(KeptAlerts.Given::isNotWhole);
            return _ -> RecordsOfExhibit.Kept.PERHAPS;
        }
        if (given.isEmpty()) {
            return _ -> RecordsOfExhibit.Kept.YES;
        }
        Map<String, Set<String>> names = names(exhibit);
        return alert -> given.get().isKept(alert, names.getOrDefault(alert.id(), Set.of()));
    }

    private Map<String, Set<String>> names(Exhibit exhibit) {
        try (InputStream answer = source(exhibit).open()) {
            return AlertNames.in(answer.readAllBytes());
        } catch (IOException _) {
            return Map.of(); // told where its rows are read
        }
    }

    /** Each row stands where another exhibit has it too, and yet not where it stood when it was kept. */
    private void counted(Exhibit exhibit, ChainCheck.Import ended, long kept) {
        if (ended.unique() != kept) {
            faults.add(Fault.atEntry(
                    ended.entry(),
                    ended.unique() + " rows of " + exhibit.id() + " in " + exhibit.incident(),
                    kept + " rows",
                    "Rows of logs were taken away or put in the place of others of the same id."));
        }
    }

    /** Whether it was read to its end; what stopped it is told. */
    private boolean isRead(Exhibit exhibit, RecordsOfExhibit comparison) throws SQLException {
        try {
            ExhibitRows.read(exhibit.kind(), source(exhibit), row -> {
                try {
                    comparison.take(row);
                } catch (SQLException e) {
                    throw new Broken(e);
                }
            });
            return true;
        } catch (MalformedLogFileException | IOException _) {
            faults.add(Fault.atEntry(
                    exhibit.id() + " of " + exhibit.incident(),
                    "a file that can be read as rows of a log",
                    "one that this version cannot read so",
                    "Its rows could not be read to the end: those that are kept of it are not vouched for."));
            return false;
        } catch (Broken e) {
            throw e.why;
        }
    }

    private LogFile.Source source(Exhibit exhibit) {
        return () -> sealed.stream(exhibit.sha256())
                .orElseThrow(() -> new IOException(exhibit.id() + " went away while it was read"));
    }

    private void ofNoExhibit(Set<ExhibitId> known) throws SQLException {
        List<Long> unknown = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT DISTINCT exhibit FROM log_records ORDER BY exhibit");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long exhibit = rows.getLong(1);
                if (exhibit < 1 || !known.contains(ExhibitId.of(exhibit))) {
                    unknown.add(exhibit);
                }
            }
        }
        for (long exhibit : unknown) {
            ofNone(exhibit);
        }
    }

    private void ofNone(long exhibit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT row_number, incident, log, record_id FROM log_records WHERE exhibit = ? ORDER BY row_number")) {
            statement.setFetchSize(RecordsOfExhibit.AT_ONCE);
            statement.setLong(1, exhibit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    faults.add(Fault.atEntry(
                            RecordFaults.row(
                                    rows.getString("incident"),
                                    rows.getString("log"),
                                    rows.getString("record_id"),
                                    rows.getLong("row_number"),
                                    "exhibit " + exhibit),
                            "no such row",
                            "a row of an exhibit that no log was brought as",
                            "A row was added, or moved away from its exhibit."));
                }
            }
        }
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException why;

        Broken(SQLException why) {
            super(why);
            this.why = why;
        }
    }
}

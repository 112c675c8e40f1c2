package dev.cordon.store;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.store.codec.CustodyCodec;
import dev.cordon.store.codec.Encoded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The custody log in the database. */
final class SqlCustodyLog implements CustodyLog {
    private final ChainTable table;
    private final InstantSource wallTime;

    SqlCustodyLog(ChainTable table, InstantSource wallTime) {
        this.table = table;
        this.wallTime = wallTime;
    }

    @Override
    public CustodyEntry append(IncidentId incident, CustodyEvent event) {
        return entry(table.append(values(incident, event)));
    }

    /** Appends within a transaction that {@link Database#append} carries out, which then advances the heads. */
    CustodyEntry append(Connection within, IncidentId incident, CustodyEvent event) throws SQLException {
        return entry(table.insert(within, values(incident, event)));
    }

    private List<String> values(IncidentId incident, CustodyEvent event) {
        Encoded encoded = CustodyCodec.encode(event);
        return List.of(incident.value(), wallTime.instant().toString(), encoded.kind(), encoded.facts());
    }

    /** Appends, all or none, what is decided from the incident's entries as they stand at that moment. */
    List<CustodyEntry> appendDecided(IncidentId incident, Function<List<CustodyEntry>, List<CustodyEvent>> decide) {
        return entries(table.appendDecided(
                incident,
                rows -> decide.apply(entries(rows)).stream()
                        .map(event -> values(incident, event))
                        .toList()));
    }

    /** The tombstones of the incident's exhibits. */
    SortedMap<ExhibitId, Tombstone> tombstones(IncidentId incident) {
        return Tombstone.among(entries(table.rows(incident, "deleted")));
    }

    /** What every exhibit of the store that has no tombstone hashes to. */
    Set<Digest> living(Connection connection) throws SQLException {
        List<CustodyEntry> entries = entries(table.rows(connection, "acquired", "deleted"));
        Set<ExhibitId> deleted = Tombstone.among(entries).keySet();
        return entries.stream()
                .flatMap(entry -> Exhibit.of(entry).stream())
                .filter(exhibit -> !deleted.contains(exhibit.id()))
                .map(Exhibit::sha256)
                .collect(Collectors.toSet());
    }

    private static List<CustodyEntry> entries(List<ChainRow> rows) {
        return rows.stream().map(SqlCustodyLog::entry).toList();
    }

    @Override
    public List<CustodyEntry> entries(IncidentId incident) {
        return entries(table.rows(incident));
    }

    @Override
    public Optional<CustodyEntry> find(long sequence) {
        return table.find(sequence).map(SqlCustodyLog::entry);
    }

    @Override
    public ChainHead head() {
        return table.head();
    }

    /** By the order of {@link Chain#columns}. */
    static CustodyEntry entry(ChainRow row) {
        List<String> values = row.values();
        return new CustodyEntry(
                row.sequence(),
                new IncidentId(values.get(0)),
                Instant.parse(values.get(1)),
                CustodyCodec.decode("custody " + row.sequence(), new Encoded(values.get(2), values.get(3))),
                new Digest(row.previous()),
                new Digest(row.hash()));
    }
}

package dev.cordon.store;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.store.codec.CustodyCodec;
import dev.cordon.store.codec.Encoded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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
        Encoded encoded = CustodyCodec.encode(event);
        return entry(table.append(
                List.of(incident.value(), wallTime.instant().toString(), encoded.kind(), encoded.facts())));
    }

    @Override
    public List<CustodyEntry> entries(IncidentId incident) {
        return table.rows(incident).stream().map(SqlCustodyLog::entry).toList();
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

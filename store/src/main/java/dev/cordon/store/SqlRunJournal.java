package dev.cordon.store;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.store.codec.Encoded;
import dev.cordon.store.codec.JournalCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/** The run journal in the database. */
final class SqlRunJournal implements RunJournal {
    private final ChainTable table;
    private final HeldClaims held;
    private final InstantSource wallTime;

    SqlRunJournal(ChainTable table, HeldClaims held, InstantSource wallTime) {
        this.table = table;
        this.held = held;
        this.wallTime = wallTime;
    }

    @Override
    public Recorded append(IncidentId incident, Instant at, Actor actor, JournalEntry entry) {
        return appendAll(incident, actor, List.of(new Dated(at, entry))).getFirst();
    }

    @Override
    public List<Recorded> appendAll(IncidentId incident, Actor actor, List<Dated> entries) {
        return table
                .appendAll(values(incident, actor, entries), connection -> {
                    held.requireOwn(connection, incident);
                    return true;
                })
                .stream()
                .map(SqlRunJournal::recorded)
                .toList();
    }

    @Override
    public List<Recorded> appendIf(
            IncidentId incident, Actor actor, List<Dated> entries, ChainHead seen, Predicate<List<Recorded>> permits) {
        return table
                .appendAll(values(incident, actor, entries), connection -> {
                    held.requireOwn(connection, incident);
                    return permits.test(table.after(connection, seen.sequence()).stream()
                            .map(SqlRunJournal::recorded)
                            .toList());
                })
                .stream()
                .map(SqlRunJournal::recorded)
                .toList();
    }

    private List<List<String>> values(IncidentId incident, Actor actor, List<Dated> entries) {
        return entries.stream()
                .map(dated -> values(incident, dated.at(), actor, dated.entry()))
                .toList();
    }

    private List<String> values(IncidentId incident, Instant at, Actor actor, JournalEntry entry) {
        Encoded encoded = JournalCodec.encode(entry);
        return List.of(
                incident.value(),
                at.toString(),
                wallTime.instant().toString(),
                actor.toString(),
                encoded.kind(),
                encoded.facts());
    }

    @Override
    public List<Recorded> entries(IncidentId incident) {
        return table.rows(incident).stream().map(SqlRunJournal::recorded).toList();
    }

    @Override
    public List<IncidentId> incidents() {
        return table.incidents();
    }

    @Override
    public ChainHead head() {
        return table.head();
    }

    /** By the order of {@link Chain#columns}. */
    static Recorded recorded(ChainRow row) {
        List<String> values = row.values();
        String name = "journal " + row.sequence();
        return new Recorded(
                row.sequence(),
                new IncidentId(values.get(0)),
                Instant.parse(values.get(1)),
                Instant.parse(values.get(2)),
                JournalCodec.decodeActor(name, values.get(3)),
                JournalCodec.decode(name, new Encoded(values.get(4), values.get(5))),
                new Digest(row.previous()),
                new Digest(row.hash()));
    }
}

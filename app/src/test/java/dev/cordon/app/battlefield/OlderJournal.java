package dev.cordon.app.battlefield;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A journal whose entries until now read as an earlier version wrote them, when both forwarding addresses of a mailbox were one item under
 * the mailbox's id.
 *
 * @param name the name of that one item
 * @param until the last entry that reads so
 */
public record OlderJournal(RunJournal journal, String name, long until) implements RunJournal {
    private JournalEntry older(JournalEntry entry) {
        return switch (entry) {
            case CaseEntry.ItemFound found
            when isForwarding(found.key()) ->
                new CaseEntry.ItemFound(
                        found.step(), older(found.key()), name, found.verdict(), found.reasons(), found.exhibit());
            case CaseEntry.ItemSeen seen
            when isForwarding(seen.key()) -> new CaseEntry.ItemSeen(older(seen.key()), seen.digest());
            case CaseEntry.ItemDecided decided
            when isForwarding(decided.key()) ->
                new CaseEntry.ItemDecided(older(decided.key()), decided.decision(), decided.by(), decided.because());
            case CaseEntry.ItemConcluded concluded
            when isForwarding(concluded.key()) ->
                new CaseEntry.ItemConcluded(older(concluded.key()), concluded.outcome(), concluded.detail());
            default -> entry;
        };
    }

    private static boolean isForwarding(ItemKey key) {
        return key.kind().equals("forwarding");
    }

    private static ItemKey older(ItemKey key) {
        return new ItemKey(key.kind(), key.id().substring(key.id().indexOf('|') + 1));
    }

    @Override
    public List<Recorded> entries(IncidentId incident) {
        return journal.entries(incident).stream()
                .map(row -> row.sequence() > until
                        ? row
                        : new Recorded(
                                row.sequence(),
                                row.incident(),
                                row.at(),
                                row.wallAt(),
                                row.actor(),
                                older(row.entry()),
                                row.previous(),
                                row.hash()))
                .toList();
    }

    @Override
    public Recorded append(IncidentId incident, Instant at, Actor actor, JournalEntry entry) {
        return journal.append(incident, at, actor, entry);
    }

    @Override
    public List<Recorded> appendIf(
            IncidentId incident, Actor actor, List<Dated> entries, ChainHead seen, Predicate<List<Recorded>> permits) {
        return journal.appendIf(incident, actor, entries, seen, permits);
    }

    @Override
    public List<Recorded> appendAll(IncidentId incident, Actor actor, List<Dated> entries) {
        return journal.appendAll(incident, actor, entries);
    }

    @Override
    public List<IncidentId> incidents() {
        return journal.incidents();
    }

    @Override
    public ChainHead head() {
        return journal.head();
    }
}

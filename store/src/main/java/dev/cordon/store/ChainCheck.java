package dev.cordon.store;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.Tombstones;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.HashChain;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.store.codec.UnreadableEntryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through one chain from its beginning, and keeps what the other checks need. For one thread. */
final class ChainCheck {
    private final Chain chain;
    private final List<Fault> faults;
    private final Map<Long, String> hashes = new HashMap<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final List<WrittenReport> written = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final Tombstones tombstones = new Tombstones();
    private final Map<ExhibitId, Import> imports = new HashMap<>();
    private final List<CustodyEntry> stamped = new ArrayList<>();
    private final List<Recorded> work = new ArrayList<>();
    private final List<CustodyEntry> anchored = new ArrayList<>();
    private long last;
    private @Nullable String previousHash;

    /** A head, and where it was found. */
    record Anchor(ChainHead head, String source) {}

    /** The entry that says how many rows of a file an import has kept. */
    record Import(String entry, long unique) {}

    /** The files of a report, and the entry that says they were written. */
    record WrittenReport(String entry, Map<String, Digest> files) {}

    ChainCheck(Chain chain, List<Fault> faults) {
        this.chain = chain;
        this.faults = faults;
        this.previousHash = HashChain.genesis(chain).hex();
    }

    ChainCheck read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT " + ChainTable.columns(chain) + " FROM " + Word.of(chain) + " ORDER BY sequence");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                check(ChainRow.read(rows, ChainTable.values(chain).size()));
            }
        }
        return this;
    }

    private void check(ChainRow row) {
        if (row.sequence() != last + 1) {
            faults.add(Fault.atEntry(
                    name(last + 1),
                    "entries " + (last + 1) + " to " + (row.sequence() - 1),
                    "the next entry is " + row.sequence(),
                    "Entries were removed, or an entry was given another number."));
            previousHash = null;
        }
        if (previousHash != null && !previousHash.equals(row.previous())) {
            faults.add(Fault.atEntry(
                    name(row.sequence()),
                    "previous hash " + previousHash,
                    "previous hash " + row.previous(),
                    "This entry does not follow the one before it: one of the two was changed."));
        }
        String recomputed = HashChain.link(chain, row.previous(), row.hashed()).hex();
        if (recomputed.equals(row.hash())) {
            keep(row);
        } else {
            faults.add(Fault.atEntry(
                    name(row.sequence()),
                    "hash " + row.hash(),
                    "hash " + recomputed,
                    "A value of this entry was changed after it was written."));
        }
        hashes.put(row.sequence(), row.hash());
        last = row.sequence();
        previousHash = row.hash();
    }

    private void keep(ChainRow row) {
        try {
            switch (chain) {
                case JOURNAL -> keep(SqlRunJournal.recorded(row));
                case CUSTODY -> keep(SqlCustodyLog.entry(row));
            }
        } catch (RuntimeException e) {
            faults.add(Fault.atEntry(
                    name(row.sequence()),
                    "an entry this version can read",
                    e instanceof UnreadableEntryException unreadable
                            ? String.valueOf(unreadable.getMessage())
                            : "an entry that makes no sense",
                    "The entry is whole but cannot be read: a newer version wrote it, or it was forged."));
        }
    }

    private void keep(Recorded recorded) {
        if (recorded.entry() instanceof CaseEntry.ReportWritten report) {
            reports.addAll(report.paths().values());
            anchors.add(new Anchor(report.journalHead(), name(recorded.sequence())));
            anchors.add(new Anchor(report.custodyHead(), name(recorded.sequence())));
        }
        if (recorded.entry() instanceof CaseEntry.EvidenceImported imported) {
            imports.put(imported.exhibit(), new Import(name(recorded.sequence()), imported.unique()));
        }
        if (SaidTwice.isSo(recorded.entry())) {
            work.add(recorded);
        }
    }

    private void keep(CustodyEntry entry) {
        Exhibit.of(entry).ifPresent(exhibits::add);
        String name = name(entry.sequence());
        tombstones
                .take(entry)
                .ifPresent(wrong -> faults.add(Fault.atEntry(
                        name,
                        wrong.expected(),
                        wrong.actual(),
                        "The exhibit was not lawfully deleted, or the entry was forged.")));
        switch (entry.event()) {
            case CustodyEvent.ReportWritten report -> {
                reports.add(report.report());
                written.add(new WrittenReport(name, report.files()));
                anchors.add(new Anchor(report.journal(), name));
                anchors.add(new Anchor(report.custody(), name));
            }
            case CustodyEvent.Anchored(ChainHead journal) -> {
                anchored.add(entry);
                anchors.add(new Anchor(journal, name));
            }
            case CustodyEvent.Timestamped event -> {
                stamped.add(entry);
                if (event.of() instanceof Stamped.Heads(ChainHead journal, ChainHead custody)) {
                    anchors.add(new Anchor(journal, name));
                    anchors.add(new Anchor(custody, name));
                }
            }
            case CustodyEvent.Acquired _,
                    CustodyEvent.Damaged _,
                    CustodyEvent.Accessed _,
                    CustodyEvent.Verified _,
                    CustodyEvent.Exported _,
                    CustodyEvent.Held _,
                    CustodyEvent.Released _,
                    CustodyEvent.Transferred _,
                    CustodyEvent.Deleted _ -> {}
        }
    }

    /** Compares an anchor of this chain with what was read. */
    void compare(Anchor anchor) {
        ChainHead head = anchor.head();
        if (head.sequence() == 0) {
            return;
        }
        String found = hashes.get(head.sequence());
        if (!Objects.equals(found, head.hash().hex())) {
            faults.add(Fault.atEntry(
                    name(head.sequence()),
                    "hash " + head.hash() + ", as " + anchor.source() + " says",
                    found == null ? "no such entry; the last one is " + last : "hash " + found,
                    found == null
                            ? "The end of the chain was cut off behind this anchor."
                            : "The chain was rewritten, or " + anchor.source() + " was changed."));
        }
    }

    private String name(long sequence) {
        return Word.of(chain) + " " + sequence;
    }

    Chain chain() {
        return chain;
    }

    long entries() {
        return hashes.size();
    }

    List<Exhibit> exhibits() {
        return exhibits;
    }

    /** Which exhibits were lawfully deleted. */
    Tombstones tombstones() {
        return tombstones;
    }

    /** What each import that came to its end has kept, by its exhibit. */
    Map<ExhibitId, Import> imports() {
        return imports;
    }

    /** The entries of which a table beside the chains says the same, in order. */
    List<Recorded> work() {
        return work;
    }

    /** The entries that hold a head of the journal, in order. */
    List<CustodyEntry> anchored() {
        return anchored;
    }

    /** The entries that tell of a time stamp. */
    List<CustodyEntry> stamped() {
        return stamped;
    }

    /** The paths of every report that was written. */
    List<String> reports() {
        return reports;
    }

    /** Every report with the digests of its files, in the order written. */
    List<WrittenReport> written() {
        return written;
    }

    List<Anchor> anchors() {
        return anchors;
    }
}

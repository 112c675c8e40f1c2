package dev.cordon.response;

import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceDeletedException;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.response.ReconstructionListener.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an incident as their exhibits tell them. Each exhibit is checked and read once, into a file of which a walk over all rows takes
 * seconds; it is read again only where the incident has other rows by then. For one thread.
 */
final class IncidentRows implements AutoCloseable {
    private final ExhibitCopy.Source vault;
    private final LogRecords records;
    private final RandomGenerator random;
    private final IncidentId incident;
    private final ReconstructionListener listener;
    private SortedMap<ExhibitId, BitSet> numbers = new TreeMap<>();
    private @Nullable SpooledRows spooled;
    private final Set<ExhibitId> damaged = new TreeSet<>();
    private long withoutDetail;

    IncidentRows(Workspace workspace, IncidentId incident, ReconstructionListener listener) {
        this(workspace.vault()::copy, workspace.records(), workspace.random(), incident, listener);
    }

    /** @param random cryptographically strong */
    IncidentRows(
            ExhibitCopy.Source vault,
            LogRecords records,
            RandomGenerator random,
            IncidentId incident,
            ReconstructionListener listener) {
        this.vault = vault;
        this.records = records;
        this.random = random;
        this.incident = incident;
        this.listener = listener;
    }

    ReconstructionListener listener() {
        return listener;
    }

    /** Exhibits that are not what was sealed: what they name beyond their rows is in none. */
    Set<ExhibitId> damaged() {
        return new TreeSet<>(damaged);
    }

    /** How many rows stand in an exhibit that names no more than they do. */
    long withoutDetail() {
        return withoutDetail;
    }

    /** Has the rows that the incident has now; to be called before each reconstruction, which walks over the same ones again and again. */
    void renew() {
        SortedMap<ExhibitId, BitSet> now = records.numbers(incident);
        if (spooled == null || !now.equals(numbers)) {
            close();
            numbers = now;
            damaged.clear();
            withoutDetail = 0;
            spooled = read();
        }
    }

    /** How many rows there are. */
    long count() {
        return rows().count();
    }

    /** Shows each row, those of an exhibit one after the other, and tells the listener how far it is. */
    void visit(Consumer<EvidenceRow> visitor) {
        var told = new Counter(listener);
        rows().visit(row -> {
            visitor.accept(row);
            told.next();
        });
    }

    private SpooledRows rows() {
        if (spooled == null) {
            throw new IllegalStateException("the rows were not read");
        }
        return spooled;
    }

    private SpooledRows read() {
        listener.begins(
                Phase.READING,
                numbers.values().stream().mapToLong(BitSet::cardinality).sum());
        var rows = new SpooledRows(random);
        try {
            numbers.forEach(new Reading(rows)::read);
            listener.ends();
            return rows;
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** Leaves the rows; whoever wants them after that has them read again. */
    @Override
    public void close() {
        if (spooled != null) {
            spooled.close();
            spooled = null;
        }
    }

    /** Tells the listener every now and then. */
    private static final class Counter {
        private final ReconstructionListener listener;
        private long rows;

        Counter(ReconstructionListener listener) {
            this.listener = listener;
        }

        void next() {
            if (++rows % ReconstructionListener.AT_ONCE == 0) {
                listener.goesOn(rows);
            }
        }
    }

    /** From the exhibits into the file. */
    private final class Reading {
        private final SpooledRows to;
        private final Counter told = new Counter(listener);

        Reading(SpooledRows to) {
            this.to = to;
        }

        void read(ExhibitId exhibit, BitSet rows) {
            BitSet open = (BitSet) rows.clone();
            detailed(exhibit, open);
            if (!open.isEmpty()) {
                bare(exhibit, open);
            }
        }

        private void detailed(ExhibitId exhibit, BitSet open) {
            try (var copy = new ExhibitCopy(vault, exhibit, random)) {
                LogFile.readDetailed(copy::open, (record, detail) -> {
                    int row = Math.toIntExact(record.row());
                    if (open.get(row)) {
                        open.clear(row);
                        add(new EvidenceRow(exhibit, record, detail));
                    }
                });
            } catch (MalformedLogFileException | EvidenceDeletedException _) {
                // Not brought as such a file, or lawfully gone: the rows tell what they tell without it.
            } catch (EvidenceDamagedException _) {
                damaged.add(exhibit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void bare(ExhibitId exhibit, BitSet open) {
            records.visit(incident, exhibit, record -> {
                if (open.get(Math.toIntExact(record.row()))) {
                    withoutDetail++;
                    add(new EvidenceRow(exhibit, record, RowDetail.NONE));
                }
            });
        }

        private void add(EvidenceRow row) {
            to.add(row);
            told.next();
        }
    }
}

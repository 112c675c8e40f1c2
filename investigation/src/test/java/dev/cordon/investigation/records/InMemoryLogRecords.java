package dev.cordon.investigation.records;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Records that are forgotten. For one thread. */
public final class InMemoryLogRecords implements LogRecords {
    private record Key(IncidentId incident, LogRecord.Log log, String id) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    @Override
    public Batch begin() {
        return new InMemoryBatch();
    }

    @Override
    public void visit(IncidentId incident, Consumer<Kept> visitor) {
        kept.entrySet().stream()
                .filter(entry -> entry.getKey().incident().equals(incident))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing((Kept each) -> each.record().at())
                        .thenComparing(Kept::exhibit)
                        .thenComparingLong(each -> each.record().row()))
                .forEach(visitor);
    }

    @Override
    public void visit(IncidentId incident, ExhibitId exhibit, Consumer<LogRecord> visitor) {
        visit(incident, each -> {
            if (each.exhibit().equals(exhibit)) {
                visitor.accept(each.record());
            }
        });
    }

    @Override
    public SortedMap<ExhibitId, BitSet> numbers(IncidentId incident) {
        SortedMap<ExhibitId, BitSet> numbers = new TreeMap<>();
        visit(
                incident,
                each -> numbers.computeIfAbsent(each.exhibit(), none -> new BitSet())
                        .set(Math.toIntExact(each.record().row())));
        return numbers;
    }

    @Override
    public void forget(IncidentId incident) {
        kept.keySet().removeIf(key -> key.incident().equals(incident));
    }

    private final class InMemoryBatch implements Batch {
        private final List<LogRecord> rows = new ArrayList<>();

        @Override
        public void add(LogRecord row) {
            rows.add(row);
        }

        @Override
        public Counts keep(IncidentId incident, ExhibitId exhibit) {
            int before = kept.size();
            rows.forEach(row -> kept.putIfAbsent(new Key(incident, row.log(), row.id()), new Kept(exhibit, row)));
            int unique = kept.size() - before;
            return new Counts(unique, rows.size() - unique)
                    .differing(rows.stream()
                            .filter(row -> kept.getOrDefault(
                                            new Key(incident, row.log(), row.id()), new Kept(exhibit, row))
                                    .record()
                                    .contradicts(row))
                            .map(LogRecord::row)
                            .toList());
        }

        @Override
        public void close() {
            rows.clear();
        }
    }
}

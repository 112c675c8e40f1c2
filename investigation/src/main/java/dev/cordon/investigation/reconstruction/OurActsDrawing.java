package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.records.LogRecord.Log;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what was done with our application's identity. For one thread. */
final class OurActsDrawing {
    private static final int MOST_TARGETS = 5;

    private final Map<Kind, Gathered> outside = new HashMap<>();
    private long rows;

    private record Kind(Log log, String operation, String address) {}

    void atWork() {
        rows++;
    }

    void outside(EvidenceRow row) {
        var kind = new Kind(row.record().log(), row.record().operation(), row.address());
        outside.computeIfAbsent(kind, none -> new Gathered(MOST_TARGETS))
                .add(row, row.record().object());
    }

    OurActs drawn(boolean isKnown) {
        List<OurActs.Outside> all = outside.entrySet().stream()
                .map(each -> drawn(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(OurActs.Outside::shownBy, RowRef.IN_TIME))
                .toList();
        return new OurActs(isKnown, rows, all);
    }

    private static OurActs.Outside drawn(Kind kind, Gathered acts) {
        return new OurActs.Outside(
                kind.log(), kind.operation(), kind.address(), acts.rows(), acts.last(), acts.names(), acts.first());
    }
}

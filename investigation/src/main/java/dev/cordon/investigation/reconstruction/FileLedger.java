package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;
import dev.cordon.investigation.reconstruction.FileAct.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rows tell of files. Filled in any order; for one thread. */
final class FileLedger {
    private static final Comparator<RowRef> EARLIER =
            Comparator.comparing(RowRef::at).thenComparing(RowRef::exhibit).thenComparingLong(RowRef::row);

    private static final String NO_ADDRESS = "(no address)";

    private final Map<Thing, Deeds> his = new HashMap<>();
    private final Map<String, Deeds> openLinks = new HashMap<>();
    private final Map<Folder, Deeds> folders = new HashMap<>();
    private final Deeds notAttributed = new Deeds();
    private long rows;

    /** What is done with one thing. Names of places that differ in their case are one place. */
    private record Thing(Kind kind, String file, String with) {}

    private record Folder(String file, boolean shared) {}

    /** Takes in a row of a log that tells of hands; one that is not about a file is passed over. */
    void add(EvidenceRow row, Party party) {
        Optional<Kind> kind = FileOperations.kind(row);
        if (kind.isEmpty()) {
            return;
        }
        rows++;
        switch (party) {
            case ATTACKER -> attackers(row, kind.get());
            case UNKNOWN -> {
                if (!row.failed()) {
                    notAttributed.add(row);
                }
            }
            case USER, OURS -> {}
        }
    }

    private void attackers(EvidenceRow row, Kind kind) {
        String with = kind == Kind.SHARED ? FileOperations.sharedWith(row) : "";
        String file = Names.plain(row.record().object());
        his.computeIfAbsent(new Thing(kind, file, Names.plain(with)), none -> new Deeds())
                .add(row);
        if (row.failed()) {
            return;
        }
        if (FileOperations.opens(row)) {
            openLinks.computeIfAbsent(file, none -> new Deeds()).add(row);
        }
        if (FileOperations.isFolder(row) && kind != Kind.CHANGED) {
            folders.computeIfAbsent(new Folder(file, kind == Kind.SHARED), none -> new Deeds())
                    .add(row);
        }
    }

    /**
     * What it comes to.
     *
     * @param firstAct when he is first seen in the rows
     * @param lastRow of the log that records files
     */
    TouchedFiles files(Optional<Instant> firstAct, Optional<Instant> lastRow) {
        List<FileAct> acts = his.entrySet().stream()
                .map(each -> each.getValue().act(each.getKey().kind()))
                .sorted(Comparator.comparing(FileAct::shownBy, EARLIER)
                        .thenComparing(FileAct::kind)
                        .thenComparing(FileAct::file)
                        .thenComparing(FileAct::with))
                .toList();
        return new TouchedFiles(
                rows, acts, firstAct.map(first -> bounds(first, lastRow)).orElse(List.of()));
    }

    private List<FileBound> bounds(Instant firstAct, Optional<Instant> lastRow) {
        List<FileBound> bounds = new ArrayList<>();
        folders.entrySet().stream()
                .map(each -> each.getValue().folder(each.getKey().shared()))
                .sorted(Comparator.comparing(FileBound.WholeFolder::shownBy, EARLIER)
                        .thenComparing(FileBound.WholeFolder::shared))
                .forEach(bounds::add);
        openLinks.values().stream()
                .map(Deeds::openLink)
                .sorted(Comparator.comparing(FileBound.OpenLink::shownBy, EARLIER)
                        .thenComparing(FileBound.OpenLink::file))
                .forEach(bounds::add);
        if (notAttributed.count > 0) {
            bounds.add(new FileBound.NotAttributed(
                    notAttributed.count,
                    List.copyOf(notAttributed.addresses),
                    notAttributed.first().at(),
                    notAttributed.last));
        }
        if (rows == 0) {
            bounds.add(new FileBound.NotRecorded(firstAct));
        }
        lastRow.map(FileBound.AfterTheRows::new).ifPresent(bounds::add);
        return bounds;
    }

    /** What several rows say of one thing. What is shown of it must not hang on the order of the rows. */
    private static final class Deeds {
        private final Set<String> operations = new TreeSet<>();
        private final Set<String> addresses = new TreeSet<>();
        private String file = "";
        private String with = "";
        private @Nullable RowRef first;
        private Instant last = Instant.MIN;
        private boolean succeeded;
        private long count;

        void add(EvidenceRow row) {
            count++;
            succeeded |= !row.failed();
            operations.add(row.record().operation());
            addresses.add(row.address().isEmpty() ? NO_ADDRESS : row.address());
            file = smaller(file, row.record().object().strip());
            with = smaller(with, FileOperations.sharedWith(row));
            Instant at = row.record().at();
            last = at.isAfter(last) ? at : last;
            RowRef here = RowRef.to(row);
            first = first == null || EARLIER.compare(here, first) < 0 ? here : first;
        }

        private static String smaller(String one, String other) {
            return one.isEmpty() || (!other.isEmpty() && other.compareTo(one) < 0) ? other : one;
        }

        RowRef first() {
            return requireNonNull(first, "a deed without a row");
        }

        FileAct act(Kind kind) {
            return new FileAct(
                    kind,
                    file,
                    kind == Kind.SHARED ? with : "",
                    List.copyOf(operations),
                    addresses.stream()
                            .filter(address -> !address.equals(NO_ADDRESS))
                            .toList(),
                    count,
                    succeeded,
                    last,
                    first());
        }

        FileBound.WholeFolder folder(boolean shared) {
            return new FileBound.WholeFolder(file, shared, first().at(), last, first());
        }

        FileBound.OpenLink openLink() {
            return new FileBound.OpenLink(file, first().at(), first());
        }
    }
}

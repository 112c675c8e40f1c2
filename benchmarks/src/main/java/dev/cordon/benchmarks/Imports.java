package dev.cordon.benchmarks;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.Provenance;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An audit log parsed, hashed and stored, against Gson's reader that reads the tokens of the same records on one thread, those inside
 * AuditData included, and does nothing with them. In turns, in one run.
 */
final class Imports {
    /** What the issue asks for. */
    private static final double BAR = 3;

    private static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    private static final int TURNS = 3;

    private Imports() {}

    static List<Result> measure(int records) throws IOException {
        Path folder = Files.createTempDirectory("cordon-imports");
        try {
            Path lines = folder.resolve("records.jsonl");
            Path table = folder.resolve("records.csv");
            AuditRecords.write(records, lines, table, AuditRecords::access);
            return measure(records, folder, lines, table);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Result> measure(int records, Path folder, Path lines, Path table) throws IOException {
        List<Double> tokens = new ArrayList<>();
        List<Double> ofLines = new ArrayList<>();
        List<Double> ofTable = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            tokens.add(Turns.timed(() -> AuditRecords.tokenise(lines)));
            Path data = folder.resolve("data-" + turn);
            ofLines.add(Turns.timed(() -> stored(lines, data.resolve("lines"), records)));
            ofTable.add(Turns.timed(() -> stored(table, data.resolve("table"), records)));
        }
        String size = records + " records, " + Files.size(lines) / 1_000_000 + " MB of JSON Lines, "
                + Files.size(table) / 1_000_000 + " MB of CSV; the middle one of " + TURNS + " turns";
        return List.of(
                Result.ratio(
                        "import of JSON Lines, against their tokens",
                        Turns.middle(ofLines),
                        Turns.middle(tokens),
                        Optional.of(BAR),
                        size),
                Result.ratio(
                        "import of the same as CSV, against the same tokens",
                        Turns.middle(ofTable),
                        Turns.middle(tokens),
                        Optional.of(BAR)));
    }

    private static void stored(Path file, Path data, int records) throws IOException {
        try (Store store = Store.open(data, InstantSource.system());
                InputStream bytes = Files.newInputStream(file);
                Intake intake = store.vault().receive(bytes);
                LogRecords.Batch rows = store.records().begin()) {
            LogFile.Read read = LogFile.read(intake::open, rows::add);
            Exhibit exhibit = intake.seal(
                    INCIDENT,
                    new Provenance(
                            "imported-audit-log",
                            "records",
                            "benchmark",
                            Optional.empty(),
                            InstantSource.system().instant(),
                            read.mediaType()));
            LogRecords.Counts counts = rows.keep(INCIDENT, exhibit.id());
            if (counts.unique() != records || !read.unreadable().isEmpty()) {
                throw new IllegalStateException("not every record was kept: " + counts);
            }
        }
    }
}

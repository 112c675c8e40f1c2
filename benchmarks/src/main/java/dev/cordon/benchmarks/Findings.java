package dev.cordon.benchmarks;

import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.response.Looked;
import dev.cordon.response.ReviewFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code review} finds in an audit log, against Gson's reader that reads the tokens of the same records on one thread and does nothing with
 * them. In turns, in one run.
 */
final class Findings {
    /** What the issue asks for. */
    private static final double BAR = 3;

    private static final int TURNS = 3;

    private Findings() {}

    static List<Result> measure(int records) throws IOException {
        Path folder = Files.createTempDirectory("cordon-findings");
        Path lines = folder.resolve("records.jsonl");
        Path table = folder.resolve("records.csv");
        try {
            AuditRecords.write(records, lines, table, AuditRecords::everything);
            return measure(records, lines, table);
        } finally {
            Files.deleteIfExists(lines);
            Files.deleteIfExists(table);
            Files.deleteIfExists(folder);
        }
    }

    private static List<Result> measure(int records, Path lines, Path table) throws IOException {
        List<Double> tokens = new ArrayList<>();
        List<Double> ofLines = new ArrayList<>();
        List<Double> ofTable = new ArrayList<>();
        long found = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            tokens.add(Turns.timed(() -> AuditRecords.tokenise(lines)));
            ofLines.add(Turns.timed(() -> found(lines, records)));
            ofTable.add(Turns.timed(() -> found(table, records)));
            found = found(table, records);
        }
        String size = records + " records, " + found + " findings, " + Files.size(lines) / 1_000_000
                + " MB of JSON Lines; the middle one of " + TURNS + " turns";
        return List.of(
                Result.ratio(
                        "findings in JSON Lines, against their tokens",
                        Turns.middle(ofLines),
                        Turns.middle(tokens),
                        Optional.of(BAR),
                        size),
                Result.ratio(
                        "findings in the same as CSV, against the same tokens",
                        Turns.middle(ofTable),
                        Turns.middle(tokens),
                        Optional.of(BAR)));
    }

    private static long found(Path file, int records) {
        ReviewFiles.Reviewed reviewed = ReviewFiles.review(List.of(file), OrganisationFacts.NONE);
        long rows = reviewed.coverage().stream().mapToLong(Looked::rows).sum();
        if (rows != records || reviewed.findings().isEmpty()) {
            throw new IllegalStateException("not every record was read: " + rows);
        }
        return reviewed.findings().size();
    }
}

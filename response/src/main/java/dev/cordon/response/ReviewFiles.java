package dev.cordon.response;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.investigation.review.Review;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.response.RequestRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks through exported logs for what a person should know. No tenant is asked, and nothing is kept. */
public final class ReviewFiles {
    private ReviewFiles() {}

    /**
     * What was found, and in what.
     *
     * @param findings the worst first
     * @param coverage each log of each file, in the order of the files
     * @param domains what was taken for the organisation's own domains
     */
    public record Reviewed(List<ReviewFinding> findings, List<Looked> coverage, List<String> domains) {
        public Reviewed {
            findings = List.copyOf(findings);
            coverage = List.copyOf(coverage);
            domains = List.copyOf(domains);
        }

        /** Whether a person should look at something, or something could not be read. */
        public boolean needsLook() {
            return findings.stream().anyMatch(finding -> finding.verdict().isAtLeast(Verdict.REVIEW))
                    || coverage.stream().anyMatch(looked -> !looked.isWhole());
        }
    }

    /**
     * Reads the files, one after the other. Rows that come twice count once.
     *
     * @param facts what the organisation has said of itself
     * @throws RequestRefusedException where one cannot be read, or is malformed or cut off: then nothing is told of any
     */
    public static Reviewed review(List<Path> files, OrganisationFacts facts) {
        var review = new Review(Organisation.ofDomains(), facts);
        List<Looked> coverage = new ArrayList<>();
        for (Path file : files) {
            coverage.addAll(look(file, review));
        }
        Review.Reviewed found = review.finish();
        if (!found.notRead().isEmpty()) {
            coverage.add(new Looked(
                    files.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    Word.of(LogFile.Kind.FILE),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    0,
                    List.of(),
                    Optional.of(String.join(" ", found.notRead()))));
        }
        return new Reviewed(found.findings(), coverage, found.domains());
    }

    private static List<Looked> look(Path file, Review review) {
        if (!Files.isRegularFile(file)) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    file + (Files.exists(file) ? " is no file." : " is not there."),
                    "Check the path and that you may read it.");
        }
        Map<LogRecord.Log, Counts> logs = new EnumMap<>(LogRecord.Log.class);
        try {
            LogFile.Read read = LogFile.readAsked(
                    () -> Files.newInputStream(file),
                    (row, detail) -> logs.computeIfAbsent(row.log(), none -> new Counts())
                            .count(row, review.take(row, detail)));
            return looked(file.toString(), read, logs);
        } catch (MalformedLogFileException e) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    file + " cannot be reviewed. " + e.place() + ": " + e.reason(),
                    "Export it again, or leave it out; nothing was reviewed.");
        } catch (IOException _) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW, file + " could not be read.", "Check that you may read it.");
        }
    }

    private static List<Looked> looked(String file, LogFile.Read read, Map<LogRecord.Log, Counts> logs) {
        String followed =
                read.isFollowed() ? "The file says itself that another page follows, and that is not in it." : "";
        String notes = String.join(" ", read.notes());
        if (logs.isEmpty()) {
            String none = read.kind() == LogFile.Kind.FILE ? "No row of a log that is known was found in it." : "";
            return List.of(new Looked(
                    file,
                    Word.of(read.kind()),
                    Optional.empty(),
                    Optional.empty(),
                    read.rows(),
                    0,
                    read.unreadable(),
                    ReviewCoverage.sentences(none, notes, followed)));
        }
        List<Looked> looked = new ArrayList<>();
        if (logs.keySet().stream().noneMatch(log -> isMain(log, read))
                && !read.unreadable().isEmpty()) {
            looked.add(new Looked(
                    file,
                    Word.of(read.kind()),
                    Optional.empty(),
                    Optional.empty(),
                    read.unreadable().size(),
                    0,
                    read.unreadable(),
                    ReviewCoverage.sentences("", notes, followed)));
        }
        logs.forEach((log, counts) -> {
            boolean isMain = isMain(log, read);
            List<UnreadableRow> unreadable = isMain ? read.unreadable() : List.of();
            looked.add(new Looked(
                    file,
                    Word.of(log),
                    Optional.ofNullable(counts.from),
                    Optional.ofNullable(counts.through),
                    counts.rows + unreadable.size(),
                    counts.housekeeping,
                    unreadable,
                    ReviewCoverage.sentences(beside(log), isMain ? notes : "", isMain ? followed : "")));
        });
        return looked;
    }

    /** Whether it is the log that the file was taken for, to which what cannot be read belongs. */
    private static boolean isMain(LogRecord.Log log, LogFile.Read read) {
        return Word.of(log).equals(Word.of(read.kind()));
    }

    /** These tell of mail and of what Microsoft holds of somebody, not of what was changed. */
    private static String beside(LogRecord.Log log) {
        return switch (log) {
            case AUDIT_LOG, SIGN_INS, DIRECTORY_AUDIT -> "";
            case MESSAGE_TRACE -> "The message trace says which mail went where; the review looks for nothing in it.";
            case RISK_DETECTIONS, ALERTS -> "These are Microsoft's own judgements; read them beside this review.";
        };
    }

    /** What the rows of one log add up to. */
    private static final class Counts {
        private long rows;
        private long housekeeping;
        private @Nullable Instant from;
        private @Nullable Instant through;

        void count(LogRecord row, Review.Taken taken) {
            rows++;
            housekeeping += taken == Review.Taken.HOUSEKEEPING ? 1 : 0;
            from = from == null || row.at().isBefore(from) ? row.at() : from;
            through = through == null || row.at().isAfter(through) ? row.at() : through;
        }
    }
}

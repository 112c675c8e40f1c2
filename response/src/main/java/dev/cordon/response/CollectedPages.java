package dev.cordon.response;

import dev.cordon.evidence.Acquisition;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.ExhibitRows;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.records.LogPageReader;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes of a page that a collector hands over what is kept of it: its answers as they came, and the records of their rows. Stateless. */
final class CollectedPages {
    private CollectedPages() {}

    static LogCollections.Page of(CollectionSource source, LogPage<?> page) {
        List<LogCollections.Answered> answers = new ArrayList<>();
        Predicate<LogRecord> isWanted = wanted(source, page);
        long readable = 0;
        long unreadable = 0;
        for (Answer answer : page.answers()) {
            byte[] bytes = answer.body().toArray();
            List<LogRecord> rows = new ArrayList<>();
            unreadable += page.rows().isEmpty() ? 0 : read(source.log(), bytes, isWanted, rows);
            readable += rows.size();
            answers.add(new LogCollections.Answered(acquisition(source, answer, bytes), rows));
        }
        List<String> ids = page.rows().stream().map(LogRow::id).toList();
        // Counted answer by answer: one that lists more rows than the client saw must not hide those of another.
        long missing = Math.max(unreadable, ids.size() - readable);
        return new LogCollections.Page(answers, ids, Math.min(ids.size(), missing));
    }

    /** An answer holds everybody's alerts; those of others stay in the exhibit. */
    private static Predicate<LogRecord> wanted(CollectionSource source, LogPage<?> page) {
        if (source.log() != CollectedLog.ALERTS) {
            return any -> true;
        }
        Set<String> ids = page.rows().stream()
                .map(row -> row.id().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return row -> ids.contains(row.id());
    }

    /** How many rows are unreadable. What the client could read and this cannot at all is sealed all the same, without a record. */
    private static long read(CollectedLog log, byte[] answer, Predicate<LogRecord> isWanted, List<LogRecord> rows) {
        try {
            return LogPageReader.read(log.log(), answer, (row, _) -> {
                        if (isWanted.test(row)) {
                            rows.add(row);
                        }
                    })
                    .unreadable()
                    .size();
        } catch (MalformedLogFileException _) {
            rows.clear();
            return 0;
        }
    }

    private static Acquisition acquisition(CollectionSource source, Answer answer, byte[] bytes) {
        return new Acquisition(
                ExhibitRows.kind(source),
                source.of(),
                answer.request(),
                answer.requestId(),
                answer.date(),
                answer.mediaType(),
                bytes);
    }
}

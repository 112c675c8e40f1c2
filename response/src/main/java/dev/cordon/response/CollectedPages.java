package dev.cordon.response;

import dev.cordon.evidence.Acquisition;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.records.LogPageReader;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import java.util.ArrayList;
import java.util.List;

/** Makes of a page that a collector hands over what is kept of it: its answers as they came, and the records of their rows. Stateless. */
final class CollectedPages {
    /** What the kind of every exhibit begins with that is a page of a log. */
    static final String KIND = "collected-";

    private CollectedPages() {}

    /** What the exhibits of that source are called: the rows of everybody are not for everybody to whom evidence is handed out. */
    static String kind(CollectionSource source) {
        boolean isOfPeople = source.log() != CollectedLog.SIGN_INS_SERVICE_PRINCIPAL;
        return KIND
                + Word.of(source.log())
                + (isOfPeople && source.of().equals(CollectionSource.EVERYBODY) ? "-of-everybody" : "");
    }

    static LogCollections.Page of(CollectionSource source, LogPage<?> page) {
        List<LogCollections.Answered> answers = new ArrayList<>();
        long readable = 0;
        long unreadable = 0;
        for (Answer answer : page.answers()) {
            byte[] bytes = answer.body().toArray();
            List<LogRecord> rows = new ArrayList<>();
            unreadable += page.rows().isEmpty() ? 0 : read(source.log(), bytes, rows);
            readable += rows.size();
            answers.add(new LogCollections.Answered(acquisition(source, answer, bytes), rows));
        }
        List<String> ids = page.rows().stream().map(LogRow::id).toList();
        // Counted answer by answer: one that lists more rows than the client saw must not hide those of another.
        long missing = Math.max(unreadable, ids.size() - readable);
        return new LogCollections.Page(answers, ids, Math.min(ids.size(), missing));
    }

    /** How many rows are unreadable. What the client could read and this cannot at all is sealed all the same, without a record. */
    private static long read(CollectedLog log, byte[] answer, List<LogRecord> rows) {
        try {
            return LogPageReader.read(log.log(), answer, (row, _) -> rows.add(row))
                    .unreadable()
                    .size();
        } catch (MalformedLogFileException _) {
            rows.clear();
            return 0;
        }
    }

    private static Acquisition acquisition(CollectionSource source, Answer answer, byte[] bytes) {
        return new Acquisition(
                kind(source),
                source.of(),
                answer.request(),
                answer.requestId(),
                answer.date(),
                answer.mediaType(),
                bytes);
    }
}

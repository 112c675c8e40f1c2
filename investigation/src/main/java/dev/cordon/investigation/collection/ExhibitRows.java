package dev.cordon.investigation.collection;

import dev.cordon.incident.Word;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogPageReader;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MalformedLogFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the rows of a sealed exhibit as they were read when they were kept: the exhibit proves its rows, so whoever doubts them reads it again.
 * Stateless; safe for many threads.
 */
public final class ExhibitRows {
    /** What the kind of every exhibit begins with that is a page of a log. */
    public static final String COLLECTED = "collected-";

    /** What the kinds of exhibits begin with that an administrator brought. */
    public static final String IMPORTED = "imported-";

    private static final String OF_EVERYBODY = "-of-everybody";
    private static final String WITHOUT_ROWS = IMPORTED + Word.of(LogFile.Kind.FILE);

    private ExhibitRows() {}

    /** What the exhibits of that source are called: the rows of everybody are not for everybody to whom evidence is handed out. */
    public static String kind(CollectionSource source) {
        boolean isOfPeople = source.log() != CollectedLog.SIGN_INS_SERVICE_PRINCIPAL;
        boolean holdsOthers = source.of().equals(CollectionSource.EVERYBODY) || source.log() == CollectedLog.ALERTS;
        return COLLECTED + Word.of(source.log()) + (isOfPeople && holdsOthers ? OF_EVERYBODY : "");
    }

    /** Whether every row of an exhibit of that kind is kept: of everybody's alerts only those are that name the account. */
    public static boolean areAllKept(String kind) {
        return log(kind).filter(CollectedLog.ALERTS::equals).isEmpty();
    }

    /** Whether rows can be of an exhibit of that kind. */
    public static boolean areOf(String kind) {
        return log(kind).isPresent() || (kind.startsWith(IMPORTED) && !kind.equals(WITHOUT_ROWS));
    }

    /**
     * Reads them.
     *
     * @param kind the exhibit's
     * @param rows takes each in order, also those that come twice
     * @throws MalformedLogFileException when it is no such file; {@code rows} may have taken some by then
     * @throws IOException when the bytes cannot be read
     */
    public static void read(String kind, LogFile.Source bytes, Consumer<LogRecord> rows) throws IOException {
        Optional<CollectedLog> log = log(kind);
        if (log.isEmpty()) {
            LogFile.read(bytes, rows);
            return;
        }
        try (InputStream answer = bytes.open()) {
            ofAnswer(log.get(), answer.readAllBytes()).forEach(rows);
        }
    }

    /** The records of an answer; none of one that the client could read and this cannot: it is sealed all the same. */
    public static List<LogRecord> ofAnswer(CollectedLog log, byte[] answer) {
        List<LogRecord> rows = new ArrayList<>();
        try {
            LogPageReader.read(log.log(), answer, (row, _) -> rows.add(row));
            return rows;
        } catch (MalformedLogFileException _) {
            return List.of();
        }
    }

    private static Optional<CollectedLog> log(String kind) {
        if (!kind.startsWith(COLLECTED)) {
            return Optional.empty();
        }
        String name = kind.substring(COLLECTED.length());
        return Word.find(
                CollectedLog.class,
                name.endsWith(OF_EVERYBODY) ? name.substring(0, name.length() - OF_EVERYBODY.length()) : name);
    }
}

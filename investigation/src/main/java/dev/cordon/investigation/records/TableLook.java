package dev.cordon.investigation.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for the head of a table of one of the logs: below blank lines, the line of a separator that Excel wants, or words of introduction. */
final class TableLook {
    private static final List<String> SEPARATORS = List.of(",", ";", "\t");
    private static final Pattern ANY_SEPARATOR = Pattern.compile("[,;\t|]");

    /** Names that stand in no table of anything else. */
    private static final Set<String> TELLING = Set.of(
            "recordid",
            "auditdata",
            "creationdate",
            "recordtype",
            "userids",
            "request id",
            "correlation id",
            "correlationid",
            "sign-in error code",
            "date (utc)",
            "date (local)",
            "activitydatetime",
            "origin_timestamp_utc",
            "sender_address",
            "recipient_status",
            "network_message_id",
            "messagetraceid",
            "message trace id",
            "senderaddress",
            "recipientaddress");

    private static final Set<String> DIRECTORY_AUDIT = Set.of("date (utc)", "correlationid", "activity");

    private TableLook() {}

    /**
     * Looks.
     *
     * @param text the beginning of the file
     * @return empty where it is no table of a log
     * @throws MalformedLogFileException where it looks like one that cannot be read: it is not to be believed imported
     */
    static Optional<FileLook.Csv> at(String text, FileLook.Encoding encoding) {
        List<String> lines =
                text.lines().limit(LogFileLimits.LINES_ABOVE_HEAD + 1).toList();
        for (int above = 0; above < lines.size(); above++) {
            for (String separator : SEPARATORS) {
                Optional<CsvShape> shape = shape(lines.get(above), separator);
                if (shape.isPresent()) {
                    return Optional.of(new FileLook.Csv(encoding, separator.charAt(0), shape.get(), above));
                }
            }
        }
        for (int above = 0; above < lines.size(); above++) {
            refuseHeadOfLog(lines.get(above), above + 1);
        }
        refuseRowsOfLog(lines);
        lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .ifPresent(
                        first -> SEPARATORS.forEach(separator -> refuseTooMany(columns(first.split(separator, -1)))));
        return Optional.empty();
    }

    private static Optional<CsvShape> shape(String line, String separator) {
        List<String> columns = columns(line.split(Pattern.quote(separator), -1));
        Optional<CsvShape> shape = Arrays.stream(CsvShape.values())
                .filter(known -> known.isHead(columns))
                .findFirst();
        if (shape.isPresent()) {
            refuseTooMany(columns);
        }
        return shape;
    }

    private static void refuseTooMany(List<String> columns) {
        if (columns.size() > LogFileLimits.MOST_COLUMNS) {
            throw new MalformedLogFileException(
                    "row 0, column " + (LogFileLimits.MOST_COLUMNS + 1),
                    "the head has more than " + LogFileLimits.MOST_COLUMNS + " columns.",
                    LogFile.EXPORT_AGAIN);
        }
    }

    private static List<String> columns(String[] cells) {
        return Arrays.stream(cells).map(CsvShape::plain).toList();
    }

    private static void refuseHeadOfLog(String line, int number) {
        if (columns(ANY_SEPARATOR.split(line)).containsAll(DIRECTORY_AUDIT)) {
            throw new MalformedLogFileException(
                    "line " + number,
                    "this is the directory's audit log as CSV, in which values are missing or cut off: it is read as JSON only"
                            + " (Entra admin center > Audit logs > Download > JSON).",
                    LogFile.EXPORT_AGAIN);
        }
        if (columns(ANY_SEPARATOR.split(line)).stream()
                        .filter(TELLING::contains)
                        .distinct()
                        .count()
                >= 2) {
            throw new MalformedLogFileException(
                    "line " + number,
                    "this is the head of a log, but columns that are needed are missing, it is cut off, or nothing known separates them.",
                    "Export it again with every column, separated by commas; the directory's audit log as JSON. Nothing was imported.");
        }
    }

    private static void refuseRowsOfLog(List<String> lines) {
        lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.contains("\"CreationTime\"") && line.contains("\"Operation\""))
                .ifPresent(line -> {
                    throw new MalformedLogFileException(
                            "line " + (lines.indexOf(line) + 1),
                            "this is a row of the audit log, and the head with the names of the columns is missing.",
                            LogFile.EXPORT_AGAIN);
                });
    }
}

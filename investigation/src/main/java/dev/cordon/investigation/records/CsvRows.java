package dev.cordon.investigation.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row. */
final class CsvRows {
    /** Read after the file's last character: where it turns up inside a cell, the quotes of that cell were never closed. */
    static final String END = "\n\u0000";

    private static final Pattern LINE = Pattern.compile("(?:started in|starting at) line (\\d{1,18})");

    private final TextOfFile text;
    private final char separator;
    private final int linesAbove;

    private CsvRows(TextOfFile text, char separator, int linesAbove) {
        this.text = text;
        this.separator = separator;
        this.linesAbove = linesAbove;
    }

    /** The table whose head stands below so many lines. */
    static CsvRows below(int linesAbove, TextOfFile text, char separator) throws IOException {
        text.skipLines(linesAbove);
        return new CsvRows(text, separator, linesAbove);
    }

    /** Makes a record of the cells of a row. */
    interface Maker {
        RowResult make(Cells cells, long row);
    }

    /**
     * Which columns there are.
     *
     * @param names as {@link CsvShape#plain} has them
     * @param isHead whether it is known that they are a log's
     */
    record Columns(List<String> names, boolean isHead) {
        /** The number of the column; -1 when there is none. */
        int of(String... spellings) {
            for (String spelling : spellings) {
                int at = names.indexOf(spelling);
                if (isHead && at != names.lastIndexOf(spelling)) {
                    throw new MalformedLogFileException(
                            "row 0, column " + (names.lastIndexOf(spelling) + 1),
                            "the head names this column twice, so that nobody knows which one counts.",
                            LogFile.EXPORT_AGAIN);
                }
                if (at >= 0) {
                    return at;
                }
            }
            return -1;
        }
    }

    /** The cells of one row. */
    record Cells(CsvRecord cells) {
        /** The cell of that column; empty text where there is no such column. */
        String in(int column) {
            return column < 0 || column >= cells.getFieldCount() ? "" : cells.getField(column);
        }
    }

    void read(Function<Columns, Maker> shape, Rows rows) {
        @Nullable CsvRecord last = null;
        @Nullable Maker maker = null;
        int width = 0;
        boolean isLastCutOff = false;
        try {
            Iterator<CsvRecord> records = records();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                text.recordBegins();
                if (isEnd(record)) {
                    break;
                }
                refuseOpenQuote(record, rows);
                if (maker == null) {
                    if (!record.getField(0).startsWith("#TYPE")) {
                        width = record.getFieldCount();
                        maker = shape.apply(new Columns(
                                record.getFields().stream().map(CsvShape::plain).toList(), true));
                    }
                    continue;
                }
                last = record;
                long row = rows.next();
                isLastCutOff = false;
                if (record.getFieldCount() == width) {
                    RowResult result = maker.make(new Cells(record), row);
                    isLastCutOff = result instanceof RowResult.NotMade notMade && notMade.isCutOff();
                    rows.take(result);
                } else if (record.getFieldCount() < width && !records.hasNext()) {
                    throw rows.malformed("the file ends in the middle of it.", line(record));
                } else {
                    rows.unreadable("It has " + record.getFieldCount() + " cells where the head names " + width + ".");
                }
            }
        } catch (CsvParseException e) {
            throw malformed(e, rows);
        }
        refuseCutOff(last, isLastCutOff || (last != null && last.getFieldCount() < width), rows);
    }

    private Iterator<CsvRecord> records() {
        CsvRecordHandler cells = CsvRecordHandler.builder()
                .maxFields(LogFileLimits.MOST_COLUMNS)
                .maxFieldSize(LogFileLimits.LARGEST_RECORD)
                .maxRecordSize(LogFileLimits.LARGEST_RECORD)
                .build();
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LogFileLimits.LARGEST_RECORD)
                .build(cells, text)
                .iterator();
    }

    private static boolean isEnd(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).equals("\u0000");
    }

    private void refuseOpenQuote(CsvRecord record, Rows rows) {
        int lastCell = record.getFieldCount() - 1;
        if (record.getField(lastCell).endsWith("\u0000")) {
            rows.next();
            throw rows.malformed(
                    "the file ends inside the quotes of cell " + (lastCell + 1)
                            + ": it is cut off, or a quote is missing.",
                    line(record));
        }
    }

    /** A last row with too few cells, or with one that ends in the middle though its quotes are closed, is cut off where no line break follows it. */
    private void refuseCutOff(@Nullable CsvRecord last, boolean isCutOff, Rows rows) {
        if (last != null && isCutOff && !text.endsWithLineBreak()) {
            throw rows.malformed("the file ends in the middle of it.", line(last));
        }
    }

    private Optional<String> line(CsvRecord record) {
        return Optional.of("line " + (linesAbove + record.getStartingLineNumber()));
    }

    /** The library's own words name line, cell and limit, and quote at most one character. */
    private RuntimeException malformed(CsvParseException e, Rows rows) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedLogFileException ours) {
                return ours;
            }
            if (cause.getCause() == null) {
                rows.next();
                return rows.malformed(String.valueOf(cause.getMessage()) + ".", where(e));
            }
        }
        return e;
    }

    private Optional<String> where(CsvParseException e) {
        Matcher found = LINE.matcher(String.valueOf(e.getMessage()));
        return found.find() ? Optional.of("line " + (linesAbove + Long.parseLong(found.group(1)))) : Optional.empty();
    }
}

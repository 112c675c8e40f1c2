package dev.cordon.investigation.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row. */
final class CsvRows {
    /** Read after the file's last character: where it turns up inside a cell, the quotes of that cell were never closed. */
    static final String END = "\n\u0000";

    private CsvRows() {}

    /** Makes a record of the cells of a row. */
    interface Maker {
        RowResult make(Cells cells, long row);
    }

    /** Which columns there are, by their names as {@link CsvShape#plain} has them. */
    record Columns(List<String> names) {
        /** The number of the column; -1 when there is none. */
        int of(String... spellings) {
            for (String spelling : spellings) {
                int at = names.indexOf(spelling);
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

    static void read(TextOfFile text, char separator, Function<Columns, Maker> shape, Rows rows) {
        @Nullable CsvRecord last = null;
        @Nullable Maker maker = null;
        int width = 0;
        try {
            Iterator<CsvRecord> records = records(text, separator);
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
                                record.getFields().stream().map(CsvShape::plain).toList()));
                    }
                    continue;
                }
                last = record;
                long row = rows.next();
                if (record.getFieldCount() == width) {
                    rows.take(maker.make(new Cells(record), row));
                } else if (record.getFieldCount() < width && !records.hasNext()) {
                    throw rows.malformed("the file ends in the middle of it.", line(record));
                } else {
                    rows.unreadable("It has " + record.getFieldCount() + " cells where the head names " + width + ".");
                }
            }
        } catch (CsvParseException e) {
            throw malformed(e, rows);
        } catch (UncheckedIOException e) {
            throw e;
        }
        refuseCutOff(text, last, width, rows);
    }

    private static Iterator<CsvRecord> records(TextOfFile text, char separator) {
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

    private static void refuseOpenQuote(CsvRecord record, Rows rows) {
        int lastCell = record.getFieldCount() - 1;
        if (record.getField(lastCell).endsWith("\u0000")) {
            rows.next();
            throw rows.malformed(
                    "the file ends inside the quotes of cell " + (lastCell + 1)
                            + ": it is cut off, or a quote is missing.",
                    line(record));
        }
    }

    /** A last row with too few cells is cut off where no line break follows it. */
    private static void refuseCutOff(TextOfFile text, @Nullable CsvRecord last, int width, Rows rows) {
        if (last != null && last.getFieldCount() < width && !text.endsWithLineBreak()) {
            throw rows.malformed("the file ends in the middle of it.", line(last));
        }
    }

    private static Optional<String> line(CsvRecord record) {
        return Optional.of("line " + record.getStartingLineNumber());
    }

    /** The library's own words name line, cell and limit, and quote at most one character. */
    private static RuntimeException malformed(CsvParseException e, Rows rows) {
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

    private static Optional<String> where(CsvParseException e) {
        return Optional.ofNullable(e.getMessage())
                .map(said -> said.replaceFirst(".*started in (line \\d+).*", "$1"))
                .filter(said -> said.startsWith("line "));
    }
}

package dev.cordon.simulator.hunting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in the making: names of columns, marked by type, and rows of as many values. */
final class Cells {

    private final List<Column> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** Columns by name; {@code @} before one that holds times, {@code #} numbers, {@code ?} yes or no. */
    Cells(String names) {
        this.columns = Arrays.stream(names.split(" ")).map(Cells::column).toList();
    }

    private static Column column(String marked) {
        return switch (marked.charAt(0)) {
            case '@' -> new Column(marked.substring(1), Column.Type.TIME);
            case '#' -> new Column(marked.substring(1), Column.Type.NUMBER);
            case '?' -> new Column(marked.substring(1), Column.Type.FLAG);
            default -> new Column(marked, Column.Type.TEXT);
        };
    }

    void add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + values.length + " values in " + columns.size() + " columns");
        }
        var row = new ArrayList<Object>();
        for (var value : values) {
            row.add(value);
        }
        rows.add(row);
    }

    Relation relation() {
        return new Relation(columns, rows);
    }
}

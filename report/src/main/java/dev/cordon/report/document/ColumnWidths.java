package dev.cordon.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are on paper, in hundredths of the page's width: left to itself a renderer makes the table as wide as its
 * longest hash, and what does not fit the page is lost. One table; one thread.
 */
final class ColumnWidths {
    /** About how many characters of the tables' size fit into one line of the page. */
    private static final int LINE = 124;

    /** A longer word may be broken; a value anywhere. */
    private static final int LONGEST_WORD = 14;

    private static final int LONGEST_VALUE = 13;

    /** What padding takes, and as much again the frame of a badge or the breadth of a bold header. */
    private static final int ROOM = 2;

    /** The letters of a value are wider than those of prose, and a single word may have wider ones than most. */
    private static final double VALUE = 1.15;

    private static final double WORD = 1.2;

    /** More rows tell nothing new about the shape of a table. */
    private static final int ENOUGH_ROWS = 300;

    private final double[] widths;
    private final double[][] lengths;

    private ColumnWidths(Block.Table table) {
        int columns = table.headers().size();
        widths = new double[columns];
        lengths = table.rows().stream()
                .limit(ENOUGH_ROWS)
                .map(row ->
                        row.cells().stream().mapToDouble(ColumnWidths::length).toArray())
                .toArray(double[][]::new);
        for (int column = 0; column < columns; column++) {
            int at = column;
            double header = ROOM + longestWord(table.headers().get(column)) * WORD;
            double cells = table.rows().stream()
                    .flatMap(row -> row.cells().get(at).stream())
                    .mapToDouble(ColumnWidths::unbroken)
                    .max()
                    .orElse(0);
            widths[column] = ROOM + Math.max(header, cells);
        }
    }

    /** The width of each column; together exactly a hundred. */
    static List<Integer> of(Block.Table table) {
        ColumnWidths columns = new ColumnWidths(table);
        columns.spread();
        return columns.hundredths();
    }

    /** Every column has what its longest word needs; each further character goes to the one that makes the rows lowest. */
    private void spread() {
        for (double left = LINE - Arrays.stream(widths).sum(); left > 0; left--) {
            int best = IntStream.range(0, widths.length)
                    .boxed()
                    .min((one, other) -> Double.compare(heightWith(one), heightWith(other)))
                    .orElse(0);
            widths[best]++;
        }
    }

    private double heightWith(int wider) {
        widths[wider]++;
        double height = 0;
        for (double[] row : lengths) {
            double highest = 0;
            double all = 0;
            for (int column = 0; column < row.length; column++) {
                double lines = row[column] / (widths[column] - ROOM);
                highest = Math.max(highest, lines);
                all += lines;
            }
            // One very high row is worse than several that are a little higher; and what is not the highest cell counts
            // a little too.
            height += highest * Math.sqrt(highest) + all / 20;
        }
        widths[wider]--;
        return height;
    }

    private List<Integer> hundredths() {
        double all = Arrays.stream(widths).sum();
        List<Integer> hundredths = new ArrayList<>();
        double before = 0;
        for (double width : widths) {
            hundredths.add((int) (Math.round((before + width) * 100 / all) - Math.round(before * 100 / all)));
            before += width;
        }
        return hundredths;
    }

    private static double length(List<Inline> cell) {
        return cell.stream()
                .mapToDouble(piece -> 1
                        + switch (piece) {
                            case Inline.Time time -> time.text().length();
                            case Inline.Badge badge -> badge.word().length() + ROOM;
                            case Inline.Text text -> text.text().length();
                            case Inline.Value value -> value.text().length() * VALUE;
                        })
                .sum();
    }

    /** The breadth of the longest part that is never broken, or should not be. */
    private static double unbroken(Inline piece) {
        return switch (piece) {
            case Inline.Time time -> time.text().length() * WORD;
            case Inline.Badge badge -> badge.word().length() * WORD + ROOM;
            case Inline.Text text -> longestWord(text.text()) * WORD;
            case Inline.Value value -> Math.min(LONGEST_VALUE, longestWord(value.text())) * VALUE;
        };
    }

    private static int longestWord(String text) {
        return Math.min(
                LONGEST_WORD,
                Arrays.stream(text.split("[\\s-]+"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0));
    }
}

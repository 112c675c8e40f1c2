package dev.cordon.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How wide the columns of a table are on paper, in hundredths of the page's width: left to itself a renderer makes the table as wide as its
 * longest hash, and what does not fit the page is lost. Stateless.
 */
final class ColumnWidths {
    /** About how many characters of the tables' size fit into one line of the page. */
    private static final int LINE = 112;

    /** A longer word may be broken. */
    private static final int LONGEST_WORD = 20;

    /** Beyond that a cell's length asks for no more room: it has many lines anyway. */
    private static final int LONGEST_TEXT = 90;

    /** What padding and the frame of a badge take. */
    private static final int ROOM = 2;

    private ColumnWidths() {}

    /** The width of each column; together exactly a hundred. */
    static List<Integer> of(Block.Table table) {
        int columns = table.headers().size();
        double[] least = new double[columns];
        double[] wanted = new double[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            List<Inline> header = Inline.text(table.headers().get(column));
            List<List<Inline>> cells =
                    table.rows().stream().map(row -> row.cells().get(at)).toList();
            least[column] = ROOM
                    + Stream.concat(Stream.of(header), cells.stream())
                            .mapToInt(ColumnWidths::longestWord)
                            .max()
                            .orElse(0);
            wanted[column] = Math.max(least[column], ROOM + typical(cells));
        }
        return hundredths(share(least, wanted));
    }

    /** Everybody gets what his longest word needs; the rest goes to those who want more. */
    private static double[] share(double[] least, double[] wanted) {
        double needed = Arrays.stream(least).sum();
        if (needed >= LINE) {
            return least;
        }
        double[] more = IntStream.range(0, least.length)
                .mapToDouble(column -> wanted[column] - least[column])
                .toArray();
        double missing = Arrays.stream(more).sum();
        double left = LINE - needed;
        return IntStream.range(0, least.length)
                .mapToDouble(
                        column -> least[column] + (missing == 0 ? left / least.length : left * more[column] / missing))
                .toArray();
    }

    private static List<Integer> hundredths(double[] shares) {
        double all = Arrays.stream(shares).sum();
        List<Integer> widths = new ArrayList<>();
        double before = 0;
        for (double share : shares) {
            widths.add((int) (Math.round((before + share) * 100 / all) - Math.round(before * 100 / all)));
            before += share;
        }
        return widths;
    }

    /** The length of a long cell that is no exception: nine of ten are not longer. */
    private static int typical(List<List<Inline>> cells) {
        int[] lengths = cells.stream()
                .mapToInt(cell -> Math.min(
                        LONGEST_TEXT,
                        cell.stream()
                                .mapToInt(piece -> text(piece).length() + 1)
                                .sum()))
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[(lengths.length - 1) * 9 / 10];
    }

    private static int longestWord(List<Inline> cell) {
        return cell.stream().mapToInt(ColumnWidths::longestWord).max().orElse(0);
    }

    private static int longestWord(Inline piece) {
        return switch (piece) {
            case Inline.Time time -> time.text().length();
            case Inline.Badge badge -> badge.word().length() + ROOM;
            case Inline.Text text -> longestWord(text.text());
            case Inline.Value value -> longestWord(value.text());
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

    private static String text(Inline piece) {
        return switch (piece) {
            case Inline.Time time -> time.text();
            case Inline.Badge badge -> badge.word();
            case Inline.Text text -> text.text();
            case Inline.Value value -> value.text();
        };
    }
}

package dev.cordon.investigation.records;

import java.io.IOException;
import java.io.Reader;

/** The lines of a text, each no longer than a record may be. For one thread. */
final class LinesOfText {
    private final Reader text;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder();
    private int from;
    private int to;
    private boolean isLast;

    LinesOfText(Reader text) {
        this.text = text;
    }

    /** Goes on to the next line; false at the end. */
    boolean next() throws IOException {
        line.setLength(0);
        while (!isLast) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, from, end - from);
            if (end < to) {
                from = end + 1;
                return true;
            }
            from = 0;
            to = Math.max(0, text.read(buffer, 0, buffer.length));
            isLast = to == 0;
        }
        return !line.isEmpty();
    }

    String line() {
        return line.toString();
    }

    /** Whether nothing follows it. */
    boolean isLast() {
        return isLast;
    }
}

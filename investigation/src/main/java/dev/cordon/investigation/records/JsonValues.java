package dev.cordon.investigation.records;

import java.io.IOException;
import java.io.Reader;

/**
 * The JSON values of a text, one after another: as a reader it ends where the value ends. A whole file is mostly one; what {@code jq} writes, or
 * pages that were appended to each other, are several. For one thread.
 */
final class JsonValues extends Reader {
    private final Reader text;
    private final char[] buffer = new char[1 << 14];
    private int from;
    private int to;
    private long count;
    private int depth;
    private boolean isInText;
    private boolean isEscaped;
    private boolean isOver;
    private boolean isOnOneLine;

    JsonValues(Reader text) {
        this.text = text;
    }

    /** Goes on to the next value, over what the reader left of this one; false where nothing but blanks follows. */
    boolean next() throws IOException {
        if (!skipBlanks(" \t\r\n")) {
            return false;
        }
        count++;
        depth = 0;
        isInText = false;
        isEscaped = false;
        isOver = false;
        isOnOneLine = true;
        return true;
    }

    /** The number of this value, from 1. */
    long count() {
        return count;
    }

    /** Whether it begins as an object or an array does. Anything else is read to the end of the text. */
    boolean isObjectOrArray() {
        return buffer[from] == '{' || buffer[from] == '[';
    }

    /** Whether this first value was all of the first line, and lines follow: a record in each. */
    boolean isFirstOfLines() throws IOException {
        return count == 1
                && isOver
                && isOnOneLine
                && skipBlanks(" \t\r")
                && buffer[from] == '\n'
                && skipBlanks(" \t\r\n")
                && buffer[from] == '{';
    }

    /** Everything that follows this value. */
    Reader rest() {
        depth = Integer.MIN_VALUE;
        isOver = false;
        return this;
    }

    private boolean skipBlanks(String blanks) throws IOException {
        while (fill()) {
            if (blanks.indexOf(buffer[from]) < 0) {
                return true;
            }
            from++;
        }
        return false;
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, text.read(buffer, 0, buffer.length));
        }
        return to > from;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (isOver || !fill()) {
            return -1;
        }
        int end = Math.min(to, from + length);
        int at = from;
        while (at < end && !isOver) {
            follow(buffer[at++]);
        }
        int taken = at - from;
        System.arraycopy(buffer, from, target, offset, taken);
        from = at;
        return taken;
    }

    private void follow(char c) {
        isOnOneLine &= c != '\n';
        if (isEscaped) {
            isEscaped = false;
        } else if (isInText) {
            isEscaped = c == '\\';
            isInText = c != '"';
        } else if (c == '"') {
            isInText = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            isOver = --depth == 0;
        }
    }

    /** Nothing: whoever opened the text closes it. */
    @Override
    public void close() {}
}

package dev.cordon.investigation.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a file, as bytes between line feeds; a carriage return before one is a blank, and nothing else breaks a line ({@code U+2028}
 * does not). Of a line that is too long no more is kept than its beginning. For one thread.
 */
final class LineBytes {
    /** Bytes of one line; Graph's longest have some ten thousand. */
    static final int LONGEST = 1 << 20;

    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long number;
    private boolean isTooLong;

    LineBytes(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Goes on to the next line; false at the end. */
    boolean next() throws IOException {
        line.reset();
        isTooLong = false;
        if (!fill()) {
            return false;
        }
        number++;
        while (fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            keep(end);
            if (end < to) {
                from = end + 1;
                return true;
            }
            from = end;
        }
        return true;
    }

    private void keep(int end) {
        int room = Math.min(end - from, LONGEST - line.size());
        isTooLong |= room < end - from;
        line.write(buffer, from, room);
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, bytes.read(buffer, 0, buffer.length));
        }
        return to > from;
    }

    /** The number of this line, from 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return isTooLong;
    }

    /** The line as text, without the byte order mark of the file; empty where it is no UTF-8. */
    Optional<String> text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            return Optional.of(number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}

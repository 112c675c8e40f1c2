package dev.cordon.evidence.bag;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads lines as exactly as they were written: UTF-8, each ended by one line feed and nothing else. For one thread. */
final class TextLines {
    private TextLines() {}

    /** Told of each line without its end. */
    interface Line {
        void take(String line) throws IOException;
    }

    /**
     * Reads to the end.
     *
     * @param longest how many bytes a line may have
     * @throws NotLinesException when it is anything else
     */
    static void read(InputStream from, int longest, Line each) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream bytes = new BufferedInputStream(from, 1 << 16)) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == '\n') {
                    each.take(text(line.toByteArray()));
                    line.reset();
                } else if (line.size() >= longest) {
                    throw new NotLinesException("a line of more than " + longest + " bytes");
                } else {
                    line.write(next);
                }
            }
        }
        if (line.size() > 0) {
            throw new NotLinesException("a last line that is cut off");
        }
    }

    private static String text(byte[] bytes) throws NotLinesException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new NotLinesException("a line that is no UTF-8 text");
        }
    }

    /** The file is not made of such lines; says what was found. */
    static final class NotLinesException extends IOException {
        private static final long serialVersionUID = 1L;

        NotLinesException(String found) {
            super(found);
        }

        String found() {
            return String.valueOf(getMessage());
        }
    }
}

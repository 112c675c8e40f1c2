package dev.cordon.investigation.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The text of a file: refuses bytes that are no text in its encoding, NUL characters, and records larger than memory should hold, each with
 * its byte. For one thread.
 */
final class TextOfFile extends Reader {
    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer waiting = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer text = CharBuffer.allocate(1 << 16).flip();
    private long taken;
    private long sinceRecord;
    private final String end;
    private boolean ended;
    private boolean atEnd;
    private char last = '\n';

    /**
     * The text of the bytes.
     *
     * @param skipped how many bytes at the beginning are a byte order mark
     * @param end what is read after the last character of the file
     */
    TextOfFile(InputStream bytes, Charset charset, int skipped, String end) throws IOException {
        this.bytes = bytes;
        this.end = end;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes.skipNBytes(skipped);
        taken = skipped;
    }

    /** A record begins here, give or take what the parser reads ahead. */
    void recordBegins() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!text.hasRemaining()) {
            if (atEnd) {
                return -1;
            }
            if (ended) {
                atEnd = true;
                text.clear().put(end).flip();
            } else {
                decodeMore();
            }
        }
        int count = Math.min(length, text.remaining());
        text.get(target, from, count);
        sinceRecord += count;
        if (sinceRecord > LogFileLimits.LARGEST_RECORD + LogFileLimits.READ_AHEAD) {
            throw new MalformedLogFileException(
                    place(), "one record goes on for more than 16 million characters.", LogFile.EXPORT_AGAIN);
        }
        return count;
    }

    private void decodeMore() throws IOException {
        waiting.compact();
        int read = bytes.read(waiting.array(), waiting.position(), waiting.remaining());
        boolean isLast = read < 0;
        waiting.position(waiting.position() + Math.max(read, 0)).flip();
        text.clear();
        int before = waiting.position();
        CoderResult result = decoder.decode(waiting, text, isLast);
        taken += waiting.position() - before;
        if (result.isError() || (isLast && waiting.hasRemaining())) {
            throw new MalformedLogFileException(
                    place(),
                    "the bytes there are no " + decoder.charset() + " text.",
                    "Export it again, and where a program saved it, save it as \"CSV UTF-8\".");
        }
        ended = isLast && result.isUnderflow();
        text.flip();
        refuseNul();
        if (text.hasRemaining()) {
            last = text.get(text.limit() - 1);
        }
    }

    private void refuseNul() {
        for (int i = text.position(); i < text.limit(); i++) {
            if (text.get(i) == 0) {
                throw new MalformedLogFileException(
                        "before " + place(), "a NUL character stands among the text.", LogFile.EXPORT_AGAIN);
            }
        }
    }

    /** Reads over so many lines, however they end. */
    void skipLines(int count) throws IOException {
        char[] one = new char[1];
        int skipped = 0;
        while (skipped < count && read(one, 0, 1) == 1) {
            if (one[0] == '\n' || (one[0] == '\r' && !isNext('\n'))) {
                skipped++;
            }
        }
    }

    private boolean isNext(char c) throws IOException {
        if (!text.hasRemaining() && !ended) {
            decodeMore();
        }
        return text.hasRemaining() && text.get(text.position()) == c;
    }

    /** Whether what was read so far ends with a line break; an empty text does. */
    boolean endsWithLineBreak() {
        return last == '\n' || last == '\r';
    }

    private String place() {
        return "byte " + (taken + 1);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

package dev.cordon.investigation.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a file is, told by its beginning. */
sealed interface FileLook {
    /** So many characters tell text that lost its mark. */
    int ENGLISH = 16;

    /** The first element of an array where it is neither object, array nor text. */
    Pattern SCALAR = Pattern.compile("(null|true|false|-?[0-9]+)\\s*,");

    /** A file without rows that could be read. */
    record OfNoRows(String mediaType) implements FileLook {}

    /** Text without rows that could be read: what follows must be text too. */
    record Text(Encoding encoding, String mediaType) implements FileLook {}

    /**
     * A table of one of the logs.
     *
     * @param linesAbove how many lines stand above its head
     */
    record Csv(Encoding encoding, char separator, CsvShape shape, int linesAbove) implements FileLook {}

    /** JSON: one document, or one in each line. */
    record Json(Encoding encoding, boolean byLine) implements FileLook {}

    /** How its bytes are text. */
    record Encoding(Charset charset, int markLength) {
        TextOfFile text(InputStream bytes, String end) throws IOException {
            return new TextOfFile(bytes, charset, markLength, end);
        }

        String beginning(byte[] bytes) {
            return new String(bytes, markLength, bytes.length - markLength, charset);
        }
    }

    /**
     * Looks.
     *
     * @param beginning the first bytes, all of them where the file is short
     * @throws MalformedLogFileException when it is empty, an archive or nothing that is known
     */
    static FileLook at(byte[] beginning) {
        if (beginning.length == 0) {
            throw new MalformedLogFileException("byte 1", "the file is empty.", LogFile.EXPORT_AGAIN);
        }
        FileMark.refuseArchives(beginning);
        return FileMark.mediaType(beginning).<FileLook>map(OfNoRows::new).orElseGet(() -> text(beginning));
    }

    private static FileLook text(byte[] beginning) {
        Encoding encoding = encoding(beginning);
        String text = encoding.beginning(beginning);
        refuseBinary(text, encoding);
        String stripped = text.stripLeading();
        if (stripped.isEmpty()) {
            throw new MalformedLogFileException("byte 1", "the file holds nothing but blanks.", LogFile.EXPORT_AGAIN);
        }
        if (isJson(stripped)) {
            return new Json(encoding, isByLine(stripped));
        }
        return TableLook.at(text, encoding)
                .<FileLook>map(table -> table)
                .orElseGet(() -> new Text(encoding, stripped.startsWith("<") ? "text/html" : "text/plain"));
    }

    private static Encoding encoding(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return isUnmarkedUtf16(bytes)
                ? new Encoding(StandardCharsets.UTF_16LE, 0)
                : new Encoding(StandardCharsets.UTF_8, 0);
    }

    /** Text of Windows that lost its mark: the first characters are those of English, each followed by a zero. */
    private static boolean isUnmarkedUtf16(byte[] bytes) {
        int looked = Math.min(bytes.length - bytes.length % 2, 2 * ENGLISH);
        for (int i = 0; i < looked; i += 2) {
            boolean isControl = bytes[i] < ' ' && "\t\r\n".indexOf(bytes[i]) < 0;
            if (isControl || bytes[i + 1] != 0) {
                return false;
            }
        }
        return looked == 2 * ENGLISH;
    }

    private static boolean startsWith(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseBinary(String text, Encoding encoding) {
        for (int i = 0; i < text.length(); i++) {
            if (isBinary(text.charAt(i))) {
                int at = text.substring(0, i).getBytes(encoding.charset()).length + encoding.markLength();
                throw binary(at + 1L);
            }
        }
    }

    /** Whether no text has such a character. */
    static boolean isBinary(int c) {
        return c < ' ' && "\t\n\r\f\b\u001b".indexOf(c) < 0;
    }

    static MalformedLogFileException binary(long at) {
        return new MalformedLogFileException(
                "byte " + at,
                "what stands there is no text, and the file is no picture, mail or document that is known.",
                "Import the export itself as CSV or JSON, or a picture of it. Nothing was imported.");
    }

    /** What looks like JSON and is not, such as rich text or the sections of a settings file, is text like any other. */
    private static boolean isJson(String text) {
        char first = text.charAt(0);
        if (first != '{' && first != '[') {
            return false;
        }
        String rest = text.substring(1).stripLeading();
        return rest.isEmpty()
                || (first == '{' ? "\"}" : "{[\"]").indexOf(rest.charAt(0)) >= 0
                || (first == '[' && SCALAR.matcher(rest).lookingAt());
    }

    /** One object in each line: the first line ends with its object, and another one follows. What begins otherwise is told while it is read. */
    private static boolean isByLine(String text) {
        int end = text.indexOf('\n');
        return text.charAt(0) == '{'
                && end >= 0
                && text.substring(0, end).strip().endsWith("}")
                && text.substring(end).strip().startsWith("{");
    }
}

package dev.cordon.investigation.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Text that has no rows is read to its end, too: what begins as text may go on as something else. */
final class PlainText {
    private static final int BUFFER = 1 << 16;

    private PlainText() {}

    /** Reads it; the letters may be of any code page, their order is not looked at. */
    static void refuseBinary(InputStream bytes, FileLook.Encoding encoding) throws IOException {
        boolean isLittle = encoding.charset().name().equals("UTF-16LE");
        int width = encoding.charset().name().startsWith("UTF-16") ? 2 : 1;
        try (InputStream text = new BufferedInputStream(bytes, BUFFER)) {
            text.skipNBytes(encoding.markLength());
            byte[] unit = new byte[width];
            for (long at = encoding.markLength(); text.readNBytes(unit, 0, width) == width; at += width) {
                int first = unit[0] & 0xff;
                int last = unit[width - 1] & 0xff;
                if (FileLook.isBinary(width == 1 ? first : isLittle ? last << 8 | first : first << 8 | last)) {
                    throw FileLook.binary(at + 1);
                }
            }
        }
    }
}

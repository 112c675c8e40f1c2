package dev.cordon.report.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The typefaces of the PDF, embedded in it. They know Latin, Greek, Cyrillic, Hebrew, Arabic and many signs, but no East Asian scripts. */
enum Typefaces {
    TEXT("DejaVuSansCondensed.ttf", "Text", 400, FontStyle.NORMAL),
    TEXT_BOLD("DejaVuSansCondensed-Bold.ttf", "Text", 700, FontStyle.NORMAL),
    TEXT_OBLIQUE("DejaVuSansCondensed-Oblique.ttf", "Text", 400, FontStyle.ITALIC),
    VALUE("DejaVuSansMono.ttf", "Value", 400, FontStyle.NORMAL);

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final String file;
    private final String family;
    private final int weight;
    private final FontStyle style;

    Typefaces(String file, String family, int weight, FontStyle style) {
        this.file = file;
        this.family = family;
        this.weight = weight;
        this.style = style;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    FontStyle style() {
        return style;
    }

    InputStream open() {
        InputStream stream = Typefaces.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IllegalStateException("the typeface " + file + " is not on the class path");
        }
        return stream;
    }

    /** The text with every character that these typefaces cannot draw shown by its number: no name may look shorter than it is. */
    static String readable(String text) throws IOException {
        if (text.chars().allMatch(character -> character < 0x7f)) {
            return text;
        }
        try (InputStream stream = TEXT.open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            StringBuilder readable = new StringBuilder(text.length() + 64);
            text.codePoints().forEach(codePoint -> {
                if (codePoint < 0x7f || glyphs.getGlyphId(codePoint) != 0) {
                    readable.appendCodePoint(codePoint);
                } else {
                    readable.append("[U+%04X]".formatted(codePoint));
                }
            });
            return readable.toString();
        }
    }
}

package dev.cordon.report.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A document as a PDF that can be kept and read aloud: PDF/A-3u and PDF/UA-1, fonts embedded, bookmarks, one heading for each section.
 * Nothing is fetched from anywhere: no file and no address that a text may name. Stateless; safe for many threads.
 */
public final class PdfRendering {
    /** Between the margins of A4, in millimetres. */
    private static final double BREADTH = 178;

    private PdfRendering() {}

    /**
     * The whole PDF.
     *
     * @throws PdfNotMadeException when this machine cannot make one
     */
    public static byte[] render(Document document) {
        XRLog.setLoggingEnabled(false);
        try {
            return pdf(Typefaces.readable(page(document)));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new PdfNotMadeException(e);
        }
    }

    private static byte[] pdf(String page) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(256_000);
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withHtmlContent(page, null);
            builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("#") ? uri : null);
            builder.useSVGDrawer(drawer);
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.withProducer("Cordon");
            for (Typefaces typeface : Typefaces.values()) {
                builder.useFont(typeface::open, typeface.family(), typeface.weight(), typeface.style(), true);
            }
            builder.toStream(pdf);
            builder.run();
        }
        return pdf.toByteArray();
    }

    private static String page(Document document) {
        StringBuilder out = new StringBuilder(64_000);
        out.append("<html lang=\"en\">\n<head>\n<title>").append(Html.escape(document.title()));
        out.append("</title>\n<meta name=\"description\" content=\"").append(Html.escape(document.subtitle()));
        out.append("\"/>\n<style>\n").append(HtmlRendering.styleSheet("pdf.css"));
        out.append("@page { @top-left { content: \"")
                .append(HtmlRendering.label(document))
                .append("\"; font-family: Text; font-size: 7.5pt; } }\n");
        for (int width = 1; width <= 100; width++) {
            out.append(".w").append(width).append(" { width: ").append(width).append("%; }\n");
        }
        out.append("</style>\n");
        bookmarks(out, document.sections());
        out.append("</head>\n");
        HtmlRendering.body(
                out,
                document,
                new HtmlRendering.Medium(
                        picture -> picture.svg()
                                .markup(BREADTH, HtmlRendering.styleSheet("picture.css"), picture.alternative()),
                        ColumnWidths::of,
                        "<div class=\"room\"></div>\n"));
        return out.append("</html>\n").toString();
    }

    private static void bookmarks(StringBuilder out, List<Document.Section> sections) {
        out.append("<bookmarks>");
        sections.forEach(section -> out.append("<bookmark name=\"")
                .append(Html.escape(section.heading()))
                .append("\" href=\"#")
                .append(section.id())
                .append("\"/>"));
        out.append("</bookmarks>\n");
    }
}

package dev.cordon.report.document;

import dev.cordon.report.document.Block.Fact;
import dev.cordon.report.document.Block.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A document as one self-contained HTML page: no script, no outside resource (its own policy forbids both), fit for print and for screen
 * readers. Stateless; safe for many threads.
 */
public final class HtmlRendering {
    /** Forbids everything but the style sheet below: even text that slipped through escaping could not run or call out. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /** Values up to this length are never broken over two lines. */
    private static final int SHORT = 16;

    private HtmlRendering() {}

    /** The whole page. */
    public static String render(Document document) {
        StringBuilder out = new StringBuilder(64_000);
        head(out, document);
        body(out, document, new Medium(picture -> picture.svg().markup(), table -> List.of(), ""));
        return out.append("</html>\n").toString();
    }

    /**
     * What a medium does in its own way.
     *
     * @param drawing how it draws a picture
     * @param widths how wide it makes the columns of a table, in hundredths; none where it finds that out itself
     * @param beforeTable what it puts before a table
     */
    record Medium(
            Function<Block.Picture, String> drawing, Function<Block.Table, List<Integer>> widths, String beforeTable) {}

    /** The body, well-formed XML too, for a head of another medium. */
    static void body(StringBuilder out, Document document, Medium medium) {
        out.append(
                "<body>\n<a class=\"skip\" href=\"#content\">Skip to the report</a>\n<div class=\"page\">\n<header>\n");
        out.append("<p class=\"marks\"><span class=\"label\">")
                .append(Html.escape(document.label()))
                .append("</span>");
        if (!document.stamp().isEmpty()) {
            out.append("<span class=\"stamp\">")
                    .append(Html.escape(document.stamp()))
                    .append("</span>");
        }
        out.append("</p>\n<h1>").append(Html.escape(document.title())).append("</h1>\n<p class=\"subtitle\">");
        out.append(Html.escape(document.subtitle())).append("</p>\n");
        document.front().forEach(block -> append(out, block, medium));
        out.append("</header>\n");
        contents(out, document.sections());
        out.append("<main id=\"content\">\n");
        document.sections().forEach(section -> section(out, section, medium));
        out.append("</main>\n<footer>").append(Html.escape(document.foot())).append("</footer>\n</div>\n</body>\n");
    }

    private static void head(StringBuilder out, Document document) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\"/>\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.append("<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n");
        out.append("<title>").append(Html.escape(document.title())).append("</title>\n<style>\n");
        out.append(styleSheet("report.css")).append(pageMargin(document)).append("</style>\n</head>\n");
    }

    /** The classification label at the head of every printed page. */
    private static String pageMargin(Document document) {
        return "@page { @top-left { content: \"" + label(document) + "\"; font-size: 8pt; } }\n";
    }

    /** The label as it may stand in a style sheet, where only letters, digits and blanks are safe. */
    static String label(Document document) {
        return document.label().replaceAll("[^\\p{L}\\p{N} ]", " ");
    }

    /** A style sheet of this package. */
    static String styleSheet(String name) {
        try (InputStream stream = HtmlRendering.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not beside " + HtmlRendering.class.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read", e);
        }
    }

    private static void contents(StringBuilder out, List<Document.Section> sections) {
        out.append("<nav aria-label=\"Sections\"><ol>");
        sections.forEach(section -> out.append("<li><a href=\"#")
                .append(section.id())
                .append("\">")
                .append(Html.escape(section.heading()))
                .append("</a></li>"));
        out.append("</ol></nav>\n");
    }

    private static void section(StringBuilder out, Document.Section section, Medium medium) {
        out.append("<section aria-labelledby=\"").append(section.id()).append("\">\n<h2 id=\"");
        out.append(section.id())
                .append("\">")
                .append(Html.escape(section.heading()))
                .append("</h2>\n");
        section.blocks().forEach(block -> append(out, block, medium));
        out.append("</section>\n");
    }

    private static void append(StringBuilder out, Block block, Medium medium) {
        switch (block) {
            case Block.Paragraph paragraph ->
                out.append("<p>").append(line(paragraph.content())).append("</p>\n");
            case Block.SubHeading heading ->
                out.append("<h3>").append(Html.escape(heading.text())).append("</h3>\n");
            case Block.Notice notice ->
                out.append("<div class=\"notice ")
                        .append(style(notice.tone()))
                        .append("\"><strong>")
                        .append(Html.escape(notice.title()))
                        .append("</strong><span>")
                        .append(line(notice.content()))
                        .append("</span></div>\n");
            case Block.Facts facts -> facts(out, facts.facts());
            case Block.Table table -> table(out, table, medium);
            case Block.Points points -> {
                out.append("<ul>");
                points.points()
                        .forEach(point -> out.append("<li>").append(line(point)).append("</li>"));
                out.append("</ul>\n");
            }
            case Block.Tasks tasks -> tasks(out, tasks.tasks());
            case Block.Field field -> field(out, field);
            case Block.Picture picture ->
                out.append("<figure class=\"picture\"><div role=\"img\" aria-label=\"")
                        .append(Html.escape(picture.alternative()))
                        .append("\">")
                        .append(medium.drawing().apply(picture))
                        .append("</div><figcaption>")
                        .append(Html.escape(picture.caption()))
                        .append("</figcaption></figure>\n");
        }
    }

    private static void facts(StringBuilder out, List<Fact> facts) {
        out.append("<dl>");
        facts.forEach(fact -> out.append("<dt>")
                .append(Html.escape(fact.label()))
                .append("</dt><dd>")
                .append(line(fact.content()))
                .append("</dd>"));
        out.append("</dl>\n");
    }

    private static void table(StringBuilder out, Block.Table table, Medium medium) {
        if (table.rows().isEmpty()) {
            out.append("<p><strong>").append(Html.escape(table.caption())).append("</strong></p>\n<p class=\"empty\">");
            out.append(Html.escape(table.whenEmpty())).append("</p>\n");
            return;
        }
        out.append(medium.beforeTable()).append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        out.append(Html.escape(table.caption())).append("\"><table><caption>").append(Html.escape(table.caption()));
        out.append("</caption><thead><tr>");
        List<Integer> widths = medium.widths().apply(table);
        for (int column = 0; column < table.headers().size(); column++) {
            out.append("<th scope=\"col\"").append(widths.isEmpty() ? "" : " class=\"w" + widths.get(column) + "\"");
            out.append(">").append(Html.escape(table.headers().get(column))).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        table.rows().forEach(row -> row(out, row));
        out.append("</tbody></table></div>\n");
    }

    private static void row(StringBuilder out, Block.Row row) {
        out.append("<tr>");
        for (int index = 0; index < row.cells().size(); index++) {
            String open = index == 0 ? "<th scope=\"row\">" : "<td>";
            out.append(open).append(line(row.cells().get(index))).append(index == 0 ? "</th>" : "</td>");
        }
        out.append("</tr>\n");
    }

    private static void tasks(StringBuilder out, List<Task> tasks) {
        out.append("<ul class=\"tasks\">");
        tasks.forEach(task -> out.append("<li><span class=\"box\" aria-hidden=\"true\">")
                .append(task.done() ? "✓" : "")
                .append("</span><span class=\"hidden\">")
                .append(task.done() ? "Done: " : "Open: ")
                .append("</span>")
                .append(line(task.content()))
                .append("</li>"));
        out.append("</ul>\n");
    }

    private static void field(StringBuilder out, Block.Field field) {
        out.append("<div class=\"field\"><span class=\"question\">")
                .append(Html.escape(field.label()))
                .append("</span>");
        out.append(field.value()
                .map(value -> "<span>" + Html.escapeLines(value) + "</span>")
                .orElse("<span class=\"blank\">open: to be filled in</span>"));
        out.append("<span class=\"hint\">").append(Html.escape(field.hint())).append("</span></div>\n");
    }

    private static String line(List<Inline> content) {
        return content.stream().map(HtmlRendering::inline).collect(Collectors.joining(" "));
    }

    private static String inline(Inline inline) {
        return switch (inline) {
            case Inline.Text text -> Html.escape(text.text());
            case Inline.Value value ->
                (value.text().length() <= SHORT ? "<code class=\"short\">" : "<code>") + Html.escape(value.text())
                        + "</code>";
            case Inline.Time time -> "<span class=\"time\">" + Html.escape(time.text()) + "</span>";
            case Inline.Badge badge ->
                "<span class=\"badge " + style(badge.tone()) + "\">" + Html.escape(badge.word()) + "</span>";
        };
    }

    private static String style(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}

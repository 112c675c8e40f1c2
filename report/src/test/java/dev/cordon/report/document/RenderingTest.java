package dev.cordon.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RenderingTest {
    @Test
    void invisible_characters_are_shown_by_their_number() {
        assertThat(Plain.line("a\u202eb\u200bc\u0000d\ue000e\u2028f\u3164g"))
                .isEqualTo("a[U+202E]b[U+200B]c[U+0000]d[U+E000]e[U+2028]f[U+3164]g");
        assertThat(Plain.line("a\ud800")).isEqualTo("a[U+D800]");
        assertThat(Plain.line("Zoë 请求 🙂 עברית")).isEqualTo("Zoë 请求 🙂 עברית");
    }

    @Test
    void long_text_is_cut_and_says_so() {
        assertThat(Plain.line("x".repeat(5000)))
                .endsWith("(1000 more characters)")
                .hasSizeLessThan(4100);
    }

    @Test
    void prose_makes_no_list_link_or_table_in_markdown() {
        assertThat(MarkdownRendering.prose("1. one")).isEqualTo("1\\. one");
        assertThat(MarkdownRendering.prose("0.1.0")).isEqualTo("0.1.0");
        assertThat(MarkdownRendering.prose("- one")).isEqualTo("\\- one");
        assertThat(MarkdownRendering.prose("see http://x and www.x and a@x"))
                .isEqualTo("see http\\://x and www\\.x and a\\@x");
        assertThat(MarkdownRendering.prose("a|b`c<d>&e")).isEqualTo("a\\|b\\`c&lt;d&gt;&amp;e");
    }

    @Test
    void a_value_cannot_end_its_code_span_or_its_cell() {
        assertThat(MarkdownRendering.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(MarkdownRendering.code("`")).isEqualTo("`` ` ``");
        assertThat(MarkdownRendering.code("a\\|b")).isEqualTo("`a\\[U+007C]b`");
        assertThat(MarkdownRendering.code("  ")).isEqualTo("–");
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> telling = Arbitraries.of(
                "<",
                ">",
                "\"",
                "'",
                "&",
                "`",
                "```",
                "|",
                "\\",
                "\n",
                "\r",
                "# ",
                "- ",
                "1. ",
                "[x](y)",
                "![x](y)",
                "</td>",
                "</style>",
                "-->",
                "\u202e",
                "\u200b",
                "\ud83d",
                "://",
                "www.",
                "@",
                "~~~",
                "$$",
                "<!--",
                "]]>",
                "&lt;",
                "{{",
                "\u2028");
        return Arbitraries.oneOf(telling, Arbitraries.strings().all().ofMaxLength(8))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 200)
    void no_text_changes_the_shape_of_the_page(@ForAll("anything") String one, @ForAll("anything") String two) {
        assertThat(tags(HtmlRendering.render(document(one, two))))
                .isEqualTo(tags(HtmlRendering.render(document("x", "x"))));
    }

    @Property(tries = 200)
    void no_text_changes_the_shape_of_the_markdown(@ForAll("anything") String one, @ForAll("anything") String two) {
        String rendered = MarkdownRendering.render(document(one, two));

        assertThat(rendered.lines().count())
                .isEqualTo(MarkdownRendering.render(document("x", "x")).lines().count());
        assertThat(rendered.replaceAll("\\\\.", "")).doesNotContain("<", "](");
        assertThat(rendered.codePoints().filter(point -> Character.getType(point) == Character.FORMAT))
                .isEmpty();
    }

    /** The tags of a page, the class of short values left out, which depends on their length only. */
    private static List<String> tags(String html) {
        return java.util.regex.Pattern.compile("<[^>]*>")
                .matcher(html.substring(html.indexOf("<body>")))
                .results()
                .map(tag -> tag.group()
                        .replaceAll(" class=\"short\"", "")
                        .replaceAll("aria-label=\"[^\"]*\"", "aria-label"))
                .toList();
    }

    private static Document document(String one, String two) {
        Svg svg = new Svg(100, 20).text(1, 1, "start", "quiet", one).rectangle(1, 1, 1, 1, "done");
        List<Block> blocks = List.of(
                new Block.Paragraph(List.of(new Inline.Text("Before " + one), new Inline.Badge("so " + two, Tone.BAD))),
                new Block.Notice(Tone.GOOD, "Note " + two, Inline.text("Before " + one)),
                new Block.SubHeading("Head " + one),
                new Block.Points(List.of(Inline.text(one), Inline.text("Point " + two))),
                new Block.Tasks(List.of(new Block.Task(true, Inline.text("Task " + one)))),
                new Block.Facts(List.of(new Block.Fact("Label " + one, Inline.text("Fact " + two)))),
                new Block.Table(
                        "Caption " + one,
                        List.of("A", "B " + two),
                        List.of(Block.Row.of(Inline.text(one), Inline.text(two))),
                        "none"),
                new Block.Field("Field " + one, Optional.of("v " + Plain.line(two)), "hint " + two),
                new Block.Picture(svg, "Alternative " + one, "Caption " + two));
        return new Document(
                "Title " + one,
                "Sub " + two,
                "Label " + one,
                "Stamp " + two,
                List.of(),
                List.of(new Document.Section("only", "Only " + one, blocks)),
                "Foot " + two);
    }
}

package dev.cordon.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** What a reader of the printed pages sees: nothing runs over the edge, no table's head stands alone, nothing is too small to read. */
class PdfLayoutTest {
    private static final float MARGIN = 45;
    private static final float SMALLEST = 7.5f;

    private static final String DIGEST = "81e2fc0a".repeat(8);
    private static final String TOKEN = "i4bUztUrkLNFHLXb9WvFqfNKpUHRhMBTRSAPC6JFSy2".repeat(4);

    /** Every piece of text with where it stands. */
    private record Placed(int page, float left, float right, float foot, float size, String text) {}

    private static final class Places extends PDFTextStripper {
        private final List<Placed> placed = new ArrayList<>();

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            TextPosition first = positions.getFirst();
            TextPosition last = positions.getLast();
            placed.add(new Placed(
                    getCurrentPageNo(),
                    first.getXDirAdj(),
                    last.getXDirAdj() + last.getWidthDirAdj(),
                    first.getYDirAdj(),
                    first.getYScale(),
                    text));
        }
    }

    @Test
    void no_text_of_a_table_runs_over_the_edge_of_the_page() throws IOException {
        Block table = new Block.Table(
                "Proofs",
                List.of("What", "Expected", "Actual", "Evidence", "By", "Read at (UTC)"),
                List.of(
                        row("The report lies in the data folder", "written", "SHA-256 " + DIGEST, "E-000123"),
                        row("Sessions are valid only from (signInSessionsValidFromDateTime)", TOKEN, DIGEST, DIGEST)),
                "None.");

        List<Placed> placed = placed(List.of(table));

        assertThat(placed).extracting(Placed::text).anyMatch(text -> text.startsWith("Read at"));
        assertThat(placed).allMatch(piece -> piece.left() >= MARGIN - 1 && piece.right() <= 595 - MARGIN + 1);
    }

    @Test
    void short_words_are_not_stacked_beside_long_texts() throws IOException {
        String approved = "only what was approved";
        Block table = new Block.Table(
                "Sign-off",
                List.of("What", "Expected", "Actual", "Evidence", "By", "Read at (UTC)"),
                List.of(
                        row("Sign-off, first reading: inbox rules", approved, "4 present, all approved", "E-000186"),
                        row(
                                "Sign-off, first reading: delegates of the mailbox",
                                approved,
                                "5 present; dora.engel@litware.example (delegate) is there and not approved; "
                                        .repeat(3),
                                "E-000113")),
                "None.");

        assertThat(placed(List.of(table)).stream().map(Placed::text))
                .filteredOn(text -> text.contains("only what"))
                .hasSize(2);
    }

    @Test
    void no_table_begins_at_the_foot_of_a_page_without_a_row() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int table = 0; table < 40; table++) {
            for (int line = 0; line < 20 + table; line++) {
                blocks.add(Block.paragraph("A line of the text before the table."));
            }
            blocks.add(new Block.SubHeading("Heading" + table + "."));
            blocks.add(new Block.Table(
                    "Caption" + table + ".",
                    List.of("What", "When"),
                    List.of(Block.Row.of(Inline.value("Row" + table + "."), Inline.text("now ".repeat(260)))),
                    "None."));
        }

        List<Placed> placed = placed(blocks);

        for (int table = 0; table < 40; table++) {
            assertThat(List.of(
                            page(placed, "Heading" + table + "."),
                            page(placed, "Caption" + table + "."),
                            page(placed, "Row" + table + ".")))
                    .as("table " + table)
                    .containsOnly(page(placed, "Row" + table + "."));
        }
    }

    @Test
    void no_text_runs_into_the_next_column() throws IOException {
        List<Block.Row> rows = new ArrayList<>();
        for (String name : List.of("DESKTOP-7Q2K9VL", "Junk E-mail Rule", "+7 9005550123", "SignatureSync Ltd")) {
            rows.add(Block.Row.of(
                    Inline.value(name),
                    Inline.text("authentication method"),
                    Inline.badge("malicious", Tone.BAD),
                    Inline.text("remove, by cordon"),
                    List.of(
                            new Inline.Badge("removed", Tone.GOOD),
                            new Inline.Text("came back as"),
                            new Inline.Value("17201081286263469406")),
                    Inline.text("It moves mail to a folder where nobody looks. ".repeat(9)),
                    Inline.value("E-000058")));
        }

        List<Placed> placed = placed(List.of(new Block.Table(
                "Found",
                List.of("Name", "Kind", "Judgement", "Decision", "Outcome", "Reasons", "Evidence"),
                rows,
                "None.")));

        List<Placed> headers = placed.stream()
                .filter(piece -> piece.page() == 1)
                .filter(piece -> List.of("Name", "Kind", "Judgement", "Decision", "Outcome", "Reasons", "Evidence")
                        .contains(piece.text()))
                .toList();
        assertThat(headers).as("no header is broken").hasSize(7);
        assertThat(placed)
                .filteredOn(piece -> piece.page() == 1)
                .filteredOn(piece -> piece.foot() > headers.getFirst().foot() && piece.foot() < 800)
                .noneMatch(piece -> headers.stream()
                        .anyMatch(header -> piece.left() < header.left() - 1 && piece.right() > header.left() - 1));
    }

    @Test
    void a_long_table_fills_its_pages() throws IOException {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(row("Sign-off", "only what was approved", "as it should be", "E-000186"));
        }

        List<Placed> placed = placed(List.of(new Block.Table(
                "Long", List.of("What", "Expected", "Actual", "Evidence", "By", "Read at (UTC)"), rows, "None.")));

        int pages = placed.getLast().page();
        assertThat(pages).isGreaterThan(4);
        for (int page = 1; page < pages; page++) {
            int here = page;
            assertThat(placed)
                    .filteredOn(piece -> piece.page() == here && piece.text().equals("Sign-off"))
                    .as("page " + page)
                    .anyMatch(piece -> piece.foot() > 842 - 60 - 45);
        }
    }

    @Test
    void nothing_is_too_small_to_read() throws IOException {
        List<Placed> placed = placed(List.of(
                new Block.Table(
                        "Table",
                        List.of("What"),
                        List.of(Block.Row.of(Inline.value("value")), Block.Row.of(Inline.text("text"))),
                        ""),
                new Block.Field("Question", java.util.Optional.empty(), "Hint"),
                Block.paragraph("text")));

        assertThat(placed)
                .allSatisfy(piece -> assertThat(piece.size()).as(piece.text()).isGreaterThanOrEqualTo(SMALLEST));
    }

    private static int page(List<Placed> placed, String text) {
        return placed.stream()
                .filter(piece -> piece.text().contains(text))
                .mapToInt(Placed::page)
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is on no page"));
    }

    private static Block.Row row(String what, String expected, String actual, String evidence) {
        return Block.Row.of(
                Inline.text(what),
                Inline.text(expected),
                List.of(new Inline.Badge("holds", Tone.GOOD), new Inline.Text(actual)),
                Inline.value(evidence),
                Inline.text("Cordon"),
                Inline.time(java.time.Instant.parse("2026-03-09T07:52:03Z")));
    }

    private static List<Placed> placed(List<Block> blocks) throws IOException {
        Document document = new Document(
                "Title",
                "Subtitle",
                "Confidential",
                "",
                List.of(),
                List.of(new Document.Section("section", "Section".toUpperCase(Locale.ROOT), blocks)),
                "Foot");
        try (PDDocument pdf = Loader.loadPDF(PdfRendering.render(document))) {
            Places places = new Places();
            places.getText(pdf);
            return places.placed;
        }
    }
}

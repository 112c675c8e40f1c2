package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfReportTest {
    /** Tags, an address, right-to-left marks and scripts of three alphabets, one of which the typefaces do not know. */
    private static final String HOSTILE =
            "<img src=\"file:///etc/passwd\"/><script>x</script>&amp;\u202e\u0000]]> Ελένη Ольга 田中 \uD83D\uDE00";

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void is_made_to_be_kept_and_to_be_read_aloud() throws Exception {
        byte[] pdf = IncidentReport.pdf(SampleIncident.whole());

        assertConforms(pdf, PDFAFlavour.PDFA_3_U);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void hostile_texts_neither_break_it_nor_fetch_anything() throws Exception {
        byte[] pdf = IncidentReport.pdf(SampleIncident.whole(HOSTILE));

        assertConforms(pdf, PDFAFlavour.PDFA_3_U);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
        assertThat(text(pdf).replace("\n", ""))
                .contains("<img src=", "Ελένη", "Ольга", "[U+7530][U+4E2D]", "[U+202E]")
                .doesNotContain("root:");
    }

    @Test
    void says_what_the_page_says() throws Exception {
        ReportSource source = SampleIncident.whole();
        String text = text(IncidentReport.pdf(source)).replaceAll("\\s+", " ");

        assertThat(text)
                .contains(
                        "1. Summary",
                        "2. Timeline",
                        "6. Improvement",
                        "Entra ID P1 is missing",
                        source.journalHead().text());
    }

    @Test
    void has_a_bookmark_for_each_section() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(IncidentReport.pdf(SampleIncident.whole()))) {
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .hasSize(8)
                    .contains("2. Timeline")
                    .endsWith("Annex: evidence index");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Compromised account: Anna Berg");
        }
    }

    private static void assertConforms(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).getTestAssertions())
                    .filteredOn(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .extracting(assertion -> assertion.getMessage() + " at "
                            + assertion.getLocation().getContext())
                    .isEmpty();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

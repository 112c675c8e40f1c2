package dev.cordon.report;

import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Field;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.List;
import java.util.Optional;

/** Section 5: the decision about notifying, which is people's, and when its clock began. */
final class PrivacySection {
    private PrivacySection() {}

    static Section of(ReportSource source) {
        return new Section(
                "privacy",
                "5. Privacy decision",
                List.of(
                        new Block.Notice(
                                Tone.ATTENTION,
                                "A clock may be running",
                                Inline.text(
                                        "Where the GDPR applies, 72 hours count from the moment the organisation became aware of a"
                                                + " breach of personal data; other laws have other clocks. "
                                                + candidate(source)
                                                + " Counsel decides; a decision not to notify is recorded too.")),
                        new Field(
                                "Personal data affected",
                                Optional.empty(),
                                "Whose, what kind, how many people; “cannot be excluded” counts as yes."),
                        new Field(
                                "Aware since",
                                Optional.empty(),
                                "The moment the organisation knew, with its time zone."),
                        new Field(
                                "Decision",
                                Optional.empty(),
                                "Notify the authority, notify the people, or neither, and why."),
                        new Field("Decided by, and when", Optional.empty(), "Name, role, time."),
                        new Field(
                                "Notified",
                                Optional.empty(),
                                "Whom, when, reference number; insurer and police where they apply.")));
    }

    private static String candidate(ReportSource source) {
        return source.isResponse()
                ? "The detection time, " + Words.time(source.incident().detectedAt()) + ", is the earliest candidate."
                : "When it was detected is not recorded here; that must be before "
                        + Words.time(source.incident().openedAt()) + ", when the first evidence was brought.";
    }
}

package dev.cordon.cli.document;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.FindingState;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.response.ReviewFiles.Looked;
import dev.cordon.response.ReviewFiles.Reviewed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a review found. */
public final class Reviews {
    private static final Instant AT = Instant.parse("2026-03-01T22:04:05Z");

    private Reviews() {}

    /** A forwarding that was undone, in a log of which one row could not be read. */
    public static Reviewed made() {
        return new Reviewed(
                List.of(finding("anna@contoso.example to drop@mail.example")),
                List.of(looked(List.of(new UnreadableRow(3, "Its AuditData is empty.")))),
                List.of("contoso.example"));
    }

    /** Nothing, in a log that was read whole. */
    public static Reviewed clean() {
        return new Reviewed(List.of(), List.of(looked(List.of())), List.of());
    }

    /** One finding about that. */
    public static Reviewed about(String subject) {
        return new Reviewed(List.of(finding(subject)), List.of(looked(List.of())), List.of());
    }

    private static ReviewFinding finding(String subject) {
        return new ReviewFinding(
                FindingKind.FORWARDING,
                subject,
                FindingState.REVERTED,
                List.of("aaaaaaaa-0000-4000-8000-00000000000a", "aaaaaaaa-0000-4000-8000-00000000000b"),
                0,
                "anna@contoso.example",
                AT,
                Verdict.MALICIOUS,
                Confidence.LIKELY,
                List.of(
                        new Reason(
                                "forwards-outside",
                                "All mail was sent out of the organisation, to “smtp:drop@mail.example”.",
                                Optional.of("T1114.003")),
                        new Reason(
                                "undone",
                                "It was undone at 2026-03-01T22:04:12Z by “anna@contoso.example”.",
                                Optional.empty())));
    }

    private static Looked looked(List<UnreadableRow> unreadable) {
        return new Looked(
                "audit.csv",
                LogFile.Kind.AUDIT_LOG,
                Optional.of(AT),
                Optional.of(AT.plusSeconds(3600)),
                420,
                17,
                unreadable,
                Optional.empty());
    }
}

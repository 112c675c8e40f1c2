package dev.cordon.cli.document;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.FindingState;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.Looked;
import dev.cordon.response.ReviewFiles.Reviewed;
import dev.cordon.response.ReviewLog;
import dev.cordon.response.TenantReview;
import dev.cordon.response.TenantReview.Item;
import dev.cordon.response.TenantReview.Standing;
import dev.cordon.response.WeekFigures;
import dev.cordon.response.WeekFigures.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /** A review of a tenant that saw that forwarding again, once it had been dismissed, and could not read a source. */
    public static TenantReview ofTenant() {
        return ofTenant(
                List.of(
                        item("F-7K2QW9XA", "anna@contoso.example to drop@mail.example", new Standing.New()),
                        item(
                                "F-W8RT3DXQ",
                                "bo@contoso.example to vendor@mail.example",
                                new Standing.Dismissed(
                                        AT.minusSeconds(604_800), "admin@contoso.example", "the vendor's contract"))),
                List.of(new Looked(
                        "secure-score",
                        "secure-score",
                        Optional.of(AT),
                        Optional.empty(),
                        0,
                        0,
                        List.of(),
                        Optional.of("Not permitted: a permission is missing."))));
    }

    /** A review of a tenant that found nothing in what it read whole. */
    public static TenantReview quiet() {
        return ofTenant(List.of(), List.of(looked(List.of())));
    }

    /** A review of a tenant that found these. */
    public static TenantReview ofTenant(List<Item> items, List<Looked> coverage) {
        return new TenantReview(
                "contoso",
                AT.minusSeconds(604_800),
                AT.plusSeconds(3600),
                Optional.of(AT.minusSeconds(604_800)),
                items,
                coverage,
                List.of("contoso.example"),
                Optional.empty(),
                new TenantReview.Baseline(Optional.of(AT.minusSeconds(2_505_600)), 36_210),
                new WeekFigures(Map.of(Figure.INCIDENTS, "2", Figure.URGENT_INCIDENTS, "0")));
    }

    /** A finding as it was told. */
    public static ReviewEntry.Told told() {
        return new ReviewEntry.Told(
                "F-W8RT3DXQ",
                "forwarding",
                "bo@contoso.example to vendor@mail.example",
                "active",
                List.of("aaaaaaaa-0000-4000-8000-00000000000a"),
                0,
                "bo@contoso.example",
                "bo@contoso.example",
                AT,
                dev.cordon.procedure.Verdict.MALICIOUS,
                "likely",
                List.of());
    }

    /** Two weeks with a review, in one of which a source was not read. */
    public static ReviewLog log() {
        return new ReviewLog(
                List.of(
                        new ReviewLog.Week(
                                "2026-W08",
                                AT.minusSeconds(604_800),
                                new WeekFigures(Map.of(Figure.INCIDENTS, "2", Figure.SECURE_SCORE, "48.5")),
                                3,
                                List.of()),
                        new ReviewLog.Week(
                                "2026-W09",
                                AT,
                                new WeekFigures(Map.of(Figure.INCIDENTS, "0")),
                                1,
                                List.of("secure-score"))),
                List.of(new ReviewLog.Quarter("2026-Q1", 2, 13, 3, Optional.of("48.5"), Optional.of("48.5"))),
                List.of(new ReviewLog.Frequency(
                        "compromised-account", 2, 5, 1, 14.0 / 365, ReviewLog.Standing.AS_EXPECTED)));
    }

    /** One finding of a tenant. */
    public static Item item(String id, String subject, Standing standing) {
        return new Item(id, finding(subject), standing);
    }

    /** One finding of a tenant that looks ordinary. */
    public static Item ordinary(String id, String subject, Standing standing) {
        return new Item(id, finding(subject, Verdict.BENIGN), standing);
    }

    private static ReviewFinding finding(String subject) {
        return finding(subject, Verdict.MALICIOUS);
    }

    private static ReviewFinding finding(String subject, Verdict verdict) {
        return new ReviewFinding(
                FindingKind.FORWARDING,
                subject,
                FindingState.REVERTED,
                List.of("aaaaaaaa-0000-4000-8000-00000000000a", "aaaaaaaa-0000-4000-8000-00000000000b"),
                0,
                "anna@contoso.example",
                AT,
                verdict,
                Confidence.LIKELY,
                List.of(
                        new Reason(
                                "forwards-outside",
                                "All mail was sent out of the organisation, to “smtp:drop@mail.example”.",
                                Optional.of("T1114.003")),
                        new Reason(
                                "undone",
                                "It was undone at 2026-03-01T22:04:12Z by “anna@contoso.example”.",
                                Optional.empty())),
                "anna@contoso.example",
                List.of("203.0.113.45"));
    }

    /** A source that a licence would show. */
    public static Looked notLicensed() {
        return new Looked(
                "safe-links",
                "safe-links",
                Optional.of(AT),
                Optional.empty(),
                0,
                0,
                List.of(),
                Optional.of("Not licensed: clicks are shown with Defender for Office 365."),
                true);
    }

    /** A log that was read whole until then. */
    public static Looked lookedUntil(String through) {
        return looked(List.of(), Instant.parse(through));
    }

    private static Looked looked(List<UnreadableRow> unreadable) {
        return looked(unreadable, AT.plusSeconds(3600));
    }

    private static Looked looked(List<UnreadableRow> unreadable, Instant through) {
        return new Looked(
                "audit.csv", "audit-log", Optional.of(AT), Optional.of(through), 420, 17, unreadable, Optional.empty());
    }
}

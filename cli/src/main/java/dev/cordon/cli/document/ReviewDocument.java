package dev.cordon.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.incident.Incident;
import dev.cordon.incident.Word;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.Looked;
import dev.cordon.response.ReviewFiles.Reviewed;
import dev.cordon.response.ReviewLog;
import dev.cordon.response.TenantReview;
import dev.cordon.response.TenantReview.Standing;
import dev.cordon.response.WeekFigures;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The document of {@code review}: what was found, and in what. */
public final class ReviewDocument {
    private ReviewDocument() {}

    /**
     * The document of that review.
     *
     * @param organisation the file whose facts count; empty where none was said
     */
    public static JsonObject of(Reviewed reviewed, Optional<Path> organisation) {
        var document = new JsonObject();
        document.add("findings", Members.array(reviewed.findings(), ReviewDocument::finding));
        document.add("coverage", Members.array(reviewed.coverage(), ReviewDocument::looked));
        document.add("domains", Members.texts(reviewed.domains()));
        named(document, organisation);
        return document;
    }

    private static void named(JsonObject document, Optional<Path> organisation) {
        organisation.ifPresent(path -> document.addProperty("organisation", path.toString()));
    }

    /** The document of the review of a tenant. */
    public static JsonObject of(TenantReview review) {
        var document = new JsonObject();
        document.addProperty("tenant", review.tenant());
        document.add("from", Members.time(review.from()));
        document.add("at", Members.time(review.at()));
        document.add("lastReview", Members.text(review.before()));
        document.add("findings", Members.array(review.items(), ReviewDocument::item));
        document.add("coverage", Members.array(review.coverage(), ReviewDocument::looked));
        document.add("domains", Members.texts(review.domains()));
        var baseline = new JsonObject();
        baseline.add("since", Members.text(review.baseline().since()));
        baseline.addProperty("rows", review.baseline().rows());
        document.add("baseline", baseline);
        document.add("figures", figures(review.figures()));
        named(document, review.organisation());
        return document;
    }

    /** The document of the weekly log. */
    public static JsonObject of(ReviewLog log) {
        var document = new JsonObject();
        document.add("weeks", Members.array(log.weeks(), ReviewDocument::week));
        document.add("quarters", Members.array(log.quarters(), ReviewDocument::quarter));
        document.add("expected", Members.array(log.expected(), ReviewDocument::expected));
        return document;
    }

    private static JsonObject week(ReviewLog.Week row) {
        var week = new JsonObject();
        week.addProperty("week", row.name());
        week.add("at", Members.time(row.at()));
        week.add("figures", figures(row.figures()));
        week.addProperty("told", row.told());
        week.add("notRead", Members.texts(row.notRead()));
        return week;
    }

    private static JsonObject quarter(ReviewLog.Quarter row) {
        var quarter = new JsonObject();
        quarter.addProperty("quarter", row.name());
        quarter.addProperty("weeks", row.weeks());
        quarter.addProperty("ofWeeks", row.ofWeeks());
        quarter.addProperty("told", row.told());
        quarter.add("secureScoreFirst", Members.number(row.scoreFirst().map(BigDecimal::new)));
        quarter.add("secureScoreLast", Members.number(row.scoreLast().map(BigDecimal::new)));
        return quarter;
    }

    private static JsonObject expected(ReviewLog.Frequency row) {
        var expected = new JsonObject();
        expected.addProperty("what", row.what());
        expected.addProperty("low", row.low());
        expected.addProperty("high", row.high());
        expected.addProperty("seen", row.seen());
        expected.addProperty("days", Math.round(row.share() * 365));
        expected.addProperty("standing", Word.of(row.standing()));
        return expected;
    }

    /** The document of a finding that was dismissed. */
    public static JsonObject dismissed(ReviewEntry.Told told, String because) {
        var document = new JsonObject();
        document.addProperty("id", told.id());
        document.addProperty("kind", told.kind());
        document.addProperty("subject", told.subject());
        document.addProperty("because", because);
        return document;
    }

    /** The document of an incident that was opened for a finding. */
    public static JsonObject opened(Incident incident) {
        var document = new JsonObject();
        document.addProperty("incident", incident.id().value());
        document.addProperty("user", incident.account().userPrincipalName());
        document.addProperty("detectedBy", Word.of(incident.detectedBy()));
        document.add("detectedAt", Members.time(incident.detectedAt()));
        document.add("openedAt", Members.time(incident.openedAt()));
        return document;
    }

    /** Every figure, null where it could not be read. */
    private static JsonObject figures(WeekFigures week) {
        var figures = new JsonObject();
        for (WeekFigures.Figure figure : WeekFigures.Figure.values()) {
            figures.add(
                    figure.key(),
                    week.of(figure)
                            .<JsonElement>map(value -> new JsonPrimitive(new BigDecimal(value)))
                            .orElse(JsonNull.INSTANCE));
        }
        return figures;
    }

    private static JsonObject item(TenantReview.Item item) {
        JsonObject finding = finding(item.finding());
        finding.addProperty("id", item.id());
        finding.addProperty("account", item.finding().account());
        finding.add("standing", standing(item.standing()));
        return finding;
    }

    private static JsonObject standing(Standing standing) {
        return switch (standing) {
            case Standing.New _ -> standing("new", Optional.empty(), Optional.empty(), Optional.empty());
            case Standing.ToldBefore(Instant since, boolean isStillSeen) ->
                standing(
                        isStillSeen ? "told-before" : "told-before-and-not-seen-now",
                        Optional.of(since),
                        Optional.empty(),
                        Optional.empty());
            case Standing.Dismissed(Instant at, String by, String because) ->
                standing("dismissed", Optional.of(at), Optional.of(because + " (" + by + ")"), Optional.empty());
            case Standing.Changed(Instant at, String because, String what) ->
                standing("changed", Optional.of(at), Optional.of(because + "; since then: " + what), Optional.empty());
            case Standing.Opened(Instant at, var incident, boolean hasEnded) ->
                standing(
                        hasEnded ? "incident-closed" : "incident",
                        Optional.of(at),
                        Optional.empty(),
                        Optional.of(incident.value()));
        };
    }

    private static JsonObject standing(
            String word, Optional<Instant> since, Optional<String> because, Optional<String> incident) {
        var standing = new JsonObject();
        standing.addProperty("state", word);
        standing.add("since", Members.text(since));
        standing.add("because", Members.text(because));
        standing.add("incident", Members.text(incident));
        return standing;
    }

    private static JsonObject finding(ReviewFinding met) {
        var finding = new JsonObject();
        finding.addProperty("kind", Word.of(met.kind()));
        finding.addProperty("subject", met.subject());
        finding.addProperty("state", Word.of(met.state()));
        finding.add("recordIds", Members.texts(met.recordIds()));
        finding.addProperty("unlisted", met.unlisted());
        finding.addProperty("actor", met.actor());
        finding.add("at", Members.time(met.at()));
        finding.addProperty("verdict", Word.of(met.verdict()));
        finding.addProperty("confidence", Word.of(met.confidence()));
        finding.add(
                "reasons",
                Members.texts(
                        met.reasons().stream().map(ReviewDocument::sentence).toList()));
        finding.add("techniques", Members.texts(techniques(met)));
        finding.add("addresses", Members.texts(met.addresses()));
        return finding;
    }

    private static String sentence(Reason reason) {
        return reason.text()
                + reason.technique().map(technique -> " (" + technique + ")").orElse("");
    }

    private static List<String> techniques(ReviewFinding finding) {
        return finding.reasons().stream()
                .flatMap(reason -> reason.technique().stream())
                .distinct()
                .toList();
    }

    private static JsonObject looked(Looked looked) {
        var log = new JsonObject();
        log.addProperty("source", looked.source());
        log.addProperty("log", looked.log());
        log.add("from", Members.text(looked.from()));
        log.add("through", Members.text(looked.through()));
        log.addProperty("rows", looked.rows());
        log.addProperty("unreadable", looked.unreadable().size());
        log.add("notRead", Members.text(looked.notRead()));
        if (looked.isAsLicensed()) {
            log.addProperty("asLicensed", true);
        }
        log.addProperty("housekeeping", looked.housekeeping());
        log.add("unreadableRows", Members.array(looked.unreadable(), ReviewDocument::row));
        return log;
    }

    private static JsonObject row(UnreadableRow unreadable) {
        var row = new JsonObject();
        row.add("row", new JsonPrimitive(unreadable.row()));
        row.addProperty("reason", unreadable.reason());
        return row;
    }
}

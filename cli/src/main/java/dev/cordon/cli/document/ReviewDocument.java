package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.incident.Word;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.response.ReviewFiles.Looked;
import dev.cordon.response.ReviewFiles.Reviewed;
import java.util.List;

/** The document of {@code review}: what was found, and in what. */
public final class ReviewDocument {
    private ReviewDocument() {}

    /** The document of that review. */
    public static JsonObject of(Reviewed reviewed) {
        var document = new JsonObject();
        document.add("findings", Members.array(reviewed.findings(), ReviewDocument::finding));
        document.add("coverage", Members.array(reviewed.coverage(), ReviewDocument::looked));
        document.add("domains", Members.texts(reviewed.domains()));
        return document;
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
        log.addProperty("log", Word.of(looked.log()));
        log.add("from", Members.text(looked.from()));
        log.add("through", Members.text(looked.through()));
        log.addProperty("rows", looked.rows());
        log.addProperty("unreadable", looked.unreadable().size());
        log.add("notRead", Members.text(looked.notRead()));
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

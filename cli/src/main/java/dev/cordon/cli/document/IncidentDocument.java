package dev.cordon.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.ResponseTarget;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.Chronicle;
import dev.cordon.procedure.journal.OpenTask;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.journal.StepProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document of {@code respond}, {@code demo} and {@code incident show}: one incident, whole. */
public final class IncidentDocument {
    private static final List<String> FORMATS = List.of("html", "pdf", "markdown");
    private static final List<String> TIMINGS = List.of("snapshot", "contained", "verified");

    private IncidentDocument() {}

    /** The document of one incident. */
    public static JsonObject of(CaseView view) {
        RunState state = view.state();
        var incident = state.incident();
        var document = new JsonObject();
        document.addProperty("incident", incident.id().value());
        document.addProperty("procedure", Word.of(incident.type()));
        document.add("user", user(incident.account()));
        document.addProperty("state", Word.of(state.state()));
        document.add(
                "steps",
                Members.array(
                        state.steps().values().stream()
                                .filter(IncidentDocument::isUsed)
                                .toList(),
                        IncidentDocument::step));
        document.add("items", Members.array(state.items().values(), IncidentDocument::item));
        document.add("openTasks", Members.array(state.openTasks().values(), IncidentDocument::task));
        document.add("residual", residual(state));
        document.add("restoredAt", Members.text(state.restoration().givenBackAt()));
        document.add("logsThrough", logsThrough(state));
        document.add("collections", CollectionsDocument.rows(state.chronicle().collections()));
        document.add("evidence", evidence(view.evidence()));
        document.add("report", report(state.chronicle()));
        document.add("targets", Members.array(view.targets(), IncidentDocument::target));
        document.add("timings", timings(state.timings()));
        document.add(
                "linkedIncidents",
                Members.array(
                        state.chronicle().links(),
                        link -> new JsonPrimitive(link.other().value())));
        if (incident.type() == IncidentType.PHISHING_CLICK) {
            CampaignDocument.addTo(document, state.campaign());
        }
        return document;
    }

    /** The document of several incidents. */
    public static JsonObject of(List<CaseView> views) {
        var document = new JsonObject();
        document.add("incidents", Members.array(views, IncidentDocument::of));
        return document;
    }

    /**
     * The document of several incidents of which some could not be worked on.
     *
     * @param errors made by {@link #error}
     */
    public static JsonObject of(List<CaseView> views, List<JsonObject> errors) {
        JsonObject document = of(views);
        if (!errors.isEmpty()) {
            document.add("errors", Members.array(errors, error -> error));
        }
        return document;
    }

    /** An account of several that could not be worked on, or not to the end. */
    public static JsonObject error(Account account, int exitCode, String message) {
        var error = new JsonObject();
        error.addProperty("user", account.userPrincipalName());
        error.addProperty("exitCode", exitCode);
        error.addProperty("message", message);
        return error;
    }

    private static JsonObject user(Account account) {
        var user = new JsonObject();
        user.add("id", Members.text(Optional.of(account.objectId()).filter(_ -> account.isLookedUp())));
        user.add("upn", known(account.userPrincipalName()));
        user.add("displayName", known(account.displayName()));
        return user;
    }

    private static JsonElement known(String name) {
        return Members.text(Optional.of(name).filter(text -> !text.isEmpty()));
    }

    // The block is the fallback of the reset: where the reset worked it is no step of this incident.
    private static boolean isUsed(StepProgress step) {
        return !step.id().value().equals("block-sign-in")
                || step.outcome()
                        .filter(StepOutcome.NotApplicable.class::isInstance)
                        .isEmpty();
    }

    private static JsonObject step(StepProgress progress) {
        var step = new JsonObject();
        step.addProperty("id", progress.id().value());
        step.add("outcome", Members.text(progress.outcome().map(StepOutcome::word)));
        step.add("startedAt", Members.text(progress.startedAt()));
        step.add("endedAt", Members.text(progress.endedAt()));
        step.add("proof", proof(progress));
        step.add(
                "reason",
                Members.text(progress.outcome().map(StepOutcome::explanation).filter(text -> !text.isBlank())));
        step.addProperty("repeated", progress.repeated());
        return step;
    }

    // The last word of the step: what it ended on, or what it read last before it could not go on.
    private static JsonElement proof(StepProgress progress) {
        List<Proof> read = progress.outcome()
                .map(StepOutcome::readBack)
                .filter(proofs -> !proofs.isEmpty())
                .orElse(progress.proofs());
        if (read.isEmpty()) {
            return JsonNull.INSTANCE;
        }
        boolean isSuccess = progress.outcome()
                .filter(outcome ->
                        outcome instanceof StepOutcome.Succeeded || outcome instanceof StepOutcome.AlreadyInPlace)
                .isPresent();
        return proof(read.reversed().stream()
                .filter(proof -> !isSuccess || proof.holds())
                .findFirst()
                .orElse(read.getLast()));
    }

    private static JsonObject proof(Proof read) {
        var proof = new JsonObject();
        proof.addProperty("what", read.what());
        proof.addProperty("expected", read.expected());
        proof.addProperty("actual", read.actual());
        proof.add("readAt", Members.time(read.readAt()));
        proof.add("requestId", Members.text(read.requestId()));
        proof.add("exhibit", Members.text(read.exhibit()));
        return proof;
    }

    private static JsonObject item(Item met) {
        var item = new JsonObject();
        item.addProperty("kind", met.key().kind());
        item.addProperty("id", met.key().id());
        item.addProperty("name", met.name());
        item.addProperty("verdict", Word.of(met.verdict()));
        item.addProperty("decision", Word.of(met.decision()));
        item.add(
                "outcome",
                Members.text(
                        met.isPartlyGivenBack()
                                ? Optional.of("partial")
                                : met.outcome().map(Word::of)));
        item.add("cameBackAs", Members.text(met.cameBackAs().map(ItemKey::id)));
        item.add("givenBackAs", Members.text(met.givenBackAs().map(ItemKey::id)));
        item.add("differs", Members.texts(met.isPartlyGivenBack() ? met.unequal() : List.of()));
        item.add("reasons", Members.texts(met.reasons()));
        item.add("exhibit", Members.text(met.exhibit()));
        return item;
    }

    private static JsonObject task(OpenTask open) {
        var task = new JsonObject();
        task.addProperty("id", open.id());
        task.addProperty("text", open.text());
        task.addProperty("who", open.who());
        task.add("openedAt", Members.time(open.openedAt()));
        task.addProperty("urgent", open.urgent());
        return task;
    }

    private static JsonObject residual(RunState state) {
        var residual = new JsonObject();
        residual.add("until", Members.text(state.residual().map(access -> access.until())));
        residual.add(
                "channels",
                Members.texts(state.residual().map(access -> access.channels()).orElse(List.of())));
        return residual;
    }

    private static JsonObject logsThrough(RunState state) {
        var logs = new JsonObject();
        state.logsThrough().forEach((source, through) -> logs.add(source, Members.time(through)));
        return logs;
    }

    private static JsonObject evidence(CaseView.Evidence sealed) {
        var evidence = new JsonObject();
        evidence.addProperty("path", sealed.path());
        evidence.addProperty("exhibits", sealed.exhibits());
        evidence.add("rootHash", Members.text(sealed.rootHash()));
        return evidence;
    }

    private static JsonObject report(Chronicle chronicle) {
        Map<String, String> paths = chronicle.reports().isEmpty()
                ? Map.of()
                : chronicle.reports().getLast().paths();
        var report = new JsonObject();
        FORMATS.forEach(format -> report.add(format, Members.text(Optional.ofNullable(paths.get(format)))));
        return report;
    }

    private static JsonObject target(ResponseTarget.Measured measured) {
        var target = new JsonObject();
        target.addProperty("id", measured.target().id());
        target.addProperty("limitMs", measured.target().limit().toMillis());
        target.add("elapsedMs", Members.number(measured.elapsed().map(Duration::toMillis)));
        target.add("met", Members.truth(measured.met()));
        return target;
    }

    private static JsonObject timings(Map<String, Long> measured) {
        var timings = new JsonObject();
        TIMINGS.forEach(name -> timings.add(name + "Ms", Members.number(Optional.ofNullable(measured.get(name)))));
        return timings;
    }
}

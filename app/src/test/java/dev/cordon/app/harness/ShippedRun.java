package dev.cordon.app.harness;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.RespondTogether;
import dev.cordon.response.Responded;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A shipped scenario, responded to with what is recommended, and looked at again when the last old token is over. One thread. */
final class ShippedRun {
    private static final Set<IncidentState> CLEAN = Set.of(IncidentState.VERIFIED, IncidentState.WATCHING);
    private static final String COMES_BACK = "keeps-coming-back";

    private final Shipped expected;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int judged;

    private ShippedRun(Shipped expected) {
        this.expected = expected;
    }

    static Result of(Shipped expected, Path folder) throws IOException, InterruptedException {
        ShippedRun run = new ShippedRun(expected);
        try (Battlefield field = Battlefield.shipped(expected.scenario(), folder)) {
            run.run(field);
        }
        return new Result(run.findings, String.join("; ", run.notes), run.judged, 0);
    }

    private void run(Battlefield field) throws InterruptedException {
        field.connection().breakGlass().forEach(field::listBreakGlass);
        JsonObject before = field.truth();
        field.suspects().forEach(user -> judged += held(before, user).size());
        Map<String, IncidentId> incidents = new LinkedHashMap<>();
        for (Map.Entry<String, CaseRecord> ended : respond(field).entrySet()) {
            incidents.put(ended.getKey(), ended.getValue().incident().id());
            atTheEnd(field, ended.getKey(), ended.getValue());
        }
        order(field, incidents);
        watch(field, incidents.values());
        incidents.forEach((user, incident) -> afterwards(field, user, field.record(incident)));
    }

    private void add(Finding.Weight weight, String text) {
        findings.add(new Finding(weight, text));
    }

    private static List<Possessions.Held> held(JsonObject truth, String user) {
        return Possessions.of(truth.getAsJsonObject("accounts").getAsJsonObject(user));
    }

    /** By one command about all of them, as somebody would who sees them all. */
    private Map<String, CaseRecord> respond(Battlefield field) throws InterruptedException {
        Map<String, CaseRecord> records = new LinkedHashMap<>();
        if (field.suspects().size() == 1) {
            records.put(field.suspect(), field.respond());
            return records;
        }
        ResponseRequest request = new ResponseRequest(
                "tenant",
                field.suspect(),
                SignIn.CERTIFICATE,
                AttackActivity.UNKNOWN,
                DetectionSource.MONDAY_REVIEW,
                Optional.empty(),
                true,
                Dialogue.recommended(Battlefield.quiet()));
        for (Responded one : new RespondTogether(field.workspace(UnaryOperator.identity()))
                .respond(request, field.suspects(), _ -> Dialogue.recommended(Battlefield.quiet()))) {
            switch (one) {
                case Responded.Ended ended -> records.put(ended.account().userPrincipalName(), ended.record());
                case Responded.NotDone notDone ->
                    add(Finding.Weight.BROKEN, notDone.account().userPrincipalName() + ": " + notDone.reason());
            }
        }
        return records;
    }

    private void atTheEnd(Battlefield field, String user, CaseRecord record) {
        judge(field, user, record, "at the end");
        IncidentState state = record.state().state();
        boolean comesBack = record.state().openTasks().containsKey(COMES_BACK);
        notes.add(user + " " + state + (comesBack ? ", he keeps coming back" : ""));
        if (state != expected.state() && !(comesBack && state == IncidentState.CONTAINED)) {
            add(
                    Finding.Weight.WRONG_BRANCH,
                    user + " ended " + state + " and not " + expected.state() + ": "
                            + record.state().openTasks());
        }
        expected.tasks().stream()
                .filter(task -> !record.state().openTasks().containsKey(task))
                .forEach(task -> add(
                        Finding.Weight.WRONG_BRANCH,
                        user + ": no task " + task + " in "
                                + record.state().openTasks().keySet()));
        if (!comesBack) {
            remainder(field, user, record, "at the end");
        }
    }

    /** The last old token is over, and whatever was made with it must have been found. */
    private void afterwards(Battlefield field, String user, CaseRecord record) {
        judge(field, user, record, "after the re-check");
        notes.add(user + " " + record.state().state() + " after the re-check");
        boolean clean = CLEAN.contains(record.state().state());
        if (clean != expected.remains().isEmpty()) {
            add(
                    Finding.Weight.WRONG_BRANCH,
                    user + " is " + record.state().state() + " after the re-check: "
                            + record.state().openTasks());
        }
        remainder(field, user, record, "after the re-check");
        JsonObject account = field.truth().getAsJsonObject("accounts").getAsJsonObject(user);
        boolean in = account.get("attackerAccess").getAsBoolean()
                || account.get("mailFeed").getAsBoolean();
        if (in && expected.remains().isEmpty()) {
            add(Finding.Weight.FALSE_SUCCESS, user + " after the re-check: he is in: " + account.get("holds"));
        }
    }

    private void judge(Battlefield field, String user, CaseRecord record, String when) {
        CaseJudge judge = new CaseJudge(field, user);
        judge.judge(record, user + " " + when);
        findings.addAll(judge.findings());
    }

    /** What he still holds is exactly what is named, and where it was left to a person, the record names it too. */
    private void remainder(Battlefield field, String user, CaseRecord record, String when) {
        List<Possessions.Held> held = held(field.truth(), user);
        Set<String> names =
                new TreeSet<>(held.stream().map(Possessions.Held::id).toList());
        if (!names.equals(expected.remains())) {
            add(
                    Finding.Weight.WRONG_BRANCH,
                    user + " " + when + ": he holds " + names + " and not " + expected.remains() + "; of the record: "
                            + left(record));
        }
        if (expected.state() == IncidentState.CONTAINED) {
            held.stream()
                    .filter(thing -> !isNamed(record, thing))
                    .forEach(thing -> add(Finding.Weight.MISSED, user + " " + when + ": nothing names " + thing.id()));
        }
    }

    private static boolean isNamed(CaseRecord record, Possessions.Held thing) {
        return record.state().items().values().stream()
                .filter(item -> thing.isItem(item.key(), item.name()))
                .map(item -> "review-" + item.key().kind() + "-" + item.key().id())
                .anyMatch(record.state().openTasks()::containsKey);
    }

    private static List<String> left(CaseRecord record) {
        return record.state().items().values().stream()
                .filter(item -> item.verdict() != Verdict.BENIGN)
                .filter(item -> item.outcome().filter(ItemOutcome::isHarmless).isEmpty())
                .map(ShippedRun::inWords)
                .toList();
    }

    private static String inWords(Item item) {
        return item.key().kind() + " " + item.name() + " " + item.verdict() + " " + item.outcome() + " "
                + item.reasons();
    }

    /** The order of each one's requests: what is about nobody in particular counts for all. */
    private void order(Battlefield field, Map<String, IncidentId> incidents) {
        List<JsonObject> requests = field.requests();
        for (IncidentId incident : incidents.values()) {
            List<String> others = incidents.values().stream()
                    .filter(other -> !other.equals(incident))
                    .map(other -> field.record(other).incident().account().objectId())
                    .toList();
            CaseJudge judge = new CaseJudge(field, "");
            judge.judgeOrder(requests.stream()
                    .filter(row -> others.stream()
                            .noneMatch(other -> CaseJudge.text(row, "target").startsWith(other)))
                    .toList());
            findings.addAll(judge.findings());
        }
    }

    private static void watch(Battlefield field, Iterable<IncidentId> incidents) throws InterruptedException {
        Instant now = Instant.parse(requireNonNull(field.truth().get("at")).getAsString());
        Instant until = now;
        for (IncidentId incident : incidents) {
            Optional<Instant> end = field.record(incident).state().residual().map(residual -> residual.until());
            if (end.isPresent() && end.get().isAfter(until)) {
                until = end.get();
            }
        }
        field.advance(Duration.between(now, until).plusMinutes(10).toString());
        field.watch();
    }
}

package dev.cordon.app.harness;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.containment.PasswordKeeper;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.playbooks.decision.DecisionFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.ResponseRequest.Dialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One generated scenario, responded to twice from the same state: with what is known, and with what is recommended. One thread. */
final class ScenarioRun {
    private static final Set<IncidentState> CLEAN = Set.of(IncidentState.VERIFIED, IncidentState.WATCHING);
    private static final String COMES_BACK = "keeps-coming-back";

    private final GeneratedScenario generated;
    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int attackers;
    private int leftForReview;

    private ScenarioRun(GeneratedScenario generated, Path folder) {
        this.generated = generated;
        this.folder = folder;
    }

    /** Who decides. */
    enum Way {
        DERIVED,
        RECOMMENDED
    }

    static Result of(GeneratedScenario generated, Path folder) throws IOException, InterruptedException {
        ScenarioRun run = new ScenarioRun(generated, folder);
        run.run();
        return new Result(run.findings, String.join("; ", run.notes), run.attackers, run.leftForReview);
    }

    private void run() throws IOException, InterruptedException {
        try (Battlefield tenant = Battlefield.of(generated.scenario(), folder)) {
            requirePlanted(tenant);
            int start = tenant.snapshot();
            boolean decides = generated.account().isForUs();
            Map<String, Decider> derived = decides ? derived(tenant) : Map.of();
            for (Way way : decides ? List.of(Way.values()) : List.of(Way.RECOMMENDED)) {
                tenant.restore(start);
                Path own = Files.createDirectory(folder.resolve(way.name()));
                try (Battlefield field = tenant.afresh(own)) {
                    respond(field, way, derived);
                }
            }
        }
    }

    private void requirePlanted(Battlefield tenant) {
        JsonObject truth = tenant.truth();
        if (tenant.suspects().stream().allMatch(user -> planted(truth, user).isEmpty())) {
            add(Finding.Weight.BROKEN, "the attacker has nothing: there is nothing to judge");
        }
    }

    private Map<String, Decider> derived(Battlefield tenant) throws InterruptedException {
        Map<String, Decider> derived = new LinkedHashMap<>();
        for (String user : tenant.suspects()) {
            DerivedDecisions decisions = DerivedDecisions.of(tenant.plan(user).items(), planted(tenant.truth(), user));
            decisions.missing().forEach(thing -> add(Finding.Weight.MISSED, "not in the plan: " + thing));
            derived.put(user, DecisionFile.parse("derived.yaml", decisions.yaml()));
        }
        return derived;
    }

    private void add(Finding.Weight weight, String text) {
        findings.add(new Finding(weight, text));
    }

    private static List<Possessions.Held> planted(JsonObject truth, String user) {
        return Possessions.of(truth.getAsJsonObject("accounts").getAsJsonObject(user));
    }

    private static Dialogue dialogue(Decider decider) {
        return new Dialogue(
                decider, Optional.empty(), RepeatPolicy.always(), PasswordKeeper.none(), Battlefield.quiet());
    }

    private void respond(Battlefield field, Way way, Map<String, Decider> derived) throws InterruptedException {
        field.connection().breakGlass().forEach(field::listBreakGlass);
        Map<String, IncidentId> incidents = new LinkedHashMap<>();
        Map<String, List<Possessions.Held>> planted = new LinkedHashMap<>();
        for (String user : field.suspects()) {
            planted.put(user, planted(field.truth(), user));
            Dialogue dialogue =
                    dialogue(way == Way.DERIVED ? requireNonNull(derived.get(user)) : Decider.recommended());
            List<JsonObject> earlier = field.requests();
            CaseRecord record = field.respond(user, UnaryOperator.identity(), AttackActivity.UNKNOWN, dialogue);
            incidents.put(user, record.incident().id());
            CaseJudge judge = new CaseJudge(field, user);
            judge.judge(record, way + " " + user + " at the end");
            List<JsonObject> requests =
                    field.requests().stream().skip(earlier.size()).toList();
            judge.judgeOrder(requests);
            findings.addAll(judge.findings());
            branch(record, way, user);
            NamedBranch.of(generated.account(), record, requests)
                    .forEach(wrong -> add(Finding.Weight.WRONG_BRANCH, way + " " + user + ": " + wrong));
            notes.add(way + " " + user + " " + record.state().state());
        }
        watch(field, incidents);
        incidents.forEach((user, incident) ->
                afterwards(field, field.record(incident), way, requireNonNull(planted.get(user)), user));
    }

    /** Verified, or contained with exactly what is named. */
    private void branch(CaseRecord record, Way way, String user) {
        if (!generated.account().isForUs()) {
            return;
        }
        IncidentState state = record.state().state();
        boolean named = record.state().openTasks().containsKey(COMES_BACK) || isLeftForReview(record, way);
        if (state != IncidentState.VERIFIED && !(state == IncidentState.CONTAINED && named)) {
            add(Finding.Weight.WRONG_BRANCH, way + " " + user + " ended " + state + ": " + why(record));
        }
    }

    private static String why(CaseRecord record) {
        List<String> unfinished = new ArrayList<>();
        record.state()
                .steps()
                .forEach((id, step) -> step.outcome()
                        .filter(outcome -> !(outcome instanceof StepOutcome.Succeeded))
                        .ifPresent(outcome -> unfinished.add(id + ": " + outcome.explanation())));
        return unfinished.toString();
    }

    /**
     * Whether something is named for a person to decide. Where everything that was there at first was decided beforehand, only what he made
     * since can be.
     */
    private static boolean isLeftForReview(CaseRecord record, Way way) {
        return record.state().items().values().stream()
                .filter(item -> way == Way.RECOMMENDED || !isDecidedByPerson(item))
                .filter(item -> item.outcome().filter(ItemOutcome::isHarmless).isEmpty())
                .filter(item -> item.verdict() == Verdict.REVIEW)
                .map(item -> "review-" + item.key().kind() + "-" + item.key().id())
                .anyMatch(record.state().openTasks()::containsKey);
    }

    private static boolean isDecidedByPerson(Item item) {
        return item.decidedBy()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .isPresent();
    }

    /** Past the end of the last old token, then one look. */
    private static void watch(Battlefield field, Map<String, IncidentId> incidents) throws InterruptedException {
        Instant now = Instant.parse(field.truth().get("at").getAsString());
        Instant until = incidents.values().stream()
                .flatMap(incident -> field.record(incident).state().residual().stream())
                .map(residual -> residual.until())
                .max(Instant::compareTo)
                .orElse(now);
        Duration left = Duration.between(now, until);
        field.advance((left.isNegative() ? Duration.ZERO : left).plusMinutes(10).toString());
        field.watch();
    }

    private void afterwards(
            Battlefield field, CaseRecord record, Way way, List<Possessions.Held> planted, String user) {
        CaseJudge judge = new CaseJudge(field, user);
        judge.judge(record, way + " " + user + " after the re-check");
        if (!generated.account().isForUs()) {
            findings.addAll(judge.findings());
            return;
        }
        judge.judgeRemainder(record, planted);
        findings.addAll(judge.findings());
        IncidentState state = record.state().state();
        List<Possessions.Held> held = planted(field.truth(), user);
        List<Possessions.Held> left = planted.stream()
                .filter(held::contains)
                .filter(thing -> isLeft(record, thing))
                .toList();
        if (way == Way.RECOMMENDED) {
            attackers += planted.size();
            leftForReview += left.size();
            if (!left.isEmpty()) {
                notes.add("left for review: " + Possessions.inWords(left.stream()));
            }
        }
        if (!CLEAN.contains(state) && !isLeftForReview(record, way)) {
            add(Finding.Weight.WRONG_BRANCH, way + " " + user + " is " + state + " after the re-check: " + why(record));
        }
    }

    private static boolean isLeft(CaseRecord record, Possessions.Held thing) {
        return record.state().items().values().stream()
                .filter(item -> thing.isItem(item.key(), item.name()))
                .map(Item::verdict)
                .anyMatch(Verdict.REVIEW::equals);
    }
}

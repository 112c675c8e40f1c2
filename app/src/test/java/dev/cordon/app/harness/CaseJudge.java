package dev.cordon.app.harness;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.RequestOrder;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.CaseRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds one incident against the truth. One thread. */
final class CaseJudge {
    private static final Set<IncidentState> CLEAN = Set.of(IncidentState.VERIFIED, IncidentState.WATCHING);

    private static final StepId VERIFY = new StepId("verify");

    private final Battlefield field;
    private final String user;
    private final List<Finding> findings = new ArrayList<>();

    CaseJudge(Battlefield field, String user) {
        this.field = field;
        this.user = user;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void add(Finding.Weight weight, String text) {
        findings.add(new Finding(weight, text));
    }

    /** What must hold at any time: success is never claimed while he is in, nothing else is gone, everything verifies. */
    void judge(CaseRecord record, String when) {
        JsonObject truth = field.truth();
        JsonObject account = truth.getAsJsonObject("accounts").getAsJsonObject(user);
        boolean access = account.get("attackerAccess").getAsBoolean();
        boolean feed = account.get("mailFeed").getAsBoolean();
        IncidentState state = record.state().state();
        if (CLEAN.contains(state) && (access || feed) && !cameBackSince(record)) {
            add(
                    Finding.Weight.FALSE_SUCCESS,
                    when + ": " + state + " although access=" + access + " feed=" + feed + " holds="
                            + account.get("holds"));
        }
        if (!truth.getAsJsonArray("collateral").isEmpty()) {
            add(Finding.Weight.COLLATERAL, when + ": " + truth.get("collateral"));
        }
        outcomes(record, account, when);
        residual(record, account, when);
        logs(record, truth, when);
        if (!field.store().verifier().verify().faults().isEmpty()) {
            add(
                    Finding.Weight.ORDER_OR_PROOF,
                    when + ": " + field.store().verifier().verify().faults());
        }
    }

    /** Whether he wrote something, successfully, after the sign-off was read: then the re-checks must find it. */
    private boolean cameBackSince(CaseRecord record) {
        Optional<Instant> read = lastReading(record);
        return read.isPresent() && attackersWrites().stream().anyMatch(at -> !at.isBefore(read.get()));
    }

    private static Optional<Instant> lastReading(CaseRecord record) {
        return record.state().step(VERIFY).stream()
                .flatMap(step -> step.proofs().stream())
                .filter(proof -> proof.what().contains("second reading"))
                .map(Proof::readAt)
                .min(Instant::compareTo);
    }

    private List<Instant> attackersWrites() {
        return field.requests().stream()
                .filter(row -> text(row, "caller").equals("attacker"))
                .filter(row -> row.get("status").getAsInt() < 300)
                .filter(row -> !text(row, "method").equals("GET"))
                .map(row -> Instant.parse(row.get("at").getAsString()))
                .toList();
    }

    static String text(JsonObject row, String name) {
        return row.get(name) == null || row.get(name).isJsonNull()
                ? ""
                : row.get(name).getAsString();
    }

    /** An item that is said to be gone must be gone, unless he made it again since. */
    private void outcomes(CaseRecord record, JsonObject account, String when) {
        List<Possessions.Held> held = Possessions.of(account);
        Optional<Instant> read = lastReading(record);
        boolean wrote = read.isEmpty() || attackersWrites().stream().anyMatch(at -> !at.isBefore(read.get()));
        for (Item item : record.state().items().values()) {
            if (!wrote && item.outcome().filter(ItemOutcome::isGone).isPresent()) {
                held.stream()
                        .filter(thing -> thing.isItem(item.key(), item.name()))
                        .filter(thing -> thing.wireId().equals(item.key().id()))
                        .forEach(thing -> add(
                                Finding.Weight.FALSE_SUCCESS,
                                when + ": " + item.key() + " is said to be " + item.outcome() + " and is there"));
            }
        }
    }

    private void residual(CaseRecord record, JsonObject account, String when) {
        record.state()
                .residual()
                .ifPresent(residual -> account.getAsJsonArray("residualTokens").forEach(token -> {
                    Instant expires = Instant.parse(
                            token.getAsJsonObject().get("expiresAt").getAsString());
                    if (expires.isAfter(residual.until())) {
                        add(
                                Finding.Weight.FALSE_SUCCESS,
                                when + ": a token lives until " + expires + ", said was " + residual.until());
                    }
                }));
    }

    private void logs(CaseRecord record, JsonObject truth, String when) {
        JsonObject logs = truth.getAsJsonObject("logs");
        record.state().logsThrough().forEach((source, through) -> {
            if (through.isAfter(Instant.parse(logs.get(source).getAsString()))) {
                add(Finding.Weight.FALSE_SUCCESS, when + ": " + source + " is not complete through " + through);
            }
        });
    }

    /** The order of the requests of this response. */
    void judgeOrder(List<JsonObject> requests) {
        RequestOrder.violations(requests).forEach(wrong -> add(Finding.Weight.ORDER_OR_PROOF, wrong));
    }

    /** What he holds and the record calls harmless, or does not show at all. */
    void judgeRemainder(CaseRecord record, List<Possessions.Held> planted) {
        List<Possessions.Held> held =
                Possessions.of(field.truth().getAsJsonObject("accounts").getAsJsonObject(user));
        for (Possessions.Held thing : planted) {
            boolean stillThere = held.contains(thing);
            Optional<Item> item = record.state().items().values().stream()
                    .filter(one -> thing.isItem(one.key(), one.name()))
                    .findFirst();
            if (item.isEmpty()) {
                add(Finding.Weight.MISSED, thing.kind() + " " + thing.id() + " is no item of the record");
            } else if (stillThere && item.get().verdict() == Verdict.BENIGN) {
                add(
                        Finding.Weight.MISSED,
                        thing.kind() + " " + thing.id() + " was judged harmless: "
                                + item.get().name() + " " + item.get().reasons());
            }
        }
    }
}

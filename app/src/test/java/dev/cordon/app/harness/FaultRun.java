package dev.cordon.app.harness;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A response while one operation fails in one way. One thread. */
final class FaultRun {
    /** Each fault of the contract, as it is posted. */
    static final List<String> EFFECTS = List.of(
            "status:429",
            "status:503",
            "reset-before",
            "reset-after-commit",
            "slow:PT1S",
            "truncate",
            "wrong-json",
            "html-403",
            "nul-403",
            "empty-200");

    private final Planned planned;
    private final List<Finding> findings = new ArrayList<>();
    private String note = "";
    private int judged;

    private FaultRun(Planned planned) {
        this.planned = planned;
    }

    /**
     * What fails.
     *
     * @param once whether only the first call, or every one
     */
    record Planned(Operation operation, String effect, boolean once) {
        String body() {
            var fault = Yaml.map("match", operation.match(), "do", effect);
            if (once) {
                fault.put("times", 1);
            }
            return Yaml.flow(fault).replaceAll("([{,] ?)([a-zA-Z]+):", "$1\"$2\":");
        }

        String id() {
            return "fault " + operation.inWords() + " " + effect + (once ? " once" : " always");
        }
    }

    /** The whole matrix over what the procedure was seen to use. */
    static List<Planned> matrix(Set<Operation> operations) {
        List<Planned> matrix = new ArrayList<>();
        for (Operation operation : operations) {
            for (String effect : EFFECTS) {
                matrix.add(new Planned(operation, effect, true));
                matrix.add(new Planned(operation, effect, false));
            }
        }
        return matrix;
    }

    /** What the procedure uses against a tenant that has everything. */
    static Set<Operation> operations(Path folder) throws IOException, InterruptedException {
        try (Battlefield field = Battlefield.resource("besieged.yaml", folder)) {
            field.respond();
            return Operation.in(field.requests());
        }
    }

    static Result of(Planned planned, Path folder) throws IOException, InterruptedException {
        FaultRun run = new FaultRun(planned);
        run.run(folder);
        return new Result(run.findings, run.note, run.judged, 0);
    }

    private void run(Path folder) throws IOException, InterruptedException {
        try (Battlefield tenant = Battlefield.resource("besieged.yaml", folder);
                Battlefield field = tenant.afresh(Files.createDirectory(folder.resolve("cordon")))) {
            List<Possessions.Held> plantedThings = held(field);
            requirePlanted(plantedThings);
            int before = field.requests().size();
            String answer = field.control("POST", "/faults", planned.body());
            if (!answer.contains("planned")) {
                findings.add(new Finding(Finding.Weight.BROKEN, answer));
            }
            try {
                CaseRecord record = field.respond();
                note = record.state().state().toString();
                judge(field, record, plantedThings);
            } catch (TenantException | RequestRefusedException refused) {
                note = "refused: " + refused.getMessage();
                requireUnchanged(field);
            }
            requireStruck(field, before, plantedThings.size());
        }
    }

    private void requirePlanted(List<Possessions.Held> plantedThings) {
        if (plantedThings.isEmpty()) {
            findings.add(new Finding(Finding.Weight.BROKEN, "the attacker has nothing: there is nothing to judge"));
        }
    }

    /** A fault that never struck tests nothing. The run need not come to each operation: what went before may have ended it otherwise. */
    private void requireStruck(Battlefield field, int before, int plantedThings) {
        int struck = JsonParser.parseString(field.control("GET", "/faults", ""))
                .getAsJsonObject()
                .get("struck")
                .getAsInt();
        if (struck > 0) {
            note += ", struck " + struck + " times";
            judged = plantedThings;
        } else if (Operation.in(field.requests().stream().skip(before).toList()).stream()
                .anyMatch(called -> called.inWords().equals(planned.operation().inWords()))) {
            findings.add(new Finding(Finding.Weight.BROKEN, "called, and the fault never struck: " + planned.body()));
        } else {
            note += ", never called: nothing was tested";
        }
    }

    private static List<Possessions.Held> held(Battlefield field) {
        return Possessions.of(field.suspectsTruth());
    }

    /** What was refused must have changed nothing. */
    private void requireUnchanged(Battlefield field) {
        field.requests().stream()
                .filter(row -> CaseJudge.text(row, "caller").equals("app"))
                .filter(row -> row.get("status").getAsInt() < 300)
                .filter(FaultRun::isChange)
                .forEach(row -> findings.add(
                        new Finding(Finding.Weight.FALSE_SUCCESS, "said that nothing was changed: " + row)));
    }

    private static boolean isChange(JsonObject row) {
        String cmdlet = CaseJudge.text(row, "cmdlet");
        String method = CaseJudge.text(row, "method");
        return cmdlet.isEmpty()
                ? Set.of("DELETE", "PATCH").contains(method)
                        || CaseJudge.text(row, "path").endsWith("/revokeSignInSessions")
                : !cmdlet.contains("Get-") && !cmdlet.contains("Search-");
    }

    private void judge(Battlefield field, CaseRecord record, List<Possessions.Held> plantedThings) {
        CaseJudge judge = new CaseJudge(field, field.suspect());
        judge.judge(record, "at the end");
        judge.judgeOrder(field.requests());
        findings.addAll(judge.findings());
        List<Possessions.Held> left = held(field);
        for (Possessions.Held thing : plantedThings) {
            boolean known =
                    record.state().items().values().stream().anyMatch(item -> thing.isItem(item.key(), item.name()));
            if (!known && record.state().state() == IncidentState.VERIFIED) {
                findings.add(new Finding(
                        Finding.Weight.FALSE_SUCCESS,
                        "verified without having seen " + thing.kind() + " " + thing.id()));
            }
            if (left.contains(thing) && endedWell(record, thing.kind())) {
                findings.add(new Finding(
                        Finding.Weight.FALSE_SUCCESS,
                        stepOf(thing.kind()) + " succeeded, and " + thing.kind() + " " + thing.id() + " is there"));
            }
        }
    }

    private static boolean endedWell(CaseRecord record, ItemKind kind) {
        return record.state()
                .step(new StepId(stepOf(kind)))
                .flatMap(step -> step.outcome())
                .filter(outcome ->
                        outcome instanceof StepOutcome.Succeeded || outcome instanceof StepOutcome.AlreadyInPlace)
                .isPresent();
    }

    private static String stepOf(ItemKind kind) {
        return switch (kind) {
            case AUTHENTICATION_METHOD, INBOX_RULE, DEVICE, CONSENT, DELEGATE -> Word.of(kind) + "s";
            case FORWARDING -> "forwarding";
            case FOLDER_PERMISSION -> "delegates";
            case APP_ROLE_ASSIGNMENT -> "consents";
            case CALENDAR_PUBLISHING, AUTO_REPLY, ROLE, TRANSPORT_RULE, CONNECTOR, REMOTE_DOMAIN -> "other-persistence";
        };
    }
}

package dev.cordon.app.harness;

import com.google.gson.JsonObject;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.response.CaseRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a response went the way that its kind of account demands, and says so. */
final class NamedBranch {
    private static final StepId BLOCK = new StepId("block-sign-in");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private NamedBranch() {}

    /** What is not so, in words; {@code requests} are those of this response. */
    static List<String> of(AccountKind account, CaseRecord record, List<JsonObject> requests) {
        List<String> wrong = new ArrayList<>();
        Set<String> tasks = record.state().openTasks().keySet();
        account.tasks().stream()
                .filter(task -> !tasks.contains(task))
                .forEach(task -> wrong.add("no task " + task + " in " + tasks));
        account.mustBeBlocked()
                .filter(blocked -> blocked != isBlocked(record))
                .ifPresent(blocked -> wrong.add("block-sign-in must " + (blocked ? "" : "not ") + "be done: "
                        + record.state().step(BLOCK).flatMap(step -> step.outcome())));
        if (!account.isForUs()) {
            if (record.state().state() != IncidentState.NEEDS_OPERATOR) {
                wrong.add("ended " + record.state().state() + " and not NEEDS_OPERATOR");
            }
            requests.stream()
                    .filter(NamedBranch::isOurWrite)
                    .forEach(row -> wrong.add("written to an account that is not for us: " + row));
        }
        return wrong;
    }

    private static boolean isBlocked(CaseRecord record) {
        return record.state()
                .step(BLOCK)
                .flatMap(step -> step.outcome())
                .filter(outcome ->
                        outcome instanceof StepOutcome.Succeeded || outcome instanceof StepOutcome.AlreadyInPlace)
                .isPresent();
    }

    private static boolean isOurWrite(JsonObject row) {
        if (!Set.of("app", "operator").contains(CaseJudge.text(row, "caller"))
                || CaseJudge.text(row, "path").contains("/oauth2/")) {
            return false;
        }
        String cmdlet = CaseJudge.text(row, "cmdlet");
        return cmdlet.isEmpty()
                ? !READING.contains(CaseJudge.text(row, "method"))
                        && !CaseJudge.text(row, "path").endsWith("$batch")
                : !cmdlet.substring(cmdlet.lastIndexOf('\\') + 1).matches("(Get|Search)-.*");
    }
}

package dev.cordon.app.harness;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.DyingJournal;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.store.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A process that dies while it writes its journal, a second one that may die too, and the one that ends the response: on the same machine,
 * or on another one where the store lies on a server. One thread.
 */
final class KillRun {
    private static final int LAST_ENTRY = 260;

    private final Dice dice;
    private final Placed placed;
    private final List<Finding> findings = new ArrayList<>();
    private String note = "";
    private int judged;

    private KillRun(long seed, Placed placed) {
        this.dice = new Dice(seed);
        this.placed = placed;
    }

    static Result of(long seed, Placed placed, Path folder) throws IOException, InterruptedException {
        KillRun run = new KillRun(seed, placed);
        run.run(folder);
        return new Result(run.findings, run.note, run.judged, 0);
    }

    private void run(Path folder) throws IOException, InterruptedException {
        try (Battlefield field = Battlefield.resource("besieged.yaml", folder, placed)) {
            judged = Possessions.of(field.suspectsTruth()).size();
            int first = dice.between(0, LAST_ENTRY);
            boolean kept = dice.chance(50);
            note = "dies at entry " + first + (kept ? " after it" : " before it");
            CaseRecord ended = null;
            try {
                ended = field.respond(dying(first, kept), AttackActivity.UNKNOWN);
            } catch (DyingJournal.ProcessDied _) {
                // as planned
            }
            if (field.store().journal().incidents().isEmpty()) {
                note += ", before the incident was opened";
                ended = field.respond();
            }
            IncidentId incident = field.store().journal().incidents().getFirst();
            if (ended == null && dice.chance(30)) {
                int second = dice.between(0, LAST_ENTRY);
                note += ", and again at " + second;
                dieAgain(field, incident, second);
            }
            if (ended != null) {
                judge(field, ended);
            } else if (placed == Placed.IN_FOLDER) {
                judge(field, field.resume(incident.value()));
            } else {
                try (Battlefield other = field.onAnotherMachine(Files.createDirectory(folder.resolve("other")))) {
                    judge(other, other.resume(incident.value()));
                }
            }
        }
    }

    private void dieAgain(Battlefield field, IncidentId incident, int appends) throws InterruptedException {
        try {
            field.resume(incident.value(), dying(appends, dice.chance(50)), Dialogue.recommended(Battlefield.quiet()));
        } catch (DyingJournal.ProcessDied _) {
            // as planned
        }
    }

    private static UnaryOperator<RunJournal> dying(int appends, boolean keepsTheLast) {
        return journal -> new DyingJournal(journal, appends, keepsTheLast);
    }

    private void judge(Battlefield field, CaseRecord record) {
        note += ": " + record.state().state();
        CaseJudge judge = new CaseJudge(field, field.suspect());
        judge.judge(record, "after the last start");
        judge.judgeOrder(field.requests());
        findings.addAll(judge.findings());
        if (record.state().state() != IncidentState.VERIFIED) {
            findings.add(new Finding(
                    Finding.Weight.WRONG_BRANCH,
                    "ended " + record.state().state() + " "
                            + record.state().openTasks().values()));
        }
        long resets = field.requests().stream().filter(KillRun::isReset).count();
        boolean said = record.state()
                .step(new StepId("reset-password"))
                .filter(step -> step.repeated())
                .isPresent();
        // One that was intended and never sent is rightly said to be repeated: nobody could know that it was not.
        if (resets < 1 || (resets > 1 && !said)) {
            findings.add(
                    new Finding(Finding.Weight.FALSE_SUCCESS, resets + " resets, and repeated is said to be " + said));
        }
    }

    private static boolean isReset(JsonObject row) {
        return CaseJudge.text(row, "method").equals("PATCH")
                && CaseJudge.text(row, "path").matches("/v1.0/users/[^/]+")
                && row.get("status").getAsInt() < 300;
    }
}

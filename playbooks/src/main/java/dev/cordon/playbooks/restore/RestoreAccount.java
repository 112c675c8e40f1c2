package dev.cordon.playbooks.restore;

import dev.cordon.playbooks.account.ReportSink;
import dev.cordon.playbooks.account.RestoreCheck;
import dev.cordon.playbooks.account.WriteReport;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.containment.RevokeSessions;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.Performers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The performers of the procedure that gives an account back, for one run. */
public final class RestoreAccount {
    /** The name of the procedure file. */
    public static final String PROCEDURE = "restore-account";

    /** The step that makes the pass. */
    public static final StepId PASS = new StepId("one-time-pass");

    /** The step that lets the user sign in. */
    public static final StepId UNBLOCK = new StepId("unblock-sign-in");

    /** The step that waits for the user. */
    public static final StepId RE_ENROL = new StepId("re-enrol");

    private RestoreAccount() {}

    /**
     * What the steps need from outside.
     *
     * @param keeper is told the pass; empty where nobody would see it, and then none is made
     * @param repeats says whether a pass of unknown result is made again
     * @param despite why a person gives the account back although not everything is as it should be; empty where nobody said so
     * @param unblock whether a person says that the account may be unblocked although somebody else blocked it
     * @param reports writes the report
     */
    public record Tools(
            Optional<PassKeeper> keeper,
            RepeatPolicy repeats,
            Optional<String> despite,
            boolean unblock,
            ReportSink reports) {}

    /** The performers by the names the procedure file uses. */
    public static Performers performers(CaseFile file, Tools tools) {
        return new Performers(Map.of(
                "restore-check", new RestoreCheck(file, tools.despite()),
                "revoke-sessions", new RevokeSessions(file),
                "one-time-pass", new OneTimePass(file, tools.keeper(), tools.repeats()),
                "unblock-sign-in", new UnblockSignIn(file, tools.unblock()),
                "re-enrol", new ReEnrol(file),
                "report", new WriteReport(tools.reports())));
    }

    /** Every step: giving back is done whole each time. */
    public static Set<StepId> steps(Procedure procedure) {
        return procedure.steps().stream().map(Step::id).collect(Collectors.toUnmodifiableSet());
    }
}

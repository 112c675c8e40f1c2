package dev.cordon.response;

import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.Incident;
import dev.cordon.investigation.phishing.FirstMove;
import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.playbooks.account.ReportSink;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.PasswordSource;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.procedure.Ordering;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.Performers;
import java.util.Set;

/**
 * How a compromised account is responded to. What a linked phishing click says of the lure decides what is done first (docs/decisions/0041).
 *
 * @param file what the steps of the run share
 * @param dialogue how the operator decides and is told
 */
record AccountPlaybook(Workspace workspace, CaseFile file, ResponseRequest.Dialogue dialogue, ReportSink reports)
        implements Playbook {
    private static final StepId REVOKE = new StepId("revoke-sessions");
    private static final StepId CONSENTS = new StepId("consents");
    private static final StepId DEVICES = new StepId("devices");

    @Override
    public Procedure procedure(Incident incident) {
        return procedure(workspace, incident);
    }

    static Procedure procedure(Workspace workspace, Incident incident) {
        return procedure(incident.attack(), LinkedLure.firstMoves(workspace, incident));
    }

    /** The procedure with what the lure makes urgent brought forward. */
    static Procedure procedure(AttackActivity attack, Set<FirstMove> moves) {
        Procedure procedure = procedure(attack);
        if (moves.contains(FirstMove.REMOVE_CONSENT)) {
            procedure = procedure.bringingForward(
                    CONSENTS,
                    new Ordering(
                            CONSENTS,
                            REVOKE,
                            "He was made to consent: the application reads with a grant of its own, which neither a revoke nor a reset"
                                    + " touches.",
                            false));
        }
        if (moves.contains(FirstMove.END_SESSIONS_AND_NEW_DEVICES)) {
            procedure = procedure.bringingForward(
                    DEVICES,
                    new Ordering(
                            REVOKE,
                            DEVICES,
                            "He was made to type a device code: a device registered with it keeps its own way in across the reset.",
                            false,
                            Ordering.Moment.ANSWERED));
        }
        return procedure;
    }

    /** The shipped procedure; when the attack is over, the whole snapshot comes before the revoke. */
    static Procedure procedure(AttackActivity attack) {
        Procedure shipped = ProcedureFile.shipped(CompromisedAccount.PROCEDURE);
        return switch (attack) {
            case ACTIVE, UNKNOWN -> shipped;
            case OVER ->
                shipped.with(new Ordering(
                        new StepId("preserve"),
                        REVOKE,
                        "The attack is over: nothing is lost by keeping everything first.",
                        false));
        };
    }

    @Override
    public Performers performers() {
        return CompromisedAccount.performers(
                file,
                new CompromisedAccount.Tools(
                        new PasswordSource(workspace.random()),
                        dialogue.keeper(),
                        dialogue.repeats(),
                        dialogue.secondYes(),
                        reports));
    }

    @Override
    public Set<StepId> cleanUpAgain() {
        return CompromisedAccount.CLEAN_UP_AGAIN;
    }

    @Override
    public Set<StepId> lookAgain() {
        return Set.of(CompromisedAccount.VERIFY, CompromisedAccount.REPORT);
    }

    @Override
    public String cameBack() {
        return "Something came back or was found only now, or the attacker signed in again.";
    }

    @Override
    public String keepsComingBack(int rounds) {
        return "Something was put back after each of " + rounds
                + " clean-ups: an old access token is still alive. The re-check after it has died"
                + " removes what is left; block sign-in if it cannot wait.";
    }
}

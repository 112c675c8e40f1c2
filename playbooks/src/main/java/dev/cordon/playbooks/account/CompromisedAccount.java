package dev.cordon.playbooks.account;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.BlockSignIn;
import dev.cordon.playbooks.containment.PasswordKeeper;
import dev.cordon.playbooks.containment.PasswordSource;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.containment.ResetPassword;
import dev.cordon.playbooks.containment.RevokeSessions;
import dev.cordon.playbooks.persistence.PersistenceAreas;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.engine.StepPerformer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The compromised-account procedure's performers for one run. */
public final class CompromisedAccount {
    /** The name of the procedure file. */
    public static final String PROCEDURE = "compromised-account";

    /** The steps that are done again when something came back: clean up, close the door, look again, write it down. */
    public static final Set<StepId> CLEAN_UP_AGAIN = Set.of(
            new StepId("block-sign-in"),
            new StepId("revoke-sessions-again"),
            new StepId("authentication-methods"),
            new StepId("inbox-rules"),
            new StepId("forwarding"),
            new StepId("delegates"),
            new StepId("consents"),
            new StepId("devices"),
            new StepId("other-persistence"),
            new StepId("final-revoke"),
            new StepId("verify"),
            new StepId("report"));

    /** The steps that put the attacker out, in order. */
    public static final List<StepId> CONTAINMENT = List.of(
            new StepId("revoke-sessions"),
            new StepId("reset-password"),
            new StepId("block-sign-in"),
            new StepId("revoke-sessions-again"));

    /** The step that says whether something came back. */
    public static final StepId VERIFY = new StepId("verify");

    /** The step that writes it down. */
    public static final StepId REPORT = new StepId("report");

    private CompromisedAccount() {}

    /**
     * What the steps need from outside.
     *
     * @param passwords makes the new password
     * @param keeper is told it
     * @param repeats says whether a reset of unknown result is repeated
     * @param reports writes the report
     */
    public record Tools(PasswordSource passwords, PasswordKeeper keeper, RepeatPolicy repeats, ReportSink reports) {}

    /** The performers by the names the procedure file uses. */
    public static Performers performers(CaseFile file, Tools tools) {
        Map<String, StepPerformer> byName = new LinkedHashMap<>();
        byName.put("pre-flight", new PreFlight(file));
        byName.put("preserve", new PreserveEvidence(file));
        byName.put("revoke-sessions", new RevokeSessions(file));
        byName.put("reset-password", new ResetPassword(file, tools.passwords(), tools.keeper(), tools.repeats()));
        byName.put("block-sign-in", new BlockSignIn(file));
        byName.put("authentication-methods", new ReviewPersistence(file, PersistenceAreas.authenticationMethods()));
        byName.put("inbox-rules", new ReviewPersistence(file, PersistenceAreas.inboxRules()));
        byName.put("forwarding", new ReviewPersistence(file, PersistenceAreas.forwarding()));
        byName.put("delegates", new ReviewPersistence(file, PersistenceAreas.delegates()));
        byName.put("consents", new ReviewPersistence(file, PersistenceAreas.consents()));
        byName.put("devices", new ReviewPersistence(file, PersistenceAreas.devices()));
        byName.put("other-persistence", new ReviewPersistence(file, PersistenceAreas.others()));
        byName.put("verify", new Verify(file));
        byName.put("report", new WriteReport(tools.reports()));
        return new Performers(byName);
    }
}

package dev.cordon.response;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentType;
import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.phishing.PhishingClick;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.Performers;
import java.util.Set;

/** What is particular about running one procedure: its steps and their order, who performs them, and which are done again. */
interface Playbook extends AutoCloseable {
    /** The step of every procedure that says whether everything is as it should be; it fails where something is to be cleaned up again. */
    StepId VERIFY = new StepId("verify");

    /** The steps as they are to be carried out on this incident. */
    Procedure procedure(Incident incident);

    /** Who performs them in one run. */
    Performers performers();

    /** What is done again when {@link #VERIFY} has failed. */
    Set<StepId> cleanUpAgain();

    /** What a re-check does again. */
    Set<StepId> lookAgain();

    /** Why an incident that was verified is reopened, a sentence. */
    String cameBack();

    /** What a person is to do when {@code rounds} of cleaning up were not enough. */
    String keepsComingBack(int rounds);

    /** Ends what it began beside the run, when the run is cut off; nothing is left to be ended otherwise. */
    @Override
    default void close() {}

    /** The procedure of an incident, without anybody who performs it. */
    static Procedure procedure(Workspace workspace, Incident incident) {
        return switch (incident.type()) {
            case PHISHING_CLICK -> ProcedureFile.shipped(PhishingClick.PROCEDURE);
            case COMPROMISED_ACCOUNT, BEC, IMPORTED_EVIDENCE -> AccountPlaybook.procedure(workspace, incident);
        };
    }

    /** What is done again in an incident of this type. */
    static Set<StepId> cleanUpAgain(IncidentType type) {
        return switch (type) {
            case PHISHING_CLICK -> PhishingClick.CLEAN_UP_AGAIN;
            case COMPROMISED_ACCOUNT, BEC, IMPORTED_EVIDENCE -> CompromisedAccount.CLEAN_UP_AGAIN;
        };
    }
}

package dev.cordon.playbooks.phishing;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.playbooks.account.ReportSink;
import dev.cordon.playbooks.account.WriteReport;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.engine.StepPerformer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The phishing-click procedure's performers for one run. */
public final class PhishingClick {
    /** The name of the procedure file. */
    public static final String PROCEDURE = "phishing-click";

    /** The step that begins the responses to accounts. */
    public static final StepId CLICKERS = new StepId("clickers");

    /** The steps that are done again when a copy came back. */
    public static final Set<StepId> CLEAN_UP_AGAIN =
            Set.of(new StepId("purge"), new StepId("verify"), new StepId("watch-clickers"), new StepId("report"));

    /** What a re-check does again: the logs reach further now, and who clicked meanwhile is responded to. */
    public static final Set<StepId> LOOK_AGAIN = Set.of(
            new StepId("scope"),
            new StepId("outcome"),
            CLICKERS,
            new StepId("purge"),
            new StepId("verify"),
            new StepId("watch-clickers"),
            new StepId("report"));

    private PhishingClick() {}

    /**
     * What the steps need from outside.
     *
     * @param responses responds to accounts
     * @param consent says yes to what concerns more than one person's mail
     * @param despite why those are responded to as well who only saw the block page; empty where nobody wants it
     * @param brought the newest mail that a person brought as evidence of the incident
     * @param reports writes the report
     */
    public record Tools(
            AccountResponses responses,
            CampaignConsent consent,
            Optional<String> despite,
            Supplier<Optional<ExhibitId>> brought,
            ReportSink reports) {}

    /** The performers by the names the procedure file uses. */
    public static Performers performers(PhishingFile file, Tools tools) {
        Map<String, StepPerformer> byName = new LinkedHashMap<>();
        byName.put("phishing-intake", new TakeIntake());
        byName.put("phishing-sample", new KeepSample(file, tools.brought()));
        byName.put("phishing-scope", new DrawScope(file));
        byName.put("phishing-outcome", new ResolveOutcome(file));
        byName.put("phishing-clickers", new ContainClickers(file, tools.responses(), tools.despite()));
        byName.put("phishing-block", new BlockLure(file, tools.consent()));
        byName.put("phishing-purge", new PurgeMail(file, tools.consent()));
        byName.put("phishing-submit", new SubmitLure(file));
        byName.put("phishing-verify", new VerifyCampaign(file, tools.responses()));
        byName.put("phishing-watch", new WatchClickers());
        byName.put("report", new WriteReport(tools.reports()));
        return new Performers(byName);
    }
}

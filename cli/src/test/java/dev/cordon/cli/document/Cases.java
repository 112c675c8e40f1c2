package dev.cordon.cli.document;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.BlockStanding;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.ResponseTarget;
import dev.cordon.incident.Severity;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.procedure.journal.CaseEntry.ReportWritten;
import dev.cordon.procedure.journal.CaseEntry.ResidualAccess;
import dev.cordon.procedure.journal.Chronicle;
import dev.cordon.procedure.journal.OpenTask;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.Restoration;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.journal.StepProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cases of the manual: what stands in docs/manual/json.md is made from these. */
final class Cases {
    static final Instant OPENED = Instant.parse("2026-03-02T08:20:00Z");
    static final IncidentId ID = new IncidentId("INC-20260302-K7QF");

    private static final ExhibitId EXHIBIT = new ExhibitId("E-000012");
    private static final Digest HASH = new Digest("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    private Cases() {}

    static CaseView verified() {
        var targets =
                ResponseTarget.startOfResponse(IncidentType.COMPROMISED_ACCOUNT, DetectionSource.MONDAY_REVIEW).stream()
                        .map(target -> target.measure(incident().detectedAt(), Optional.of(OPENED)))
                        .toList();
        var evidence = new CaseView.Evidence("/home/admin/.local/share/cordon/vault", 21, Optional.of(HASH.hex()));
        return new CaseView(state(), evidence, targets);
    }

    static RunState state() {
        return new RunState(
                Optional.of(incident()),
                IncidentState.VERIFIED,
                Optional.of(OPENED.plusSeconds(240)),
                Optional.empty(),
                Map.of(new StepId("revoke-sessions"), revoke()),
                Map.of(rule().key(), rule()),
                Map.of(),
                Map.of(rule().key(), OPENED),
                Set.of(),
                Optional.empty(),
                Map.of(),
                Map.of(
                        "call-the-user",
                        new OpenTask("call-the-user", "Telephone Anna Berg.", "operator", OPENED, false)),
                Map.of(),
                Optional.of(new ResidualAccess(OPENED.plus(Duration.ofMinutes(90)), List.of("Exchange"))),
                Map.of("signIns", OPENED.minus(Duration.ofMinutes(15))),
                Map.of("snapshot", 2_310L, "contained", 1_850L, "verified", 9_400L),
                chronicle(),
                new Restoration(
                        List.of(new Restoration.Period(OPENED.plusSeconds(600), Optional.empty())), Map.of(), Set.of()),
                CampaignProgress.NONE,
                97);
    }

    static List<Recorded> journal() {
        return List.of(new Recorded(
                1, ID, OPENED, OPENED, Actor.CORDON, new CaseEntry.IncidentOpened(incident()), HASH, HASH));
    }

    static Exhibit exhibit() {
        return new Exhibit(
                EXHIBIT,
                ID,
                "inbox-rules",
                "5f1c0a44-0000-4000-8000-000000000001",
                "POST outlook.office365.com Get-InboxRule",
                Optional.empty(),
                OPENED,
                OPENED,
                "application/json",
                1_204,
                HASH,
                new Digest(HASH.hex().repeat(2)));
    }

    private static Incident incident() {
        return new Incident(
                ID,
                IncidentType.COMPROMISED_ACCOUNT,
                "contoso",
                new Account("5f1c0a44-0000-4000-8000-000000000001", "anna.berg@contoso.example", "Anna Berg"),
                Severity.HIGH,
                DetectionSource.MONDAY_REVIEW,
                OPENED.minus(Duration.ofMinutes(12)),
                OPENED,
                AttackActivity.ACTIVE,
                false);
    }

    private static StepProgress revoke() {
        var proof = new Proof(
                "signInSessionsValidFromDateTime",
                "not before 2026-03-02T08:20:02Z",
                "2026-03-02T08:20:02Z",
                true,
                OPENED.plusSeconds(4),
                Optional.of("0d1f6c1e-7a55-4b39-9d38-2f2a3c0e6a11"),
                Optional.of(EXHIBIT));
        return new StepProgress(
                new StepId("revoke-sessions"),
                Optional.of(OPENED.plusSeconds(1)),
                Optional.of(OPENED.plusSeconds(4)),
                Optional.of(new StepOutcome.Succeeded(List.of(proof), "")),
                Duration.ofMillis(640),
                1,
                false,
                List.of(proof),
                StepProgress.Removals.NONE);
    }

    private static Item rule() {
        return Item.found(
                        new ItemKey("inbox-rule", "17146492835123003393"),
                        "..",
                        Verdict.MALICIOUS,
                        List.of("Made from the attacker's address", "Moves messages about invoices to RSS Feeds"),
                        Optional.of(EXHIBIT))
                .decided(ItemDecision.REMOVE, Actor.CORDON)
                .concluded(ItemOutcome.REMOVED);
    }

    static CampaignProgress campaign() {
        String bo = "bo.lund@contoso.example";
        return new CampaignProgress(
                List.of(),
                Map.of("sender", List.of("post@parcel.example"), "message-id", List.of("1@parcel.example")),
                List.of(new OfCampaign.MailFound(
                        bo, "<1@parcel.example>", DeliveryResult.DELIVERED, Optional.of(OPENED), "message trace")),
                List.of(new OfCampaign.ClickJudged(
                        bo,
                        ClickResult.REACHED,
                        "credential-page",
                        Optional.of(OPENED),
                        List.of("He says that he typed his password."))),
                List.of(new OfCampaign.Listed(
                        "sender",
                        "post@parcel.example",
                        BlockStanding.BLOCKED,
                        Optional.of(OPENED.plus(Duration.ofDays(30))),
                        "Put on the list for this incident.")),
                Map.of("Defender's hunting tables", "The tenant has no licence for them."),
                List.of());
    }

    private static Chronicle chronicle() {
        var report = new ReportWritten(
                Map.of(
                        "html", "/home/admin/.local/share/cordon/reports/INC-20260302-K7QF.html",
                        "markdown", "/home/admin/.local/share/cordon/reports/INC-20260302-K7QF.md"),
                ChainHead.empty(Chain.JOURNAL),
                ChainHead.empty(Chain.CUSTODY));
        return new Chronicle(
                List.of(), List.of(), List.of(), List.of(report), List.of(), Set.of(), List.of(), List.of(), List.of());
    }
}

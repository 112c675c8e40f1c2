package dev.cordon.procedure.journal;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
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
import dev.cordon.incident.Party;
import dev.cordon.incident.Severity;
import dev.cordon.incident.TraceKind;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fixtures: an incident, and one journal entry of every kind and every shape of its optional parts. */
public final class JournalEntries {
    public static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    public static final IncidentId OTHER_INCIDENT = new IncidentId("INC-20260302-W8RT");
    public static final Instant AT = Instant.parse("2026-03-02T08:00:00.123456789Z");
    public static final Actor ANNA = Actor.person("admin@contoso.example");
    public static final StepId STEP = new StepId("reset-password");
    public static final ItemKey RULE = new ItemKey("inbox-rule", "AQAAAJ5dZp8=");
    public static final ExhibitId EXHIBIT = ExhibitId.of(7);

    private JournalEntries() {}

    public static Incident compromisedAccount(IncidentId id) {
        return new Incident(
                id,
                IncidentType.COMPROMISED_ACCOUNT,
                "contoso",
                new Account(
                        "8f0c2c1e-1111-4222-8333-944445555666", "anna.berg@contoso.example", "Anna \u202eBerg\u0000"),
                Severity.HIGH,
                DetectionSource.USER_REPORT,
                Instant.parse("2026-03-02T07:55:00Z"),
                AT,
                AttackActivity.UNKNOWN,
                true);
    }

    public static Proof proof(boolean holds) {
        return new Proof(
                "sign-in sessions are valid from",
                "after 2026-03-02T08:00:00Z",
                "2026-03-02T08:00:01Z",
                holds,
                AT,
                Optional.of("request-2"),
                Optional.of(EXHIBIT));
    }

    /** A proof that was read without a request id and not sealed. */
    public static Proof bareProof() {
        return new Proof("w", "e", "a", true, AT, Optional.empty(), Optional.empty());
    }

    public static List<StepOutcome> everyOutcome() {
        return List.of(
                new StepOutcome.Succeeded(
                        List.of(proof(false), proof(false).asPending(), proof(true), bareProof()), "note"),
                new StepOutcome.AlreadyInPlace(List.of(proof(true)), Optional.of("soc@contoso.example"), ""),
                new StepOutcome.AlreadyInPlace(List.of(bareProof()), Optional.empty(), "\"quoted\"\\"),
                new StepOutcome.Failed("refused", "ask for the role"),
                new StepOutcome.Failed("refused", "ask for the role", StepOutcome.Failed.Cause.NOT_PERMITTED),
                new StepOutcome.Skipped("not wanted", ANNA),
                new StepOutcome.Skipped("needs the reset", Actor.CORDON),
                new StepOutcome.NotApplicable("a guest"),
                new StepOutcome.Waiting("the log", Optional.of(AT)),
                new StepOutcome.Waiting("a person", Optional.empty()),
                new StepOutcome.Indeterminate("no answer", "look"),
                new StepOutcome.Partial(List.of("a"), List.of("b", "c"), List.of(proof(true)), "why", "remedy"),
                new StepOutcome.Partial(List.of(), List.of(), List.of(), "why", "remedy"));
    }

    public static List<JournalEntry> everyKind() {
        List<JournalEntry> entries = new ArrayList<>(engineEntries());
        everyOutcome().forEach(outcome -> entries.add(new EngineEntry.StepEnded(STEP, outcome, 1234)));
        entries.addAll(caseEntries());
        entries.addAll(reviewEntries());
        return entries;
    }

    private static List<JournalEntry> reviewEntries() {
        ReviewEntry.Told told = new ReviewEntry.Told(
                "F-7K2QW9XA",
                "forwarding",
                "anna.berg@contoso.example to drop@mail.example",
                "active",
                List.of("aaaaaaaa-0000-4000-8000-00000000000a"),
                3,
                "anna.berg@contoso.example",
                "",
                AT,
                Verdict.MALICIOUS,
                "likely",
                List.of(
                        new ReviewEntry.Why("forwards-outside", "All mail \u202e was sent", Optional.of("T1114.003")),
                        new ReviewEntry.Why("seen", "Once.", Optional.empty())));
        return List.of(
                new ReviewEntry.ReviewMade(
                        "contoso",
                        AT,
                        AT.plusSeconds(60),
                        List.of(
                                new ReviewEntry.Source("sign-ins", AT, Optional.of(AT), 12, Optional.empty()),
                                new ReviewEntry.Source(
                                        "clicks", AT, Optional.empty(), 0, Optional.of("Not licensed."))),
                        List.of(told),
                        Map.of("incidents", "2", "secureScore", "41.5"),
                        Map.of("BlockLegacyAuthentication", "5.0")),
                new ReviewEntry.ReviewMade("contoso", AT, AT, List.of(), List.of(), Map.of(), Map.of()),
                new ReviewEntry.FindingDismissed("contoso", told, "a vendor's contract"),
                new ReviewEntry.FindingOpened("contoso", told, OTHER_INCIDENT));
    }

    private static List<JournalEntry> engineEntries() {
        return List.of(
                new CaseEntry.IncidentOpened(compromisedAccount(INCIDENT)),
                new EngineEntry.RunStarted("4711@laptop", "compromised-account", "1.0", Optional.empty()),
                new EngineEntry.RunStarted("4712@laptop", "compromised-account", "1.0", Optional.of(17L)),
                new EngineEntry.RunEnded(true),
                new EngineEntry.StepStarted(STEP),
                new EngineEntry.EffectIntended(
                        STEP, "delete/1", "delete the rule \u001b[31m", "id", List.of(RULE), List.of(EXHIBIT)),
                new EngineEntry.EffectIntended(STEP, "reset/1", "reset", "id", List.of(), List.of()),
                new EngineEntry.EffectConcluded(
                        STEP, "delete/1", EffectOutcome.DONE, "204", Optional.of("request-3"), Optional.of(EXHIBIT)),
                new EngineEntry.EffectConcluded(
                        STEP, "reset/1", EffectOutcome.UNKNOWN, "no answer", Optional.empty(), Optional.empty()));
    }

    private static List<JournalEntry> caseEntries() {
        return List.of(
                new CaseEntry.ItemFound(
                        STEP, RULE, "..\n;--", Verdict.MALICIOUS, List.of("moves mail away"), Optional.of(EXHIBIT)),
                new CaseEntry.ItemFound(STEP, RULE, "", Verdict.BENIGN, List.of(), Optional.empty()),
                new CaseEntry.ItemDecided(RULE, ItemDecision.REMOVE, ANNA, "malicious"),
                new CaseEntry.ItemConcluded(RULE, ItemOutcome.REMOVED, "gone"),
                new CaseEntry.ItemConcluded(RULE, ItemOutcome.STILL_THERE, "came back"),
                new CaseEntry.ItemCameBack(RULE, new ItemKey("inbox-rule", "another")),
                new CaseEntry.ItemGivenBack(
                        RULE,
                        new ItemKey("inbox-rule", "another"),
                        EXHIBIT,
                        List.of("id"),
                        List.of(),
                        "read back equal"),
                new CaseEntry.ItemGivenBack(RULE, RULE, EXHIBIT, List.of("id", "Name"), List.of("Name"), "read back"),
                new CaseEntry.ProofRead(STEP, proof(true)),
                new CaseEntry.StateChanged(IncidentState.OPEN, IncidentState.CONTAINING, "the run began"),
                new CaseEntry.Deviation("left out devices", "admin@contoso.example", "none enrolled"),
                new CaseEntry.TaskOpened("call-user", "Call Anna", "manager", false),
                new CaseEntry.TaskOpened("other-accounts", "Look at Bo", "operator", true),
                new CaseEntry.TaskClosed("call-user", "called"),
                new CaseEntry.RecheckScheduled("after-15-minutes", AT),
                new CaseEntry.RecheckDone("after-15-minutes", false, "a rule came back"),
                new CaseEntry.ResidualAccess(AT, List.of("exchange", "graph")),
                new CaseEntry.LogsThrough("sign-ins", AT),
                new CaseEntry.MailboxChanged(AT),
                new CaseEntry.ClockCompared(AT, AT.plusMillis(250), AT.plusMillis(370)),
                new CaseEntry.TimingMeasured("contained", 9_007_199_254_740_993L),
                new CaseEntry.IncidentLinked(new IncidentId("INC-20260302-ABCD"), "the same sender"),
                new CaseEntry.ItemSeen(RULE, "0a1b"),
                new CaseEntry.ActedByOther(
                        "directoryAudits", "Directory_1", AT, "soc@contoso.example", "Disable account"),
                new CaseEntry.NoteAdded("she was on holiday"),
                new CaseEntry.ReportWritten(
                        Map.of("html", "/r/a.html", "markdown", "/r/a.md"),
                        ChainHead.empty(Chain.JOURNAL),
                        ChainHead.empty(Chain.CUSTODY)),
                new CaseEntry.DraftWritten("manager", "About Anna", "Dear\nBo"),
                new CaseEntry.PassIssued(new ItemKey("authentication-method", "tap-1"), AT),
                new CaseEntry.EvidenceImported(ExhibitId.of(7), "audit-log", 6, 3, 2, 1),
                new CaseEntry.Attributed(TraceKind.ADDRESS, "2001:db8::7", Party.ATTACKER, "never ours\n\u202e"),
                new CaseEntry.CollectionNoted("Asked about the first 10 of 12 addresses."),
                new CaseEntry.SignedInAs(
                        CaseEntry.SignedInAs.Kind.APPLICATION,
                        "contoso",
                        "2b1c5a7e-0000-4000-8000-00000000c0de",
                        "9d4e0c11-0000-4000-8000-00000000f00d"),
                new CaseEntry.SignedInAs(CaseEntry.SignedInAs.Kind.UNKNOWN, "contoso", "", ""),
                new CaseEntry.CollectionBegan("audit-log-search", "from 203.0.113.9", 2, AT, AT.plusSeconds(60)),
                new CaseEntry.CollectionEnded(
                        "audit-log-search",
                        "from 203.0.113.9",
                        2,
                        AT,
                        AT.plusSeconds(60),
                        Optional.of(AT.plusSeconds(30)),
                        12,
                        11,
                        1,
                        CollectionOutcome.LATE,
                        "Rows may still arrive.",
                        Optional.of(AT.plusSeconds(5400)),
                        true),
                new CaseEntry.CollectionEnded(
                        "message-trace-sent",
                        "anna.berg@contoso.example",
                        1,
                        AT,
                        AT.plusSeconds(60),
                        Optional.empty(),
                        0,
                        0,
                        0,
                        CollectionOutcome.NOT_PERMITTED,
                        "\u202eA role is missing.",
                        Optional.empty()),
                new CaseEntry.OfCampaign.Answered("", "subject", "Parcel \u202e held", "answers.yaml"),
                new CaseEntry.OfCampaign.LureDescribed(
                        Map.of("sender", List.of("post@parcel.example"), "url", List.of())),
                new CaseEntry.OfCampaign.MailFound(
                        "bo.lund@contoso.example",
                        "<1@parcel.example>",
                        DeliveryResult.DELIVERED,
                        Optional.of(AT),
                        "messageTrace"),
                new CaseEntry.OfCampaign.MailFound(
                        "bo.lund@contoso.example", "", DeliveryResult.UNKNOWN, Optional.empty(), "messageTrace"),
                new CaseEntry.OfCampaign.ClickJudged(
                        "bo.lund@contoso.example",
                        ClickResult.REACHED,
                        "credentials",
                        Optional.of(AT),
                        List.of("He says that he typed his password.")),
                new CaseEntry.OfCampaign.ClickJudged(
                        "anna.berg@contoso.example", ClickResult.BLOCKED, "credentials", Optional.empty(), List.of()),
                new CaseEntry.OfCampaign.Listed(
                        "sender", "post@parcel.example", BlockStanding.BLOCKED, Optional.of(AT), "The lure's sender."),
                new CaseEntry.OfCampaign.Listed(
                        "url", "~forms.example~", BlockStanding.DECLINED, Optional.empty(), "A shared domain."),
                new CaseEntry.OfCampaign.NotSeen("hunting", "The tenant has no licence for it."),
                new CaseEntry.AccessGivenBack(AT, "a one-time pass"));
    }
}

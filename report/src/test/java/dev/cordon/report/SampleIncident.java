package dev.cordon.report;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.ResponseTarget;
import dev.cordon.incident.Severity;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole response against a stolen session, as a journal; with a marker in every text that comes from the tenant. */
final class SampleIncident {
    static final Instant START = Instant.parse("2026-03-02T08:01:10Z");
    static final Instant LATE_THROUGH = Instant.parse("2026-03-01T21:05:00Z");
    static final IncidentId ID = new IncidentId("INC-20260302-K7QF");

    private final String marker;
    private final List<Recorded> entries = new ArrayList<>();
    private Instant now = START;
    private Optional<AttackSummary> attack;
    private Optional<Reconstructed> reconstructed = Optional.empty();
    private DetectionSource source = DetectionSource.HIGH_SEVERITY_NOTIFICATION;

    private SampleIncident(String marker) {
        this.marker = marker;
        this.attack = Optional.of(attack(marker));
    }

    /** The response from the first key to the report. */
    static ReportSource whole() {
        return whole("");
    }

    /** The same with {@code marker} in every text an attacker could have written. */
    static ReportSource whole(String marker) {
        SampleIncident sample = new SampleIncident(marker);
        sample.open();
        sample.contain();
        sample.cleanUp();
        sample.verify();
        sample.reconstructed = Optional.of(SampleRows.of(ID, marker));
        return sample.source();
    }

    /** The same, written when every token from before is dead. */
    static ReportSource longAfter() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.cleanUp();
        sample.verify();
        sample.now = sample.now.plus(Duration.ofDays(1));
        return sample.source();
    }

    /** The attacker gave himself roles and set what reaches all of the organisation's mail; all of it is gone but one connector. */
    static ReportSource hisRoles(String marker) {
        SampleIncident sample = new SampleIncident(marker);
        sample.open();
        sample.contain();
        sample.add(new CaseEntry.TaskOpened(
                "administrator-changes",
                "The account holds an administrator's role. Look at it.",
                "the operator",
                false));
        sample.cleanUp();
        for (String role : List.of("Global Administrator", "Exchange Administrator", "User Administrator")) {
            sample.item(
                    "role",
                    role,
                    "other-persistence",
                    dev.cordon.procedure.Verdict.MALICIOUS,
                    "It was given during the attack.",
                    ItemOutcome.REMOVED);
        }
        for (String kind : List.of("transport-rule", "transport-rule", "connector")) {
            sample.item(
                    kind,
                    "of his",
                    "other-persistence",
                    dev.cordon.procedure.Verdict.MALICIOUS,
                    "It was made during the attack.",
                    kind.equals("connector") ? ItemOutcome.FAILED : ItemOutcome.REMOVED);
        }
        sample.verify();
        sample.reconstructed = Optional.of(SampleRows.of(ID, marker));
        return sample.source();
    }

    /** A log that was late was asked for again and again; the attacker was refused with two programs. */
    static ReportSource askedAgain() {
        SampleIncident sample = new SampleIncident("");
        sample.attack = Optional.of(refused(attack("")));
        sample.open();
        sample.contain();
        for (int round = 0; round < 40; round++) {
            sample.now = sample.now.plusSeconds(600);
            sample.collected("audit-log-search", round == 39 ? CollectionOutcome.COMPLETE : CollectionOutcome.LATE, "");
        }
        sample.collected("directory-audits-actor", CollectionOutcome.COMPLETE, "");
        return sample.source();
    }

    private static AttackSummary refused(AttackSummary summary) {
        List<AttackSummary.Sighting> sightings = new ArrayList<>(summary.sightings());
        for (int attempt = 0; attempt < 31; attempt++) {
            sightings.add(new AttackSummary.Sighting(
                    START.plusSeconds(10L * attempt),
                    Verdict.MALICIOUS,
                    "203.0.113.9",
                    "NL",
                    attempt % 2 == 0 ? "axios/1.7" : "python-requests/2.31",
                    "OfficeHome",
                    false,
                    List.of("It was made by a tool.")));
        }
        return new AttackSummary(
                summary.certainty(),
                summary.firstSeen(),
                summary.firstSeenReason(),
                summary.baseline(),
                sightings,
                summary.addresses(),
                summary.coverage(),
                summary.drawnAt());
    }

    /** The same with rows of the sign-ins and of no other log. */
    static ReportSource signInsOnly() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.reconstructed = Optional.of(SampleRows.signIns(ID));
        return sample.source();
    }

    /** The same with logs that were brought by hand and rows that nobody could read, and no row kept. */
    static ReportSource withoutRows() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.add(new CaseEntry.EvidenceImported(ExhibitId.of(3), "audit-log", 5, 0, 0, 5));
        sample.reconstructed = Optional.of(SampleRows.none(ID));
        return sample.source();
    }

    /** The same where logs were asked for and came to no end, each for another reason; some rows of other logs are kept. */
    static ReportSource withLogsNotRead() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.collected("message-trace-sent", CollectionOutcome.NOT_PERMITTED, "No role lets us read the trace.");
        sample.collected("directory-audits-actor", CollectionOutcome.COMPLETE, "");
        sample.collected("directory-audits-target", CollectionOutcome.CUT_OFF, "The answer broke off.");
        sample.collected("sign-ins-interactive", CollectionOutcome.NOT_LICENSED, "Entra ID P1 is missing.");
        sample.collected("audit-log-queries", CollectionOutcome.NOT_PERMITTED, "Refused for the queries.");
        sample.collected("audit-log-search", CollectionOutcome.LATE, "");
        sample.add(new CaseEntry.CollectionBegan(
                "message-trace-received", "anna.berg@contoso.example", 1, START.minus(Duration.ofDays(7)), START));
        sample.reconstructed = Optional.of(SampleRows.of(ID, ""));
        return sample.source();
    }

    /** The same where only the message trace brought rows: the directory audit had none, the others were read in part. */
    static ReportSource withOneLogReadWithoutRows() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.collected("directory-audits-all", CollectionOutcome.COMPLETE, "");
        sample.collected("sign-ins-interactive", CollectionOutcome.COMPLETE, "");
        sample.collected("sign-ins-non-interactive", CollectionOutcome.CUT_OFF, "The answer broke off.");
        sample.collected("audit-log-queries", CollectionOutcome.NOT_PERMITTED, "Refused for the queries.");
        sample.collected("audit-log-search", START.minus(Duration.ofDays(2)), CollectionOutcome.LATE, "");
        sample.reconstructed = Optional.of(SampleRows.traceOnly(ID));
        return sample.source();
    }

    /** The same where the audit log is complete through an hour before its newest row, and the directory audit through its end. */
    static ReportSource withLateLog() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.collected("audit-log-search", CollectionOutcome.LATE, Optional.of(LATE_THROUGH));
        sample.collected("directory-audits-all", CollectionOutcome.COMPLETE, Optional.of(START));
        sample.reconstructed = Optional.of(SampleRows.of(ID, ""));
        return sample.source();
    }

    /** The same while the audit log, which was complete through then, is asked again. */
    static ReportSource withLogAskedAgain() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.collected("audit-log-queries", CollectionOutcome.STILL_RUNNING, Optional.of(LATE_THROUGH));
        sample.reconstructed = Optional.of(SampleRows.of(ID, ""));
        return sample.source();
    }

    private void collected(String log, CollectionOutcome outcome, Optional<Instant> through) {
        add(new CaseEntry.CollectionEnded(
                log,
                "anna.berg@contoso.example",
                1,
                START.minus(Duration.ofDays(7)),
                START,
                through,
                4,
                4,
                0,
                outcome,
                "",
                Optional.empty()));
    }

    private void collected(String log, CollectionOutcome outcome, String reason) {
        collected(log, START.minus(Duration.ofDays(7)), outcome, reason);
    }

    private void collected(String log, Instant from, CollectionOutcome outcome, String reason) {
        add(new CaseEntry.CollectionEnded(
                log,
                "anna.berg@contoso.example",
                1,
                from,
                START,
                Optional.empty(),
                4,
                4,
                0,
                outcome,
                reason,
                Optional.empty()));
    }

    /** Evidence that was brought by hand about an account that nobody looked up; no response. */
    static ReportSource imported() {
        SampleIncident sample = new SampleIncident("");
        sample.attack = Optional.empty();
        sample.add(new CaseEntry.IncidentOpened(new Incident(
                ID,
                IncidentType.IMPORTED_EVIDENCE,
                "",
                Account.notLookedUp("anna.berg@contoso.example"),
                Severity.MEDIUM,
                DetectionSource.NOT_SAID,
                START,
                START,
                AttackActivity.UNKNOWN,
                false)));
        sample.add(new CaseEntry.EvidenceImported(ExhibitId.of(7), "audit-log", 12, 12, 0, 0));
        sample.add(new CaseEntry.IncidentLinked(new IncidentId("INC-20260301-ABCD"), "the same sender"));
        sample.reconstructed = Optional.of(SampleRows.of(ID, ""));
        return sample.source();
    }

    /** The same of a shared mailbox with one delegate who was kept. */
    static ReportSource sharedMailbox() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.cleanUp();
        ItemKey delegate = new ItemKey("delegate", "mailbox|dora.engel@contoso.example");
        sample.add(new CaseEntry.TaskOpened(
                "circumstance-shared-mailbox", "The mailbox is shared.", "the operator", false));
        sample.add(new CaseEntry.ItemFound(
                new StepId("delegates"),
                delegate,
                "dora.engel@contoso.example",
                dev.cordon.procedure.Verdict.BENIGN,
                List.of(),
                Optional.empty()));
        sample.add(new CaseEntry.ItemDecided(delegate, ItemDecision.KEEP, Actor.CORDON, "benign"));
        sample.add(new CaseEntry.ItemConcluded(delegate, ItemOutcome.KEPT, "kept"));
        sample.item(
                "delegate",
                "carla.rossi@contoso.example",
                "delegates",
                dev.cordon.procedure.Verdict.REVIEW,
                "An attacker was in this account.",
                ItemOutcome.KEPT);
        sample.verify();
        return sample.source();
    }

    /** The first verification found something back, the second one nothing. */
    static ReportSource verifiedTwice() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.cleanUp();
        sample.add(new EngineEntry.StepStarted(new StepId("verify")));
        sample.add(new CaseEntry.ProofRead(new StepId("verify"), sample.proof("Sign-off of the first round")));
        sample.end("verify", new StepOutcome.Failed("A rule came back.", "It is removed again."), 10);
        sample.now = sample.now.plusSeconds(60);
        sample.verify();
        return sample.source();
    }

    /** A rule was put back under a new id after the clean-up. */
    static ReportSource overwritten() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        ItemKey place = new ItemKey("forwarding", "ForwardingSmtpAddress|anna");
        for (String target : List.of("first@evil.example", "second@evil.example")) {
            sample.add(new CaseEntry.ItemFound(
                    new StepId("forwarding"),
                    place,
                    target,
                    dev.cordon.procedure.Verdict.MALICIOUS,
                    List.of(),
                    Optional.empty()));
            sample.add(new CaseEntry.ItemDecided(place, ItemDecision.REMOVE, Actor.CORDON, "malicious"));
            sample.add(new CaseEntry.ItemConcluded(place, ItemOutcome.REMOVED, "gone"));
        }
        return sample.source();
    }

    static ReportSource givenBack() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.cleanUp();
        List<ItemOutcome> outcomes = List.of(ItemOutcome.REMOVED, ItemOutcome.DISABLED, ItemOutcome.REMOVED);
        List<ItemKey> rules = List.of(
                new ItemKey("inbox-rule", "rule-1"),
                new ItemKey("transport-rule", "rule-2"),
                new ItemKey("inbox-rule", "rule-3"));
        for (int rule = 0; rule < rules.size(); rule++) {
            sample.add(new CaseEntry.ItemFound(
                    new StepId("inbox-rules"),
                    rules.get(rule),
                    ".",
                    dev.cordon.procedure.Verdict.MALICIOUS,
                    List.of(),
                    Optional.empty()));
            sample.add(new CaseEntry.ItemDecided(rules.get(rule), ItemDecision.REMOVE, Actor.CORDON, "malicious"));
            sample.add(new CaseEntry.ItemConcluded(rules.get(rule), outcomes.get(rule), "read back"));
        }
        sample.add(new CaseEntry.ItemGivenBack(
                rules.getLast(), rules.getLast(), new ExhibitId("E-000001"), List.of(), List.of(), "read back equal"));
        return sample.source();
    }

    static ReportSource putBack() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.cleanUp();
        ItemKey first = new ItemKey("inbox-rule", "rule-1");
        ItemKey second = new ItemKey("inbox-rule", "rule-2");
        for (ItemKey rule : List.of(first, second)) {
            sample.add(new CaseEntry.ItemFound(
                    new StepId("inbox-rules"),
                    rule,
                    ".",
                    dev.cordon.procedure.Verdict.MALICIOUS,
                    List.of(),
                    Optional.empty()));
        }
        sample.add(new CaseEntry.ItemDecided(first, ItemDecision.REMOVE, Actor.CORDON, "malicious"));
        sample.add(new CaseEntry.ItemConcluded(first, ItemOutcome.REMOVED, "gone"));
        sample.add(new CaseEntry.ItemCameBack(first, second));
        sample.add(new CaseEntry.ItemConcluded(second, ItemOutcome.STILL_THERE, "seen after the clean-up"));
        return sample.source();
    }

    /** The same with so many telephones more that were kept. */
    static ReportSource withTelephones(int number) {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.contain();
        sample.cleanUp();
        for (int telephone = 1; telephone <= number; telephone++) {
            sample.item(
                    "authentication-method",
                    "telephone " + telephone,
                    "authentication-methods",
                    dev.cordon.procedure.Verdict.BENIGN,
                    "It was registered long ago.",
                    ItemOutcome.KEPT);
        }
        sample.verify();
        return sample.source();
    }

    /** The first of a journal in which nobody said what made him look. */
    static ReportSource notSaid() {
        SampleIncident sample = new SampleIncident("");
        sample.source = DetectionSource.NOT_SAID;
        sample.open();
        return sample.source();
    }

    /** An incident that was opened and nothing more. */
    static ReportSource justOpened() {
        SampleIncident sample = new SampleIncident("");
        sample.attack = Optional.empty();
        sample.open();
        return sample.source();
    }

    /** Killed between the revoke and the reset. */
    static ReportSource killed() {
        SampleIncident sample = new SampleIncident("");
        sample.open();
        sample.step("revoke-sessions", "Sessions valid from (signInSessionsValidFromDateTime)", 2);
        sample.add(new EngineEntry.StepStarted(new StepId("reset-password")));
        sample.add(new EngineEntry.EffectIntended(
                new StepId("reset-password"), "reset/1", "Set a new password", "0d4f3a1e", List.of(), List.of()));
        return sample.source();
    }

    private void open() {
        add(new CaseEntry.IncidentOpened(new Incident(
                ID,
                IncidentType.COMPROMISED_ACCOUNT,
                "contoso",
                new Account("0d4f3a1e-5b1c-4a7e-9a51-2f6f0c0d7a11", "anna.berg@contoso.example", "Anna Berg" + marker),
                Severity.HIGH,
                source,
                START.minus(Duration.ofMinutes(11)),
                START,
                AttackActivity.ACTIVE,
                true)));
        add(new EngineEntry.RunStarted("4711@laptop", "compromised-account", "1.0.0", Optional.empty()));
        add(new CaseEntry.StateChanged(IncidentState.OPEN, IncidentState.CONTAINING, "the account is confirmed"));
    }

    private void contain() {
        step("pre-flight", "The account is the one named", 4);
        add(new EngineEntry.StepStarted(new StepId("preserve")));
        effect("revoke-sessions", "Revoke all sessions", EffectOutcome.DONE, "");
        step("revoke-sessions", "Sessions valid from (signInSessionsValidFromDateTime)", 9);
        effect("reset-password", "Set a new password", EffectOutcome.DONE, "204 No Content");
        step("reset-password", "Password changed (lastPasswordChangeDateTime)", 7);
        add(new CaseEntry.StateChanged(
                IncidentState.CONTAINING, IncidentState.CONTAINED, "revoke and reset were read back"));
        step("revoke-sessions-again", "Sessions valid from (signInSessionsValidFromDateTime)", 6);
        end(
                "preserve",
                new StepOutcome.Succeeded(List.of(proof("12 of 12 sources sealed")), "12 sources sealed."),
                31_000);
    }

    private void cleanUp() {
        item(
                "authentication-method",
                "softwareOath",
                "authentication-methods",
                dev.cordon.procedure.Verdict.MALICIOUS,
                "It was registered from the attacker's address “203.0.113.9”.",
                ItemOutcome.REMOVED);
        item(
                "authentication-method",
                "iPhone 15",
                "authentication-methods",
                dev.cordon.procedure.Verdict.BENIGN,
                "It was registered at 2025-01-26T08:00:00Z, before the attacker was first seen.",
                ItemOutcome.KEPT);
        step("authentication-methods", "Authentication methods", 12);
        item(
                "inbox-rule",
                "Junk E-Mail Rule.",
                "inbox-rules",
                dev.cordon.procedure.Verdict.MALICIOUS,
                "It is hidden: Outlook does not show it to the owner. It moves mail to “RSS Feeds”, where nobody looks.",
                ItemOutcome.REMOVED);
        removal("inbox-rules", new ItemKey("inbox-rule", "15394"), "delete inbox-rule: Junk E-Mail Rule.");
        item(
                "inbox-rule",
                "..",
                "inbox-rules",
                dev.cordon.procedure.Verdict.MALICIOUS,
                "It looks for mail about money and takes it out of sight or out of the house.",
                ItemOutcome.REMOVED);
        item(
                "inbox-rule",
                "Invoices",
                "inbox-rules",
                dev.cordon.procedure.Verdict.BENIGN,
                "It neither hides mail nor sends it away.",
                ItemOutcome.KEPT);
        step("inbox-rules", "Inbox rules", 14);
        item(
                "forwarding",
                "drop@mail.example",
                "forwarding",
                dev.cordon.procedure.Verdict.MALICIOUS,
                "All mail is forwarded out of the organisation, to “drop@mail.example”.",
                ItemOutcome.REMOVED);
        step("forwarding", "Forwarding", 8);
        item(
                "delegate",
                "bo.lund@contoso.example",
                "delegates",
                dev.cordon.procedure.Verdict.REVIEW,
                "An attacker was in this account, and Exchange does not say since when this right exists.",
                ItemOutcome.KEPT);
        item(
                "remote-domain",
                "Default",
                "delegates",
                dev.cordon.procedure.Verdict.BENIGN,
                "It neither sends mail out nor was it changed during the attack.",
                ItemOutcome.KEPT);
        end(
                "delegates",
                new StepOutcome.Partial(
                        List.of(),
                        List.of("bo.lund@contoso.example"),
                        List.of(proof("Delegates")),
                        "1 needs a person's decision",
                        "Ask the user and decide."),
                3_000);
        step("consents", "Consents", 3);
        end("devices", new StepOutcome.NotApplicable("No device is registered."), 900);
        step("final-revoke", "Sessions valid from (signInSessionsValidFromDateTime)", 5);
    }

    private void verify() {
        add(new EngineEntry.StepStarted(new StepId("verify")));
        now = now.plusSeconds(64);
        StepOutcome verified = new StepOutcome.Succeeded(
                List.of(
                        proof("Sign-off, first reading: Sessions valid only from the last revoke on"),
                        proof("Sign-off, first reading: Inbox rules"),
                        proof("Sign-off, second reading: Inbox rules"),
                        proof("Sign-off, second reading: No attacker among interactive sign-ins")),
                "Read twice, a minute apart.");
        add(new EngineEntry.StepEnded(new StepId("verify"), verified, 64_000));
        add(new CaseEntry.ResidualAccess(
                now.plus(Duration.ofMinutes(78)),
                List.of(
                        "Office for the web with Exchange, where nothing tells it of the revoke: until they expire, at most 90 minutes",
                        "OneDrive synchronisation",
                        "third-party applications with own cookies")));
        add(new CaseEntry.LogsThrough("signIns", now.minus(Duration.ofMinutes(15))));
        add(new CaseEntry.TimingMeasured("containedMs", 2_412));
        add(new CaseEntry.RecheckScheduled("after-15-minutes", now.plus(Duration.ofMinutes(15))));
        add(new CaseEntry.RecheckScheduled("after-residual", now.plus(Duration.ofMinutes(83))));
        add(new CaseEntry.TaskOpened("call-user", "Call Anna Berg on a known number" + marker, "the operator", false));
        add(new CaseEntry.NoteAdded("She had clicked a voicemail link on Friday" + marker));
        step("report", "The report lies in the data folder", 1);
    }

    private void step(String id, String what, int seconds) {
        add(new EngineEntry.StepStarted(new StepId(id)));
        now = now.plusSeconds(seconds);
        end(id, new StepOutcome.Succeeded(List.of(proof(what)), "Read back."), seconds * 1000L);
    }

    private void end(String id, StepOutcome outcome, long millis) {
        add(new EngineEntry.StepEnded(new StepId(id), outcome, millis));
    }

    private void effect(String step, String what, EffectOutcome result, String detail) {
        add(new EngineEntry.EffectIntended(
                new StepId(step), step + "/1", what, "anna.berg@contoso.example", List.of(), List.of()));
        now = now.plusSeconds(2);
        add(new EngineEntry.EffectConcluded(
                new StepId(step),
                step + "/1",
                result,
                detail + marker,
                Optional.of("7a7e8a1f-0000-4000-8000-00000000000" + entries.size() % 10),
                Optional.of(ExhibitId.of(3))));
    }

    private void removal(String step, ItemKey key, String what) {
        add(new EngineEntry.EffectIntended(
                new StepId(step), step + "/removal", what, key.id(), List.of(key), List.of(ExhibitId.of(5))));
        now = now.plusSeconds(1);
        add(new EngineEntry.EffectConcluded(
                new StepId(step),
                step + "/removal",
                EffectOutcome.DONE,
                "204 No Content",
                Optional.of("7a7e8a1f-0000-4000-8000-00000000009" + entries.size() % 10),
                Optional.empty()));
    }

    private void item(
            String kind,
            String name,
            String step,
            dev.cordon.procedure.Verdict verdict,
            String reason,
            ItemOutcome outcome) {
        ItemKey key = new ItemKey(kind, kind + "-" + entries.size());
        add(new CaseEntry.ItemFound(
                new StepId(step), key, name + marker, verdict, List.of(reason + marker), Optional.of(ExhibitId.of(5))));
        ItemDecision decision = outcome == ItemOutcome.KEPT ? ItemDecision.KEEP : ItemDecision.REMOVE;
        add(new CaseEntry.ItemDecided(key, decision, Actor.CORDON, "recommended"));
        now = now.plusSeconds(2);
        add(new CaseEntry.ItemConcluded(key, outcome, ""));
    }

    private Proof proof(String what) {
        return new Proof(
                what,
                "not before the request",
                now + marker,
                true,
                now,
                Optional.of("b2f0"),
                Optional.of(ExhibitId.of(7)));
    }

    private void add(JournalEntry entry) {
        long sequence = entries.size() + 1L;
        Digest previous = digest("e" + (sequence - 1));
        entries.add(new Recorded(
                sequence,
                ID,
                now,
                now,
                Actor.person("admin@contoso.example"),
                entry,
                previous,
                digest("e" + sequence)));
    }

    private static Digest digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AttackSummary attack(String marker) {
        List<AttackSummary.Sighting> sightings = new ArrayList<>();
        for (int hour = 20; hour >= 1; hour -= 3) {
            sightings.add(new AttackSummary.Sighting(
                    START.minus(Duration.ofHours(hour)),
                    Verdict.MALICIOUS,
                    "203.0.113.9",
                    "NL",
                    "axios/1.7" + marker,
                    "Office 365 Exchange Online" + marker,
                    true,
                    List.of("It was made by a tool, “axios/1.7”, not by a browser or app that a person uses.")));
        }
        sightings.add(new AttackSummary.Sighting(
                START.minus(Duration.ofHours(50)),
                Verdict.REVIEW,
                "192.0.2.44",
                "FR",
                "Firefox",
                "OfficeHome",
                true,
                List.of("It came from “FR”, a country new for the user.")));
        return new AttackSummary(
                Certainty.ATTACK,
                Optional.of(START.minus(Duration.ofHours(20))),
                "The first sign-in that is the attacker's.",
                "Compared with 180 usual sign-ins over 29 days.",
                sightings,
                List.of("203.0.113.9"),
                List.of(
                        new Coverage(
                                "signIns",
                                START.minus(Duration.ofDays(30)),
                                Optional.of(START.minus(Duration.ofMinutes(15))),
                                181,
                                Optional.empty()),
                        new Coverage(
                                "nonInteractive",
                                START.minus(Duration.ofDays(30)),
                                Optional.empty(),
                                0,
                                Optional.of("Entra ID P1 is missing." + marker))),
                START);
    }

    private ReportSource source() {
        List<Exhibit> exhibits = new ArrayList<>();
        String[] kinds = {"account", "authentication-methods", "inbox-rules", "mailbox", "sign-ins", "directory-audits"
        };
        for (int number = 1; number <= kinds.length; number++) {
            byte[] bytes = ("bytes " + number).getBytes(StandardCharsets.UTF_8);
            exhibits.add(new Exhibit(
                    ExhibitId.of(number),
                    ID,
                    kinds[number - 1],
                    "0d4f3a1e-5b1c-4a7e-9a51-2f6f0c0d7a11",
                    "GET /users" + marker,
                    Optional.of("r"),
                    START,
                    START,
                    "application/json",
                    2048L * number,
                    Digest.sha256(bytes),
                    Digest.sha512(bytes)));
        }
        List<ResponseTarget.Measured> targets =
                ResponseTarget.startOfResponse(
                                IncidentType.COMPROMISED_ACCOUNT, DetectionSource.HIGH_SEVERITY_NOTIFICATION)
                        .stream()
                        .map(target -> target.measure(START.minus(Duration.ofMinutes(11)), Optional.of(START)))
                        .toList();
        return new ReportSource(
                RunState.of(entries),
                entries,
                exhibits,
                new ChainHead(Chain.JOURNAL, entries.size(), digest("journal")),
                new ChainHead(Chain.CUSTODY, 9, digest("custody")),
                attack,
                reconstructed,
                Optional.empty(),
                targets,
                new ReportFrame("0.1.0", "Confidential", Optional.empty(), now.plusSeconds(30)));
    }
}

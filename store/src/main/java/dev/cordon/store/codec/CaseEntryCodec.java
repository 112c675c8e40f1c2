package dev.cordon.store.codec;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The facts about an incident. */
final class CaseEntryCodec {
    private CaseEntryCodec() {}

    static Encoded encode(CaseEntry caseEntry) {
        return switch (caseEntry) {
            case CaseEntry.IncidentOpened entry ->
                IncidentCodec.encode(entry.incident()).as("incident-opened");
            case CaseEntry.ItemFound entry ->
                new Facts()
                        .text("step", entry.step())
                        .object("item", EngineEntryCodec.item(entry.key()))
                        .text("name", entry.name())
                        .word("verdict", entry.verdict())
                        .texts("reasons", entry.reasons())
                        .text("exhibit", entry.exhibit())
                        .as("item-found");
            case CaseEntry.ItemSeen entry ->
                new Facts()
                        .object("item", EngineEntryCodec.item(entry.key()))
                        .text("digest", entry.digest())
                        .as("item-seen");
            case CaseEntry.ItemDecided entry ->
                new Facts()
                        .object("item", EngineEntryCodec.item(entry.key()))
                        .word("decision", entry.decision())
                        .text("by", entry.by())
                        .text("because", entry.because())
                        .as("item-decided");
            case CaseEntry.ItemConcluded entry ->
                new Facts()
                        .object("item", EngineEntryCodec.item(entry.key()))
                        .word("outcome", entry.outcome())
                        .text("detail", entry.detail())
                        .as("item-concluded");
            case CaseEntry.ItemCameBack entry ->
                new Facts()
                        .object("gone", EngineEntryCodec.item(entry.gone()))
                        .object("as", EngineEntryCodec.item(entry.as()))
                        .as("item-came-back");
            case CaseEntry.ItemGivenBack entry ->
                new Facts()
                        .object("item", EngineEntryCodec.item(entry.key()))
                        .object("as", EngineEntryCodec.item(entry.as()))
                        .text("before", entry.before())
                        .texts("differs", entry.differs())
                        .texts("unequal", entry.unequal())
                        .text("detail", entry.detail())
                        .as("item-given-back");
            case CaseEntry.ProofRead entry ->
                new Facts()
                        .text("step", entry.step())
                        .object("proof", OutcomeCodec.encode(entry.proof()))
                        .as("proof-read");
            case CaseEntry.StateChanged entry ->
                new Facts()
                        .word("from", entry.from())
                        .word("to", entry.to())
                        .text("because", entry.because())
                        .as("state-changed");
            case CaseEntry.Deviation entry ->
                new Facts()
                        .text("what", entry.what())
                        .text("who", entry.who())
                        .text("because", entry.because())
                        .as("deviation");
            case CaseEntry.TaskOpened entry ->
                new Facts()
                        .text("id", entry.id())
                        .text("text", entry.text())
                        .text("who", entry.who())
                        .truth("urgent", entry.urgent())
                        .as("task-opened");
            case CaseEntry.TaskClosed entry ->
                new Facts()
                        .text("id", entry.id())
                        .text("because", entry.because())
                        .as("task-closed");
            case CaseEntry.RecheckScheduled entry ->
                new Facts()
                        .text("name", entry.name())
                        .text("dueAt", entry.dueAt())
                        .as("recheck-scheduled");
            case CaseEntry.RecheckDone entry ->
                new Facts()
                        .text("name", entry.name())
                        .truth("clean", entry.clean())
                        .text("detail", entry.detail())
                        .as("recheck-done");
            case CaseEntry.ResidualAccess entry ->
                new Facts()
                        .text("until", entry.until())
                        .texts("channels", entry.channels())
                        .as("residual-access");
            case CaseEntry.MailboxChanged entry ->
                new Facts().text("at", entry.at()).as("mailbox-changed");
            case CaseEntry.ClockCompared entry ->
                new Facts()
                        .text("tenant", entry.tenant())
                        .text("sent", entry.sent())
                        .text("arrived", entry.arrived())
                        .text("tenantMinusMachine", entry.text())
                        .as("clock-compared");
            case CaseEntry.LogsThrough entry ->
                new Facts()
                        .text("source", entry.source())
                        .text("through", entry.through())
                        .as("logs-through");
            case CaseEntry.TimingMeasured entry ->
                new Facts().text("name", entry.name()).number("ms", entry.ms()).as("timing-measured");
            case CaseEntry.IncidentLinked entry ->
                new Facts()
                        .text("other", entry.other())
                        .text("because", entry.because())
                        .as("incident-linked");
            case CaseEntry.ActedByOther entry ->
                new Facts()
                        .text("source", entry.source())
                        .text("event", entry.event())
                        .text("when", entry.when())
                        .text("who", entry.who())
                        .text("what", entry.what())
                        .as("acted-by-other");
            case CaseEntry.NoteAdded entry ->
                new Facts().text("text", entry.text()).as("note-added");
            case CaseEntry.ReportWritten entry ->
                new Facts()
                        .object("paths", texts(entry.paths()))
                        .text("journalHead", entry.journalHead().text())
                        .text("custodyHead", entry.custodyHead().text())
                        .as("report-written");
            case CaseEntry.DraftWritten entry ->
                new Facts()
                        .text("audience", entry.audience())
                        .text("subject", entry.subject())
                        .text("text", entry.text())
                        .as("draft-written");
            case CaseEntry.PassIssued entry ->
                new Facts()
                        .object("item", EngineEntryCodec.item(entry.pass()))
                        .text("usableUntil", entry.usableUntil())
                        .as("pass-issued");
            case CaseEntry.EvidenceImported entry ->
                new Facts()
                        .text("exhibit", entry.exhibit())
                        .text("kind", entry.kind())
                        .number("rows", entry.rows())
                        .number("unique", entry.unique())
                        .number("duplicates", entry.duplicates())
                        .number("unreadable", entry.unreadable())
                        .truth("isFollowed", entry.isFollowed())
                        .as("evidence-imported");
            case CaseEntry.Attributed entry ->
                new Facts()
                        .word("of", entry.of())
                        .text("value", entry.value())
                        .word("to", entry.to())
                        .text("because", entry.because())
                        .as("attributed");
            case CaseEntry.CollectionNoted entry ->
                new Facts().text("text", entry.text()).as("collection-noted");
            case CaseEntry.SignedInAs entry ->
                new Facts()
                        .word("as", entry.kind())
                        .text("tenant", entry.tenant())
                        .text("name", entry.name())
                        .text("objectId", entry.objectId())
                        .as("signed-in-as");
            case CaseEntry.CollectionBegan entry ->
                new Facts()
                        .text("source", entry.source())
                        .text("of", entry.of())
                        .number("round", entry.round())
                        .text("from", entry.from())
                        .text("until", entry.until())
                        .as("collection-began");
            case CaseEntry.CollectionEnded entry ->
                new Facts()
                        .text("source", entry.source())
                        .text("of", entry.of())
                        .number("round", entry.round())
                        .text("from", entry.from())
                        .text("until", entry.until())
                        .text("through", entry.through())
                        .number("rows", entry.rows())
                        .number("different", entry.different())
                        .number("unreadable", entry.unreadable())
                        .word("outcome", entry.outcome())
                        .text("reason", entry.reason())
                        .text("againAt", entry.againAt())
                        .truth("bounded", entry.bounded())
                        .as("collection-ended");
            case CaseEntry.AccessGivenBack entry ->
                new Facts()
                        .text("since", entry.since())
                        .text("how", entry.how())
                        .as("access-given-back");
            case CaseEntry.OfCampaign entry -> CampaignCodec.encode(entry);
        };
    }

    static Optional<CaseEntry> decode(String kind, FactReader facts) {
        CaseEntry entry = switch (kind) {
            case "incident-opened" -> new CaseEntry.IncidentOpened(IncidentCodec.decode(facts));
            case "item-found" -> itemFound(facts);
            case "item-decided" ->
                new CaseEntry.ItemDecided(
                        item(facts),
                        facts.word("decision", ItemDecision.class),
                        facts.value("by", OutcomeCodec::actor),
                        facts.text("because"));
            case "item-concluded" ->
                new CaseEntry.ItemConcluded(
                        item(facts), facts.word("outcome", ItemOutcome.class), facts.text("detail"));
            case "item-came-back" ->
                new CaseEntry.ItemCameBack(
                        EngineEntryCodec.item(facts.object("gone")), EngineEntryCodec.item(facts.object("as")));
            case "item-given-back" ->
                new CaseEntry.ItemGivenBack(
                        item(facts),
                        EngineEntryCodec.item(facts.object("as")),
                        facts.value("before", ExhibitId::new),
                        facts.texts("differs"),
                        facts.textsIfThere("unequal"),
                        facts.text("detail"));
            case "proof-read" ->
                new CaseEntry.ProofRead(EngineEntryCodec.step(facts), OutcomeCodec.decodeProof(facts.object("proof")));
            case "state-changed" ->
                new CaseEntry.StateChanged(
                        facts.word("from", IncidentState.class),
                        facts.word("to", IncidentState.class),
                        facts.text("because"));
            case "deviation" -> new CaseEntry.Deviation(facts.text("what"), facts.text("who"), facts.text("because"));
            case "task-opened" ->
                new CaseEntry.TaskOpened(
                        facts.text("id"), facts.text("text"), facts.text("who"), facts.truthIfThere("urgent"));
            case "task-closed" -> new CaseEntry.TaskClosed(facts.text("id"), facts.text("because"));
            case "recheck-scheduled" -> new CaseEntry.RecheckScheduled(facts.text("name"), facts.instant("dueAt"));
            case "recheck-done" ->
                new CaseEntry.RecheckDone(facts.text("name"), facts.truth("clean"), facts.text("detail"));
            case "residual-access" -> new CaseEntry.ResidualAccess(facts.instant("until"), facts.texts("channels"));
            case "mailbox-changed" -> new CaseEntry.MailboxChanged(facts.instant("at"));
            case "clock-compared" ->
                new CaseEntry.ClockCompared(facts.instant("tenant"), facts.instant("sent"), facts.instant("arrived"));
            case "logs-through" -> new CaseEntry.LogsThrough(facts.text("source"), facts.instant("through"));
            case "timing-measured" -> new CaseEntry.TimingMeasured(facts.text("name"), facts.number("ms"));
            case "incident-linked" ->
                new CaseEntry.IncidentLinked(new IncidentId(facts.text("other")), facts.text("because"));
            case "item-seen" -> new CaseEntry.ItemSeen(item(facts), facts.text("digest"));
            case "acted-by-other" ->
                new CaseEntry.ActedByOther(
                        facts.text("source"),
                        facts.text("event"),
                        facts.instant("when"),
                        facts.text("who"),
                        facts.text("what"));
            case "note-added" -> new CaseEntry.NoteAdded(facts.text("text"));
            case "report-written" ->
                new CaseEntry.ReportWritten(
                        facts.object("paths").textMap(),
                        CustodyCodec.head(facts, "journalHead"),
                        CustodyCodec.head(facts, "custodyHead"));
            case "draft-written" ->
                new CaseEntry.DraftWritten(facts.text("audience"), facts.text("subject"), facts.text("text"));
            case "pass-issued" -> new CaseEntry.PassIssued(item(facts), facts.instant("usableUntil"));
            case "evidence-imported" ->
                new CaseEntry.EvidenceImported(
                        facts.value("exhibit", ExhibitId::new),
                        facts.text("kind"),
                        facts.number("rows"),
                        facts.number("unique"),
                        facts.number("duplicates"),
                        facts.number("unreadable"),
                        facts.truthIfThere("isFollowed"));
            case "attributed" ->
                new CaseEntry.Attributed(
                        facts.word("of", TraceKind.class),
                        facts.text("value"),
                        facts.word("to", Party.class),
                        facts.text("because"));
            case "collection-noted" -> new CaseEntry.CollectionNoted(facts.text("text"));
            case "signed-in-as" ->
                new CaseEntry.SignedInAs(
                        facts.word("as", CaseEntry.SignedInAs.Kind.class),
                        facts.text("tenant"),
                        facts.text("name"),
                        facts.text("objectId"));
            case "collection-began" ->
                new CaseEntry.CollectionBegan(
                        facts.text("source"),
                        facts.text("of"),
                        Math.toIntExact(facts.number("round")),
                        facts.instant("from"),
                        facts.instant("until"));
            case "collection-ended" -> collectionEnded(facts);
            case "access-given-back" -> new CaseEntry.AccessGivenBack(facts.instant("since"), facts.text("how"));
            default -> CampaignCodec.decode(kind, facts).orElse(null);
        };
        return Optional.ofNullable(entry);
    }

    private static CaseEntry.CollectionEnded collectionEnded(FactReader facts) {
        return new CaseEntry.CollectionEnded(
                facts.text("source"),
                facts.text("of"),
                Math.toIntExact(facts.number("round")),
                facts.instant("from"),
                facts.instant("until"),
                facts.optionalValue("through", Instant::parse),
                facts.number("rows"),
                facts.number("different"),
                facts.number("unreadable"),
                facts.word("outcome", CollectionOutcome.class),
                facts.text("reason"),
                facts.optionalValue("againAt", Instant::parse),
                facts.truthIfThere("bounded"));
    }

    private static CaseEntry.ItemFound itemFound(FactReader facts) {
        return new CaseEntry.ItemFound(
                EngineEntryCodec.step(facts),
                item(facts),
                facts.text("name"),
                facts.word("verdict", Verdict.class),
                facts.texts("reasons"),
                facts.optionalValue("exhibit", ExhibitId::new));
    }

    private static ItemKey item(FactReader facts) {
        return EngineEntryCodec.item(facts.object("item"));
    }

    private static Facts texts(Map<String, String> map) {
        Facts facts = new Facts();
        new TreeMap<>(map).forEach(facts::text);
        return facts;
    }
}

package dev.cordon.report;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The course of an incident from both sides: what the logs say of the attacker, what the journal says of the response. */
public final class IncidentTimeline {
    private IncidentTimeline() {}

    /** Every entry in order of time. Total: any journal is answered. */
    public static List<TimelineEntry> of(List<Recorded> entries, Optional<AttackSummary> attack) {
        List<TimelineEntry> timeline = new ArrayList<>();
        attack.ifPresent(summary -> addSightings(timeline, summary.sightings()));
        told(entries, timeline::add);
        timeline.sort(Comparator.comparing(TimelineEntry::at));
        return List.copyOf(timeline);
    }

    /**
     * What a report shows, in order of time: what the journal says of one thing again and again, each round of a log that is late, is one line with
     * how often, the first and the last time.
     */
    static List<TimelineEntry> milestones(List<Recorded> entries, Optional<AttackSummary> attack) {
        List<TimelineEntry> timeline = new ArrayList<>();
        attack.ifPresent(summary -> addSightings(timeline, summary.sightings()));
        Map<List<String>, List<TimelineEntry>> alike = new LinkedHashMap<>();
        Iterator<Recorded> recorded = entries.iterator();
        told(entries, entry -> {
            List<String> about = about(recorded.next().entry());
            if (!entry.milestone()) {
                return;
            }
            if (about.isEmpty()) {
                timeline.add(entry);
            } else {
                alike.computeIfAbsent(about, none -> new ArrayList<>()).add(entry);
            }
        });
        alike.values().forEach(lines -> timeline.add(gathered(lines)));
        timeline.sort(Comparator.comparing(TimelineEntry::at));
        return List.copyOf(timeline);
    }

    /** Tells each entry of the journal, in its order. */
    private static void told(List<Recorded> entries, Consumer<TimelineEntry> listener) {
        Map<ItemKey, String> names = firstNames(entries);
        for (Recorded recorded : entries) {
            if (recorded.entry() instanceof CaseEntry.ItemFound found) {
                names.put(found.key(), found.name());
            }
            listener.accept(
                    recorded.entry() instanceof CaseEntry.ActedByOther act ? others(act) : entry(recorded, names));
        }
    }

    /** What makes two entries the same said again; empty where each is told. */
    private static List<String> about(JournalEntry entry) {
        return switch (entry) {
            case CaseEntry.CollectionEnded ended -> List.of("collected", ended.source(), ended.of());
            case CaseEntry.ActedByOther act -> List.of("others", act.source(), act.who(), act.what());
            case EngineEntry.StepEnded step ->
                List.of("step", step.step().value(), step.outcome().word());
            case EngineEntry _, CaseEntry _, ReviewEntry _ -> List.of();
        };
    }

    /** How it stood at the end, told where it began. */
    private static TimelineEntry gathered(List<TimelineEntry> lines) {
        TimelineEntry last = lines.getLast();
        if (lines.size() == 1) {
            return last;
        }
        Instant first =
                lines.stream().map(TimelineEntry::at).min(Instant::compareTo).orElse(last.at());
        Instant end =
                lines.stream().map(TimelineEntry::at).max(Instant::compareTo).orElse(last.at());
        return new TimelineEntry(
                first,
                last.clock(),
                last.source(),
                last.actor(),
                last.text() + " Said " + lines.size() + " times from " + Words.time(first) + " to " + Words.time(end)
                        + "; here as it stood the last time.",
                last.exhibit(),
                last.lane(),
                last.confidence(),
                true);
    }

    /**
     * A row of a log that was brought into the incident. Whose side it belongs to nobody has judged: it stands with the attacker's, for
     * review.
     *
     * @param isCollected whether Cordon collected it; else somebody brought it by hand
     */
    public static TimelineEntry row(LogRecords.Kept kept, boolean isCollected) {
        LogRecord row = kept.record();
        return new TimelineEntry(
                row.at(),
                "utc-" + Word.of(row.zoneRule()),
                (isCollected ? "collected " : "imported ") + log(row.log()),
                row.actor().isBlank() ? "not named" : row.actor(),
                text(row),
                Optional.of(kept.exhibit()),
                TimelineEntry.Lane.ATTACKER,
                "unknown",
                false);
    }

    private static String text(LogRecord row) {
        StringBuilder text = new StringBuilder(row.operation().isBlank() ? "(no operation)" : row.operation());
        part(text, isOfAnAudit(row) ? " of " : " to ", row.object());
        part(text, isOfAnAudit(row) ? " in " : " with ", row.workload());
        part(text, " from ", row.address());
        part(text, " by ", row.userAgent());
        part(text, ", session ", row.session());
        text.append(": ")
                .append(outcome(row))
                .append(". Row ")
                .append(row.row())
                .append('.');
        return text.toString();
    }

    private static String log(LogRecord.Log log) {
        return switch (log) {
            case AUDIT_LOG -> "audit log";
            case SIGN_INS -> "sign-in log";
            case MESSAGE_TRACE -> "message trace";
            case DIRECTORY_AUDIT -> "directory audit";
            case RISK_DETECTIONS -> "risk detection";
            case ALERTS -> "alert";
        };
    }

    private static boolean isOfAnAudit(LogRecord row) {
        return switch (row.log()) {
            case AUDIT_LOG, DIRECTORY_AUDIT, RISK_DETECTIONS, ALERTS -> true;
            case SIGN_INS, MESSAGE_TRACE -> false;
        };
    }

    private static void part(StringBuilder text, String before, String value) {
        text.append(value.isBlank() ? "" : before + value);
    }

    /** Of a refused sign-in the audit log may say that writing the row succeeded: there its name decides. */
    private static boolean isRefusedSignIn(LogRecord row) {
        return row.operation().strip().equalsIgnoreCase("UserLoginFailed")
                || (row.log() == LogRecord.Log.SIGN_INS && row.outcome() == LogRecord.Outcome.FAILED);
    }

    private static boolean isJudgement(LogRecord row) {
        return switch (row.log()) {
            case RISK_DETECTIONS, ALERTS -> true;
            case AUDIT_LOG, SIGN_INS, MESSAGE_TRACE, DIRECTORY_AUDIT -> false;
        };
    }

    private static String outcome(LogRecord row) {
        if (isJudgement(row)) {
            return "Microsoft judges " + (row.result().isBlank() ? "and says no more" : row.result());
        }
        String said = row.result().isBlank() ? "" : " (" + row.result() + ")";
        if (isRefusedSignIn(row)) {
            return "REFUSED" + said;
        }
        return switch (row.outcome()) {
            case SUCCEEDED -> "succeeded" + said;
            case FAILED -> "failed" + said;
            case PARTIAL -> "in part" + said;
            case CONTRADICTORY -> "the row contradicts itself, its result says " + row.result();
            case NOT_SAID -> "whether it worked is not said" + said;
        };
    }

    /** Sign-ins from one place are one line, so that a token refreshed hourly does not bury the rest. */
    private static void addSightings(List<TimelineEntry> timeline, List<AttackSummary.Sighting> sightings) {
        Map<List<String>, List<AttackSummary.Sighting>> places = new LinkedHashMap<>();
        for (AttackSummary.Sighting sighting : sightings) {
            String program = sighting.succeeded() ? sighting.program() : "";
            List<String> place =
                    List.of(sighting.address(), program, Word.of(sighting.verdict()), "" + sighting.succeeded());
            places.computeIfAbsent(place, none -> new ArrayList<>()).add(sighting);
        }
        places.values().forEach(place -> timeline.add(sighting(place)));
    }

    /** Whoever was refused tries with every program he has: they are one line. */
    private static String programs(List<AttackSummary.Sighting> place) {
        List<String> programs = place.stream()
                .map(AttackSummary.Sighting::program)
                .filter(program -> !program.isBlank())
                .distinct()
                .toList();
        return programs.isEmpty()
                ? ""
                : " with " + programs.getFirst()
                        + (programs.size() == 1
                                ? ""
                                : " and " + Words.count(programs.size() - 1, "other program", "other programs"));
    }

    private static TimelineEntry sighting(List<AttackSummary.Sighting> place) {
        AttackSummary.Sighting first = place.getFirst();
        boolean attackers = first.verdict() == Verdict.MALICIOUS;
        StringBuilder text =
                new StringBuilder(first.succeeded() ? "Signed in from " : "REFUSED: tried to sign in from ");
        text.append(first.address().isBlank() ? "an unknown address" : first.address());
        text.append(first.country().isBlank() ? "" : " (" + first.country() + ")");
        text.append(programs(place));
        text.append(first.application().isBlank() ? "" : " to " + first.application());
        if (place.size() > 1) {
            text.append("; ")
                    .append(place.size())
                    .append(" times until ")
                    .append(Words.time(place.getLast().at()))
                    .append(first.succeeded() ? "" : ", and none got in");
        }
        text.append(". ").append(first.reasons().stream().findFirst().orElse(""));
        return new TimelineEntry(
                first.at(),
                "tenant",
                "sign-in log",
                attackers ? "the attacker" : "unknown, for review",
                text.toString().strip(),
                Optional.empty(),
                TimelineEntry.Lane.ATTACKER,
                attackers ? "likely" : "unknown",
                true);
    }

    /** What a thing is called before it is met; what stands in one place may be called otherwise later, and is then named so. */
    private static Map<ItemKey, String> firstNames(List<Recorded> entries) {
        Map<ItemKey, String> names = new HashMap<>();
        for (Recorded recorded : entries) {
            if (recorded.entry() instanceof CaseEntry.ItemFound found) {
                names.putIfAbsent(found.key(), found.name());
            }
        }
        return names;
    }

    private static TimelineEntry entry(Recorded recorded, Map<ItemKey, String> names) {
        Line line = line(recorded.entry(), names);
        return new TimelineEntry(
                recorded.at(),
                "tenant",
                "journal",
                recorded.actor().name(),
                line.text,
                line.exhibit,
                TimelineEntry.Lane.RESPONSE,
                line.confidence,
                line.milestone);
    }

    private static TimelineEntry others(CaseEntry.ActedByOther act) {
        return new TimelineEntry(
                act.when(),
                "tenant",
                Words.log(act.source()),
                act.who(),
                "Neither the user nor we did this: " + act.what() + ".",
                Optional.empty(),
                TimelineEntry.Lane.RESPONSE,
                "confirmed",
                true);
    }

    private static Line line(JournalEntry entry, Map<ItemKey, String> names) {
        return switch (entry) {
            case EngineEntry engine -> engine(engine);
            case CaseEntry fact -> fact(fact, names);
            case ReviewEntry _ -> Line.of("A review of the tenant.", false);
        };
    }

    private static Line engine(EngineEntry entry) {
        return switch (entry) {
            case EngineEntry.RunStarted run ->
                Line.of(
                        run.resumedFrom().isPresent()
                                ? "The response was taken up again after entry "
                                        + run.resumedFrom().get() + "."
                                : "The response began: procedure " + run.procedure() + " " + run.version() + ".",
                        true);
            case EngineEntry.RunEnded run ->
                Line.of(run.interrupted() ? "The run was interrupted in good order." : "The run ended.", false);
            case EngineEntry.StepStarted step -> Line.of("Step " + step.step() + " began.", false);
            case EngineEntry.StepEnded step ->
                Line.of(
                        "Step " + step.step() + ": " + step.outcome().word()
                                + sentence(step.outcome().explanation()),
                        true);
            case EngineEntry.EffectIntended effect -> Line.of("Intended: " + effect.what() + ".", false);
            case EngineEntry.EffectConcluded effect ->
                new Line(
                        "Answered (" + Word.of(effect.result()) + ")" + sentence(effect.detail()),
                        effect.exhibit(),
                        effect.result().isCertain() ? "confirmed" : "unknown",
                        false);
        };
    }

    private static Line fact(CaseEntry entry, Map<ItemKey, String> names) {
        return switch (entry) {
            case CaseEntry.IncidentOpened opened ->
                Line.of(
                        opened.incident().type() == IncidentType.IMPORTED_EVIDENCE
                                ? "The incident was opened for evidence that was brought by hand."
                                : "The incident was opened; detected at "
                                        + Words.time(opened.incident().detectedAt())
                                        + Words.detection(opened.incident().detectedBy()) + ".",
                        true);
            case CaseEntry.ItemFound found ->
                new Line(
                        Words.capital(Words.kind(found.key().kind())) + " “" + found.name() + "” judged "
                                + Word.of(found.verdict()) + ".",
                        found.exhibit(),
                        found.verdict() == dev.cordon.procedure.Verdict.MALICIOUS ? "likely" : "unknown",
                        false);
            case CaseEntry.ItemSeen seen ->
                Line.of(Words.capital(named(seen.key(), names)) + " was met as " + seen.digest() + ".", false);
            case CaseEntry.ItemDecided decided ->
                Line.of(
                        "Decided to " + Word.of(decided.decision()) + " " + named(decided.key(), names)
                                + sentence(decided.because()),
                        false);
            case CaseEntry.ItemConcluded concluded ->
                Line.of(
                        Words.capital(named(concluded.key(), names)) + ": " + Word.of(concluded.outcome())
                                + sentence(concluded.detail()),
                        concluded.outcome().isGone() || concluded.outcome() == ItemOutcome.DISABLED);
            case CaseEntry.ItemCameBack back ->
                Line.of(
                        Words.capital(named(back.gone(), names)) + " came back as "
                                + back.as().id() + ".",
                        true);
            case CaseEntry.ItemGivenBack given ->
                new Line(
                        Words.capital(named(given.key(), names))
                                + (given.unequal().isEmpty() ? ": given back" : ": given back in part")
                                + (given.as().equals(given.key())
                                        ? ""
                                        : " as " + given.as().id())
                                + sentence(given.detail()
                                        + (given.differs().isEmpty()
                                                ? ""
                                                : " Not as before: " + String.join(", ", given.differs()))),
                        Optional.of(given.before()),
                        "confirmed",
                        true);
            case CaseEntry.ProofRead read ->
                new Line(
                        read.proof().what() + ": " + read.proof().actual()
                                + (read.proof().holds() || read.proof().pending() ? "." : ", not as expected."),
                        read.proof().exhibit(),
                        "confirmed",
                        false);
            case CaseEntry.StateChanged changed ->
                Line.of("Now " + Word.of(changed.to()) + sentence(changed.because()), true);
            case CaseEntry.Deviation deviation ->
                Line.of(
                        "Deviation by " + deviation.who() + ": " + deviation.what() + sentence(deviation.because()),
                        true);
            case CaseEntry.TaskOpened task -> Line.of("For " + task.who() + ": " + task.text(), false);
            case CaseEntry.TaskClosed task -> Line.of("Task done" + sentence(task.because()), false);
            case CaseEntry.RecheckScheduled recheck ->
                Line.of("Re-check " + recheck.name() + " is due at " + Words.time(recheck.dueAt()) + ".", false);
            case CaseEntry.RecheckDone recheck ->
                Line.of(
                        "Re-check " + recheck.name() + (recheck.clean() ? ": clean" : ": not clean")
                                + sentence(recheck.detail()),
                        true);
            case CaseEntry.ResidualAccess residual ->
                Line.of("Tokens issued before may work in places until " + Words.time(residual.until()) + ".", true);
            case CaseEntry.MailboxChanged mailbox ->
                Line.of(
                        "Before this response the mailbox was last changed at " + Words.time(mailbox.at()) + ".",
                        false);
            case CaseEntry.ClockCompared clocks ->
                Line.of("The tenant's clock minus this machine's: " + clocks.text() + ".", false);
            case CaseEntry.LogsThrough logs ->
                Line.of(
                        "The log of " + Words.log(logs.source()) + " is complete through " + Words.time(logs.through())
                                + ".",
                        false);
            case CaseEntry.TimingMeasured timing -> Line.of(timing.name() + ": " + timing.ms() + " ms.", false);
            case CaseEntry.IncidentLinked link ->
                Line.of("Linked with incident " + link.other() + ": " + link.because(), true);
            case CaseEntry.ActedByOther act -> Line.of(act.who() + ": " + act.what() + ".", true);
            case CaseEntry.NoteAdded note -> Line.of("Note: " + note.text(), true);
            case CaseEntry.ReportWritten report ->
                Line.of(
                        "Report written: "
                                + String.join(
                                        ", ",
                                        report.paths().keySet().stream()
                                                .sorted()
                                                .toList()) + ".",
                        false);
            case CaseEntry.DraftWritten draft -> Line.of("Message to the " + draft.audience() + " drafted.", false);
            case CaseEntry.PassIssued pass ->
                Line.of(
                        "A one-time pass was made for the user; it works until " + Words.time(pass.usableUntil()) + ".",
                        true);
            case CaseEntry.EvidenceImported brought ->
                new Line(
                        "Imported as " + brought.exhibit() + " (" + brought.kind() + "): "
                                + Words.count(brought.rows(), "row", "rows") + ", "
                                + brought.unique() + " kept, " + brought.duplicates() + " there already, "
                                + brought.unreadable() + " unreadable."
                                + (brought.isFollowed()
                                        ? " The file says that another page follows, which is not in it."
                                        : ""),
                        Optional.of(brought.exhibit()),
                        "confirmed",
                        true);
            case CaseEntry.Attributed said ->
                Line.of(
                        Words.capital(Word.of(said.of())) + " “" + said.value() + "” is " + Words.party(said.to())
                                + ", a person says" + sentence(said.because()),
                        true);
            case CaseEntry.CollectionNoted noted -> Line.of("Collecting logs: " + noted.text(), false);
            case CaseEntry.SignedInAs as ->
                Line.of(
                        switch (as.kind()) {
                            case ADMINISTRATOR -> "Cordon signed in as the administrator " + as.name() + ".";
                            case APPLICATION ->
                                "Cordon signed in as the application " + as.name()
                                        + (as.objectId().isEmpty()
                                                ? "; the object id of its service principal could not be learned."
                                                : ", service principal " + as.objectId() + ".");
                            case UNKNOWN -> "As whom Cordon signed in could not be learned from its access token.";
                        },
                        false);
            case CaseEntry.CollectionBegan begun ->
                Line.of(
                        "Collecting " + begun.source() + " of " + begun.of() + " from " + Words.time(begun.from())
                                + " to "
                                + Words.time(begun.until()) + " began"
                                + (begun.round() == 1 ? "." : ", round " + begun.round() + "."),
                        false);
            case CaseEntry.CollectionEnded ended -> collected(ended);
            case CaseEntry.OfCampaign fact -> Line.of(CampaignWords.of(fact), CampaignWords.isMilestone(fact));
            case CaseEntry.AccessGivenBack back ->
                Line.of(
                        "The account was given back to its user at " + Words.time(back.since()) + sentence(back.how()),
                        true);
        };
    }

    private static Line collected(CaseEntry.CollectionEnded ended) {
        return Line.of(
                "Collected " + ended.source() + " of " + ended.of() + " from " + Words.time(ended.from()) + ": "
                        + Word.of(ended.outcome()).replace('-', ' ')
                        + ended.through()
                                .map(through -> ", complete through " + Words.time(through))
                                .orElse("")
                        + ", " + ended.rows() + " rows, " + ended.different() + " different"
                        + (ended.unreadable() == 0 ? "" : ", " + ended.unreadable() + " unreadable")
                        + sentence(ended.reason())
                        + ended.againAt()
                                .map(again -> " It is asked again at " + Words.time(again) + ".")
                                .orElse(""),
                true);
    }

    private static String named(ItemKey key, Map<ItemKey, String> names) {
        return Words.kind(key.kind()) + " “" + names.getOrDefault(key, key.id()) + "”";
    }

    private static String sentence(String text) {
        return text.isBlank() ? "." : ": " + text + (text.endsWith(".") ? "" : ".");
    }

    /** When the attacker was first seen, or else when the incident was detected. */
    static Instant beginning(ReportSource source) {
        return source.attack()
                .flatMap(summary -> summary.sightings().stream()
                        .map(AttackSummary.Sighting::at)
                        .min(Instant::compareTo))
                .orElse(source.incident().detectedAt());
    }

    private record Line(String text, Optional<ExhibitId> exhibit, String confidence, boolean milestone) {
        static Line of(String text, boolean milestone) {
            return new Line(text, Optional.empty(), "confirmed", milestone);
        }
    }
}

package dev.cordon.cli.respond;

import dev.cordon.cli.desk.Question;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.cli.screen.LiveStep;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Word;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.RunListener;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run on the screen while it happens: a live line for each step, a line for whatever one must know at once. */
public final class RunView implements RunListener {
    private final Screen screen;
    private final Optional<String> label;
    private final Supplier<Procedure> procedure;
    private final Map<StepId, LiveStep> live = new HashMap<>();
    private final Map<ItemKey, String> names = new HashMap<>();
    private final Map<ItemKey, StepId> finders = new HashMap<>();
    private final Set<StepId> removing = ConcurrentHashMap.newKeySet();

    /** @param procedure what is run; asked for when its first step begins */
    public RunView(Screen screen, Supplier<Procedure> procedure) {
        this(screen, procedure, Optional.empty());
    }

    /** One run of several, told apart by {@code label}. */
    RunView(Screen screen, Supplier<Procedure> procedure, Optional<String> label) {
        this.screen = screen;
        this.label = label.map(Printable::line);
        this.procedure = procedure;
    }

    @Override
    public synchronized void recorded(Recorded recorded) {
        switch (recorded.entry()) {
            case EngineEntry entry -> engine(entry);
            case CaseEntry entry -> fact(entry);
            case ReviewEntry _ -> {
                // It belongs to no run.
            }
        }
    }

    /** What tells this run from the others; empty when it is the only one. */
    Optional<String> label() {
        return label;
    }

    /** How many steps are running that may find something to ask about. */
    int removing() {
        return removing.size();
    }

    /** The step that found this waits for the person. */
    synchronized void waits(Question about) {
        LiveStep step = asker(about);
        if (step != null) {
            step.waits();
        }
    }

    /** The person has answered about this. */
    synchronized void goesOn(Question about) {
        LiveStep step = asker(about);
        if (step != null) {
            step.goesOn();
        }
    }

    private @Nullable LiveStep asker(Question about) {
        StepId finder = finders.get(new ItemKey(about.kind(), about.id()));
        return finder == null ? null : live.get(finder);
    }

    private void engine(EngineEntry entry) {
        switch (entry) {
            case EngineEntry.StepStarted(StepId step) -> started(step);
            case EngineEntry.EffectIntended intended -> doing(intended.step(), intended.what());
            case EngineEntry.EffectConcluded concluded ->
                doing(concluded.step(), Word.of(concluded.result()).replace('-', ' ') + ": " + concluded.detail());
            case EngineEntry.StepEnded ended -> ended(ended);
            case EngineEntry.RunStarted _, EngineEntry.RunEnded _ -> {}
        }
    }

    private @Nullable Step known(StepId step) {
        return procedure.get().find(step).orElse(null);
    }

    private void started(StepId step) {
        live.put(step, screen.begin(title(step), budget(step)));
        Step known = known(step);
        if (known != null && !known.destroys().isEmpty()) {
            removing.add(step);
        }
    }

    private void ended(EngineEntry.StepEnded ended) {
        boolean removes = removing.remove(ended.step());
        LiveStep step = live.remove(ended.step());
        if (step == null) {
            step = screen.begin(title(ended.step()), Duration.ZERO);
        }
        String whole = ended.outcome().explanation();
        String why = removes ? counts(whole) : firstSentence(whole);
        step.end(
                CaseSummary.tone(ended.outcome()),
                CaseSummary.words(ended.outcome()) + (why.isBlank() ? "" : ": " + why));
    }

    /** What was seen and removed in every place; what is open stands in the ending. */
    private static String counts(String text) {
        int open = text.indexOf(" Open: ");
        return open < 0 ? text : text.substring(0, open);
    }

    // The whole of it stands in the incident and in the report.
    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 2 ? text : text.substring(0, end + 1);
    }

    private void fact(CaseEntry entry) {
        switch (entry) {
            case CaseEntry.ItemFound found -> found(found);
            case CaseEntry.ItemConcluded concluded -> concluded(concluded.key(), concluded.outcome());
            case CaseEntry.StateChanged(var from, var to, var because) ->
                screen.paragraph(Tone.HEADING, "  " + labelled(Word.of(from) + " -> " + Word.of(to) + ": " + because));
            case CaseEntry.Deviation(var what, var who, var because) ->
                screen.paragraph(Tone.CAUTION, "  " + labelled("Deviation: " + what + " by " + who + ": " + because));
            case CaseEntry.ProofRead(var step, var proof) -> doing(step, "read back " + proof.what());
            case CaseEntry.IncidentOpened(var incident) ->
                screen.line(Tone.HEADING, labelled("Incident " + incident.id()));
            case CaseEntry.ItemGivenBack given
            when given.unequal().isEmpty() -> concluded(given.key(), ItemOutcome.GIVEN_BACK);
            case CaseEntry.ItemGivenBack given ->
                screen.paragraph(
                        Tone.CAUTION,
                        "    "
                                + labelled("given back in part: " + given.key().kind() + " "
                                        + Printable.name(names.getOrDefault(
                                                given.key(), given.key().id()))
                                        + ", not as before: " + String.join(", ", given.unequal())));
            case CaseEntry.AccessGivenBack(var since, var how) ->
                screen.paragraph(
                        Tone.HEADING,
                        "  " + labelled("Given back at " + since.truncatedTo(ChronoUnit.SECONDS) + ": " + how));
            case CaseEntry.ActedByOther(var _, var _, var when, var who, var what) ->
                screen.paragraph(
                        Tone.CAUTION,
                        "  "
                                + labelled("Somebody else acts too: " + Printable.name(who) + ", "
                                        + when.truncatedTo(ChronoUnit.SECONDS) + ": " + what));
            case CaseEntry.OfCampaign.ClickJudged(var user, var result, var variant, var _, var reasons) ->
                screen.paragraph(
                        result == ClickResult.BLOCKED ? Tone.GOOD : Tone.BAD,
                        "    "
                                + labelled(Printable.name(user) + ": " + Word.of(result) + ", " + variant
                                        + (reasons.isEmpty() ? "" : ": " + Printable.line(reasons.getFirst()))));
            case CaseEntry.OfCampaign.NotSeen(var source, var because)
            when !because.isEmpty() ->
                screen.paragraph(Tone.CAUTION, "    " + labelled("not seen: " + source + ": " + because));
            case CaseEntry.OfCampaign _ -> {}
            case CaseEntry.ItemSeen _,
                    CaseEntry.ItemDecided _,
                    CaseEntry.ItemCameBack _,
                    CaseEntry.TaskOpened _,
                    CaseEntry.TaskClosed _,
                    CaseEntry.RecheckScheduled _,
                    CaseEntry.RecheckDone _,
                    CaseEntry.ResidualAccess _,
                    CaseEntry.LogsThrough _,
                    CaseEntry.MailboxChanged _,
                    CaseEntry.ClockCompared _,
                    CaseEntry.TimingMeasured _,
                    CaseEntry.IncidentLinked _,
                    CaseEntry.NoteAdded _,
                    CaseEntry.EvidenceImported _,
                    CaseEntry.Attributed _,
                    CaseEntry.CollectionNoted _,
                    CaseEntry.SignedInAs _,
                    CaseEntry.CollectionBegan _,
                    CaseEntry.CollectionEnded _,
                    CaseEntry.ReportWritten _,
                    CaseEntry.DraftWritten _,
                    CaseEntry.PassIssued _ -> {}
        }
    }

    private void concluded(ItemKey key, ItemOutcome outcome) {
        if (outcome != ItemOutcome.KEPT) {
            Tone tone = switch (outcome) {
                case FAILED, UNKNOWN, STILL_THERE -> Tone.BAD;
                case KEPT, REMOVED, DISABLED, ALREADY_GONE, GIVEN_BACK -> Tone.GOOD;
            };
            String name = names.getOrDefault(key, key.id());
            screen.paragraph(
                    tone, "    " + labelled(Word.of(outcome) + ": " + key.kind() + " " + Printable.name(name)));
        }
    }

    private void found(CaseEntry.ItemFound found) {
        names.put(found.key(), found.name());
        finders.put(found.key(), found.step());
        if (found.verdict() == Verdict.MALICIOUS) {
            screen.paragraph(
                    Tone.BAD,
                    "    "
                            + labelled("found: " + found.key().kind() + " " + Printable.name(found.name())
                                    + (found.reasons().isEmpty()
                                            ? ""
                                            : "  " + found.reasons().getFirst())));
        }
    }

    private void doing(StepId step, String what) {
        LiveStep running = live.get(step);
        if (running != null) {
            running.doing(what);
        }
    }

    private String title(StepId step) {
        Step known = known(step);
        return labelled(known == null ? step.value() : known.instructions().title());
    }

    private String labelled(String text) {
        return label.map(name -> name + ": " + text).orElse(text);
    }

    private Duration budget(StepId step) {
        Step known = known(step);
        return known == null ? Duration.ZERO : known.limits().budget();
    }
}

package dev.cordon.procedure.journal;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.CaseEntry.ActedByOther;
import dev.cordon.procedure.journal.CaseEntry.Deviation;
import dev.cordon.procedure.journal.CaseEntry.DraftWritten;
import dev.cordon.procedure.journal.CaseEntry.IncidentLinked;
import dev.cordon.procedure.journal.CaseEntry.ReportWritten;
import dev.cordon.procedure.journal.CaseEntry.ResidualAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds entries one by one; {@link #state} may be asked at any time. Mutable; for one thread at a time. */
public final class RunFold {
    /** Where what is there is compared with what was decided. */
    private static final StepId SIGN_OFF = new StepId("verify");

    private @Nullable Incident incident;
    private IncidentState state = IncidentState.OPEN;
    private @Nullable Instant stateSince;
    private @Nullable RunProgress run;

    /** Whether the run that is under way carries out another procedure than the incident's: giving back, for example. */
    private boolean isBeside;

    private final Map<StepId, StepProgress> steps = new LinkedHashMap<>();
    private final Map<ItemKey, Item> items = new LinkedHashMap<>();
    private final Map<ItemKey, StepId> finders = new HashMap<>();
    private final Map<String, EffectProgress> effects = new LinkedHashMap<>();
    private final Map<String, OpenTask> openTasks = new LinkedHashMap<>();
    private final Map<String, Recheck> rechecks = new LinkedHashMap<>();
    private @Nullable ResidualAccess residual;
    private final Map<String, Instant> logsThrough = new LinkedHashMap<>();
    private final Map<String, Long> timings = new LinkedHashMap<>();
    private final List<Chronicle.Note> notes = new ArrayList<>();
    private final List<Chronicle.Attribution> attributions = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<DraftWritten> drafts = new ArrayList<>();
    private final List<ReportWritten> reports = new ArrayList<>();
    private final Map<IncidentId, IncidentLinked> links = new LinkedHashMap<>();
    private final Set<String> closedTasks = new LinkedHashSet<>();
    private final Map<ItemKey, Sighting> sightings = new LinkedHashMap<>();
    private @Nullable Instant mailboxChangedAt;
    private final Map<ItemKey, Instant> firstFound = new LinkedHashMap<>();
    private final Set<ItemKey> appeared = new LinkedHashSet<>();
    private final Map<String, ActedByOther> actsOfOthers = new LinkedHashMap<>();
    private final Map<List<String>, LogCollection> collections = new LinkedHashMap<>();
    private final List<Restoration.Period> givenBack = new ArrayList<>();
    private final Map<ItemKey, Instant> passes = new LinkedHashMap<>();
    private final Set<ItemKey> newSince = new LinkedHashSet<>();
    private final CampaignFold campaign = new CampaignFold();
    private long lastSequence;

    /** Takes the next entry of the incident in. Total: an entry that does not fit what came before changes what it can. */
    public void add(Recorded recorded) {
        lastSequence = recorded.sequence();
        switch (recorded.entry()) {
            case EngineEntry entry -> addRun(recorded, entry);
            case CaseEntry entry -> addCase(recorded, entry);
            case ReviewEntry _ -> {
                // It belongs to no incident.
            }
        }
    }

    private void addRun(Recorded recorded, EngineEntry engineEntry) {
        switch (engineEntry) {
            case EngineEntry.RunStarted entry -> {
                isBeside = run != null && !run.procedure().equals(entry.procedure());
                if (!isBeside) {
                    run = new RunProgress(
                            entry.process(),
                            entry.procedure(),
                            entry.version(),
                            recorded.at(),
                            Optional.empty(),
                            run == null ? 1 : run.count() + 1);
                }
            }
            case EngineEntry.RunEnded _ -> {
                if (run != null && !isBeside) {
                    run = new RunProgress(
                            run.process(),
                            run.procedure(),
                            run.version(),
                            run.startedAt(),
                            Optional.of(recorded.at()),
                            run.count());
                }
            }
            case EngineEntry.StepStarted entry ->
                steps.put(entry.step(), StepFold.started(step(entry.step()), recorded.at()));
            case EngineEntry.StepEnded entry ->
                steps.put(entry.step(), StepFold.ended(step(entry.step()), entry, recorded.at()));
            case EngineEntry.EffectIntended entry -> intended(recorded, entry);
            case EngineEntry.EffectConcluded entry ->
                effects.put(entry.key(), StepFold.concluded(effects.get(entry.key()), entry, recorded.at()));
        }
    }

    private void intended(Recorded recorded, EngineEntry.EffectIntended entry) {
        EffectProgress effect = StepFold.intended(effects.get(entry.key()), entry, recorded.at());
        effects.put(entry.key(), effect);
        if (effect.repeated()) {
            steps.put(entry.step(), StepFold.repeated(step(entry.step())));
        }
    }

    private void addCase(Recorded recorded, CaseEntry caseEntry) {
        switch (caseEntry) {
            case CaseEntry.IncidentOpened entry -> {
                incident = entry.incident();
                stateSince = recorded.at();
            }
            case CaseEntry.StateChanged entry -> {
                state = entry.to();
                stateSince = recorded.at();
                if (state == IncidentState.REOPENED) {
                    endGivenBack(recorded.at());
                }
            }
            case CaseEntry.ItemFound entry -> {
                if (isTheUsersNow() && ItemFold.isNew(items.get(entry.key()))) {
                    newSince.add(entry.key());
                }
                if (ItemFold.isNew(items.get(entry.key()))) {
                    firstFound.put(entry.key(), recorded.at());
                    if (isPlaceReviewed(entry.key())) {
                        appeared.add(entry.key());
                    }
                }
                items.put(entry.key(), ItemFold.found(items.get(entry.key()), entry));
                finders.put(entry.key(), entry.step());
            }
            case CaseEntry.ItemSeen entry -> seen(entry, recorded.at());
            case CaseEntry.ItemDecided entry ->
                items.put(
                        entry.key(),
                        ItemFold.known(items.get(entry.key()), entry.key()).decided(entry.decision(), entry.by()));
            case CaseEntry.ItemConcluded entry -> concluded(entry, recorded.at());
            case CaseEntry.ItemCameBack entry ->
                items.put(
                        entry.gone(),
                        ItemFold.known(items.get(entry.gone()), entry.gone()).cameBackAs(entry.as()));
            case CaseEntry.ItemGivenBack entry -> {
                items.put(
                        entry.key(),
                        ItemFold.known(items.get(entry.key()), entry.key()).givenBackAs(entry.as(), entry.unequal()));
                sameAgain(entry, recorded.at());
            }
            case CaseEntry.ProofRead entry ->
                steps.put(entry.step(), StepFold.proven(step(entry.step()), List.of(entry.proof())));
            case CaseEntry.Deviation entry -> deviations.add(entry);
            case CaseEntry.TaskOpened entry ->
                openTasks.put(
                        entry.id(), new OpenTask(entry.id(), entry.text(), entry.who(), recorded.at(), entry.urgent()));
            case CaseEntry.TaskClosed entry -> {
                openTasks.remove(entry.id());
                closedTasks.add(entry.id());
            }
            case CaseEntry.RecheckScheduled entry ->
                rechecks.put(
                        entry.name(), new Recheck(entry.name(), entry.dueAt(), Optional.empty(), Optional.empty(), ""));
            case CaseEntry.RecheckDone entry -> rechecks.put(entry.name(), done(recorded, entry));
            case CaseEntry.ResidualAccess entry -> residual = entry;
            case CaseEntry.MailboxChanged entry -> mailboxChangedAt = entry.at();
            case CaseEntry.LogsThrough entry -> logsThrough.put(entry.source(), entry.through());
            case CaseEntry.TimingMeasured entry -> timings.put(entry.name(), entry.ms());
            case CaseEntry.NoteAdded entry ->
                notes.add(new Chronicle.Note(recorded.at(), recorded.actor(), entry.text()));
            case CaseEntry.Attributed entry ->
                attributions.add(new Chronicle.Attribution(recorded.at(), recorded.actor(), entry));
            case CaseEntry.ClockCompared _ -> {} // told with the evidence
            case CaseEntry.SignedInAs _ -> {} // asked of the journal by whoever reads the tenant's logs
            case CaseEntry.EvidenceImported _ -> {} // its exhibit and its rows speak for themselves
            case CaseEntry.CollectionNoted _ -> {} // told beside the collections
            case CaseEntry.CollectionBegan entry -> collectionBegan(entry);
            case CaseEntry.CollectionEnded entry -> collectionEnded(entry);
            case CaseEntry.IncidentLinked entry -> links.put(entry.other(), entry);
            case CaseEntry.ActedByOther entry -> actsOfOthers.putIfAbsent(entry.event(), entry);
            case CaseEntry.ReportWritten entry -> reports.add(entry);
            case CaseEntry.DraftWritten entry -> drafts.add(entry);
            case CaseEntry.PassIssued entry -> passes.put(entry.pass(), recorded.at());
            case CaseEntry.OfCampaign entry -> campaign.add(entry);
            case CaseEntry.AccessGivenBack entry -> {
                if (!isTheUsersNow()) {
                    givenBack.add(new Restoration.Period(entry.since(), Optional.empty()));
                }
            }
        }
    }

    private void collectionBegan(CaseEntry.CollectionBegan entry) {
        LogCollection before = collections.get(List.of(entry.source(), entry.of()));
        collections.put(
                List.of(entry.source(), entry.of()),
                before == null
                        ? new LogCollection(
                                entry.source(),
                                entry.of(),
                                entry.round(),
                                entry.from(),
                                entry.until(),
                                Optional.empty())
                        : before.began(entry));
    }

    private void collectionEnded(CaseEntry.CollectionEnded entry) {
        LogCollection before = collections.get(List.of(entry.source(), entry.of()));
        LogCollection begun = before == null
                ? new LogCollection(
                        entry.source(), entry.of(), entry.round(), entry.from(), entry.until(), Optional.empty())
                : before;
        collections.put(List.of(entry.source(), entry.of()), begun.ended(entry));
    }

    /** Whether its place was looked at earlier: it was there itself, a thing of its kind had an end, or the sign-off has begun. */
    private boolean isPlaceReviewed(ItemKey key) {
        return items.containsKey(key)
                || steps.containsKey(SIGN_OFF)
                || items.values().stream()
                        .anyMatch(item -> item.key().kind().equals(key.kind())
                                && item.outcome().isPresent());
    }

    private void seen(CaseEntry.ItemSeen entry, Instant at) {
        Sighting before = sightings.get(entry.key());
        sightings.put(
                entry.key(), before == null ? Sighting.first(entry.digest(), at) : before.met(entry.digest(), at));
    }

    /** What was read back equal is what it had been: whatever else is met in its place was changed since. */
    private void sameAgain(CaseEntry.ItemGivenBack entry, Instant at) {
        Sighting before = sightings.get(entry.key());
        sightings.remove(entry.as());
        if (before != null) {
            sightings.put(entry.key(), before.gone(at));
            if (entry.unequal().isEmpty()) {
                sightings.put(entry.as(), before.back(at));
            }
        }
    }

    /** What is made from a reopening on is no longer the user's for its time. */
    private void endGivenBack(Instant at) {
        if (isTheUsersNow()) {
            givenBack.add(new Restoration.Period(givenBack.removeLast().since(), Optional.of(at)));
        }
    }

    private boolean isTheUsersNow() {
        return !givenBack.isEmpty() && givenBack.getLast().until().isEmpty();
    }

    private void concluded(CaseEntry.ItemConcluded entry, Instant at) {
        items.put(
                entry.key(), ItemFold.known(items.get(entry.key()), entry.key()).concluded(entry.outcome()));
        if (entry.outcome().isGone()) {
            sightings.computeIfPresent(entry.key(), (_, before) -> before.gone(at));
            firstFound.remove(entry.key());
            newSince.remove(entry.key());
        }
        StepId finder = finders.get(entry.key());
        if (entry.outcome() == ItemOutcome.REMOVED && finder != null) {
            steps.put(finder, StepFold.removed(step(finder)));
        } else if (entry.outcome() == ItemOutcome.DISABLED && finder != null) {
            steps.put(finder, StepFold.disabled(step(finder)));
        }
    }

    private Recheck done(Recorded recorded, CaseEntry.RecheckDone entry) {
        Recheck scheduled = rechecks.get(entry.name());
        return new Recheck(
                entry.name(),
                scheduled == null ? recorded.at() : scheduled.dueAt(),
                Optional.of(recorded.at()),
                Optional.of(entry.clean()),
                entry.detail());
    }

    private StepProgress step(StepId id) {
        return steps.getOrDefault(id, StepProgress.fresh(id));
    }

    private Map<String, OpenTask> urgentFirst() {
        Map<String, OpenTask> ordered = new LinkedHashMap<>();
        openTasks.values().stream().filter(OpenTask::urgent).forEach(task -> ordered.put(task.id(), task));
        ordered.putAll(openTasks);
        return ordered;
    }

    /** What the incident is after the entries so far. */
    public RunState state() {
        return new RunState(
                Optional.ofNullable(incident),
                state,
                Optional.ofNullable(stateSince),
                Optional.ofNullable(run),
                steps,
                items,
                sightings,
                firstFound,
                appeared,
                Optional.ofNullable(mailboxChangedAt),
                effects,
                urgentFirst(),
                rechecks,
                Optional.ofNullable(residual),
                logsThrough,
                timings,
                new Chronicle(
                        notes,
                        deviations,
                        drafts,
                        reports,
                        List.copyOf(links.values()),
                        closedTasks,
                        List.copyOf(actsOfOthers.values()),
                        attributions,
                        List.copyOf(collections.values())),
                new Restoration(givenBack, passes, newSince),
                campaign.campaign(items),
                lastSequence);
    }
}

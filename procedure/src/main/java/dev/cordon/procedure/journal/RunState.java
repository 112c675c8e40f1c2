package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.CaseEntry.ResidualAccess;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an incident is now: the fold of its journal. Everything that is shown, printed or decided about an incident is read from here.
 *
 * <p>Pure and total: every prefix of a journal folds. Immutable; maps keep the order in which their keys first appeared.
 *
 * @param opened the incident as it was opened; empty before its first entry
 * @param state where it stands
 * @param stateSince since when, tenant time; empty before its first entry
 * @param run the latest run; empty before the first
 * @param steps every step that has started or ended
 * @param items every object met
 * @param sightings what each item that can be changed under its id was like when it was last met, or, where it was read back equal, before it
 *     was taken away; one that was given back only in part counts as gone
 * @param firstFound when each item was first met, or met anew after it was gone; tenant time
 * @param appeared the items that were first met, or met anew, after their place had been reviewed in this response
 * @param mailboxChangedAt when the mailbox had last been changed before our first change; empty while that was not read
 * @param effects every effect by its key
 * @param openTasks what only people can do or confirm, and have not yet; what is urgent first
 * @param rechecks every re-check by its name
 * @param residual until when old tokens could still work; empty while nobody has said
 * @param logsThrough until when each log is complete, tenant time
 * @param timings measured spans in milliseconds of wall time
 * @param chronicle notes, deviations, drafts and reports in order
 * @param restoration how far the account was given back to its user
 * @param campaign the mail that went round and the clicks on it; empty of everything where the incident is about something else
 * @param lastSequence the number of the last entry; 0 before the first
 */
public record RunState(
        Optional<Incident> opened,
        IncidentState state,
        Optional<Instant> stateSince,
        Optional<RunProgress> run,
        Map<StepId, StepProgress> steps,
        Map<ItemKey, Item> items,
        Map<ItemKey, Sighting> sightings,
        Map<ItemKey, Instant> firstFound,
        Set<ItemKey> appeared,
        Optional<Instant> mailboxChangedAt,
        Map<String, EffectProgress> effects,
        Map<String, OpenTask> openTasks,
        Map<String, Recheck> rechecks,
        Optional<ResidualAccess> residual,
        Map<String, Instant> logsThrough,
        Map<String, Long> timings,
        Chronicle chronicle,
        Restoration restoration,
        CampaignProgress campaign,
        long lastSequence) {
    public RunState {
        requireNonNull(opened, "opened is null");
        requireNonNull(state, "state is null");
        requireNonNull(stateSince, "stateSince is null");
        requireNonNull(run, "run is null");
        requireNonNull(mailboxChangedAt, "mailboxChangedAt is null");
        requireNonNull(residual, "residual is null");
        requireNonNull(chronicle, "chronicle is null");
        requireNonNull(restoration, "restoration is null");
        requireNonNull(campaign, "campaign is null");
        steps = copy(steps);
        items = copy(items);
        sightings = copy(sightings);
        firstFound = copy(firstFound);
        appeared = Collections.unmodifiableSet(new LinkedHashSet<>(appeared));
        effects = copy(effects);
        openTasks = copy(openTasks);
        rechecks = copy(rechecks);
        logsThrough = copy(logsThrough);
        timings = copy(timings);
    }

    /** The state before anything was recorded. */
    public static RunState empty() {
        return of(List.of());
    }

    /** Folds an incident's entries, which are in order. */
    public static RunState of(List<Recorded> entries) {
        RunFold fold = new RunFold();
        entries.forEach(fold::add);
        return fold.state();
    }

    /**
     * The incident as it was opened.
     *
     * @throws IllegalStateException when nothing was recorded yet
     */
    public Incident incident() {
        return opened.orElseThrow(() -> new IllegalStateException("the incident has no entries"));
    }

    public Optional<StepProgress> step(StepId step) {
        return Optional.ofNullable(steps.get(step));
    }

    public Optional<Item> item(ItemKey key) {
        return Optional.ofNullable(items.get(key));
    }

    public Optional<EffectProgress> effect(String key) {
        return Optional.ofNullable(effects.get(key));
    }

    /** The re-checks that have not been done, earliest first. */
    public List<Recheck> rechecksDue() {
        return rechecks.values().stream()
                .filter(recheck -> recheck.done().isEmpty())
                .sorted(Comparator.comparing(Recheck::dueAt))
                .toList();
    }

    private static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}

package dev.cordon.response;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.playbooks.undo.GiveBack;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.SealedAnswer;
import dev.cordon.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the sealed copies of an incident's things as they were before they were taken away. One thread. */
final class SealedCopies {
    private final Workspace workspace;
    private final CaseRecord record;
    private final Actor reader;
    private final Map<ExhibitId, SealedAnswer> opened = new HashMap<>();

    SealedCopies(Workspace workspace, CaseRecord record, Actor reader) {
        this.workspace = workspace;
        this.record = record;
        this.reader = reader;
    }

    /**
     * The copy that opened the evidence gate for the removal. What was read later may show the thing disabled; what was disabled, and then
     * deleted by another run, is as the first of the copies shows it.
     */
    Optional<ExhibitId> copyOf(ItemKey key) {
        Optional<ExhibitId> copy = Optional.empty();
        boolean isOver = false;
        for (Recorded recorded : record.entries()) {
            switch (recorded.entry()) {
                case EngineEntry.EffectIntended effect
                when effect.destroys().contains(key) -> {
                    copy = isOver ? first(effect, key) : copy.or(() -> first(effect, key));
                    isOver = false;
                }
                case CaseEntry.ItemConcluded(var item, var outcome, var _)
                when item.equals(key) -> isOver = outcome.isGone();
                case CaseEntry.ItemGivenBack given when given.key().equals(key) -> isOver = true;
                case CaseEntry _, EngineEntry _, ReviewEntry _ -> {}
            }
        }
        return copy.or(() -> record.state().item(key).flatMap(Item::exhibit));
    }

    private static Optional<ExhibitId> first(EngineEntry.EffectIntended effect, ItemKey key) {
        boolean isWhole = effect.exhibits().size() == effect.destroys().size();
        return isWhole
                ? Optional.of(effect.exhibits().get(effect.destroys().indexOf(key)))
                : effect.exhibits().stream().findFirst();
    }

    /** Whether this run or an earlier one took it away itself. */
    boolean wasTaken(ItemKey key) {
        return record.entries().stream()
                .anyMatch(recorded -> recorded.entry() instanceof EngineEntry.EffectIntended effect
                        && effect.destroys().contains(key));
    }

    /** Whether there may be something to give back: it is gone, or disabled, or may be. */
    static boolean mayBeGivenBack(List<Recorded> entries, Item item) {
        return isSettled(item) || isLeft(entries, item);
    }

    /**
     * Whether it may be there otherwise than it was: a call to take it away went through, or may have, and since then it was not seen to be gone
     * or disabled. A rule is disabled before it is deleted, and the second call may be refused, or never come.
     */
    static boolean isLeft(List<Recorded> entries, Item item) {
        Set<String> underWay = new HashSet<>();
        boolean isTouched = false;
        for (Recorded recorded : entries) {
            switch (recorded.entry()) {
                case EngineEntry.EffectIntended effect
                when effect.destroys().contains(item.key()) -> underWay.add(effect.key());
                case EngineEntry.EffectConcluded concluded
                when underWay.contains(concluded.key()) -> {
                    underWay.remove(concluded.key());
                    isTouched |= concluded.result() != EffectOutcome.REFUSED;
                }
                case CaseEntry.ItemConcluded(var key, var outcome, var _)
                when key.equals(item.key()) && outcome.isHarmless() -> {
                    underWay.clear();
                    isTouched = false;
                }
                case CaseEntry.ItemGivenBack given when given.key().equals(item.key()) -> isTouched = false;
                case CaseEntry _, EngineEntry _, ReviewEntry _ -> {}
            }
        }
        return !isSettled(item) && (isTouched || !underWay.isEmpty());
    }

    /** Whether it is known to be gone, disabled, or given back. */
    static boolean isSettled(Item item) {
        return item.outcome()
                .filter(outcome -> outcome.isHarmless() || outcome == ItemOutcome.GIVEN_BACK)
                .isPresent();
    }

    /**
     * The copy and the other answers of the same reading that are needed with it: of each other question the answer that was sealed nearest,
     * and not with a later reading.
     *
     * @throws dev.cordon.evidence.EvidenceDamagedException when one of them is not what was sealed
     */
    List<SealedAnswer> open(ItemKey key, ExhibitId copy, Tenant tenant) {
        Optional<Exhibit> main = workspace.vault().find(copy);
        if (main.isEmpty()) {
            return List.of();
        }
        List<SealedAnswer> answers = new ArrayList<>();
        answers.add(open(main.get(), key));
        beside(main.get(), record.exhibits()).stream()
                .filter(exhibit -> GiveBack.reads(key, tenant, exhibit.source()))
                .forEach(exhibit -> answers.add(open(exhibit, key)));
        return answers;
    }

    /** Of each other question about the same the answer that was sealed nearest, unless it shows a later state. */
    static List<Exhibit> beside(Exhibit main, List<Exhibit> exhibits) {
        List<Exhibit> same = exhibits.stream()
                .filter(other ->
                        other.kind().equals(main.kind()) && other.subject().equals(main.subject()))
                .toList();
        Optional<Exhibit> again = same.stream()
                .filter(other ->
                        other.source().equals(main.source()) && other.id().compareTo(main.id()) > 0)
                .min(Comparator.comparing(Exhibit::id));
        Map<String, Exhibit> nearest = new LinkedHashMap<>();
        same.stream()
                .filter(other -> !other.source().equals(main.source()))
                .filter(other ->
                        again.filter(next -> isLater(other, main, next)).isEmpty())
                .sorted(Comparator.comparingLong(other -> distance(main, other)))
                .forEach(other -> nearest.putIfAbsent(other.source(), other));
        return List.copyOf(nearest.values());
    }

    /** Answers of one reading are sealed side by side in any order, so one between the two readings belongs to the nearer one. */
    private static boolean isLater(Exhibit other, Exhibit main, Exhibit next) {
        if (other.id().compareTo(main.id()) < 0) {
            return false;
        }
        boolean isNearerToNext = distance(other, next) < distance(other, main)
                && between(other, next).compareTo(between(other, main)) < 0;
        return other.id().compareTo(next.id()) > 0 || isNearerToNext;
    }

    private static Duration between(Exhibit one, Exhibit other) {
        return Duration.between(one.acquiredAt(), other.acquiredAt()).abs();
    }

    private static long distance(Exhibit one, Exhibit other) {
        return Math.abs(one.id().sequence() - other.id().sequence());
    }

    private SealedAnswer open(Exhibit exhibit, ItemKey key) {
        return opened.computeIfAbsent(
                exhibit.id(),
                id -> new SealedAnswer(
                        exhibit.source(),
                        Bytes.copyOf(workspace
                                .vault()
                                .open(id, reader.name(), "to give back " + key.kind() + " " + key.id()))));
    }
}

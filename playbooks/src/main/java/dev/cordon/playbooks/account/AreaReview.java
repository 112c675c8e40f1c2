package dev.cordon.playbooks.account;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.decision.Decision;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The review of one area: read, judge, decide, remove, read back. One thread uses it, once.
 *
 * @param <T> the tenant's record of one thing
 */
final class AreaReview<T> {
    private static final String CHANGED = "It was changed after it had been judged: what was decided then is void.";

    private final CaseFile file;
    private final PersistenceArea<T> area;
    private final StepContext context;
    private final List<Proof> proofs = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private int disabled;
    private final Substance substance;

    AreaReview(CaseFile file, PersistenceArea<T> area, StepContext context) {
        this.file = file;
        this.area = area;
        this.context = context;
        this.substance = new Substance(context);
    }

    AreaResult review() throws InterruptedException {
        return switch (Attempt.of(this::fetch)) {
            case Attempt.Unread<List<T>>(Failure failure) -> unread(failure);
            case Attempt.Read<List<T>>(Reading<List<T>> reading) -> review(reading);
        };
    }

    private Reading<List<T>> fetch() {
        return area.fetch(file.containment(), file.account().value());
    }

    private AreaResult unread(Failure failure) {
        String why = area.inWords() + " could not be read: " + failure.meaning() + " " + failure.remedy();
        context.openTask("read-" + area.exhibitKind(), "Not looked at: " + why, "the operator");
        return new AreaResult(false, List.of(), List.of(why), List.of(), why);
    }

    private AreaResult review(Reading<List<T>> reading) throws InterruptedException {
        context.record(new CaseEntry.TaskClosed("read-" + area.exhibitKind(), "read now"));
        Sealing sealing = Sealing.of(context, area.exhibitKind(), file.objectId(), reading);
        List<Reviewed<T>> all = decide(reading.value(), sealing);
        Map<ItemKey, List<ItemKey>> earlier = earlier(all);
        if (reading.isComplete()) {
            concludeVanished(all, earlier.keySet(), reading.completeness());
        }
        all.stream().filter(this::isDisabledToo).forEach(this::concludeDisabled);
        List<Reviewed<T>> toRemove = all.stream()
                .filter(one -> one.decision().remove() && area.isInForce(one.thing()))
                .toList();
        if (toRemove.isEmpty()) {
            proveApproved(reading, sealing, all);
        } else {
            AreaRemoval<T> removal = new AreaRemoval<>(file, area, context);
            removal.remove(toRemove);
            proofs.addAll(removal.proofs());
            open.addAll(removal.open());
            done.addAll(removal.done());
            disabled += removal.disabled();
            toRemove.stream().filter(this::isGone).forEach(this::afterRemoval);
            toRemove.stream().filter(this::isDisabled).forEach(this::decided);
        }
        all.stream().filter(one -> !one.decision().remove()).forEach(this::keep);
        earlier.forEach(this::concludeEarlier);
        giveBackPreference();
        if (!reading.isComplete()) {
            String why = area.inWords() + " could not be read to the end.";
            open.add(why);
            context.openTask("read-" + area.exhibitKind(), "Not looked at whole: " + why, "the operator");
        }
        return new AreaResult(true, done, open, proofs, note(all.size(), reading));
    }

    /** What the removal of a default method changed on the way, in this run or in one that was interrupted. */
    private void giveBackPreference() {
        DefaultMethod defaultMethod = new DefaultMethod(file, context);
        if (area.kinds().contains(ItemKind.AUTHENTICATION_METHOD) && defaultMethod.isOwed()) {
            defaultMethod.giveBack(proofs).ifPresent(open::add);
        }
    }

    private List<Reviewed<T>> decide(List<T> things, Sealing sealing) throws InterruptedException {
        List<Reviewed<T>> all = new ArrayList<>();
        for (Judged<T> one : malicious(things, Judging.of(file, context))) {
            T thing = one.thing();
            Proposal proposal = one.proposal();
            ItemKey key = new ItemKey(Word.of(proposal.kind()), proposal.id());
            Optional<ExhibitId> exhibit = sealing.holding(proposal.ids(), area.marks(thing));
            Optional<Item> before = context.state().item(key).or(() -> Earlier.of(context.state(), area, thing));
            if (before.filter(AreaReview::wasDisabledByUs).isPresent() && !area.isInForce(thing)) {
                all.add(new Reviewed<>(thing, proposal, key, exhibit, disabled(before.get())));
                continue;
            }
            ComeBack.met(context, Item.found(key, proposal.name(), proposal.verdict(), proposal.reasons(), exhibit));
            substance.meet(key, area, thing);
            Optional<Item> standing = one.changed() ? Optional.empty() : before;
            all.add(new Reviewed<>(thing, proposal, key, exhibit, decision(standing, proposal, key)));
        }
        return all;
    }

    /** What an earlier version listed as one item, with its parts that are there now. */
    private Map<ItemKey, List<ItemKey>> earlier(List<Reviewed<T>> all) {
        Map<ItemKey, List<ItemKey>> parts = new LinkedHashMap<>();
        all.forEach(one -> Earlier.of(context.state(), area, one.thing())
                .filter(item -> item.outcome().filter(ItemOutcome::isGone).isEmpty())
                .ifPresent(item -> parts.computeIfAbsent(item.key(), _ -> new ArrayList<>())
                        .add(one.key())));
        return parts;
    }

    /** It became what its parts became: not gone while one of them is there. */
    private void concludeEarlier(ItemKey key, List<ItemKey> parts) {
        ItemOutcome outcome = parts.stream()
                .flatMap(part -> context.state().item(part).flatMap(Item::outcome).stream())
                .filter(became -> !became.isGone())
                .findFirst()
                .orElse(ItemOutcome.REMOVED);
        Optional<ItemOutcome> before = context.state().item(key).flatMap(Item::outcome);
        boolean isKeptAsBefore = outcome == ItemOutcome.KEPT
                && before.filter(was -> was == ItemOutcome.KEPT || was == ItemOutcome.GIVEN_BACK)
                        .isPresent();
        if (!isKeptAsBefore && !before.equals(Optional.of(outcome))) {
            context.conclude(key, outcome, "looked at part by part: " + inWords(parts));
        }
        closeTasks(key, "decided part by part");
    }

    private static String inWords(List<ItemKey> parts) {
        return String.join(", ", parts.stream().map(ItemKey::id).toList());
    }

    private static boolean wasDisabledByUs(Item item) {
        return item.decision() == ItemDecision.REMOVE
                && item.outcome().filter(ItemOutcome.DISABLED::equals).isPresent();
    }

    /** Its last change is ours now, so that it would be judged by what we did to it: what was said of it before stands. */
    private static Decision disabled(Item before) {
        return new Decision(true, before.decidedBy().orElse(Actor.CORDON), "");
    }

    /** A thing with its judgement, and whether it was something else when it was judged before. */
    private record Judged<T>(T thing, Proposal proposal, boolean changed) {}

    /** The things with the worst first: whoever is asked one by one must not wait with them for the harmless ones. */
    private List<Judged<T>> malicious(List<T> things, Judging judging) {
        return things.stream()
                .map(thing -> judged(thing, judging))
                .sorted(Comparator.comparing(one -> one.proposal().verdict()))
                .toList();
    }

    /** What was changed under its id is as new as what was not there. */
    private Judged<T> judged(T thing, Judging judging) {
        Proposal proposal = judging.propose(area, thing);
        if (hasAppeared(thing, proposal.name())) {
            return new Judged<>(thing, judging.proposeAppeared(area, thing), false);
        }
        ItemKey key = new ItemKey(Word.of(proposal.kind()), proposal.id());
        return isChanged(key, thing)
                ? new Judged<>(thing, judging.proposeAppeared(area, thing).forPersonAtLeast(CHANGED), true)
                : new Judged<>(thing, proposal, false);
    }

    /** What is to be removed and is there yet may have been changed by our own half-done removal. */
    private boolean isChanged(ItemKey key, T thing) {
        Optional<Item> known = context.state().item(key);
        boolean isBeingRemoved = known.filter(item -> item.decision() == ItemDecision.REMOVE)
                .flatMap(Item::outcome)
                .filter(outcome -> outcome == ItemOutcome.FAILED || outcome == ItemOutcome.UNKNOWN)
                .isPresent();
        return known.isPresent() && !isBeingRemoved && substance.isChanged(key, area, thing);
    }

    /** Whether it was seen to be gone, or not to be there yet, earlier in this response. */
    private boolean isMadeAnew(T thing) {
        return area.kinds().stream()
                .flatMap(kind -> context.state().item(new ItemKey(Word.of(kind), area.idOf(thing))).stream())
                .flatMap(item -> item.outcome().stream())
                .anyMatch(outcome -> outcome.isGone() || outcome == ItemOutcome.STILL_THERE);
    }

    /** Whether the thing was not there when this place was read earlier: by the snapshot, or by an earlier review of it. */
    private boolean hasAppeared(T thing, String name) {
        if (isMadeAnew(thing)) {
            return true;
        }
        if (new UnlicensedTask(context).wasHidden(area, name)) {
            return false;
        }
        String id = area.idOf(thing);
        Optional<Set<String>> seen = file.seenInSnapshot(area.exhibitKind());
        if (seen.isPresent()) {
            return !seen.get().contains(id);
        }
        List<Item> known = context.state().items().values().stream()
                .filter(item -> kinds().contains(item.key().kind())
                        && area.holds(item.key().id()))
                .toList();
        // A review that was cut off has met the worst only: what it had not come to yet has not appeared since.
        return !known.isEmpty()
                && known.stream().allMatch(item -> item.outcome().isPresent())
                && known.stream()
                        .filter(item ->
                                item.outcome().filter(ItemOutcome::isGone).isEmpty())
                        .noneMatch(item -> item.key().id().equals(id)
                                || area.isPartOf(thing, item.key().id(), item.name()));
    }

    private Set<String> kinds() {
        return area.kinds().stream().map(Word::of).collect(Collectors.toUnmodifiableSet());
    }

    private Decision decision(Optional<Item> before, Proposal proposal, ItemKey key) throws InterruptedException {
        Optional<Decision> stands = before.flatMap(item -> standing(item, proposal));
        if (stands.isPresent()) {
            inherit(key, before, stands.get());
            return stands.get();
        }
        Decision decision = file.decider().decide(proposal);
        context.decide(
                key, decision.remove() ? ItemDecision.REMOVE : ItemDecision.KEEP, decision.by(), decision.because());
        return decision;
    }

    /** What was decided of an item stands for each of the things that it is listed as now. */
    private void inherit(ItemKey key, Optional<Item> from, Decision decision) {
        if (from.filter(item -> !item.key().equals(key)).isPresent()) {
            context.decide(
                    key,
                    decision.remove() ? ItemDecision.REMOVE : ItemDecision.KEEP,
                    decision.by(),
                    "decided when it was listed as " + from.get().key().id());
        }
    }

    private boolean isDisabledToo(Reviewed<T> one) {
        return one.decision().remove() && !area.isInForce(one.thing());
    }

    private boolean isDisabled(Reviewed<T> one) {
        return context.state()
                .item(one.key())
                .flatMap(Item::outcome)
                .filter(ItemOutcome.DISABLED::equals)
                .isPresent();
    }

    private void concludeDisabled(Reviewed<T> one) {
        if (!isDisabled(one)) {
            context.conclude(one.key(), ItemOutcome.DISABLED, "disabled already when it was read");
            done.add(one.proposal().name());
            disabled++;
        }
        decided(one);
    }

    /** What was only disabled may be for a person to delete yet, but it is no longer for him to decide. */
    private void decided(Reviewed<T> one) {
        closeTask("review-", one.key(), "disabled");
    }

    /**
     * A person's decision stands for as long as the thing does. A thing that came back after it was gone is decided anew, unless he wanted it
     * gone and the account is not the user's again.
     */
    private Optional<Decision> standing(Item before, Proposal proposal) {
        boolean cameBack = before.outcome().filter(ItemOutcome::isGone).isPresent();
        boolean mayBeWanted = before.decision() != ItemDecision.REMOVE
                || context.state().restoration().isTheUsersNow();
        if ((cameBack && mayBeWanted) || before.decision() == ItemDecision.UNDECIDED) {
            return Optional.empty();
        }
        boolean remove = before.decision() == ItemDecision.REMOVE && proposal.removable();
        return before.decidedBy()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .map(actor -> new Decision(remove, actor, ""));
    }

    /** Things that an earlier run decided to remove and that are not there any more: gone, whoever did it. */
    private void concludeVanished(List<Reviewed<T>> present, Set<ItemKey> presentInParts, Completeness completeness) {
        Set<String> kinds = kinds();
        List<ItemKey> here = Stream.concat(present.stream().map(Reviewed::key), presentInParts.stream())
                .toList();
        context.state().items().values().stream()
                .filter(item -> kinds.contains(item.key().kind())
                        && area.holds(item.key().id())
                        && !here.contains(item.key()))
                .filter(item -> item.outcome().filter(ItemOutcome::isGone).isEmpty())
                .filter(item -> item.givenBackAs().isEmpty())
                .forEach(item -> {
                    if (area.shows(completeness, item.name())) {
                        concludeVanished(item);
                    } else if (item.decision() == ItemDecision.REMOVE) {
                        open.add("Whether " + item.name() + " is gone was not seen. "
                                + completeness.notLookedAt().orElse(""));
                    }
                });
    }

    private void concludeVanished(Item item) {
        context.conclude(item.key(), ItemOutcome.ALREADY_GONE, "not there any more when read again");
        closeTasks(item.key(), "not there any more when read again");
        if (item.decision() == ItemDecision.REMOVE) {
            done.add(item.name());
        }
    }

    private boolean isGone(Reviewed<T> one) {
        return context.state()
                .item(one.key())
                .flatMap(Item::outcome)
                .filter(ItemOutcome::isGone)
                .isPresent();
    }

    private void afterRemoval(Reviewed<T> one) {
        closeTasks(one.key(), "removed");
        String left = area.leftAfterRemoval(one.thing());
        String task = "after-" + one.key().kind() + "-" + one.key().id();
        if (!left.isEmpty() && !context.state().chronicle().closedTasks().contains(task)) {
            context.openTask(task, left, "the operator");
        }
    }

    private static boolean isGivenBack(Optional<Item> item) {
        return item.flatMap(Item::outcome)
                .filter(ItemOutcome.GIVEN_BACK::equals)
                .isPresent();
    }

    private void closeTasks(ItemKey key, String because) {
        closeTask("remove-", key, because);
        closeTask("review-", key, because);
    }

    private void closeTask(String kind, ItemKey key, String because) {
        String task = kind + key.kind() + "-" + key.id();
        if (context.state().openTasks().containsKey(task)) {
            context.record(new CaseEntry.TaskClosed(task, because));
        }
    }

    private void keep(Reviewed<T> one) {
        if (!isGivenBack(context.state().item(one.key()))) {
            context.conclude(one.key(), ItemOutcome.KEPT, "kept");
        }
        boolean byPerson = one.decision().by().kind() == Actor.Kind.PERSON;
        if (one.proposal().verdict() == Verdict.BENIGN) {
            LiftedDoubt.closeTask(context, one.key());
        }
        Verdict verdict = one.proposal().verdict();
        String name = one.proposal().name();
        if (verdict == Verdict.MALICIOUS && !byPerson) {
            context.openTask(
                    "remove-" + one.key().kind() + "-" + one.key().id(),
                    "Remove by hand: " + name + ". " + byHand(one.thing()),
                    "the operator");
            open.add(name + " is judged malicious and must be removed by hand.");
        } else if (verdict == Verdict.REVIEW && !byPerson) {
            context.openTask(
                    "review-" + one.key().kind() + "-" + one.key().id(),
                    "Decide about " + name + " (" + one.key().kind() + "): it was kept, and may be the attacker's.",
                    "the operator");
            open.add(name + " is for a person to decide and was kept.");
        }
    }

    private String byHand(T thing) {
        return area.byHand(thing);
    }

    private void proveApproved(Reading<List<T>> reading, Sealing sealing, List<Reviewed<T>> all) {
        long unapproved = all.stream()
                .filter(one -> one.proposal().verdict() != Verdict.BENIGN && !isDisabledToo(one))
                .filter(one -> one.decision().by().kind() != Actor.Kind.PERSON)
                .count();
        proofs.add(Proofs.of(
                context,
                reading,
                sealing,
                "Present after the review: " + area.inWords(),
                "only what is kept by a decision",
                (reading.isComplete() ? "" : "not read to the end: ") + all.size() + " seen, " + unapproved
                        + " of them without a decision to keep" + Proofs.notLookedAt(reading),
                unapproved == 0 && reading.isComplete()));
    }

    /** What is disabled is there yet. */
    static String taken(int removed, int disabled) {
        return removed + " removed" + (disabled == 0 ? "" : ", " + disabled + " disabled");
    }

    private String note(int found, Reading<List<T>> reading) {
        String removed = taken(done.size() - disabled, disabled) + (isFirstRound() ? "." : " in this round.");
        if (!reading.isComplete()) {
            return found + " seen in " + area.inWords() + ", which could not be read to the end; " + removed;
        }
        String seen = found == 0 && done.isEmpty()
                ? "None found in " + area.inWords() + "."
                : found + " in " + area.inWords() + "; " + removed;
        return reading.completeness()
                .notLookedAt()
                .map(what -> seen + " " + what)
                .orElse(seen);
    }

    private boolean isFirstRound() {
        return context.state()
                .step(context.step().id())
                .filter(step -> step.attempts() > 1)
                .isEmpty();
    }
}

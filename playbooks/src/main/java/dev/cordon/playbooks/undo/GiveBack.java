package dev.cordon.playbooks.undo;

import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.StepProgress;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives back what a person wants back, place by place. For one run; safe for many threads. */
public final class GiveBack implements StepPerformer {
    /** The name of the procedure file. */
    public static final String PROCEDURE = "undo";

    /** The kind of an item that stands for the account itself. */
    public static final String ACCOUNT = "account";

    /** Its only step. */
    public static final StepId STEP = new StepId("undo");

    private final Tenant tenant;
    private final List<Wanted> things;
    private final Actor by;
    private final String because;
    private final List<Returned> returned = new CopyOnWriteArrayList<>();

    /**
     * A run.
     *
     * @param things what is wanted back
     * @param by who wants it
     * @param because why; may be blank
     */
    public GiveBack(Tenant tenant, List<Wanted> things, Actor by, String because) {
        this.tenant = tenant.in(Lane.CONTAINMENT);
        this.things = List.copyOf(things);
        this.by = by;
        this.because = because;
    }

    /** The performers of the procedure. */
    public Performers performers() {
        return new Performers(Map.of("undo", this));
    }

    /** What became of each thing. Where the step was stopped, or could not read on, that is unknown of the things it has not told of. */
    public List<Returned> returned() {
        Set<ItemKey> told = returned.stream().map(Returned::key).collect(Collectors.toSet());
        Stream<Returned> untold = things.stream()
                .filter(one -> !told.contains(one.key()))
                .map(one -> Returned.without(
                        one,
                        Ending.INDETERMINATE,
                        "The step ended before it was read back what became of it.",
                        "Run undo again: it looks first."));
        return Stream.concat(returned.stream(), untold).toList();
    }

    /** Whether an answer to this question is needed to read the thing's copy. */
    public static boolean reads(ItemKey key, Tenant tenant, String request) {
        return Place.reads(key, tenant, request);
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        String objectId = context.incident().account().objectId();
        long proofsBefore = proofs(context).size();
        switch (Attempt.of(() -> tenant.directory().fetchUser(objectId))) {
            case Attempt.Unread<UserAccount>(Failure failure) -> things.forEach(one -> unread(one, failure));
            case Attempt.Read<UserAccount>(Reading<UserAccount> user) -> giveBack(context, user.value());
        }
        List<Proof> proofs = proofs(context).stream().skip(proofsBefore).toList();
        return outcome(proofs);
    }

    private void giveBack(StepContext context, UserAccount user) throws InterruptedException {
        Map<String, List<Wanted>> byPlace = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Wanted wanted : things) {
            Optional<Place> place = Place.of(wanted.key(), tenant, user);
            if (place.flatMap(Place::returnable).isEmpty()) {
                returned.add(Returned.without(
                        wanted,
                        Ending.CANNOT_BE_GIVEN_BACK,
                        place.map(Place::whyNot).orElse("No call gives it back."),
                        ""));
            } else {
                places.putIfAbsent(place.get().exhibitKind(), place.get());
                byPlace.computeIfAbsent(place.get().exhibitKind(), _ -> new ArrayList<>())
                        .add(wanted);
            }
        }
        GivenBackEntries entries = new GivenBackEntries(context, by, because);
        for (Place place : places.values()) {
            returned.addAll(new PlaceReturn(
                            context, user.objectId(), place, place.returnable().orElseThrow(), entries)
                    .giveBack(byPlace.getOrDefault(place.exhibitKind(), List.of())));
        }
    }

    private void unread(Wanted wanted, Failure failure) {
        CallFailure why = TenantFailures.of(failure);
        returned.add(Returned.without(
                        wanted,
                        Ending.FAILED,
                        "The account could not be read, so nothing was done: " + why.reason(),
                        why.remedy())
                .notPermitted(why.kind() == CallFailure.Kind.NOT_PERMITTED));
    }

    private static List<Proof> proofs(StepContext context) {
        return context.state().step(STEP).map(StepProgress::proofs).orElse(List.of());
    }

    private StepOutcome outcome(List<Proof> proofs) {
        List<String> there = words(true);
        List<String> open = words(false);
        boolean anyDone = returned.stream().anyMatch(one -> one.ending() == Ending.GIVEN_BACK);
        if (returned.isEmpty()) {
            return new StepOutcome.NotApplicable("Nothing was to be given back.");
        }
        if (open.isEmpty()) {
            String note = String.join(" ", there);
            return anyDone
                    ? new StepOutcome.Succeeded(proofs, note)
                    : new StepOutcome.AlreadyInPlace(proofs, Optional.empty(), note);
        }
        String reason = String.join(" ", open);
        String remedy = returned.stream()
                .map(Returned::remedy)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!there.isEmpty()) {
            return new StepOutcome.Partial(there, open, proofs, reason, remedy);
        }
        if (returned.stream().anyMatch(one -> one.ending() == Ending.INDETERMINATE)) {
            return new StepOutcome.Indeterminate(reason, remedy);
        }
        boolean notPermitted = returned.stream().allMatch(Returned::notPermitted);
        return new StepOutcome.Failed(
                reason, remedy, notPermitted ? StepOutcome.Failed.Cause.NOT_PERMITTED : StepOutcome.Failed.Cause.OTHER);
    }

    private List<String> words(boolean isThere) {
        return returned.stream()
                .filter(one -> one.ending().isThere() == isThere)
                .map(one -> one.name() + " (" + one.key().kind() + "): " + one.detail())
                .toList();
    }
}

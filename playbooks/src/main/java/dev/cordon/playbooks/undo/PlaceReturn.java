package dev.cordon.playbooks.undo;

import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gives things of one place back: looks once, gives back what is gone, reads back once for all of them. One thread uses it, once. */
final class PlaceReturn {
    private static final String SCRIPT = "Make it by hand from the sealed copy.";
    private static final String LOOK_AGAIN = "Run undo again: it looks first.";

    private final StepContext context;
    private final String objectId;
    private final Place place;
    private final Returnable returnable;
    private final GivenBackEntries entries;
    private final List<Returned> ended = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    PlaceReturn(StepContext context, String objectId, Place place, Returnable returnable, GivenBackEntries entries) {
        this.context = context;
        this.objectId = objectId;
        this.place = place;
        this.returnable = returnable;
        this.entries = entries;
    }

    /** A thing with its copy read field by field, and the ids of whatever lay beside it then. */
    private record Kept(Wanted wanted, Former before, Set<String> seenBefore) {}

    /** A thing that the call to give it back was made for. */
    private record Sent(Kept kept, Call call) {
        Optional<CallFailure> failure() {
            return call.failure();
        }
    }

    /** What is there, with the exhibits that show it. */
    private record Look(Reading<List<Former>> reading, Sealing sealing) {}

    List<Returned> giveBack(List<Wanted> things) throws InterruptedException {
        List<Kept> kept = things.stream()
                .flatMap(one -> read(one).stream())
                .sorted(Comparator.comparing(one -> one.before().means().getOrDefault("order", "")))
                .toList();
        if (kept.isEmpty()) {
            return ended;
        }
        switch (Attempt.of(this::fetch)) {
            case Attempt.Unread<List<Former>>(Failure failure) -> kept.forEach(one -> unread(one, failure));
            case Attempt.Read<List<Former>>(Reading<List<Former>> reading) -> act(kept, look(reading));
        }
        return ended;
    }

    private Optional<Kept> read(Wanted wanted) {
        List<Former> shown = returnable.read(objectId, wanted.sealed());
        Optional<Former> before = shown.stream()
                .filter(former -> former.id().equals(wanted.key().id()))
                .findFirst();
        if (before.isEmpty() || wanted.copy().isEmpty()) {
            ended.add(Returned.without(
                    wanted, Ending.FAILED, "No sealed copy shows it whole; nothing was done.", "Make it by hand."));
            return Optional.empty();
        }
        if (!before.get().obstacle().isEmpty()) {
            ended.add(Returned.without(
                    wanted, Ending.CANNOT_BE_GIVEN_BACK, before.get().obstacle(), ""));
            return Optional.empty();
        }
        Set<String> ids = shown.stream().map(Former::id).collect(Collectors.toSet());
        return Optional.of(new Kept(wanted, before.get(), ids));
    }

    private Reading<List<Former>> fetch() {
        Reading<?> reading = place.fetch().get();
        return reading.map(any -> returnable.read(
                objectId, reading.answers().stream().map(SealedAnswer::of).toList()));
    }

    private Look look(Reading<List<Former>> reading) {
        return new Look(reading, Sealing.of(context, place.exhibitKind(), objectId, reading));
    }

    private void unread(Kept kept, Failure failure) {
        CallFailure why = TenantFailures.of(failure);
        ended.add(Returned.without(
                        kept.wanted(),
                        Ending.FAILED,
                        "What is there now could not be read, so nothing was done: " + why.reason(),
                        why.remedy())
                .notPermitted(why.kind() == CallFailure.Kind.NOT_PERMITTED));
    }

    private void act(List<Kept> all, Look look) throws InterruptedException {
        List<Sent> sent = new ArrayList<>();
        for (Kept kept : all) {
            Sight sight = sight(kept, look.reading().value(), found);
            switch (sight) {
                case Sight.Same(Former now) -> inPlace(kept, now, look);
                case Sight.Changed(Former now) -> changed(kept, now);
                case Sight.Vanished _ -> vanished(kept, look);
                case Sight.Disabled _ -> sent.add(send(kept, look, () -> returnable.enable(objectId, kept.before())));
                case Sight.Gone _ -> gone(kept, look).ifPresent(sent::add);
            }
        }
        if (!sent.isEmpty()) {
            readBack(sent);
        }
    }

    /** A thing that was matched once stands in the place of no other. */
    private static Sight sight(Kept kept, List<Former> present, Set<String> matched) {
        List<Former> free = present.stream()
                .filter(now -> !matched.contains(now.id())
                        || !kept.before().whenRemoved().isEmpty())
                .toList();
        Sight sight = Sight.of(kept.before(), kept.wanted(), kept.seenBefore(), free);
        if (sight instanceof Sight.Same(Former now)) {
            matched.add(now.id());
        }
        return sight;
    }

    private void inPlace(Kept kept, Former now, Look look) {
        Returned returned = Returned.with(
                kept.wanted(),
                Ending.ALREADY_IN_PLACE,
                entries.keyOf(kept.wanted(), now),
                Sight.changes(kept.before(), now),
                "It was there already, equal in every field that a client can set.");
        prove(kept, look, "there, equal in every field that a client can set", true);
        entries.record(returned, kept.wanted(), look.sealing().holding(List.of(now.id())), List.of());
        ended.add(returned);
    }

    private void changed(Kept kept, Former now) {
        ended.add(Returned.with(
                        kept.wanted(),
                        Ending.CHANGED_SINCE,
                        entries.keyOf(kept.wanted(), now),
                        Sight.changes(kept.before(), now),
                        "What is there in its place differs from the sealed copy: somebody may have changed it since."
                                + " Nothing was done.")
                .todo("Ask whoever it belongs to which of the two is right."));
    }

    private void vanished(Kept kept, Look look) {
        ended.add(
                look.reading().isComplete()
                        ? Returned.without(
                                kept.wanted(),
                                Ending.FAILED,
                                "It was only disabled, and is not there any more; nothing was done.",
                                SCRIPT)
                        : cutOff(kept.wanted()));
    }

    private Returned cutOff(Wanted wanted) {
        return Returned.without(
                wanted,
                Ending.FAILED,
                place.inWords() + " could not be read to the end, so it may be there; nothing was done.",
                "Undo it again when it can be read.");
    }

    private Optional<Sent> gone(Kept kept, Look look) {
        Wanted wanted = kept.wanted();
        if (!look.reading().isComplete()) {
            ended.add(cutOff(wanted));
            return Optional.empty();
        }
        if (entries.wasGivenBack(wanted) && !wanted.named()) {
            ended.add(Returned.without(
                    wanted,
                    Ending.CHANGED_SINCE,
                    "It was given back before and is gone again: somebody removed it since. Nothing was done.",
                    "Name it with --item to give it back once more."));
            return Optional.empty();
        }
        return Optional.of(send(kept, look, () -> returnable.giveBack(objectId, kept.before())));
    }

    private Sent send(Kept kept, Look look, Supplier<Receipt> call) {
        EffectResult<Receipt> result =
                context.carryOut(effect(kept.wanted()), () -> TenantFailures.answered(call.get()));
        Optional<Former> left = look.reading().value().stream()
                .filter(now -> now.id().equals(kept.before().id()))
                .findFirst();
        return new Sent(
                kept,
                switch (result) {
                    case EffectResult.Done<Receipt>(Receipt receipt, boolean _) -> Call.accepted(left, receipt);
                    case EffectResult.Refused<Receipt>(CallFailure failure) -> Call.failed(left, failure);
                    case EffectResult.Unknown<Receipt>(CallFailure failure) -> Call.failed(left, failure);
                });
    }

    private Effect effect(Wanted wanted) {
        String name = "give-back " + wanted.key().kind() + " " + wanted.key().id();
        long times = context.state().effects().keySet().stream()
                .filter(effect -> effect.startsWith(name + "#"))
                .count();
        return Effect.of(
                name + "#" + (times + 1),
                "give back " + wanted.key().kind() + ": " + wanted.name(),
                wanted.key().id());
    }

    /** Refused calls are looked after as well, without patience: of a change in two calls the first may have gone through. */
    private void readBack(List<Sent> sent) throws InterruptedException {
        boolean isAwaited = sent.stream().anyMatch(PlaceReturn::mayShow);
        Reading<List<Former>> reading;
        try {
            reading = isAwaited ? awaited(sent) : fetch();
        } catch (TenantException e) {
            sent.forEach(one -> unseen(one, TenantFailures.of(e.failure())));
            return;
        }
        Look look = look(reading);
        Map<Sent, Sight> sights = matched(sent, reading.value());
        sent.forEach(one -> conclude(one, sights.getOrDefault(one, new Sight.Gone()), look));
    }

    private Reading<List<Former>> awaited(List<Sent> sent) throws InterruptedException {
        return ReadBack.until(
                this::fetch,
                present -> sent.stream()
                        .filter(PlaceReturn::mayShow)
                        .allMatch(one -> matched(sent, present).get(one) instanceof Sight.Same));
    }

    /** Nobody could look after the call. */
    private void unseen(Sent sent, CallFailure unread) {
        String notRead = "It could not be read back: " + unread.reason();
        ended.add(sent.failure()
                .filter(why -> why.kind() != CallFailure.Kind.UNKNOWN)
                .map(why -> refused(sent, why, why.reason() + " " + notRead))
                .orElseGet(() -> Returned.without(
                        sent.kept().wanted(),
                        Ending.INDETERMINATE,
                        sent.failure().map(CallFailure::reason).orElse("It was accepted.") + " " + notRead,
                        LOOK_AGAIN)));
    }

    private static Returned refused(Sent sent, CallFailure why, String detail) {
        return Returned.without(sent.kept().wanted(), Ending.FAILED, detail, why.remedy())
                .notPermitted(why.kind() == CallFailure.Kind.NOT_PERMITTED);
    }

    private static boolean mayShow(Sent one) {
        return one.failure()
                .filter(why -> why.kind() != CallFailure.Kind.UNKNOWN)
                .isEmpty();
    }

    private Map<Sent, Sight> matched(List<Sent> sent, List<Former> present) {
        Map<Sent, Sight> sights = new LinkedHashMap<>();
        Set<String> matched = new HashSet<>(found);
        sent.forEach(one -> sights.put(one, sight(one.kept(), present, matched)));
        return sights;
    }

    private void conclude(Sent sent, Sight sight, Look look) {
        switch (sight) {
            case Sight.Same(Former now) ->
                there(sent, now, look, Ending.GIVEN_BACK, "read back equal in every field that a client can set");
            case Sight.Changed(Former now)
            when sent.call().made(sent.kept().before(), now) ->
                there(sent, now, look, Ending.PARTIAL, "read back, and not equal in every field that a client can set");
            case Sight.Changed(Former now) -> another(sent, now, look);
            case Sight.Disabled _ -> notThere(sent, look, "there, and disabled");
            case Sight.Gone _, Sight.Vanished _ -> notThere(sent, look, "not there");
        }
    }

    private void there(Sent sent, Former now, Look look, Ending ending, String how) {
        Kept kept = sent.kept();
        String note = kept.before().note();
        // What was read back as it was tells more than an answer that got lost.
        String failed = ending == Ending.GIVEN_BACK
                ? ""
                : sent.failure().map(why -> " " + why.reason()).orElse("");
        Returned returned = Returned.with(
                kept.wanted(),
                ending,
                entries.keyOf(kept.wanted(), now),
                Sight.changes(kept.before(), now),
                "Given back, " + how + "." + (note.isEmpty() ? "" : " " + note) + failed);
        prove(kept, look, how, ending == Ending.GIVEN_BACK);
        entries.record(
                returned,
                kept.wanted(),
                look.sealing().holding(List.of(now.id())),
                List.copyOf(kept.before().settableDifferences(now)));
        ended.add(
                ending == Ending.PARTIAL
                        ? returned.todo("Compare it with the sealed copy and set the rest by hand.")
                        : returned);
    }

    /** Somebody else may have made it or set it so, so it is not decided to be kept. */
    private void another(Sent sent, Former now, Look look) {
        Kept kept = sent.kept();
        String what = "What is there in its place differs from the sealed copy, and nothing shows that this made it: it"
                + " does not count as given back.";
        prove(kept, look, "something in its place that differs", false);
        ended.add(sent.failure()
                .filter(why -> why.kind() != CallFailure.Kind.UNKNOWN)
                .map(why -> refused(sent, why, why.reason() + " " + what))
                .orElseGet(() -> Returned.without(
                        kept.wanted(),
                        Ending.INDETERMINATE,
                        sent.failure().map(CallFailure::reason).orElse("It was accepted.") + " " + what,
                        "Ask who made it so, then run undo again: it looks first."))
                .differing(Sight.changes(kept.before(), now)));
    }

    private void notThere(Sent sent, Look look, String actual) {
        prove(sent.kept(), look, actual, false);
        ended.add(sent.failure()
                .filter(why -> why.kind() != CallFailure.Kind.UNKNOWN)
                .map(why -> refused(sent, why, why.reason()))
                .orElseGet(() -> Returned.without(
                        sent.kept().wanted(),
                        Ending.INDETERMINATE,
                        sent.failure()
                                .map(CallFailure::reason)
                                .orElse("It was accepted and does not show yet when read back."),
                        LOOK_AGAIN)));
    }

    private void prove(Kept kept, Look look, String actual, boolean holds) {
        Proofs.of(
                context,
                look.reading(),
                look.sealing(),
                "Given back: " + kept.wanted().key().kind() + " "
                        + kept.wanted().name(),
                "there, equal in every field that a client can set",
                actual,
                holds);
    }
}

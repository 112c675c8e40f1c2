package dev.cordon.playbooks.account;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.persistence.Removal.RemovalCall;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Removes things of one area and reads back once for all of them. A method that is refused because it is the default goes last, after
 * another one was preferred. One thread uses it, once.
 */
final class AreaRemoval<T> {
    private final CaseFile file;
    private final PersistenceArea<T> area;
    private final StepContext context;
    private final List<Proof> proofs = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private int disabled;

    AreaRemoval(CaseFile file, PersistenceArea<T> area, StepContext context) {
        this.file = file;
        this.area = area;
        this.context = context;
    }

    /** Why a removal did not go through, and whether it may once another default is chosen. */
    private record Refusal(CallFailure failure, boolean isDefaultMethod, List<String> accepted) {
        /** What was done to the thing all the same, for people; empty text where nothing was. */
        String half() {
            return accepted.isEmpty() ? "" : "It was changed (" + String.join(", ", accepted) + "), and not removed. ";
        }
    }

    List<Proof> proofs() {
        return proofs;
    }

    List<String> open() {
        return open;
    }

    List<String> done() {
        return done;
    }

    /** How many of those are there yet, and disabled. */
    int disabled() {
        return disabled;
    }

    void remove(List<Reviewed<T>> things) throws InterruptedException {
        List<RemovalCall<T>> calls = area.removal().calls();
        List<Reviewed<T>> sent = new ArrayList<>();
        List<Reviewed<T>> defaults = new ArrayList<>();
        List<Reviewed<T>> ordered = things.stream()
                .sorted(Comparator.comparing(one -> !area.goesFirst(one.thing())))
                .toList();
        for (Reviewed<T> one : ordered) {
            Optional<Refusal> refusal = send(one, calls);
            if (refusal.isEmpty()) {
                sent.add(one);
            } else if (refusal.get().isDefaultMethod()) {
                defaults.add(one);
            } else {
                failed(one, refusal.get());
            }
        }
        if (!defaults.isEmpty()) {
            new DefaultMethod(file, context).preferASurvivor(ids(things));
        }
        for (Reviewed<T> one : defaults) {
            Optional<Refusal> refusal = send(one, calls);
            refusal.ifPresentOrElse(why -> failed(one, why), () -> sent.add(one));
        }
        readBack(sent);
    }

    private Optional<Refusal> send(Reviewed<T> one, List<RemovalCall<T>> calls) {
        List<String> doneCalls = new ArrayList<>();
        for (RemovalCall<T> call : calls) {
            AtomicBoolean isDefault = new AtomicBoolean();
            EffectResult<Receipt> result = context.carryOut(effect(one, call), () -> {
                try {
                    return TenantFailures.answered(call.call()
                            .carryOut(file.containment(), file.account().value(), one.thing()));
                } catch (TenantException e) {
                    isDefault.set(e.failure().reason() == Failure.Reason.DEFAULT_METHOD);
                    throw e;
                }
            });
            Optional<Refusal> refusal = switch (result) {
                case EffectResult.Done<Receipt> accepted -> Optional.empty();
                case EffectResult.Refused<Receipt>(CallFailure failure) ->
                    Optional.of(new Refusal(failure, isDefault.get(), List.copyOf(doneCalls)));
                // Whether it happened shows only when it is read back.
                case EffectResult.Unknown<Receipt> unknown -> Optional.empty();
            };
            if (refusal.isPresent()) {
                return refusal;
            }
            doneCalls.add(call.word());
        }
        return Optional.empty();
    }

    private Effect effect(Reviewed<T> one, RemovalCall<T> call) {
        ItemKey key = one.key();
        String name = call.word() + " " + key.kind() + " " + key.id();
        long times = context.state().effects().keySet().stream()
                .filter(effect -> effect.startsWith(name + "#"))
                .count();
        Effect effect = Effect.of(
                name + "#" + (times + 1),
                call.word() + " " + key.kind() + ": " + one.proposal().name(),
                key.id());
        return one.exhibit().map(exhibit -> effect.destroying(key, exhibit)).orElseGet(() -> effect.destroying(key));
    }

    private void failed(Reviewed<T> one, Refusal why) {
        String reason = why.half() + why.failure().reason();
        context.conclude(one.key(), ItemOutcome.FAILED, reason);
        context.openTask(
                "remove-" + one.key().kind() + "-" + one.key().id(),
                "Remove " + one.proposal().name() + " (" + one.key().kind() + "): it could not be removed from here. "
                        + reason + " " + why.failure().remedy(),
                "the operator");
        open.add(one.proposal().name() + " was not removed: " + reason + " "
                + why.failure().remedy());
    }

    private void readBack(List<Reviewed<T>> sent) throws InterruptedException {
        Set<String> expectedGone = ids(sent);
        Reading<List<T>> reading = ReadBack.until(
                () -> area.fetch(file.containment(), file.account().value()),
                things -> things.stream()
                        .filter(area::isInForce)
                        .noneMatch(thing -> expectedGone.contains(area.idOf(thing))));
        Set<String> left =
                reading.value().stream().filter(area::isInForce).map(area::idOf).collect(Collectors.toSet());
        Set<String> kept = reading.value().stream()
                .filter(thing -> !area.isInForce(thing))
                .map(area::idOf)
                .collect(Collectors.toSet());
        Sealing sealing = Sealing.of(context, area.exhibitKind(), file.objectId(), reading);
        List<String> back = expectedGone.stream().filter(left::contains).toList();
        List<Reviewed<T>> hidden = sent.stream()
                .filter(one ->
                        !area.shows(reading.completeness(), one.proposal().name()))
                .toList();
        proofs.add(Proofs.of(
                context,
                reading,
                sealing,
                "Present after the removal: " + area.inWords(),
                "gone: " + String.join(", ", expectedGone),
                (back.isEmpty()
                                ? (sent.stream()
                                                        .anyMatch(one -> kept.contains(
                                                                one.key().id()))
                                                ? "disabled; "
                                                : "gone; ")
                                        + left.size() + " left"
                                : "still there: " + String.join(", ", back))
                        + Proofs.notLookedAt(reading),
                back.isEmpty() && hidden.isEmpty() && reading.isComplete()));
        sent.forEach(one -> conclude(one, left, kept, reading.completeness()));
    }

    private void conclude(Reviewed<T> one, Set<String> left, Set<String> kept, Completeness completeness) {
        String name = one.proposal().name();
        if (left.contains(one.key().id())) {
            context.conclude(one.key(), ItemOutcome.FAILED, "still there when read back");
            open.add(name + " is still there after it was removed.");
        } else if (kept.contains(one.key().id())) {
            context.conclude(one.key(), ItemOutcome.DISABLED, "disabled when read back");
            done.add(name);
            disabled++;
        } else if (!area.shows(completeness, name)) {
            String why = "Whether " + name + " is gone was not seen. "
                    + completeness.notLookedAt().orElse("");
            context.conclude(one.key(), ItemOutcome.UNKNOWN, why);
            open.add(why);
        } else {
            context.conclude(one.key(), ItemOutcome.REMOVED, "not there when read back");
            done.add(name);
        }
    }

    private Set<String> ids(List<Reviewed<T>> things) {
        return things.stream().map(one -> one.key().id()).collect(Collectors.toSet());
    }
}

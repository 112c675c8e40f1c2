package dev.cordon.playbooks.restore;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.OwnPass;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.Answered;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.AuthenticationMethods.IssuedPass;
import dev.cordon.tenant.Reading;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Makes a pass that works once within the hour. A user has one pass at most, so a new one replaces whatever there is; a request whose answer
 * was lost is repeated only when somebody says so, because its text is lost with it. Where nobody would see the text, none is made. Safe for
 * many threads.
 */
public final class OneTimePass implements StepPerformer {
    private static final Duration LIFETIME = Duration.ofMinutes(60);
    private static final int MOST_REPEATS = 2;
    private static final String LOST =
            "An earlier request for a one-time pass was sent, and its answer, which alone carries the pass, never"
                    + " came.";

    private final CaseFile file;
    private final Optional<PassKeeper> keeper;
    private final RepeatPolicy repeats;

    public OneTimePass(CaseFile file, Optional<PassKeeper> keeper, RepeatPolicy repeats) {
        this.file = file;
        this.keeper = keeper;
        this.repeats = repeats;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        if (file.card().is(Circumstance.GUEST)) {
            return new StepOutcome.NotApplicable(
                    "A guest signs in at the home organisation, and Microsoft gives guests no one-time pass.");
        }
        if (keeper.isEmpty()) {
            return new StepOutcome.Skipped(
                    "Nobody would have seen the pass, so none was made: run this at a terminal, or with --show-pass.",
                    Actor.CORDON);
        }
        Reading<List<AuthenticationMethod>> present = methods();
        Sealing.of(context, "authentication-methods", file.objectId(), present);
        boolean lost = present.value().stream().anyMatch(method -> OwnPass.isUnanswered(method, context.state()));
        return lost ? repeat(context, keeper.get(), 0, LOST) : issue(context, keeper.get(), 0);
    }

    private Reading<List<AuthenticationMethod>> methods() {
        return file.containment().authenticationMethods().fetchMethods(file.objectId());
    }

    private StepOutcome repeat(StepContext context, PassKeeper to, int repeated, String why)
            throws InterruptedException {
        boolean goesOn =
                repeated < MOST_REPEATS && repeats.repeats("Make a one-time pass? " + why + " A new one replaces it.");
        return goesOn
                ? issue(context, to, repeated + 1)
                : new StepOutcome.Indeterminate(
                        why,
                        "Run 'cordon incident restore " + context.incident().id()
                                + "' again: a new pass replaces the one that may be there.");
    }

    private StepOutcome issue(StepContext context, PassKeeper to, int repeated) throws InterruptedException {
        EffectResult<IssuedPass> result = context.carryOut(
                Effect.of(
                        OwnPass.EFFECT,
                        "Make a one-time pass (Temporary Access Pass) that works for " + LIFETIME.toMinutes()
                                + " minutes",
                        file.objectId()),
                () -> answered(file.containment().authenticationMethods().issuePass(file.objectId(), LIFETIME)));
        return switch (result) {
            case EffectResult.Done<IssuedPass>(IssuedPass pass, boolean _) -> made(context, to, pass);
            case EffectResult.Refused<IssuedPass>(CallFailure failure) -> {
                StepOutcome.Failed failed = failure.asOutcome();
                yield new StepOutcome.Failed(
                        failed.reason(),
                        failed.remedy() + " Without a pass the user enrols anew under your eyes: see the open task.",
                        failed.cause());
            }
            case EffectResult.Unknown<IssuedPass>(CallFailure failure) ->
                repeat(context, to, repeated, failure.reason());
        };
    }

    private static Answered<IssuedPass> answered(IssuedPass pass) {
        return Answered.done(
                pass,
                "accepted with status " + pass.receipt().answers().getLast().status(),
                pass.receipt().answers().getLast().requestId());
    }

    private StepOutcome made(StepContext context, PassKeeper to, IssuedPass pass) throws InterruptedException {
        ItemKey key = OwnPass.key(pass.method());
        context.record(new CaseEntry.PassIssued(key, pass.usableUntil()));
        to.keep(context.incident().id(), pass.text(), pass.usableUntil());
        Reading<List<AuthenticationMethod>> after =
                ReadBack.until(this::methods, methods -> methods.stream().anyMatch(method -> isIt(method, pass)));
        Sealing sealing = Sealing.of(context, "authentication-methods", file.objectId(), after);
        boolean shown = after.value().stream().anyMatch(method -> isIt(method, pass));
        Proof proof = Proofs.of(
                context,
                after,
                sealing,
                "The one-time pass is among the user's methods",
                pass.method().id(),
                shown ? pass.method().id() : "not shown",
                shown);
        putDown(context, key, pass, sealing);
        String until = "It works once, until " + pass.usableUntil().truncatedTo(ChronoUnit.SECONDS) + ".";
        return shown
                ? new StepOutcome.Succeeded(List.of(proof), until)
                : new StepOutcome.Partial(
                        List.of("made"),
                        List.of("read back"),
                        List.of(proof),
                        "The pass was made, and the list of methods does not show it yet. " + until,
                        "Try it; if it does not work, run 'cordon incident restore' again.");
    }

    private static boolean isIt(AuthenticationMethod method, IssuedPass pass) {
        return method.id().equals(pass.method().id());
    }

    private static void putDown(StepContext context, ItemKey key, IssuedPass pass, Sealing sealing) {
        Proposal proposal = OwnPass.proposal(pass.method());
        context.found(Item.found(
                key, proposal.name(), proposal.verdict(), proposal.reasons(), sealing.holding(proposal.ids())));
        context.decide(key, ItemDecision.KEEP, Actor.CORDON, "made for the user's way back");
        context.conclude(key, ItemOutcome.KEPT, "made for the user's way back");
    }
}

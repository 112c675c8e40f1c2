package dev.cordon.playbooks.phishing;

import dev.cordon.investigation.phishing.SafeLinksUrl;
import dev.cordon.playbooks.phishing.SampleShelf.Kept;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.Answered;
import dev.cordon.procedure.engine.Earlier;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.tenant.Submissions;
import dev.cordon.tenant.Submissions.Category;
import dev.cordon.tenant.Submissions.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows Microsoft the mail and its links as phishing, once each, so that its filters learn. */
final class SubmitLure implements StepPerformer {
    /** Links of one mail are told from each other by hand; more than these are of one kit. */
    private static final int MOST_LINKS = 5;

    private final PhishingFile file;

    SubmitLure(PhishingFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        MailScope scope = file.scope(context.state().campaign(), context.now());
        List<Proof> proofs = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        boolean isAnythingKnown = false;
        for (Kept kept : file.samples().kept()) {
            isAnythingKnown = true;
            submit(
                    context,
                    "mail " + kept.messageId(),
                    () -> submissions()
                            .submit(new Submissions.Mail.Content(kept.recipient(), kept.mime()), Category.PHISHING),
                    proofs,
                    notDone);
        }
        for (String url : urls(scope)) {
            isAnythingKnown = true;
            submit(
                    context,
                    "link " + SafeLinksUrl.of(url).defanged(),
                    () -> submissions().submitUrl(url, Category.PHISHING),
                    proofs,
                    notDone);
        }
        return isAnythingKnown
                ? outcome(proofs, notDone)
                : new StepOutcome.NotApplicable(
                        "Neither the mail nor a link is at hand that could be shown to Microsoft.");
    }

    private Submissions submissions() {
        return file.afterContainment().submissions();
    }

    private static List<String> urls(MailScope scope) {
        return scope.lure().links().stream()
                .filter(SafeLinksUrl::isUnwrapped)
                .filter(link -> !link.host().isEmpty())
                .map(SafeLinksUrl::address)
                .distinct()
                .limit(MOST_LINKS)
                .toList();
    }

    private static void submit(
            StepContext context,
            String what,
            Supplier<Submission> submission,
            List<Proof> proofs,
            List<String> notDone) {
        String key = "submit|" + what;
        if (context.earlier(key) instanceof Earlier.Certain(var effect)
                && effect.result()
                        .filter(result -> result != dev.cordon.procedure.journal.EffectOutcome.REFUSED)
                        .isPresent()) {
            proofs.add(context.prove(proof(context, what, effect.detail(), effect.requestId())));
            return;
        }
        EffectResult<Submission> result = context.carryOut(
                Effect.of(key, "Show Microsoft the " + what + " as phishing", what), () -> answered(submission.get()));
        switch (result) {
            case EffectResult.Done<Submission>(Submission taken, var _) ->
                proofs.add(context.prove(
                        proof(context, what, inWords(taken), taken.answer().requestId())));
            case EffectResult.Refused<Submission>(var failure) ->
                notDone.add(what + ": " + failure.reason() + " " + failure.remedy());
            case EffectResult.Unknown<Submission>(var failure) ->
                notDone.add(what + ": " + failure.reason() + " " + failure.remedy());
        }
    }

    private static Answered<Submission> answered(Submission taken) {
        return Answered.done(taken, inWords(taken), taken.answer().requestId());
    }

    private static String inWords(Submission taken) {
        return "submission " + taken.id() + ", " + taken.statusText();
    }

    private static Proof proof(StepContext context, String what, String actual, Optional<String> requestId) {
        return new Proof(
                "Microsoft has the " + what + " as a submission",
                "a submission with an id",
                actual,
                true,
                context.now(),
                requestId,
                Optional.empty());
    }

    private static StepOutcome outcome(List<Proof> proofs, List<String> notDone) {
        String remedy = "Microsoft Defender portal > Submissions takes it by hand; nothing else waits for it.";
        if (notDone.isEmpty()) {
            return new StepOutcome.Succeeded(
                    proofs,
                    proofs.size() + (proofs.size() == 1 ? " thing was" : " things were") + " shown to Microsoft.");
        }
        String words = "Not shown to Microsoft: " + String.join(" ", notDone);
        return proofs.isEmpty()
                ? new StepOutcome.Failed(words, remedy)
                : new StepOutcome.Partial(proofs.stream().map(Proof::what).toList(), notDone, proofs, words, remedy);
    }
}

package dev.cordon.playbooks.phishing;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.tenant.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the copies of the mail out of all mailboxes, softly, so that they can be moved back: by a content search where a person is signed in, else
 * copy by copy. Nothing is removed before a sample of that very mail is sealed and the preview is agreed to.
 */
final class PurgeMail implements StepPerformer {
    private final PhishingFile file;
    private final CampaignConsent consent;

    PurgeMail(PhishingFile file, CampaignConsent consent) {
        this.file = file;
        this.consent = consent;
    }

    /**
     * A copy that is to go.
     *
     * @param copy where it may lie
     * @param key the item that stands for it
     * @param sample the sealed sample of its mail; empty where there is none, and then it stays
     */
    record Target(MailScope.Copy copy, ItemKey key, Optional<ExhibitId> sample) {}

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        MailScope scope = file.scope(context.state().campaign(), context.now());
        List<Target> targets = targets(context, scope);
        if (targets.isEmpty()) {
            return new StepOutcome.NotApplicable(
                    scope.campaign().mails().isEmpty()
                            ? "No mail was found that could be removed."
                            : "No mailbox of the organisation is known to have a copy.");
        }
        List<Target> sealed =
                targets.stream().filter(target -> target.sample().isPresent()).toList();
        if (sealed.isEmpty()) {
            return new StepOutcome.Failed(
                    "No sample of the mail is sealed, so nothing is removed.",
                    "Bring the mail as a file with 'cordon evidence import FILE --incident "
                            + context.incident().id() + "', then resume.");
        }
        boolean agreed = switch (file.tenant().caller().kind()) {
            case ADMINISTRATOR -> new PurgeBySearch(file, consent, context, scope).purge(sealed);
            case APPLICATION -> new PurgeByCopy(file, consent, context).purge(sealed);
        };
        if (!agreed) {
            sealed.forEach(target -> context.decide(
                    target.key(),
                    ItemDecision.KEEP,
                    Actor.person(context.actor().name()),
                    "the preview was not agreed to"));
            return new StepOutcome.Skipped(
                    "The preview was not agreed to: the copies stay where they are.",
                    Actor.person(context.actor().name()));
        }
        return outcome(context, targets);
    }

    /** Each copy as an item, its removal decided; those that are known to be gone are not met anew. */
    private static List<Target> targets(StepContext context, MailScope scope) {
        List<Target> targets = new ArrayList<>();
        for (MailScope.Copy copy : scope.copies()) {
            ItemKey key = key(copy);
            Optional<ExhibitId> sample = KeepSample.of(context.state(), copy.messageId());
            Optional<Item> known = context.state().item(key);
            if (known.filter(item -> CampaignProgress.isGone(item) || item.decision() == ItemDecision.KEEP)
                    .isEmpty()) {
                if (known.isEmpty() || known.get().exhibit().isEmpty()) {
                    context.found(Item.found(
                                    key,
                                    copy.mailbox() + ": " + copy.subject(),
                                    Verdict.MALICIOUS,
                                    List.of("It belongs to the campaign of this incident."),
                                    sample)
                            .decided(ItemDecision.REMOVE, Actor.CORDON));
                }
                targets.add(new Target(copy, key, sample));
            }
        }
        return targets;
    }

    static ItemKey key(MailScope.Copy copy) {
        return new ItemKey(CampaignProgress.MESSAGE, copy.mailbox().toLowerCase(Locale.ROOT) + "|" + copy.messageId());
    }

    private static StepOutcome outcome(StepContext context, List<Target> targets) {
        List<String> done = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        for (Target target : targets) {
            Optional<ItemOutcome> outcome = context.state().item(target.key()).flatMap(Item::outcome);
            if (outcome.filter(ItemOutcome::isGone).isPresent()) {
                done.add(target.copy().mailbox());
            } else {
                notDone.add(target.copy().mailbox()
                        + outcome.map(end ->
                                        " (" + dev.cordon.incident.Word.of(end).replace('-', ' ') + ")")
                                .orElse(" (no sample is sealed)"));
            }
        }
        List<Proof> proofs = context.state().step(context.step().id()).stream()
                .flatMap(step -> step.proofs().stream())
                .toList();
        String words =
                done.size() + (done.size() == 1 ? " copy is" : " copies are") + " gone, as read in the mailboxes.";
        if (notDone.isEmpty() && proofs.stream().anyMatch(Proof::holds)) {
            return new StepOutcome.Succeeded(proofs, words);
        }
        return new StepOutcome.Partial(
                done,
                notDone,
                proofs,
                words + " Not known to be gone: " + String.join(", ", notDone) + ".",
                "The items say why; what failed is tried again by 'cordon incident resume'.");
    }

    /** Whether we come as a person, to whom other people's mailboxes are not shown. */
    static boolean isPerson(Caller caller) {
        return switch (caller.kind()) {
            case ADMINISTRATOR -> true;
            case APPLICATION -> false;
        };
    }
}

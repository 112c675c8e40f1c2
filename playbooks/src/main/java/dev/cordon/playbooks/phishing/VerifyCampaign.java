package dev.cordon.playbooks.phishing;

import dev.cordon.incident.BlockStanding;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.phishing.AccountResponses.Standing;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.tenant.BlockList.Entry;
import dev.cordon.tenant.BlockList.Kind;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailCopies.Copy;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the mailboxes and the block list again and waits for the accounts' responses; says how the incident stands. */
final class VerifyCampaign implements StepPerformer {
    private final PhishingFile file;
    private final AccountResponses responses;

    VerifyCampaign(PhishingFile file, AccountResponses responses) {
        this.file = file;
        this.responses = responses;
    }

    /** What one sign-off finds. One thread. */
    private static final class SignOff {
        private final List<Proof> proofs = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final List<String> cameBack = new ArrayList<>();
        private boolean contained = true;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        SignOff signOff = new SignOff();
        copies(context, signOff);
        blocks(context, signOff);
        accounts(context, signOff);
        scope(context, signOff);
        if (!signOff.cameBack.isEmpty()) {
            return new StepOutcome.Failed(String.join(" ", signOff.cameBack), "It is removed again.");
        }
        return outcome(context, signOff);
    }

    /** Every copy that was met, where it was found once. */
    private void copies(StepContext context, SignOff signOff) throws InterruptedException {
        List<Item> items = context.state().campaign().copies().stream()
                .filter(item -> item.decision() != ItemDecision.KEEP)
                .toList();
        List<MailScope.Copy> copies = items.stream().map(VerifyCampaign::copy).toList();
        if (copies.isEmpty()) {
            return;
        }
        List<Attempt<List<Copy>>> read = Together.all(copies.stream()
                .<Supplier<Attempt<List<Copy>>>>map(copy -> () -> PurgeByCopy.find(file, copy))
                .toList());
        for (int i = 0; i < items.size(); i++) {
            copy(context, signOff, items.get(i), copies.get(i), read.get(i));
        }
    }

    private static MailScope.Copy copy(Item item) {
        String id = item.key().id();
        int bar = id.indexOf('|');
        return new MailScope.Copy(id.substring(0, bar), id.substring(bar + 1), item.name());
    }

    private static void copy(
            StepContext context, SignOff signOff, Item item, MailScope.Copy copy, Attempt<List<Copy>> attempt) {
        attempt.findReading().ifPresent(read -> signOff.proofs.add(PurgeByCopy.proof(context, copy, read)));
        PurgeByCopy.Fate fate = PurgeByCopy.fate(attempt);
        boolean wasGone = CampaignProgress.isGone(item);
        switch (fate.outcome()) {
            case STILL_THERE -> {
                context.conclude(item.key(), ItemOutcome.STILL_THERE, fate.detail());
                signOff.contained = false;
                if (wasGone) {
                    signOff.cameBack.add("A copy is in " + copy.mailbox() + " again.");
                } else {
                    signOff.open.add("A copy is left in " + copy.mailbox() + ".");
                }
            }
            case ALREADY_GONE -> {
                if (!wasGone) {
                    context.conclude(item.key(), ItemOutcome.ALREADY_GONE, fate.detail());
                }
            }
            case UNKNOWN, KEPT, REMOVED, DISABLED, FAILED, GIVEN_BACK -> {
                if (item.outcome().filter(ItemOutcome.UNKNOWN::equals).isEmpty()) {
                    context.conclude(item.key(), ItemOutcome.UNKNOWN, fate.detail());
                }
                signOff.open.add("Whether a copy is left in " + copy.mailbox() + " is not known: " + fate.detail());
            }
        }
    }

    private void blocks(StepContext context, SignOff signOff) {
        for (Kind kind : Kind.values()) {
            List<OfCampaign.Listed> ours = context.state().campaign().listed().stream()
                    .filter(one -> one.list().equals(BlockLure.word(kind)))
                    .filter(one -> one.standing().isInForce() || one.standing() == BlockStanding.UNKNOWN)
                    .toList();
            if (!ours.isEmpty()) {
                blocks(context, signOff, kind, ours);
            }
        }
        context.state().campaign().listed().stream()
                .filter(one -> one.standing() == BlockStanding.FAILED || one.standing() == BlockStanding.ALLOWED)
                .forEach(one -> signOff.open.add(one.value() + " is not blocked: " + one.because()));
    }

    private void blocks(StepContext context, SignOff signOff, Kind kind, List<OfCampaign.Listed> ours) {
        try {
            Reading<List<Entry>> read = file.afterContainment().blockList().fetchEntries(kind);
            Sealing sealing = Sealing.of(
                    context, "tenant-block-list", context.incident().account().objectId(), read);
            for (OfCampaign.Listed one : ours) {
                boolean stands = BlockLure.stands(read.value(), one.value());
                signOff.proofs.add(Proofs.of(
                        context,
                        read,
                        sealing,
                        one.value() + " is on the tenant's list of " + one.list() + "s",
                        "blocked",
                        stands ? "blocked" : "not on the list",
                        stands));
                if (!stands) {
                    signOff.open.add(one.value() + " does not show on the tenant's list.");
                }
            }
        } catch (TenantException e) {
            if (e.failure().reason() == Failure.Reason.INTERRUPTED) {
                throw e;
            }
            signOff.open.add("The list of blocked " + BlockLure.word(kind) + "s could not be read: "
                    + e.failure().meaning());
        }
    }

    private void accounts(StepContext context, SignOff signOff) throws InterruptedException {
        for (Standing standing : responses.await()) {
            signOff.proofs.add(context.prove(new Proof(
                    "The response to " + standing.user(),
                    "verified",
                    standing.state().map(Word::of).orElse("not begun"),
                    standing.isVerified(),
                    context.now(),
                    Optional.empty(),
                    Optional.empty())));
            signOff.contained &= standing.isContained();
            if (!standing.isVerified()) {
                signOff.open.add("The account of " + standing.user() + " is "
                        + standing.state().map(Word::of).orElse("not responded to")
                        + standing.incident()
                                .map(id -> "; see: cordon incident show " + id)
                                .orElse("")
                        + standing.trouble().map(trouble -> ". " + trouble).orElse("."));
            }
        }
        boolean isMissing = context.state()
                .step(PhishingClick.CLICKERS)
                .flatMap(step -> step.outcome())
                .filter(outcome ->
                        outcome instanceof StepOutcome.Failed || outcome instanceof StepOutcome.Indeterminate)
                .isPresent();
        if (isMissing) {
            signOff.contained = false;
            signOff.open.add("Not everybody who clicked could be responded to.");
        }
    }

    /** Without a scope nobody knows whether a copy is left. */
    private static void scope(StepContext context, SignOff signOff) {
        CampaignProgress campaign = context.state().campaign();
        if (campaign.mails().isEmpty()) {
            signOff.open.add("Whom else the mail reached is not known, so nothing of it was removed.");
        }
        if (campaign.clicks().isEmpty()) {
            signOff.contained = false;
            signOff.open.add("Whether anybody reached the page was not judged.");
        }
    }

    private StepOutcome outcome(StepContext context, SignOff signOff) {
        if (signOff.contained) {
            contained(context);
        }
        if (signOff.contained && signOff.open.isEmpty()) {
            verified(context);
            return signOff.proofs.stream().anyMatch(Proof::holds)
                    ? new StepOutcome.Succeeded(signOff.proofs, "Every row of the sign-off was read true.")
                    : new StepOutcome.NotApplicable("There was nothing to remove, to block or to respond to.");
        }
        reopen(context, signOff);
        return new StepOutcome.Partial(
                signOff.proofs.stream()
                        .filter(Proof::holds)
                        .map(Proof::what)
                        .distinct()
                        .toList(),
                signOff.open,
                signOff.proofs,
                String.join(" ", signOff.open),
                "Do by hand what is named, or run 'cordon incident resume' once it can be done.");
    }

    private void contained(StepContext context) {
        IncidentState state = context.state().state();
        if (state == IncidentState.OPEN || state == IncidentState.CONTAINING || state == IncidentState.REOPENED) {
            context.record(
                    new CaseEntry.StateChanged(
                            state,
                            IncidentState.CONTAINED,
                            "Everybody who reached the page, as far as is known, is contained, and no copy is known to be left."));
            if (!context.state().timings().containsKey("contained")) {
                context.record(new CaseEntry.TimingMeasured("contained", file.elapsedMs()));
            }
        }
    }

    private void verified(StepContext context) {
        if (context.state().state() == IncidentState.CONTAINED) {
            context.record(new CaseEntry.StateChanged(
                    IncidentState.CONTAINED,
                    IncidentState.VERIFIED,
                    "The mailboxes hold no copy, the blocks stand, and every response to an account is verified."));
            if (!context.state().timings().containsKey("verified")) {
                context.record(new CaseEntry.TimingMeasured("verified", file.elapsedMs()));
            }
        }
    }

    /** What was verified once and is seen not to be so any more must not go on being called so. */
    private static void reopen(StepContext context, SignOff signOff) {
        IncidentState state = context.state().state();
        boolean isAmiss = !signOff.contained;
        if (isAmiss && (state == IncidentState.VERIFIED || state == IncidentState.WATCHING)) {
            context.record(new CaseEntry.StateChanged(state, IncidentState.REOPENED, signOff.open.getFirst()));
        }
    }
}

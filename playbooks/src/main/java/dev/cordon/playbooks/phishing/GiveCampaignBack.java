package dev.cordon.playbooks.phishing;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.BlockStanding;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.undo.Returned;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.tenant.BlockList.Entry;
import dev.cordon.tenant.BlockList.Kind;
import dev.cordon.tenant.MailCopies.Copy;
import dev.cordon.tenant.MailCopies.Place;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes blocks out of the tenant's list again, and moves copies of a mail back to the folders they lay in. For one run. */
public final class GiveCampaignBack implements StepPerformer {
    /** The kind of a thing that stands for an entry of the block list; its id is the list, a bar and the value. */
    public static final String BLOCK = "block";

    private final Tenant tenant;
    private final List<Item> wanted;
    private final Actor by;
    private final String because;
    private final List<Returned> returned = new CopyOnWriteArrayList<>();

    /**
     * A run.
     *
     * @param wanted copies, and what {@link #block} made
     * @param by who wants it
     * @param because why; may be blank
     */
    public GiveCampaignBack(Tenant tenant, List<Item> wanted, Actor by, String because) {
        this.tenant = tenant;
        this.wanted = List.copyOf(wanted);
        this.by = by;
        this.because = because;
    }

    /** The thing that stands for an entry of the block list. */
    public static ItemKey block(OfCampaign.Listed listed) {
        return new ItemKey(BLOCK, listed.list() + "|" + listed.value());
    }

    /** What became of each, in the order of the work. */
    public List<Returned> returned() {
        return List.copyOf(returned);
    }

    @Override
    public StepOutcome perform(StepContext context) {
        List<Proof> proofs = new ArrayList<>();
        for (Item item : wanted) {
            returned.add(
                    item.key().kind().equals(BLOCK) ? unblock(context, item, proofs) : moveBack(context, item, proofs));
        }
        List<String> done = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        returned.forEach(one -> (one.ending().isThere() ? done : notDone).add(one.name()));
        if (notDone.isEmpty() && proofs.stream().anyMatch(Proof::holds)) {
            return new StepOutcome.Succeeded(proofs, done.size() + " given back.");
        }
        return new StepOutcome.Partial(
                done,
                notDone,
                proofs,
                "Not given back: " + String.join(", ", notDone) + ".",
                "Each says why and what to do.");
    }

    private Returned unblock(StepContext context, Item item, List<Proof> proofs) {
        Optional<OfCampaign.Listed> listed = context.state().campaign().listed().stream()
                .filter(one -> block(one).equals(item.key()))
                .findFirst();
        if (listed.isEmpty()) {
            return ended(item, Ending.CANNOT_BE_GIVEN_BACK, "It is not known any more what was blocked.", "");
        }
        Kind kind = listed.get().list().equals("sender") ? Kind.SENDER : Kind.URL;
        Attempt<List<Entry>> before = Attempt.of(() -> tenant.blockList().fetchEntries(kind));
        Optional<Entry> entry = before.value().orElse(List.of()).stream()
                .filter(one -> BlockLure.stands(List.of(one), listed.get().value()))
                .findFirst();
        if (before.findReading().isEmpty()) {
            return ended(item, Ending.FAILED, "The list could not be read.", "Run the command again.");
        }
        if (entry.isPresent()) {
            EffectResult<Receipt> result = context.carryOut(
                    Effect.of("unblock|" + item.key().id(), "Take the block of " + item.name() + " out", item.name()),
                    () -> TenantFailures.answered(tenant.blockList().unblock(entry.get())));
            Optional<Returned> failed = failed(item, result);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        Attempt<List<Entry>> after = Attempt.of(() -> tenant.blockList().fetchEntries(kind));
        boolean isGone = after.findReading().isPresent()
                && !BlockLure.stands(
                        after.value().orElse(List.of()), listed.get().value());
        after.findReading()
                .ifPresent(read -> proofs.add(
                        proof(context, read, item.name() + " is blocked", "no", isGone ? "no" : "yes", isGone)));
        if (!isGone) {
            return ended(item, Ending.INDETERMINATE, "It still shows on the list.", "Look again in some minutes.");
        }
        context.record(new OfCampaign.Listed(
                listed.get().list(),
                listed.get().value(),
                BlockStanding.LIFTED,
                Optional.empty(),
                because.isBlank() ? "A person wanted it back." : because));
        return ended(
                item, entry.isPresent() ? Ending.GIVEN_BACK : Ending.ALREADY_IN_PLACE, "It is blocked no more.", "");
    }

    /** By the effects that moved its copies: each has the copy's id in its key, and the folder as its target. */
    private Returned moveBack(StepContext context, Item item, List<Proof> proofs) {
        String mailbox = item.key().id().substring(0, item.key().id().indexOf('|'));
        String messageId = item.key().id().substring(item.key().id().indexOf('|') + 1);
        List<EffectProgress> moved = context.state().effects().values().stream()
                .filter(effect -> PurgeByCopy.moved(effect.key())
                        .filter(parts -> parts.get(0).toLowerCase(Locale.ROOT).equals(mailbox)
                                && parts.get(1).equals(messageId))
                        .isPresent())
                .toList();
        if (moved.isEmpty()) {
            return ended(
                    item,
                    Ending.CANNOT_BE_GIVEN_BACK,
                    "A purge by a content search does not say which copies it moved.",
                    "Its owner can take it back: Outlook > Deleted Items > Recover items deleted from this folder.");
        }
        for (EffectProgress effect : moved) {
            String copyId = PurgeByCopy.moved(effect.key()).orElseThrow().get(2);
            Copy copy = new Copy(copyId, Place.VISIBLE, effect.target(), "", Optional.empty(), Optional.empty());
            EffectResult<Receipt> result = context.carryOut(
                    Effect.of("move-back|" + mailbox + "|" + copyId, "Move a copy back in " + mailbox, mailbox),
                    () -> TenantFailures.answered(tenant.mailCopies().moveBack(mailbox, copy)));
            Optional<Returned> failed = failed(item, result);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        Attempt<List<Copy>> after = Attempt.of(() -> tenant.mailCopies().find(mailbox, messageId));
        boolean isThere = !PurgeByCopy.reachable(after).isEmpty();
        after.findReading()
                .ifPresent(read -> proofs.add(proof(
                        context, read, "A copy of the mail is in " + mailbox, "yes", isThere ? "yes" : "no", isThere)));
        if (!isThere) {
            return ended(item, Ending.INDETERMINATE, "It was moved, and is not seen in the mailbox.", "Look again.");
        }
        context.decide(item.key(), ItemDecision.KEEP, by, because);
        item.exhibit().ifPresent(before -> context.record(given(item.key(), before)));
        return ended(item, Ending.GIVEN_BACK, "It lies in its folder again.", "");
    }

    private static CaseEntry.ItemGivenBack given(ItemKey key, ExhibitId before) {
        return new CaseEntry.ItemGivenBack(key, key, before, List.of(), List.of(), "moved back to its folder");
    }

    private static Proof proof(
            StepContext context, Reading<?> read, String what, String expected, String actual, boolean holds) {
        return context.prove(new Proof(
                what,
                expected,
                actual,
                holds,
                read.readAt(),
                read.answers().getLast().requestId(),
                Optional.empty()));
    }

    private static Optional<Returned> failed(Item item, EffectResult<Receipt> result) {
        return switch (result) {
            case EffectResult.Done<Receipt> _ -> Optional.empty();
            case EffectResult.Refused<Receipt>(CallFailure failure) -> Optional.of(ended(item, Ending.FAILED, failure));
            case EffectResult.Unknown<Receipt>(CallFailure failure) ->
                Optional.of(ended(item, Ending.INDETERMINATE, failure));
        };
    }

    private static Returned ended(Item item, Ending ending, CallFailure failure) {
        return new Returned(
                item.key(),
                item.name(),
                ending,
                Optional.empty(),
                List.of(),
                failure.reason(),
                failure.remedy(),
                failure.kind() == CallFailure.Kind.NOT_PERMITTED);
    }

    private static Returned ended(Item item, Ending ending, String detail, String remedy) {
        return new Returned(item.key(), item.name(), ending, Optional.of(item.key()), List.of(), detail, remedy, false);
    }
}

package dev.cordon.playbooks.phishing;

import dev.cordon.incident.BlockStanding;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.phishing.BlockAdvice;
import dev.cordon.investigation.phishing.BlockProposal;
import dev.cordon.investigation.phishing.Lure;
import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.Answered;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.tenant.BlockList;
import dev.cordon.tenant.BlockList.Action;
import dev.cordon.tenant.BlockList.Blockable;
import dev.cordon.tenant.BlockList.Blocking;
import dev.cordon.tenant.BlockList.Entry;
import dev.cordon.tenant.BlockList.Kind;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.TracedMails.TraceQuestion;
import dev.cordon.tenant.TracedMails.TracedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the sender, his domain and the links on the tenant's list, with an end and a note; what others share needs a second yes. */
final class BlockLure implements StepPerformer {
    /** Whom the organisation wrote to within this time before is somebody it works with. */
    private static final Duration CORRESPONDENCE = Duration.ofDays(10);

    private final PhishingFile file;
    private final CampaignConsent consent;

    BlockLure(PhishingFile file, CampaignConsent consent) {
        this.file = file;
        this.consent = consent;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        Lure lure = file.scope(context.state().campaign(), context.now()).lure();
        List<BlockProposal> proposals = advice(file, context.state().campaign(), lure, context.now());
        if (proposals.isEmpty()) {
            return new StepOutcome.NotApplicable("Neither a sender nor a link is known that could be blocked.");
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (BlockProposal proposal : proposals) {
            one(context, proposal).ifPresent(kinds::add);
        }
        List<Proof> proofs = new ArrayList<>();
        for (Kind kind : kinds) {
            readBack(context, kind).ifPresent(proofs::add);
        }
        return outcome(context, proofs);
    }

    /** What is proposed for a lure. */
    static List<BlockProposal> advice(PhishingFile file, CampaignProgress campaign, Lure lure, Instant now)
            throws InterruptedException {
        return new BlockAdvice(file.organisation(), IntakeEntries.partners(campaign), correspondents(file, lure, now))
                .of(lure);
    }

    /** Senders to whom somebody here had written before; that it could not be read leaves them out and is told by the trace's reach. */
    private static Set<String> correspondents(PhishingFile file, Lure lure, Instant now) {
        Set<String> written = new HashSet<>();
        for (String sender : lure.senders().stream().sorted().limit(5).toList()) {
            if (sender.indexOf('@') > 0) {
                Attempt.of(() -> file.afterContainment()
                                .tracedMails()
                                .fetchMails(TraceQuestion.receivedBy(sender, now.minus(CORRESPONDENCE), now)))
                        .value()
                        .filter(mails -> !mails.isEmpty())
                        .map(List::getFirst)
                        .map(TracedMail::recipient)
                        .ifPresent(_ -> written.add(sender));
            }
        }
        return written;
    }

    /** Blocks one, or says why not; the list it stands in where something may have been put there. */
    private Optional<Kind> one(StepContext context, BlockProposal proposal) throws InterruptedException {
        Optional<Blockable> what = blockable(proposal);
        if (what.isEmpty()) {
            list(context, proposal, BlockStanding.FAILED, Optional.empty(), "The list takes no such text.");
            return Optional.empty();
        }
        String about = against(proposal);
        if (proposal.needsSecondYes() && !consent.toBlocking(proposal.entry() + ": " + about)) {
            list(context, proposal, BlockStanding.DECLINED, Optional.empty(), about);
            return Optional.empty();
        }
        if (!proposal.recommended() && !proposal.needsSecondYes()) {
            return Optional.empty();
        }
        return block(context, proposal, what.get());
    }

    private Optional<Kind> block(StepContext context, BlockProposal proposal, Blockable what) {
        Instant until = context.now().plus(BlockList.USUAL);
        String note = "Cordon " + context.incident().id() + ": phishing; ends by itself";
        Effect effect = Effect.of(
                "block|" + what.kind() + "|" + what.value(), "Block " + what.value() + " until " + until, what.value());
        EffectResult<Blocking> result = context.carryOut(effect, () -> answered(what, until, note));
        switch (result) {
            case EffectResult.Done<Blocking>(Blocking.Made(Entry entry, var _), var _) ->
                list(context, proposal, BlockStanding.BLOCKED, entry.expiresAt(), "Put on the list for this incident.");
            case EffectResult.Done<Blocking>(Blocking.AlreadyInPlace(Entry entry, var _), var _) ->
                list(
                        context,
                        proposal,
                        entry.note().contains(context.incident().id().value())
                                ? BlockStanding.BLOCKED
                                : BlockStanding.ALREADY_BLOCKED,
                        entry.expiresAt(),
                        "It stood there already: " + entry.note());
            case EffectResult.Done<Blocking>(Blocking.Allowed(Entry entry, var _), var _) ->
                list(
                        context,
                        proposal,
                        BlockStanding.ALLOWED,
                        Optional.empty(),
                        "An entry of the tenant allows it: " + entry.note()
                                + " Take that out first, if you know why it stands there.");
            case EffectResult.Refused<Blocking>(var failure) ->
                list(
                        context,
                        proposal,
                        BlockStanding.FAILED,
                        Optional.empty(),
                        failure.reason() + " " + failure.remedy());
            case EffectResult.Unknown<Blocking>(var failure) ->
                list(
                        context,
                        proposal,
                        BlockStanding.UNKNOWN,
                        Optional.empty(),
                        failure.reason() + " " + failure.remedy());
        }
        return Optional.of(what.kind());
    }

    private Answered<Blocking> answered(Blockable what, Instant until, String note) {
        Blocking blocking = file.afterContainment().blockList().block(what, Optional.of(until), note);
        String detail = TenantFailures.answered(blocking.receipt()).detail();
        Optional<String> requestId = blocking.receipt().answers().getLast().requestId();
        return switch (blocking) {
            case Blocking.Made made -> Answered.done(made, detail, requestId);
            case Blocking.AlreadyInPlace there -> Answered.already(there, detail, requestId);
            case Blocking.Allowed allowed -> Answered.already(allowed, detail, requestId);
        };
    }

    private static String against(BlockProposal proposal) {
        return proposal.against().stream().map(Reason::text).collect(Collectors.joining(" "));
    }

    private static void list(
            StepContext context,
            BlockProposal proposal,
            BlockStanding standing,
            Optional<Instant> until,
            String because) {
        context.record(new OfCampaign.Listed(
                proposal.isOfSender() ? "sender" : "url", value(proposal), standing, until, because));
    }

    private static String value(BlockProposal proposal) {
        return blockable(proposal).map(Blockable::value).orElse(proposal.entry());
    }

    /** In the words of the list; empty where that takes no such text. */
    static Optional<Blockable> blockable(BlockProposal proposal) {
        String entry = proposal.entry();
        try {
            return Optional.of(
                    switch (proposal.kind()) {
                        case SENDER -> new Blockable.Sender(entry);
                        case DOMAIN -> new Blockable.SenderDomain(entry);
                        case URL, HOST -> new Blockable.Page(entry);
                    });
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Reads a list until what we put there shows; what does not is unknown. */
    private Optional<Proof> readBack(StepContext context, Kind kind) throws InterruptedException {
        List<OfCampaign.Listed> ours = context.state().campaign().listed().stream()
                .filter(entered -> entered.standing().isInForce() || entered.standing() == BlockStanding.UNKNOWN)
                .filter(entered -> entered.list().equals(word(kind)))
                .toList();
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        try {
            Reading<List<Entry>> read = ReadBack.until(
                    () -> file.afterContainment().blockList().fetchEntries(kind),
                    entries -> ours.stream().allMatch(one -> stands(entries, one.value())));
            ours.forEach(one -> settle(context, one, read));
            return Optional.of(proof(context, read, kind, ours));
        } catch (TenantException e) {
            if (e.failure().reason() == Failure.Reason.INTERRUPTED) {
                throw e;
            }
            ours.forEach(one -> context.record(new OfCampaign.Listed(
                    one.list(),
                    one.value(),
                    BlockStanding.UNKNOWN,
                    one.until(),
                    "It could not be read back: " + e.failure().meaning())));
            return Optional.empty();
        }
    }

    static String word(Kind kind) {
        return kind == Kind.SENDER ? "sender" : "url";
    }

    static boolean stands(List<Entry> entries, String value) {
        return entries.stream()
                .anyMatch(entry -> entry.action() == Action.BLOCK
                        && entry.value().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)));
    }

    private static void settle(StepContext context, OfCampaign.Listed one, Reading<List<Entry>> read) {
        boolean stands = stands(read.value(), one.value());
        BlockStanding standing = stands
                ? (one.standing() == BlockStanding.UNKNOWN ? BlockStanding.BLOCKED : one.standing())
                : BlockStanding.UNKNOWN;
        if (standing != one.standing()) {
            context.record(new OfCampaign.Listed(
                    one.list(),
                    one.value(),
                    standing,
                    one.until(),
                    stands ? "Read back." : "It was accepted, and does not show on the list."));
        }
    }

    private static Proof proof(
            StepContext context, Reading<List<Entry>> read, Kind kind, List<OfCampaign.Listed> ours) {
        Sealing sealing = Sealing.of(
                context, "tenant-block-list", context.incident().account().objectId(), read);
        List<String> there = ours.stream()
                .map(OfCampaign.Listed::value)
                .filter(value -> stands(read.value(), value))
                .toList();
        return Proofs.of(
                context,
                read,
                sealing,
                "The tenant's list of " + word(kind) + "s blocks what was put there",
                ours.stream().map(OfCampaign.Listed::value).collect(Collectors.joining(", ")),
                there.isEmpty() ? "none of them" : String.join(", ", there),
                there.size() == ours.size());
    }

    private static StepOutcome outcome(StepContext context, List<Proof> proofs) {
        List<OfCampaign.Listed> listed = context.state().campaign().listed();
        List<String> done = listed.stream()
                .filter(one -> one.standing().isInForce())
                .map(OfCampaign.Listed::value)
                .toList();
        List<String> notDone = listed.stream()
                .filter(one -> !one.standing().isInForce() && one.standing() != BlockStanding.LIFTED)
                .map(one -> one.value() + ": " + one.because())
                .toList();
        List<String> troubled = listed.stream()
                .filter(one -> switch (one.standing()) {
                    case FAILED, UNKNOWN, ALLOWED -> true;
                    case BLOCKED, ALREADY_BLOCKED, DECLINED, LIFTED -> false;
                })
                .map(OfCampaign.Listed::value)
                .toList();
        String words =
                done.isEmpty() ? "Nothing was blocked." : "Blocked for 30 days: " + String.join(", ", done) + ".";
        String left = notDone.isEmpty() ? "" : " Not blocked: " + String.join(" ", notDone);
        boolean holds = proofs.stream().anyMatch(Proof::holds);
        if (troubled.isEmpty() && holds) {
            return new StepOutcome.Succeeded(proofs, words + left);
        }
        if (troubled.isEmpty() && done.isEmpty()) {
            return new StepOutcome.NotApplicable(words + left);
        }
        return done.isEmpty()
                ? new StepOutcome.Failed(
                        words + left, "Block it by hand: Microsoft Defender portal > Tenant Allow/Block Lists.")
                : new StepOutcome.Partial(
                        done, notDone, proofs, words + left, "Block the rest by hand, or resume the incident.");
    }
}

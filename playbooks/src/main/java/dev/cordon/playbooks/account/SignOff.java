package dev.cordon.playbooks.account;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.persistence.PersistenceAreas;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.Restoration;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of the sign-off table: expected against actual, row by row. One thread uses it. */
final class SignOff {
    /** What gives an application rights or credentials of its own, which outlive the account's sessions and password. */
    private static final StepId RESET = new StepId("reset-password");

    private static final StepId BLOCK = new StepId("block-sign-in");
    private static final StepId FINAL_REVOKE = new StepId("final-revoke");

    private final CaseFile file;
    private final StepContext context;
    private final String reading;
    private final List<Proof> proofs = new ArrayList<>();
    private final List<String> cameBack = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Set<String> notLookedAt = new LinkedHashSet<>();

    SignOff(CaseFile file, StepContext context, String reading) {
        this.file = file;
        this.context = context;
        this.reading = reading;
    }

    /** Every row read. */
    List<Proof> proofs() {
        return List.copyOf(proofs);
    }

    /** What is there although it was removed, or appeared since. */
    List<String> cameBack() {
        return List.copyOf(cameBack);
    }

    /** What is not as it should be for another reason: undecided, by hand, not readable. */
    List<String> open() {
        return Stream.concat(open.stream(), unread.stream()).toList();
    }

    /** The part of what is open that was seen to be so, and not only left unread. */
    List<String> seenOpen() {
        return List.copyOf(open);
    }

    /** What was not looked at for want of a licence, each a sentence. */
    Set<String> notLookedAt() {
        return Set.copyOf(notLookedAt);
    }

    /** One area's reading, beside the others. */
    private record Read<T>(PersistenceArea<T> area, Future<Attempt<List<T>>> things) {}

    /** Reads the account and every area at the same time. */
    void readState() throws InterruptedException {
        Tenant tenant = file.containment();
        UserAccount user = file.account().value();
        boolean mailbox = !file.card().is(Circumstance.NO_MAILBOX);
        try (Together together = new Together()) {
            Future<Attempt<UserAccount>> account =
                    together.start(() -> Attempt.of(() -> tenant.directory().fetchUser(file.objectId())));
            List<Read<?>> reads = new ArrayList<>();
            for (PersistenceArea<?> area : PersistenceAreas.all()) {
                if (mailbox || !area.isInMailbox()) {
                    reads.add(start(together, area, tenant, user));
                }
            }
            account(Together.result(account));
            for (Read<?> read : reads) {
                area(read);
            }
        }
    }

    private static <T> Read<T> start(Together together, PersistenceArea<T> area, Tenant tenant, UserAccount user) {
        return new Read<>(area, together.start(() -> Attempt.of(() -> area.fetch(tenant, user))));
    }

    private void account(Attempt<UserAccount> attempt) {
        switch (attempt) {
            case Attempt.Unread<UserAccount>(Failure failure) ->
                unread.add("The account could not be read: " + failure.meaning());
            case Attempt.Read<UserAccount>(Reading<UserAccount> read) -> {
                Sealing sealing = Sealing.of(context, "account", file.objectId(), read);
                UserAccount user = read.value();
                row(
                        read,
                        sealing,
                        "Sessions valid only from the last revoke on",
                        Proofs.latest(context, "signInSessionsValidFromDateTime"),
                        user.sessionsValidFrom());
                if (!isProven(FINAL_REVOKE)) {
                    open.add("The last revoke was not proven: what was opened during the clean-up may go on.");
                }
                if (!user.accountEnabled()) {
                    proofs.add(Proofs.of(
                            context, read, sealing, title("Sign-in blocked (accountEnabled)"), "false", "false", true));
                } else if (isProven(RESET)) {
                    password(read, sealing, user);
                } else if (isRenewedElsewhere(user)) {
                    row(
                            read,
                            sealing,
                            "Password changed elsewhere since the incident was opened, and the account given back",
                            Optional.of(context.incident().openedAt().truncatedTo(ChronoUnit.SECONDS)),
                            user.lastPasswordChangeAt());
                } else if (isProven(BLOCK)
                        && context.state().restoration().givenBackAt().isEmpty()) {
                    cameBack.add(
                            "Sign-in was blocked, and the account is enabled again: somebody has undone it, or the next"
                                    + " synchronisation with the on-premises directory.");
                } else {
                    open.add("Neither the reset nor a block is in place.");
                }
            }
        }
    }

    private void row(
            Reading<?> read, Sealing sealing, String what, Optional<Instant> expected, Optional<Instant> actual) {
        boolean holds =
                expected.isPresent() && actual.isPresent() && !actual.get().isBefore(expected.get());
        proofs.add(Proofs.of(
                context,
                read,
                sealing,
                title(what),
                expected.map(Instant::toString).orElse("a proven time"),
                actual.map(Instant::toString).orElse("never"),
                holds));
        if (!holds) {
            open.add(what + ": not shown.");
        }
    }

    /** The password that we could not set ourselves was set by whoever can, before the account was given back. */
    private boolean isRenewedElsewhere(UserAccount user) {
        return context.state().restoration().givenBackAt().isPresent()
                && user.lastPasswordChangeAt()
                        .filter(at -> !at.isBefore(context.incident().openedAt().truncatedTo(ChronoUnit.SECONDS)))
                        .isPresent();
    }

    /** A later change than ours is somebody's: the user's after he came back, or the attacker's. */
    private void password(Reading<?> read, Sealing sealing, UserAccount user) {
        Optional<Instant> ours = Proofs.latest(context, "lastPasswordChangeDateTime");
        boolean theUsers = user.lastPasswordChangeAt()
                .filter(context.state().restoration()::isSince)
                .isPresent();
        row(
                read,
                sealing,
                theUsers
                        ? "Password not older than ours; it was changed after the account was given back"
                        : "Password not older than ours",
                ours,
                user.lastPasswordChangeAt());
        user.lastPasswordChangeAt()
                .filter(at -> !theUsers && ours.filter(at::isAfter).isPresent())
                .ifPresent(at -> open.add("The password was changed again at " + at + ", and not by us: by whom?"));
    }

    private boolean isProven(StepId step) {
        return context.state()
                .step(step)
                .flatMap(progress -> progress.outcome())
                .filter(StepOutcome.Succeeded.class::isInstance)
                .isPresent();
    }

    private <T> void area(Read<T> read) throws InterruptedException {
        PersistenceArea<T> area = read.area();
        switch (Together.result(read.things())) {
            case Attempt.Unread<List<T>>(Failure failure) -> {
                unread.add(area.inWords() + " could not be read: " + failure.meaning());
            }
            case Attempt.Read<List<T>>(Reading<List<T>> things) -> compare(area, things);
        }
    }

    private <T> void compare(PersistenceArea<T> area, Reading<List<T>> things) throws InterruptedException {
        Sealing sealing = Sealing.of(context, area.exhibitKind(), file.objectId(), things);
        Judging judging = Judging.of(file, context);
        List<String> wrong = new ArrayList<>();
        for (T thing : things.value()) {
            Proposal proposal = judging.propose(area, thing);
            unapproved(area, thing, proposal, sealing).ifPresent(wrong::add);
        }
        if (!things.isComplete()) {
            unread.add(area.inWords() + " were not read to the end.");
        }
        things.completeness().notLookedAt().ifPresent(notLookedAt::add);
        hidden(area, things.completeness()).forEach(unread::add);
        long disabled =
                things.value().stream().filter(thing -> !area.isInForce(thing)).count();
        String found = seen(things)
                + (disabled == 0 ? "" : ", " + disabled + " of them disabled")
                + (wrong.isEmpty() ? (things.isComplete() ? ", all as decided" : "") : "; " + String.join("; ", wrong))
                + theUsers(area, things.value(), judging)
                + Proofs.notLookedAt(things);
        proofs.add(Proofs.of(
                context,
                things,
                sealing,
                title(area.inWords()),
                "only what is kept by a decision",
                found,
                wrong.isEmpty() && things.isComplete()));
    }

    private static String seen(Reading<? extends List<?>> things) {
        int number = things.value().size();
        return switch (things.completeness()) {
            case Completeness.Complete _ -> number + " present";
            case Completeness.AsLicensed _ -> number + " present";
            case Completeness.Incomplete(String reason) ->
                "not read to the end (" + reason + "): whether there are more is not known; " + number + " seen";
        };
    }

    /** What was to be removed, was not seen to be gone, and cannot be seen in a reading like this. */
    private <T> List<String> hidden(PersistenceArea<T> area, Completeness completeness) {
        Set<String> kinds = area.kinds().stream().map(Word::of).collect(Collectors.toUnmodifiableSet());
        return context.state().items().values().stream()
                .filter(item -> kinds.contains(item.key().kind())
                        && area.holds(item.key().id())
                        && !area.shows(completeness, item.name()))
                .filter(item -> item.decision() == ItemDecision.REMOVE
                        && item.outcome().filter(ItemOutcome::isGone).isEmpty())
                .map(item -> "Whether " + item.name() + " is gone was not seen. "
                        + completeness.notLookedAt().orElse(""))
                .toList();
    }

    /** Why the thing is not approved; empty when it is. */
    private <T> Optional<String> unapproved(PersistenceArea<T> area, T thing, Proposal proposal, Sealing sealing)
            throws InterruptedException {
        ItemKey key = new ItemKey(Word.of(proposal.kind()), proposal.id());
        Item known = context.state()
                .item(key)
                .or(() -> Earlier.of(context.state(), area, thing))
                .orElse(null);
        if (mayBeTheUsers(key, known, proposal)) {
            keep(key, known, proposal, sealing);
            return Optional.empty();
        }
        if (known == null) {
            return Optional.of(isBack(proposal, sealing, isNew(area, proposal)));
        }
        if (known.outcome().filter(ItemOutcome::isGone).isPresent() || wasRemovedAndIsThere(known)) {
            return Optional.of(isBack(proposal, sealing, "came back after it was removed"));
        }
        if (known.outcome().filter(ItemOutcome.STILL_THERE::equals).isPresent()) {
            return Optional.of(isBack(proposal, sealing, "was put back and is still there"));
        }
        if (known.outcome().filter(ItemOutcome.DISABLED::equals).isPresent()) {
            return area.isInForce(thing)
                    ? Optional.of(isBack(proposal, sealing, "was enabled again after it was disabled"))
                    : Optional.empty();
        }
        if (isNewlyMalicious(known, proposal)) {
            String text = proposal.name() + " (" + key.kind() + ") is judged malicious now that the logs tell more";
            cameBack.add(text + ".");
            return Optional.of(text);
        }
        if (LiftedDoubt.isLifted(file, known, proposal)) {
            LiftedDoubt.lift(context, known, proposal);
            return changed(key, proposal, area, thing);
        }
        boolean byPerson = known.decidedBy()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .isPresent();
        boolean kept = known.outcome()
                .filter(outcome -> outcome == ItemOutcome.KEPT || outcome == ItemOutcome.GIVEN_BACK)
                .isPresent();
        if (kept && (byPerson || known.verdict() == Verdict.BENIGN)) {
            return changed(key, proposal, area, thing);
        }
        String text = proposal.name() + " (" + key.kind() + ") is there, and "
                + (known.decision() == ItemDecision.REMOVE ? "was decided to be removed" : "nobody decided to keep it");
        open.add(text + ".");
        return Optional.of(text);
    }

    private String isNew(PersistenceArea<?> area, Proposal proposal) {
        if (new UnlicensedTask(context).wasHidden(area, proposal.name())) {
            return "is there, and could not be looked at before, for want of the licence";
        }
        return context.state().restoration().givenBackAt().isEmpty()
                ? "is new since the review"
                : "is new since the account was given back, and judged malicious";
    }

    /** Why what was approved is not that any more; the user who has his account again may change what is his. */
    private <T> Optional<String> changed(ItemKey key, Proposal proposal, PersistenceArea<T> area, T thing) {
        Substance met = new Substance(context);
        boolean theUsers = context.state().restoration().isTheUsersNow() && proposal.verdict() != Verdict.MALICIOUS;
        if (theUsers || !met.isChanged(key, area, thing)) {
            met.meet(key, area, thing);
            return Optional.empty();
        }
        String text = proposal.name() + " (" + key.kind() + ") was changed after it had been kept";
        cameBack.add(text + ".");
        return Optional.of(text);
    }

    /**
     * Whether the user, who has his account again, may have made it: it was not there when he got it back, and nothing says that it is the
     * attacker's. A telephone has the same id whosever it is, so a gone one of another name is not the one that was taken away.
     */
    private boolean mayBeTheUsers(ItemKey key, @Nullable Item known, Proposal proposal) {
        Restoration restoration = context.state().restoration();
        if (!restoration.isTheUsersNow() || proposal.verdict() == Verdict.MALICIOUS) {
            return false;
        }
        if (known == null) {
            return true;
        }
        boolean kept = known.outcome().filter(ItemOutcome.KEPT::equals).isPresent();
        boolean another = known.outcome().filter(ItemOutcome::isGone).isPresent()
                && known.key().equals(key)
                && !known.name().equals(proposal.name());
        return another
                || (restoration.newSince().contains(known.key()) && kept && known.decision() != ItemDecision.REMOVE);
    }

    private void keep(ItemKey key, @Nullable Item known, Proposal proposal, Sealing sealing) {
        if (known != null && known.outcome().filter(ItemOutcome::isGone).isEmpty()) {
            return;
        }
        String why = "new since the account was given back";
        context.found(Item.found(
                key, proposal.name(), proposal.verdict(), proposal.reasons(), sealing.holding(proposal.ids())));
        context.decide(key, ItemDecision.KEEP, Actor.CORDON, why);
        context.conclude(key, ItemOutcome.KEPT, why);
        if (proposal.verdict() == Verdict.REVIEW) {
            context.openTask(
                    "review-" + key.kind() + "-" + key.id(),
                    "Ask the user whether this is his doing, new since he has the account again: " + proposal.name()
                            + " (" + key.kind()
                            + "). It was kept; if it is not his, decide to remove it and resume the incident.",
                    "the operator, with the user");
        }
    }

    /** What the user made, as far as can be told, so that it is named and not only counted. */
    private <T> String theUsers(PersistenceArea<T> area, List<T> things, Judging judging) {
        Set<ItemKey> newSince = context.state().restoration().newSince();
        List<String> names = things.stream()
                .map(thing -> judging.propose(area, thing))
                .filter(proposal -> newSince.contains(new ItemKey(Word.of(proposal.kind()), proposal.id())))
                .map(Proposal::name)
                .toList();
        return names.isEmpty() ? "" : "; new since the account was given back: " + String.join(", ", names);
    }

    private String isBack(Proposal proposal, Sealing sealing, String how) {
        ItemKey key = new ItemKey(Word.of(proposal.kind()), proposal.id());
        Optional<ItemKey> predecessor = ComeBack.metAfterwards(
                context,
                Item.found(
                        key, proposal.name(), proposal.verdict(), proposal.reasons(), sealing.holding(proposal.ids())));
        String text = proposal.name() + " (" + key.kind() + ") "
                + (predecessor.isPresent() ? "was put back under a new id after it was removed" : how);
        cameBack.add(text + ".");
        return text;
    }

    /**
     * Its removal, the last of the calls, was accepted and yet it is there: some things, a telephone among them, come back under the id they had, so that the
     * read-back right after the removal may already have seen the new one.
     */
    private boolean wasRemovedAndIsThere(Item known) {
        boolean failed = known.outcome().filter(ItemOutcome.FAILED::equals).isPresent();
        String target = known.key().id();
        return failed
                && context.state().effects().values().stream()
                        .filter(effect -> effect.target().equals(target))
                        .reduce((first, last) -> last)
                        .flatMap(effect -> effect.result())
                        .filter(EffectOutcome.DONE::equals)
                        .isPresent();
    }

    /** What was kept, harmless or for review, may be told apart when late logs have come; what a person decided stands. */
    private boolean isNewlyMalicious(Item known, Proposal proposal) {
        boolean byPerson = known.decidedBy()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .isPresent();
        boolean wasSpared = known.verdict() != Verdict.MALICIOUS
                || context.state().restoration().newSince().contains(known.key());
        return !byPerson && wasSpared && proposal.verdict() == Verdict.MALICIOUS;
    }

    /** Looks for the attacker and for others in the logs since the last revoke, and says how far the logs reach. */
    void readLogs() throws InterruptedException {
        SignOffLogs logs = new SignOffLogs(file, context, this::title);
        logs.read();
        take(logs);
    }

    /** Looks for what the attacked account did to the directory and nobody has undone. */
    void readDirectoryActs() throws InterruptedException {
        SignOffLogs logs = new SignOffLogs(file, context, this::title);
        logs.readDirectoryActs();
        take(logs);
    }

    private void take(SignOffLogs logs) {
        proofs.addAll(logs.proofs());
        cameBack.addAll(logs.cameBack());
        open.addAll(logs.open());
        unread.addAll(logs.unread());
    }

    private String title(String what) {
        return "Sign-off, " + reading + ": " + what;
    }
}

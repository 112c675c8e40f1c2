package dev.cordon.playbooks.account;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Period;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.OwnPass;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.AuthenticationMethod;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Judges what is found, knowing what the journal knows: what we made ourselves, and when the user had his account again.
 *
 * @param judge the account's judge, who knows when the user had it
 * @param state the incident
 * @param now when the things were read, tenant time
 */
record Judging(Judge judge, RunState state, Instant now) {
    static Judging of(CaseFile file, StepContext context) throws InterruptedException {
        Judge judge = file.judge();
        RunState state = context.state();
        Judge knowing = judge.ofAccountGivenBack(state.restoration().periods().stream()
                .map(period -> new Period(period.since(), period.until()))
                .toList());
        return new Judging(
                AuditTasks.wasSilent(state)
                        ? knowing.doubtingAudit(
                                "It was found switched off in this response: what happened until then does not stand in it.")
                        : knowing,
                state,
                context.now());
    }

    <T> Proposal propose(PersistenceArea<T> area, T thing) {
        return isOurs(thing) ? OwnPass.proposal((AuthenticationMethod) thing) : area.judge(thing, knowing(area, thing));
    }

    /** The judge who knows since when, at the latest, the thing has been there. */
    private <T> Judge knowing(PersistenceArea<T> area, T thing) {
        String id = area.idOf(thing);
        Stream<ItemKey> keys = Stream.concat(
                area.kinds().stream().map(kind -> new ItemKey(Word.of(kind), id)),
                Earlier.of(state, area, thing).map(Item::key).stream());
        return judge.ofMailboxChangedAt(state.mailboxChangedAt())
                .ofMetAt(keys.map(key -> state.firstFound().get(key))
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(now));
    }

    /** The same for a thing that was not there when its place was read earlier in this response. */
    <T> Proposal proposeAppeared(PersistenceArea<T> area, T thing) {
        Proposal proposal = propose(area, thing);
        return isOurs(thing) || mayBeTheUsers(proposal)
                ? proposal
                : area.judge(thing, knowing(area, thing).ofAppeared());
    }

    /** Whether he has his account, or what he had made in it before a reopening was kept. */
    private boolean mayBeTheUsers(Proposal proposal) {
        ItemKey key = new ItemKey(Word.of(proposal.kind()), proposal.id());
        boolean wasKept = state.item(key)
                .flatMap(Item::outcome)
                .filter(ItemOutcome.KEPT::equals)
                .isPresent();
        return state.restoration().isTheUsersNow()
                || (wasKept && state.restoration().newSince().contains(key));
    }

    private boolean isOurs(Object thing) {
        return thing instanceof AuthenticationMethod method && OwnPass.isOurs(method, state);
    }
}

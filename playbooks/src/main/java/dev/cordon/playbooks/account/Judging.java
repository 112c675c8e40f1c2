package dev.cordon.playbooks.account;

import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Period;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.OwnPass;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.AuthenticationMethod;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges what is found, knowing what the journal knows: what we made ourselves, and when the user had his account again.
 *
 * @param judge the account's judge, who knows when the user had it
 * @param picture what the logs show now
 * @param state the incident
 * @param now when the things were read, tenant time
 */
record Judging(Judge judge, AttackPicture picture, RunState state, Instant now) {
    private static final String NOT_REACHED =
            "It was not there when its place was read earlier in this response, and the audit log does not reach to then yet.";

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
                file.picture(),
                state,
                context.now());
    }

    <T> Proposal propose(PersistenceArea<T> area, T thing) {
        if (isOurs(thing)) {
            return OwnPass.proposal((AuthenticationMethod) thing);
        }
        Proposal proposal = area.judge(thing, knowing(area, thing));
        return isDoubtStanding(proposal) ? proposal.forPersonAtLeast(NOT_REACHED) : proposal;
    }

    /** What appeared in this response and was left for a person is cleared by a log that reaches to when it was first met, and by nothing less. */
    private boolean isDoubtStanding(Proposal proposal) {
        ItemKey key = new ItemKey(Word.of(proposal.kind()), proposal.id());
        Instant met = state.firstFound().getOrDefault(key, now);
        return proposal.verdict() == Verdict.BENIGN
                && picture.certainty() == Certainty.ATTACK
                && state.appeared().contains(key)
                && state.item(key).filter(LiftedDoubt::isForPerson).isPresent()
                && picture.mailboxAuditThrough()
                        .filter(end -> !end.isBefore(met))
                        .isEmpty();
    }

    /** The judge who knows since when, at the latest, the thing has been there, and when at the latest it was not. */
    private <T> Judge knowing(PersistenceArea<T> area, T thing) {
        Stream<ItemKey> keys = Stream.concat(keys(area, thing), Earlier.of(state, area, thing).map(Item::key).stream());
        return judge.ofMailboxChangedAt(state.mailboxChangedAt())
                .ofOtherwiseAt(otherwiseAt(area, thing))
                .ofMetAt(keys.map(key -> state.firstFound().get(key))
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(now));
    }

    private static <T> Stream<ItemKey> keys(PersistenceArea<T> area, T thing) {
        String id = area.idOf(thing);
        return area.kinds().stream().map(kind -> new ItemKey(Word.of(kind), id));
    }

    private <T> Optional<Instant> otherwiseAt(PersistenceArea<T> area, T thing) {
        return keys(area, thing)
                .flatMap(key -> Substance.otherwiseAt(state, key, area, thing).stream())
                .findFirst();
    }

    /** The same for a thing that was not there when its place was read earlier in this response. */
    <T> Proposal proposeAppeared(PersistenceArea<T> area, T thing) {
        Proposal proposal = propose(area, thing);
        return isOurs(thing) || mayBeTheUsers(proposal) ? proposal : area.judge(thing, knowingAppeared(area, thing));
    }

    /** Of a place that was empty when the incident was opened: what was done there before made something else. */
    private <T> Judge knowingAppeared(PersistenceArea<T> area, T thing) {
        Judge knowing = knowing(area, thing).ofAppeared();
        boolean wasEmpty = area.isPlace() && keys(area, thing).noneMatch(state.sightings()::containsKey);
        return wasEmpty ? knowing.ofOtherwiseAt(Optional.of(state.incident().openedAt())) : knowing;
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

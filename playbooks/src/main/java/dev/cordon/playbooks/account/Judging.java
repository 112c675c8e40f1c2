package dev.cordon.playbooks.account;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.OwnPass;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.AuthenticationMethod;

/**
 * Judges what is found, knowing what the journal knows: what we made ourselves, and since when the user has his account again.
 *
 * @param judge the account's judge, for the time in which the user has it too
 * @param state the incident
 */
record Judging(Judge judge, RunState state) {
    static Judging of(CaseFile file, StepContext context) throws InterruptedException {
        Judge judge = file.judge();
        RunState state = context.state();
        return new Judging(
                state.restoration().givenBackAt().map(judge::ofAccountGivenBack).orElse(judge), state);
    }

    <T> Proposal propose(PersistenceArea<T> area, T thing) {
        return isOurs(thing) ? OwnPass.proposal((AuthenticationMethod) thing) : area.judge(thing, judge);
    }

    /** The same for a thing that was not there when its place was read earlier in this response. */
    <T> Proposal proposeAppeared(PersistenceArea<T> area, T thing) {
        boolean mayBeTheUsers = state.restoration().givenBackAt().isPresent();
        return isOurs(thing) || mayBeTheUsers ? propose(area, thing) : area.judge(thing, judge.ofAppeared());
    }

    private boolean isOurs(Object thing) {
        return thing instanceof AuthenticationMethod method && OwnPass.isOurs(method, state);
    }
}

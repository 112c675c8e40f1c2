package dev.cordon.response;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.playbooks.decision.DecisionFile;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.persistence.PersistenceAreas;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Everything an attacker could have left, read and judged without changing or keeping anything.
 *
 * @param proposals each thing with its judgement
 * @param notRead what could not be read, each with the reason
 */
public record Survey(List<Proposal> proposals, List<String> notRead) {
    public Survey {
        proposals = List.copyOf(proposals);
        notRead = List.copyOf(notRead);
    }

    static Survey read(CaseFile file, Tenant tenant) throws InterruptedException {
        UserAccount user = file.account().value();
        boolean mailbox = !file.card().is(Circumstance.NO_MAILBOX);
        List<Proposal> proposals = new ArrayList<>();
        List<String> notRead = new ArrayList<>();
        try (Together together = new Together()) {
            List<Pending<?>> pending = new ArrayList<>();
            for (PersistenceArea<?> area : PersistenceAreas.all()) {
                if (mailbox || !area.isInMailbox()) {
                    pending.add(Pending.start(together, area, tenant, user));
                }
            }
            Judge judge = file.judge();
            for (Pending<?> one : pending) {
                one.judge(judge, proposals, notRead);
            }
        }
        return new Survey(proposals, notRead);
    }

    /**
     * That every decision written beforehand is about something that is there.
     *
     * @throws RequestRefusedException naming the lines that are not
     */
    void requireMatched(Decider decider) {
        if (!(decider instanceof DecisionFile decisions)) {
            return;
        }
        List<DecisionFile.Item> unmatched = decisions.unmatched(proposals);
        if (!unmatched.isEmpty()) {
            throw new RequestRefusedException(
                    Reason.UNMATCHED_DECISION,
                    "The decision file decides about things that are not there; nothing was changed."
                            + (notRead.isEmpty() ? "" : " Not read: " + String.join(" ", notRead)),
                    "Mend the lines named; 'cordon respond compromised-account USER --plan' without the file shows what is"
                            + " there, with ids.",
                    unmatched.stream()
                            .map(item -> decisions.file() + " line " + item.line() + ": " + Word.of(item.kind()) + " "
                                    + item.match().value())
                            .toList());
        }
    }

    private record Pending<T>(PersistenceArea<T> area, Future<Attempt<List<T>>> things) {
        static <T> Pending<T> start(Together together, PersistenceArea<T> area, Tenant tenant, UserAccount user) {
            return new Pending<>(area, together.start(() -> Attempt.of(() -> area.fetch(tenant, user))));
        }

        void judge(Judge judge, List<Proposal> proposals, List<String> notRead) throws InterruptedException {
            switch (Together.result(things)) {
                case Attempt.Unread<List<T>>(Failure failure) ->
                    notRead.add(area.inWords() + ": " + failure.meaning() + " " + failure.remedy());
                case Attempt.Read<List<T>>(Reading<List<T>> reading) -> {
                    reading.value().forEach(thing -> proposals.add(area.judge(thing, judge)));
                    if (!reading.isComplete()) {
                        notRead.add(area.inWords() + " were not read to the end.");
                    }
                }
            }
        }
    }
}

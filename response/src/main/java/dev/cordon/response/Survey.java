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
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything an attacker could have left, read and judged without changing or keeping anything.
 *
 * @param found each thing
 * @param notRead what could not be read, each with the reason
 */
public record Survey(List<Found> found, List<String> notRead) {
    public Survey {
        found = List.copyOf(found);
        notRead = List.copyOf(notRead);
    }

    /**
     * One thing.
     *
     * @param proposal the thing with its judgement
     * @param changes the calls that would remove it, for people to read; none where no call does, or where it does not act
     */
    public record Found(Proposal proposal, List<String> changes) {
        public Found {
            changes = List.copyOf(changes);
        }
    }

    /** Each thing with its judgement. */
    List<Proposal> proposals() {
        return found.stream().map(Found::proposal).toList();
    }

    static Survey read(CaseFile file, Tenant tenant) throws InterruptedException {
        UserAccount user = file.account().value();
        boolean mailbox = !file.card().is(Circumstance.NO_MAILBOX);
        List<Found> found = new ArrayList<>();
        List<String> notRead = new ArrayList<>();
        try (Together together = new Together()) {
            List<Pending<?>> pending = new ArrayList<>();
            for (PersistenceArea<?> area : PersistenceAreas.all()) {
                if (mailbox || !area.isInMailbox()) {
                    pending.add(Pending.start(together, area, tenant, user));
                }
            }
            Judge judge = judge(file);
            for (Pending<?> one : pending) {
                one.judge(judge, user, found, notRead);
            }
        }
        return new Survey(found, notRead);
    }

    /** The judge of the response, who knows when the mailbox had last been changed: where that lies before the log's end, no right is newer. */
    private static Judge judge(CaseFile file) throws InterruptedException {
        return file.judge()
                .ofMailboxChangedAt(file.card()
                        .mailbox()
                        .value()
                        .flatMap(Function.identity())
                        .flatMap(Mailbox::changedAt));
    }

    /** This and another account's. */
    Survey and(Survey other) {
        return new Survey(
                Stream.concat(found.stream(), other.found.stream()).toList(),
                Stream.concat(notRead.stream(), other.notRead.stream())
                        .distinct()
                        .toList());
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
        List<DecisionFile.Item> unmatched = decisions.unmatched(proposals());
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

        void judge(Judge judge, UserAccount user, List<Found> found, List<String> notRead) throws InterruptedException {
            switch (Together.result(things)) {
                case Attempt.Unread<List<T>>(Failure failure) ->
                    notRead.add(area.inWords() + ": " + failure.meaning() + " " + failure.remedy());
                case Attempt.Read<List<T>>(Reading<List<T>> reading) -> {
                    reading.value()
                            .forEach(thing -> found.add(new Found(
                                    area.judge(thing, judge),
                                    area.isInForce(thing) ? area.changes(user, thing) : List.of())));
                    if (!reading.isComplete()) {
                        notRead.add(area.inWords() + " were not read to the end.");
                    }
                    reading.completeness().notLookedAt().ifPresent(notRead::add);
                }
            }
        }
    }
}

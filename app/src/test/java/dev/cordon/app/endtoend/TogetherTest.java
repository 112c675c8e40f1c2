package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.response.RespondTogether;
import dev.cordon.response.Responded;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command about several accounts, of which some meet with trouble. */
class TogetherTest {
    private static final String ANNA = "anna.berg@spray.example";
    private static final String BO = "bo.lund@spray.example";
    private static final String CARLA = "carla.rossi@spray.example";

    private static final IncidentId OTHER = new IncidentId("INC-20260310-AAAA");

    @TempDir
    Path folder;

    @Test
    void what_fails_for_one_hides_nothing_of_the_others() throws Exception {
        try (Battlefield field = Battlefield.shipped("spray-three-accounts", folder)) {
            List<Responded> responded = new RespondTogether(field.workspace(TogetherTest::troubled))
                    .respond(request(), List.of(ANNA, BO, CARLA), _ -> Dialogue.recommended(Battlefield.quiet()));

            assertThat(responded)
                    .filteredOn(Responded.Ended.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(Responded.Ended.class, ended -> {
                        assertThat(ended.account().userPrincipalName()).isEqualTo(ANNA);
                        assertThat(ended.record().state().state()).isEqualTo(IncidentState.VERIFIED);
                    });
            assertThat(responded)
                    .filteredOn(Responded.NotDone.class::isInstance)
                    .extracting(TogetherTest::inWords)
                    .containsExactlyInAnyOrder(
                            ANNA + ": not linked", BO + ": not opened", CARLA + ": thrown in the run");
        }
    }

    private static String inWords(Responded responded) {
        Responded.NotDone notDone = (Responded.NotDone) responded;
        Throwable reason = notDone.reason();
        return notDone.account().userPrincipalName() + ": "
                + (reason.getCause() == null ? reason : reason.getCause()).getMessage();
    }

    private static ResponseRequest request() {
        return new ResponseRequest(
                "tenant",
                ANNA,
                SignIn.CERTIFICATE,
                AttackActivity.UNKNOWN,
                DetectionSource.MONDAY_REVIEW,
                Optional.empty(),
                true,
                Dialogue.recommended(Battlefield.quiet()));
    }

    @Test
    void of_two_that_respond_to_the_same_account_at_the_same_moment_one_is_refused() throws Exception {
        try (Battlefield field = Battlefield.shipped("spray-three-accounts", folder)) {
            assertThatThrownBy(() -> field.respond(TogetherTest::isQuicker, AttackActivity.UNKNOWN))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining(OTHER.value());
            assertThat(field.store().journal().incidents()).containsExactly(OTHER);
        }
    }

    /** Another process opens an incident about the same account after this one has looked and before it opens its own. */
    private static RunJournal isQuicker(RunJournal journal) {
        return new WatchedJournal(journal, (_, entry) -> {
            if (entry instanceof CaseEntry.IncidentOpened(Incident ours)
                    && journal.incidents().isEmpty()) {
                Incident other = new Incident(
                        OTHER,
                        ours.type(),
                        ours.tenant(),
                        ours.account(),
                        ours.severity(),
                        ours.detectedBy(),
                        ours.detectedAt(),
                        ours.openedAt(),
                        ours.attack(),
                        ours.drill());
                journal.append(OTHER, ours.openedAt(), Actor.CORDON, new CaseEntry.IncidentOpened(other));
            }
        });
    }

    /** Anna's links, Bo's opening and Carla's first step fail, each in a way of its own. */
    private static RunJournal troubled(RunJournal journal) {
        Map<IncidentId, String> people = new ConcurrentHashMap<>();
        return new WatchedJournal(journal, (incident, entry) -> {
            if (entry instanceof CaseEntry.IncidentOpened(Incident opened)) {
                people.put(incident, opened.account().userPrincipalName());
            }
            String person = people.getOrDefault(incident, "");
            if (person.equals(BO)) {
                throw new IllegalStateException("not opened");
            }
            if (person.equals(ANNA) && entry instanceof CaseEntry.IncidentLinked) {
                throw new IllegalStateException("not linked");
            }
            if (person.equals(CARLA) && entry instanceof EngineEntry.StepStarted) {
                throw new AssertionError("thrown in the run");
            }
        });
    }

    /** A journal of which something is told of each entry before it is appended. */
    private record WatchedJournal(RunJournal journal, BiConsumer<IncidentId, JournalEntry> before)
            implements RunJournal {
        @Override
        public Recorded append(IncidentId incident, Instant at, Actor actor, JournalEntry entry) {
            before.accept(incident, entry);
            return journal.append(incident, at, actor, entry);
        }

        @Override
        public List<Recorded> appendAll(IncidentId incident, Actor actor, List<Dated> entries) {
            entries.forEach(dated -> before.accept(incident, dated.entry()));
            return journal.appendAll(incident, actor, entries);
        }

        @Override
        public List<Recorded> appendIf(
                IncidentId incident,
                Actor actor,
                List<Dated> entries,
                ChainHead seen,
                Predicate<List<Recorded>> permits) {
            entries.forEach(dated -> before.accept(incident, dated.entry()));
            return journal.appendIf(incident, actor, entries, seen, permits);
        }

        @Override
        public List<Recorded> entries(IncidentId incident) {
            return journal.entries(incident);
        }

        @Override
        public List<IncidentId> incidents() {
            return journal.incidents();
        }

        @Override
        public ChainHead head() {
            return journal.head();
        }
    }
}

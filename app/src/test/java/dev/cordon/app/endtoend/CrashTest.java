package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.DyingJournal;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.RespondToCompromisedAccount;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies while it writes its journal, and the next one takes the incident up. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 13, 15, 17, 24, 31, 40, 55, 70})
    void ends_the_same_after_dying_at_any_entry(int appends) throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            assertThatThrownBy(() ->
                            field.respond(journal -> new DyingJournal(journal, appends, false), AttackActivity.UNKNOWN))
                    .isInstanceOf(DyingJournal.ProcessDied.class);
            IncidentId incident = field.store().journal().incidents().getFirst();
            CaseRecord record = field.resume(incident.value());
            assertThat(record.state().state())
                    .as(record.state().openTasks().toString())
                    .isEqualTo(IncidentState.VERIFIED);
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isFalse();
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean()).isFalse();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
            long resets = field.requests().stream()
                    .filter(row -> row.get("method").getAsString().equals("PATCH"))
                    .filter(row -> row.get("path").getAsString().matches("/v1.0/users/[^/]+"))
                    .filter(row -> row.get("status").getAsInt() < 300)
                    .count();
            boolean repeated = record.state()
                    .step(new StepId("reset-password"))
                    .orElseThrow()
                    .repeated();
            // One that was intended and never sent is rightly said to be repeated: nobody could know that it was not.
            assertThat(resets).isPositive();
            assertThat(repeated || resets == 1).as(resets + " resets").isTrue();
            assertThat(field.store().verifier().verify().faults()).isEmpty();
        }
    }

    @Test
    void an_incident_whose_process_died_when_it_was_opened_is_linked_in_both_journals_after_a_resume()
            throws Exception {
        var found = new IncidentId("INC-20260301-AAAA");
        var at = Instant.parse("2026-03-01T08:00:00Z");
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            field.store()
                    .journal()
                    .append(
                            found,
                            at,
                            Actor.CORDON,
                            new CaseEntry.IncidentOpened(new Incident(
                                    found,
                                    IncidentType.IMPORTED_EVIDENCE,
                                    "",
                                    Account.notLookedUp("bo.lund@contoso.example"),
                                    Severity.MEDIUM,
                                    DetectionSource.NOT_SAID,
                                    at,
                                    at,
                                    AttackActivity.UNKNOWN,
                                    false)));
            var request = new ResponseRequest(
                    "tenant",
                    field.suspect(),
                    SignIn.CERTIFICATE,
                    AttackActivity.UNKNOWN,
                    DetectionSource.OTHER,
                    Optional.empty(),
                    Optional.of(found),
                    true,
                    Dialogue.recommended(Battlefield.quiet()));
            var dying = field.workspace(
                    journal -> new DyingJournal(journal, entry -> entry instanceof CaseEntry.IncidentLinked));
            assertThatThrownBy(() -> new RespondToCompromisedAccount(dying).respond(request))
                    .isInstanceOf(DyingJournal.ProcessDied.class);
            IncidentId opened = field.store().journal().incidents().getLast();
            assertThat(opened).isNotEqualTo(found);

            field.resume(opened.value());
            field.resume(opened.value());

            assertThat(links(field, opened)).containsExactly(found);
            assertThat(links(field, found)).containsExactly(opened);
        }
    }

    private static List<IncidentId> links(Battlefield field, IncidentId incident) {
        return field.record(incident).state().chronicle().links().stream()
                .map(link -> link.other())
                .toList();
    }
}

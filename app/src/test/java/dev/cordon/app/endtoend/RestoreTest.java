package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.schedule.Rechecks;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.GiveAccountBack;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.response.Watch;
import dev.cordon.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The account is given back: what the user then does is his, what the attacker does is not. */
@Execution(ExecutionMode.CONCURRENT)
class RestoreTest {
    private static final String NOT_ALLOWED = "temporaryAccessPass: false";
    private static final String ALLOWED = "temporaryAccessPass: true";

    private final List<Secret> passes = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void the_user_enrols_and_sets_a_password_and_the_re_check_is_clean() throws Exception {
        try (Battlefield field = contained(UnaryOperator.identity())) {
            CaseRecord given = field.giveBack(seen());

            assertThat(given.state().state()).isEqualTo(IncidentState.WATCHING);
            assertThat(given.state().restoration().givenBackAt()).isPresent();
            assertThat(outcome(given, "one-time-pass")).isInstanceOf(StepOutcome.Succeeded.class);
            assertThat(outcome(given, "unblock-sign-in")).isInstanceOf(StepOutcome.AlreadyInPlace.class);
            assertThat(outcome(given, "re-enrol")).isInstanceOf(StepOutcome.Waiting.class);
            assertThat(given.state().openTasks()).containsKey("re-enrol").doesNotContainKey("give-access-back");
            assertThat(given.state().rechecks()).containsKeys("restored+1h", "restored+24h");
            assertThat(passes).hasSize(1);

            enrols(field);
            field.advance("PT3H");
            Watch.Looked looked = field.watch();

            assertThat(looked.done()).isNotEmpty().allMatch(Rechecks.Done.CarriedOut.class::isInstance);
            assertThat(looked.found().values())
                    .as(whatCameBack(field.record()))
                    .isNotEmpty()
                    .allMatch(Watch.Found::clean);
            CaseRecord after = field.record();
            assertThat(after.state().state()).isEqualTo(IncidentState.WATCHING);
            assertThat(item(after, "iPhone 17").outcome()).contains(ItemOutcome.KEPT);
            assertThat(outcome(after, "re-enrol")).isInstanceOf(StepOutcome.Succeeded.class);
            assertThat(after.state().openTasks()).doesNotContainKey("re-enrol");
            assertThat(after.state().step(new StepId("verify")).orElseThrow().proofs())
                    .anyMatch(proof -> proof.actual().contains("new since the account was given back: iPhone 17"))
                    .anyMatch(proof -> proof.what().contains("it was changed after the account was given back"));
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void a_method_that_the_attacker_registers_afterwards_reopens_the_incident_and_is_removed() throws Exception {
        try (Battlefield field = contained(RestoreTest::fromLoopback)) {
            field.giveBack(seen());
            assertThat(registers(field, "attacker", "Pixel 9")).isEqualTo(201);
            field.advance("PT3H");
            Watch.Looked looked = field.watch();

            assertThat(looked.found().values())
                    .as(looked + whatCameBack(field.record()))
                    .anyMatch(Watch.Found::cameBack);
            CaseRecord after = field.record();
            assertThat(after.entries())
                    .anyMatch(recorded -> recorded.entry() instanceof CaseEntry.StateChanged changed
                            && changed.to() == IncidentState.REOPENED);
            assertThat(item(after, "Pixel 9").outcome()).contains(ItemOutcome.REMOVED);
            assertThat(item(after, "iPhone 15").outcome()).contains(ItemOutcome.KEPT);
        }
    }

    @Test
    void no_secret_is_in_anything_that_was_written() throws Exception {
        try (Battlefield field = contained(UnaryOperator.identity())) {
            field.giveBack(seen());

            List<String> secrets = field.secrets();
            assertThat(secrets).contains(passes.getFirst().reveal());
            for (Path file : field.written()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(secrets.stream().filter(text::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void where_nobody_would_see_the_pass_none_is_made_and_nothing_is_given_back() throws Exception {
        try (Battlefield field = contained(UnaryOperator.identity())) {
            CaseRecord record = field.giveBack(new GiveAccountBack.How(false, Optional.empty(), Optional.empty()));

            assertThat(outcome(record, "one-time-pass")).isInstanceOf(StepOutcome.Skipped.class);
            assertThat(outcome(record, "re-enrol")).isInstanceOf(StepOutcome.Skipped.class);
            assertThat(record.state().restoration().givenBackAt()).isEmpty();
            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(field.requests())
                    .noneMatch(row -> row.get("path").getAsString().endsWith("temporaryAccessPassMethods"));
        }
    }

    @Test
    void what_cannot_be_looked_at_stops_it_until_a_person_answers_for_it() throws Exception {
        try (Battlefield field = contained(UnaryOperator.identity())) {
            field.control(
                    "POST",
                    "/faults",
                    "{\"match\": {\"method\": \"GET\", \"path\": \"*auditLogs/signIns*\"}, \"do\": \"html-403\", \"times\": 500}");

            CaseRecord stopped = field.giveBack(seen());
            assertThat(outcome(stopped, "restore-check")).isInstanceOf(StepOutcome.Indeterminate.class);
            assertThat(stopped.state().restoration().givenBackAt()).isEmpty();
            assertThat(passes).isEmpty();

            GiveAccountBack.How seen = seen();
            CaseRecord given = field.giveBack(
                    new GiveAccountBack.How(seen.unblock(), Optional.of("she is needed"), seen.keeper()));
            assertThat(given.state().restoration().givenBackAt()).isPresent();
            assertThat(given.state().chronicle().deviations())
                    .anyMatch(deviation -> deviation.because().equals("she is needed"));
        }
    }

    @Test
    void a_tenant_that_allows_no_pass_is_told_to_enrol_under_supervision() throws Exception {
        try (Battlefield field = contained(yaml -> yaml.replace(ALLOWED, NOT_ALLOWED))) {
            CaseRecord record = field.giveBack(seen());

            assertThat(outcome(record, "one-time-pass")).isInstanceOf(StepOutcome.Failed.class);
            assertThat(task(record, "re-enrol")).contains("under your eyes");
            assertThat(record.state().restoration().givenBackAt()).isPresent();
        }
    }

    @Test
    void an_account_that_somebody_else_blocked_stays_blocked_until_a_person_says_otherwise() throws Exception {
        try (Battlefield field = contained(UnaryOperator.identity())) {
            field.graph("operator", "PATCH", "/v1.0/users/" + field.suspect(), "{\"accountEnabled\": false}");

            CaseRecord record = field.giveBack(seen());
            assertThat(outcome(record, "unblock-sign-in")).isInstanceOf(StepOutcome.Skipped.class);
            assertThat(task(record, "unblock")).contains("--unblock");
            assertThat(record.state().restoration().givenBackAt()).isEmpty();

            record = field.giveBack(new GiveAccountBack.How(true, Optional.empty(), seen().keeper()));
            assertThat(outcome(record, "unblock-sign-in")).isInstanceOf(StepOutcome.Succeeded.class);
            assertThat(record.state().openTasks()).doesNotContainKey("unblock");
            assertThat(record.state().restoration().givenBackAt()).isPresent();
            assertThat(passes).hasSize(2);
        }
    }

    @Test
    void an_answer_that_was_lost_is_repeated_and_said_to_be() throws Exception {
        try (Battlefield field = contained(UnaryOperator.identity())) {
            field.control(
                    "POST",
                    "/faults",
                    "{\"match\": {\"method\": \"POST\", \"path\":"
                            + " \"/v1.0/users/*/authentication/temporaryAccessPassMethods\"}, \"do\":"
                            + " \"reset-after-commit\", \"times\": 1}");

            CaseRecord record = field.giveBack(seen());

            assertThat(outcome(record, "one-time-pass")).isInstanceOf(StepOutcome.Succeeded.class);
            assertThat(record.state()
                            .step(new StepId("one-time-pass"))
                            .orElseThrow()
                            .repeated())
                    .isTrue();
            assertThat(passes).hasSize(1);
        }
    }

    @Test
    void what_is_not_verified_is_given_back_only_when_somebody_answers_for_it() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", RestoreTest::unclear, folder)) {
            assertThat(field.respond().state().state()).isEqualTo(IncidentState.CONTAINED);

            assertThatThrownBy(() -> field.giveBack(seen()))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("not verified");

            CaseRecord record = field.giveBack(
                    new GiveAccountBack.How(false, Optional.of("She must sign the accounts today"), seen().keeper()));
            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);
            assertThat(record.state().restoration().givenBackAt()).isPresent();
            assertThat(record.state().chronicle().deviations())
                    .anyMatch(deviation -> deviation.because().equals("She must sign the accounts today"));
        }
    }

    @Test
    void what_a_person_gave_back_to_the_attacker_stops_it_until_somebody_answers_for_it() throws Exception {
        try (Battlefield field = contained(UnaryOperator.identity())) {
            Item rule = field.record().state().items().values().stream()
                    .filter(item -> item.key().kind().equals("inbox-rule"))
                    .filter(item -> item.verdict() == Verdict.MALICIOUS)
                    .findFirst()
                    .orElseThrow();
            field.undo(field.record(), rule.key().id());

            CaseRecord stopped = field.giveBack(seen());
            assertThat(outcome(stopped, "restore-check"))
                    .isInstanceOfSatisfying(
                            StepOutcome.Indeterminate.class,
                            stop -> assertThat(stop.toString())
                                    .contains(rule.name(), "because a person gave it back", "--despite"));
            assertThat(stopped.state().restoration().givenBackAt()).isEmpty();

            CaseRecord given =
                    field.giveBack(new GiveAccountBack.How(false, Optional.of("It is his after all"), seen().keeper()));
            assertThat(given.state().restoration().givenBackAt()).isPresent();
        }
    }

    private Battlefield contained(UnaryOperator<String> change) throws Exception {
        Battlefield field = Battlefield.resource("swift.yaml", change, folder);
        assertThat(field.respond().state().state()).isEqualTo(IncidentState.VERIFIED);
        return field;
    }

    private GiveAccountBack.How seen() {
        return new GiveAccountBack.How(
                false, Optional.empty(), Optional.of((incident, pass, until) -> passes.add(pass)));
    }

    private static int registers(Battlefield field, String who, String device) {
        return field.graph(
                        who,
                        "POST",
                        "/beta/users/" + field.suspect() + "/authentication/microsoftAuthenticatorMethods",
                        "{\"displayName\": \"" + device + "\"}")
                .statusCode();
    }

    private static void enrols(Battlefield field) {
        String user = "/users/" + field.suspect();
        assertThat(registers(field, field.suspect(), "iPhone 17")).isEqualTo(201);
        assertThat(field.graph(
                                "operator",
                                "PATCH",
                                "/v1.0" + user,
                                "{\"passwordProfile\": {\"password\": \"Spring-2026!abc\","
                                        + " \"forceChangePasswordNextSignIn\": false}}")
                        .statusCode())
                .isEqualTo(204);
    }

    /** The attacker's tokens of the control API come from the loopback address, so let him always have come from there. */
    private static String fromLoopback(String yaml) {
        return yaml.replace("203.0.113.9", "127.0.0.1");
    }

    /** Something that cannot be read, so that nobody can call the account verified. */
    private static String unclear(String yaml) {
        return yaml + "faults:\n  - {match: {cmdlet: Get-SweepRule}, do: html-403, times: 1000}\n";
    }

    private static String task(CaseRecord record, String id) {
        return Optional.ofNullable(record.state().openTasks().get(id))
                .orElseThrow()
                .text();
    }

    private static StepOutcome outcome(CaseRecord record, String step) {
        return record.state()
                .step(new StepId(step))
                .flatMap(progress -> progress.outcome())
                .orElseThrow();
    }

    /** Why each verification that failed did, and how the things were judged. */
    private static String whatCameBack(CaseRecord record) {
        return record.entries().stream()
                        .map(Recorded::entry)
                        .flatMap(entry -> entry instanceof EngineEntry.StepEnded ended
                                        && ended.outcome() instanceof StepOutcome.Failed failed
                                ? Stream.of(ended.step() + ": " + failed.reason())
                                : Stream.empty())
                        .toList()
                + "; " + record.state().items().values();
    }

    private static Item item(CaseRecord record, String name) {
        return record.state().items().values().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

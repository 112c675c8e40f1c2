package dev.cordon.cli.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.desk.ResponseDesk.Due;
import dev.cordon.cli.desk.ResponseDesk.Rechecked;
import dev.cordon.cli.desk.ResponseDesk.StillDue;
import dev.cordon.cli.desk.ResponseDesk.Subject;
import dev.cordon.cli.desk.ResponseDesk.Waiting;
import dev.cordon.cli.desk.ResponseDesk.Watched;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.response.AwaitedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchLinesTest {
    private static final IncidentId ID = new IncidentId("INC-20260302-K7QF");
    private static final Instant AT = Instant.parse("2026-03-02T23:00:00.5Z");
    private static final Waiting NEXT = new Waiting(ID, "after-1-hour", Instant.parse("2026-03-02T23:30:00Z"));

    private static final Due ACCOUNT = new Due(ID, "after-1-hour", "anna.berg@contoso.example", Subject.ACCOUNT);
    private static final Due LOGS = new Due(ID, "collect-logs-1", "anna.berg@contoso.example", Subject.LOGS);
    private static final Rechecked PUT_OFF =
            new Rechecked(LOGS, false, Optional.empty(), Optional.empty(), "Put off for an hour.");

    private static Rechecked rechecked(boolean clean) {
        return new Rechecked(
                ACCOUNT,
                true,
                Optional.of(clean),
                Optional.of(IncidentState.WATCHING),
                "everything was as it should be.");
    }

    private static String look(List<Rechecked> done, Map<String, String> unreachable, List<Waiting> waiting) {
        return WatchLines.look(AT, new Watched(done, unreachable, List.of(), waiting, List.of()));
    }

    @Test
    void the_start_names_the_incidents_and_the_next_re_check() {
        assertThat(WatchLines.start(List.of(NEXT, NEXT), Duration.ofSeconds(60)))
                .startsWith("Watching INC-20260302-K7QF. The next re-check: after-1-hour of INC-20260302-K7QF at"
                        + " 2026-03-02T23:30:00Z of the tenant's clock.")
                .contains("every 60 seconds");
        assertThat(WatchLines.start(List.of(), Duration.ofSeconds(60))).contains("no incident has a re-check");
    }

    @Test
    void each_look_has_a_line_with_its_result() {
        assertThat(look(List.of(), Map.of(), List.of(NEXT)))
                .isEqualTo("2026-03-02T23:00:00Z nothing is due; next: after-1-hour of INC-20260302-K7QF at"
                        + " 2026-03-02T23:30:00Z of the tenant's clock.");
        assertThat(look(List.of(rechecked(true)), Map.of(), List.of()))
                .contains("1 re-check due, all quiet; nothing is scheduled");
        assertThat(look(List.of(rechecked(true), rechecked(false)), Map.of("contoso", "no answer"), List.of(NEXT)))
                .contains("2 re-checks due, 1 NOT QUIET, 1 tenant NOT REACHED; next");
    }

    @Test
    void what_is_past_due_and_was_not_done_is_named_with_why_before_what_comes_next() {
        var held = new Rechecked(
                ACCOUNT, false, Optional.empty(), Optional.empty(), "stays due: it is held by another process.");
        var due = List.of(
                new StillDue(ID, "residual", "held by host-7"),
                new StillDue(ID, "after-1-hour", "held by host-7"),
                new StillDue(ID, "day-4", "not looked at because of what is said above"));

        assertThat(held.isQuiet()).isFalse();
        assertThat(WatchLines.look(AT, new Watched(List.of(held), Map.of(), due, List.of(NEXT), List.of())))
                .isEqualTo("2026-03-02T23:00:00Z 1 re-check due, 1 NOT DONE; still due: residual, after-1-hour of"
                        + " INC-20260302-K7QF (held by host-7), day-4 of INC-20260302-K7QF (not looked at because of"
                        + " what is said above); next: after-1-hour of INC-20260302-K7QF at 2026-03-02T23:30:00Z of the"
                        + " tenant's clock.");
        assertThat(WatchLines.look(AT, new Watched(List.of(held), Map.of(), due, List.of(), List.of())))
                .endsWith("said above); nothing else is scheduled.");
    }

    @Test
    void what_waits_at_a_tenant_that_did_not_answer_is_neither_called_due_nor_the_next_one() {
        var unreachable = Map.of("contoso", "no answer");

        assertThat(WatchLines.look(AT, new Watched(List.of(), unreachable, List.of(), List.of(), List.of(NEXT))))
                .isEqualTo(
                        "2026-03-02T23:00:00Z 1 tenant NOT REACHED; whether these are due is not known, the tenant did"
                                + " not tell its time: after-1-hour of INC-20260302-K7QF at 2026-03-02T23:30:00Z; nothing else is"
                                + " scheduled.");
        assertThat(WatchLines.look(
                        AT, new Watched(List.of(), unreachable, List.of(), List.of(), Collections.nCopies(5, NEXT))))
                .contains(", and 2 later;");
    }

    @Test
    void each_re_check_says_of_which_incident_whose_account_and_what_was_looked_at() {
        assertThat(WatchLines.begins(LOGS))
                .isEqualTo("INC-20260302-K7QF \"anna.berg@contoso.example\" collect-logs-1 looks at Microsoft's logs.");
        assertThat(WatchLines.ended(rechecked(true)))
                .isEqualTo(
                        "INC-20260302-K7QF \"anna.berg@contoso.example\" after-1-hour, looked at: the account and every"
                                + " place in which an attacker can leave something. Everything was as it should be.");
        assertThat(WatchLines.begins(new Due(ID, "after-1-hour", "a\u001b[2J@x", Subject.ACCOUNT)))
                .doesNotContain("\u001b");
    }

    @Test
    void what_was_put_off_is_neither_quiet_nor_called_looked_at() {
        assertThat(WatchLines.ended(PUT_OFF)).contains("NOT looked at: Microsoft's logs. Put off");
        assertThat(look(List.of(rechecked(true), PUT_OFF), Map.of(), List.of()))
                .contains("2 re-checks due, 1 NOT DONE;");
    }

    @Test
    void places_that_were_not_read_are_named_where_every_place_is_said_to_be_looked_at() {
        var partly = new Rechecked(
                ACCOUNT,
                true,
                Optional.of(false),
                Optional.of(IncidentState.WATCHING),
                "what could be read was as it should be; the incident is watching.",
                List.of("calendar publishing", "what the licences do not show"),
                List.of());

        assertThat(WatchLines.ended(partly))
                .contains("in which an attacker can leave something but: calendar publishing; what the licences do not"
                        + " show. What could be read was as it should be;");
    }

    @Test
    void what_only_waits_for_microsoft_was_looked_at_and_is_neither_loud_nor_all_quiet() {
        var query = new AwaitedQuery(
                new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, "anna.berg@contoso.example"),
                AT,
                AT.plusSeconds(900),
                true);
        var waiting = new Rechecked(
                LOGS,
                true,
                Optional.empty(),
                Optional.of(IncidentState.WATCHING),
                query.inWords(),
                List.of(),
                List.of(query));
        var notContained = new Rechecked(
                LOGS,
                true,
                Optional.empty(),
                Optional.of(IncidentState.REOPENED),
                query.inWords(),
                List.of(),
                List.of(query));

        assertThat(waiting.isQuiet()).isTrue();
        assertThat(WatchLines.ended(waiting))
                .contains(", looked at: Microsoft's logs. Microsoft is still working at audit-log-queries"
                        + " anna.berg@contoso.example, asked at 2026-03-02T23:00:00Z; asked again at"
                        + " 2026-03-02T23:15:00Z.");
        assertThat(look(List.of(waiting), Map.of(), List.of())).contains(" 1 re-check due, 1 waiting for Microsoft; ");
        assertThat(look(List.of(waiting, rechecked(false)), Map.of(), List.of()))
                .contains("2 re-checks due, 1 waiting for Microsoft, 1 NOT QUIET;");
        assertThat(notContained.isQuiet()).isFalse();
        assertThat(look(List.of(notContained), Map.of(), List.of())).contains("1 re-check due, 1 NOT QUIET;");
    }
}

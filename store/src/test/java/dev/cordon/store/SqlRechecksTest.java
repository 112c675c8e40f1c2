package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.schedule.Rechecks;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlRechecksTest {
    private static final Instant DUE = Instant.parse("2026-03-02T08:15:00Z");
    private static final IncidentId INCIDENT = JournalEntries.INCIDENT;

    @TempDir
    private Path folder;

    private Store store;
    private Rechecks rechecks;
    private final List<String> carriedOut = new ArrayList<>();

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @BeforeEach
    void open() {
        store = Store.open(placed().location(folder), OpenStores.WALL_TIME, ClaimPace.USUAL);
        rechecks = store.rechecks();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<Rechecks.Done> run(Instant tenantNow) {
        return rechecks.runDue(tenantNow, SqlRechecksTest::isOurs, recheck -> carriedOut.add(recheck.name()));
    }

    private static boolean isOurs(Rechecks.Scheduled scheduled) {
        return scheduled.incident().equals(INCIDENT);
    }

    @Test
    void carries_out_what_is_due_by_the_tenants_time_earliest_first_and_once() {
        rechecks.schedule(INCIDENT, "1h", DUE.plusSeconds(2700));
        rechecks.schedule(INCIDENT, "15min", DUE);
        rechecks.schedule(INCIDENT, "24h", DUE.plusSeconds(90_000));

        run(DUE.minusSeconds(1));
        assertThat(carriedOut).isEmpty();

        run(DUE.plusSeconds(2700));
        run(DUE.plusSeconds(2700));
        assertThat(carriedOut).containsExactly("15min", "1h");
        assertThat(rechecks.scheduled())
                .containsExactly(new Rechecks.Scheduled(INCIDENT, "24h", DUE.plusSeconds(90_000)));
    }

    @Test
    void leaves_other_tenants_incidents_alone() {
        rechecks.schedule(JournalEntries.OTHER_INCIDENT, "15min", DUE);

        assertThat(run(DUE)).isEmpty();
        assertThat(rechecks.scheduled()).hasSize(1);
    }

    @Test
    void scheduling_again_moves_it() {
        rechecks.schedule(INCIDENT, "15min", DUE);
        rechecks.schedule(INCIDENT, "15min", DUE.plusSeconds(60));
        rechecks.schedule(INCIDENT, "15min", DUE.plusSeconds(60));

        assertThat(rechecks.scheduled())
                .containsExactly(new Rechecks.Scheduled(INCIDENT, "15min", DUE.plusSeconds(60)));
    }

    @Test
    void one_that_fails_stays_scheduled_and_does_not_stop_the_others() {
        rechecks.schedule(INCIDENT, "15min", DUE);
        rechecks.schedule(INCIDENT, "1h", DUE.plusSeconds(1));

        List<Rechecks.Done> done = rechecks.runDue(DUE.plusSeconds(1), SqlRechecksTest::isOurs, recheck -> {
            if (recheck.name().equals("15min")) {
                throw new IOException("unreachable");
            }
            carriedOut.add(recheck.name());
        });

        assertThat(carriedOut).containsExactly("1h");
        assertThat(done).hasSize(2).first().isInstanceOf(Rechecks.Done.Failed.class);
        assertThat(rechecks.scheduled()).containsExactly(new Rechecks.Scheduled(INCIDENT, "15min", DUE));
    }

    @Test
    void one_that_is_being_carried_out_is_not_carried_out_by_another() {
        rechecks.schedule(INCIDENT, "15min", DUE);

        rechecks.runDue(
                DUE,
                SqlRechecksTest::isOurs,
                one -> assertThat(run(DUE))
                        .containsExactly(new Rechecks.Done.Held(
                                one,
                                ProcessIdentity.own(Instant.EPOCH).name(),
                                Optional.of(OpenStores.WALL_TIME.instant()))));

        assertThat(carriedOut).isEmpty();
        assertThat(rechecks.scheduled()).isEmpty();
    }

    @Test
    void a_claim_whose_holder_nobody_knows_is_told_with_what_stands_there() throws SQLException {
        rechecks.schedule(INCIDENT, "15min", DUE);
        claimedBy("somebody", OpenStores.WALL_TIME.instant());

        assertThat(run(DUE))
                .containsExactly(new Rechecks.Done.Held(
                        new Rechecks.Scheduled(INCIDENT, "15min", DUE), "somebody", Optional.empty()));
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void a_heartbeat_of_the_future_holds_no_claim() throws SQLException {
        rechecks.schedule(INCIDENT, "15min", DUE);
        claimedBy("somebody", OpenStores.WALL_TIME.instant().plusSeconds(86_400));

        assertThat(run(DUE)).singleElement().isInstanceOf(Rechecks.Done.CarriedOut.class);
        assertThat(carriedOut).containsExactly("15min");
    }

    private void claimedBy(String holder, Instant heartbeat) throws SQLException {
        try (Dialect dialect = placed().dialect(folder);
                Connection connection = dialect.dataSource().getConnection();
                PreparedStatement claim = connection.prepareStatement(
                        "UPDATE scheduled_tasks SET picked = ?, picked_by = ?, last_heartbeat = ?")) {
            claim.setBoolean(1, true);
            claim.setString(2, holder);
            if (placed() == Placed.IN_FOLDER) {
                claim.setLong(3, heartbeat.toEpochMilli());
            } else {
                claim.setObject(3, heartbeat.atOffset(ZoneOffset.UTC));
            }
            claim.executeUpdate();
        }
    }

    @Test
    void what_a_look_schedules_again_for_the_time_it_has_is_carried_out_once_and_in_that_look() {
        List<Instant> times = List.of(
                DUE.plusNanos(4_114_746),
                DUE.plusNanos(999_999_999),
                DUE.plusSeconds(60).plusNanos(1));
        times.forEach(due -> rechecks.schedule(INCIDENT, "at " + due, due));

        List<Rechecks.Done> done = rechecks.runDue(DUE.plusSeconds(120), SqlRechecksTest::isOurs, recheck -> {
            carriedOut.add(recheck.name());
            times.forEach(due -> {
                if (!carriedOut.contains("at " + due) || recheck.name().equals("at " + due)) {
                    rechecks.schedule(INCIDENT, "at " + due, due);
                }
            });
        });

        assertThat(carriedOut)
                .containsExactly(times.stream().map(due -> "at " + due).toArray(String[]::new));
        assertThat(done).hasSize(3).allMatch(Rechecks.Done.CarriedOut.class::isInstance);
        assertThat(rechecks.scheduled()).isEmpty();
    }

    @Test
    void what_is_not_wanted_now_stays_due_and_may_be_carried_out_within_another() {
        rechecks.schedule(INCIDENT, "logs", DUE);
        rechecks.schedule(INCIDENT, "1h", DUE.plusSeconds(1));
        Instant now = DUE.plusSeconds(1);

        rechecks.runDue(now, each -> each.name().equals("logs"), logs -> {
            rechecks.runDue(now, each -> !each.name().equals("logs"), within -> carriedOut.add(within.name()));
            carriedOut.add(logs.name());
        });

        assertThat(carriedOut).containsExactly("1h", "logs");
        assertThat(rechecks.scheduled()).isEmpty();
    }

    @Test
    void one_that_schedules_itself_anew_stays_scheduled() {
        rechecks.schedule(INCIDENT, "daily", DUE);

        rechecks.runDue(
                DUE,
                SqlRechecksTest::isOurs,
                recheck -> rechecks.schedule(INCIDENT, recheck.name(), DUE.plusSeconds(86_400)));

        assertThat(rechecks.scheduled())
                .containsExactly(new Rechecks.Scheduled(INCIDENT, "daily", DUE.plusSeconds(86_400)));
    }

    @Test
    void cancelling_forgets_an_incidents_re_checks_and_no_others() {
        rechecks.schedule(INCIDENT, "15min", DUE);
        rechecks.schedule(JournalEntries.OTHER_INCIDENT, "15min", DUE);

        rechecks.cancel(INCIDENT);
        rechecks.cancel(INCIDENT);

        assertThat(rechecks.scheduled())
                .extracting(Rechecks.Scheduled::incident)
                .containsExactly(JournalEntries.OTHER_INCIDENT);
    }
}

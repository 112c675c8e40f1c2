package dev.cordon.investigation.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every keeper of log rows promises; one subclass for each. */
public abstract class LogRecordsContract {
    protected static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    private static final IncidentId OTHER = new IncidentId("INC-20260302-ABCD");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.1234567Z");

    /** Without any record. */
    protected abstract LogRecords fresh();

    /** A row of the audit log; its texts are what an attacker would write. */
    protected static LogRecord row(String id, Instant at, long row) {
        return new LogRecord(
                LogRecord.Log.AUDIT_LOG,
                id,
                at,
                LogRecord.ZoneRule.BY_SCHEMA,
                "New-InboxRule",
                "anna@contoso.example",
                "203.0.113.9",
                "session-1",
                "axios/1.7'; DROP TABLE log_records; --",
                LogRecord.Outcome.CONTRADICTORY,
                "True",
                "Exchange",
                "anna\\\u202e=cmd|' /C calc'!A0\u0001 \ud83d\ude00",
                row);
    }

    protected static List<LogRecords.Kept> kept(LogRecords records, IncidentId incident) {
        List<LogRecords.Kept> kept = new ArrayList<>();
        records.visit(incident, kept::add);
        return kept;
    }

    @Test
    void a_kept_record_comes_back_to_the_letter_with_its_exhibit() {
        LogRecords records = fresh();
        LogRecord row = row("a", NOON, 7);

        try (var batch = records.begin()) {
            batch.add(row);
            assertThat(batch.keep(INCIDENT, ExhibitId.of(12))).isEqualTo(new LogRecords.Counts(1, 0));
        }

        assertThat(kept(records, INCIDENT)).containsExactly(new LogRecords.Kept(ExhibitId.of(12), row));
        assertThat(kept(records, OTHER)).isEmpty();
    }

    @Test
    void a_record_is_kept_once_in_an_incident_whichever_file_brings_it() {
        LogRecords records = fresh();
        try (var batch = records.begin()) {
            batch.add(row("a", NOON, 1));
            batch.add(row("a", NOON, 2));
            batch.add(row("b", NOON, 3));
            assertThat(batch.keep(INCIDENT, ExhibitId.of(1))).isEqualTo(new LogRecords.Counts(2, 1));
        }
        try (var batch = records.begin()) {
            batch.add(row("b", NOON, 1));
            batch.add(row("c", NOON, 2));
            assertThat(batch.keep(INCIDENT, ExhibitId.of(2))).isEqualTo(new LogRecords.Counts(1, 1));
        }
        try (var batch = records.begin()) {
            batch.add(row("a", NOON, 1));
            assertThat(batch.keep(OTHER, ExhibitId.of(3))).isEqualTo(new LogRecords.Counts(1, 0));
        }

        assertThat(kept(records, INCIDENT))
                .extracting(each -> each.exhibit() + " " + each.record().id() + " "
                        + each.record().row())
                .containsExactly("E-000001 a 1", "E-000001 b 3", "E-000002 c 2");
    }

    @Test
    void a_duplicate_that_tells_something_else_is_named_and_the_first_row_stands() {
        LogRecords records = fresh();
        LogRecord first = row("a", NOON, 1);
        try (var batch = records.begin()) {
            batch.add(first);
            batch.add(told(row("a", NOON, 2), "HardDelete", first.address()));
            batch.add(told(row("a", NOON.minusNanos(100), 3), first.operation(), ""));
            assertThat(batch.keep(INCIDENT, ExhibitId.of(1))).isEqualTo(new LogRecords.Counts(1, 2, 1, List.of(2L)));
        }
        try (var batch = records.begin()) {
            batch.add(told(row("b", NOON, 1), "Send", ""));
            batch.add(told(row("a", NOON, 2), first.operation(), "198.51.100.1"));
            batch.add(row("a", NOON.plusSeconds(1), 3));
            batch.add(row("a", NOON, 4));
            assertThat(batch.keep(INCIDENT, ExhibitId.of(2)))
                    .isEqualTo(new LogRecords.Counts(1, 3, 2, List.of(2L, 3L)));
        }
        assertThat(kept(records, INCIDENT)).contains(new LogRecords.Kept(ExhibitId.of(1), first));
    }

    private static LogRecord told(LogRecord row, String operation, String address) {
        return new LogRecord(
                row.log(),
                row.id(),
                row.at(),
                row.zoneRule(),
                operation,
                row.actor(),
                address,
                row.session(),
                row.userAgent(),
                row.outcome(),
                row.result(),
                row.workload(),
                row.object(),
                row.row());
    }

    @Test
    void what_is_forgotten_is_gone_and_nothing_else_is() {
        LogRecords records = fresh();
        for (IncidentId incident : List.of(INCIDENT, OTHER)) {
            try (var batch = records.begin()) {
                batch.add(row("a", NOON, 7));
                batch.keep(incident, ExhibitId.of(incident.equals(INCIDENT) ? 12 : 13));
            }
        }

        records.forget(INCIDENT);
        records.forget(INCIDENT);

        assertThat(kept(records, INCIDENT)).isEmpty();
        assertThat(kept(records, OTHER)).hasSize(1);
    }

    @Test
    void the_same_id_in_another_log_is_another_record() {
        LogRecords records = fresh();
        LogRecord audit = row("a", NOON, 1);
        LogRecord signIn = new LogRecord(
                LogRecord.Log.SIGN_INS,
                "a",
                NOON,
                LogRecord.ZoneRule.STATED,
                "Sign-in",
                "",
                "",
                "",
                "",
                LogRecord.Outcome.NOT_SAID,
                "",
                "",
                "",
                2);
        try (var batch = records.begin()) {
            batch.add(audit);
            batch.add(signIn);
            assertThat(batch.keep(INCIDENT, ExhibitId.of(1)).unique()).isEqualTo(2);
        }
        assertThat(kept(records, INCIDENT)).extracting(LogRecords.Kept::record).containsExactly(audit, signIn);
    }

    @Test
    void records_come_in_order_of_time_not_of_their_text() {
        LogRecords records = fresh();
        try (var batch = records.begin()) {
            batch.add(row("a", NOON.plusNanos(500), 1));
            batch.add(row("b", Instant.parse("1999-12-31T23:59:59Z"), 2));
            batch.add(row("c", NOON, 3));
            batch.add(row("d", LogRecord.LATEST, 4));
            batch.keep(INCIDENT, ExhibitId.of(1));
        }
        assertThat(kept(records, INCIDENT))
                .extracting(each -> each.record().id())
                .containsExactly("b", "c", "a", "d");
    }

    @Test
    void which_rows_an_exhibit_has_is_told_without_them_and_its_rows_without_those_of_another() {
        LogRecords records = fresh();
        LogRecord later = row("a", NOON.plusSeconds(1), 1);
        LogRecord earlier = row("b", NOON, 900);
        try (var batch = records.begin()) {
            batch.add(later);
            batch.add(row("a", NOON, 2));
            batch.add(earlier);
            batch.keep(INCIDENT, ExhibitId.of(1));
        }
        try (var batch = records.begin()) {
            batch.add(row("c", NOON, 3));
            batch.keep(INCIDENT, ExhibitId.of(2));
        }
        try (var batch = records.begin()) {
            batch.add(row("d", NOON, 4));
            batch.keep(OTHER, ExhibitId.of(3));
        }

        assertThat(records.numbers(INCIDENT))
                .containsExactly(Map.entry(ExhibitId.of(1), rows(1, 900)), Map.entry(ExhibitId.of(2), rows(3)));
        assertThat(records.numbers(new IncidentId("INC-20260302-ZZZZ"))).isEmpty();
        List<LogRecord> ofOne = new ArrayList<>();
        records.visit(INCIDENT, ExhibitId.of(1), ofOne::add);
        records.visit(INCIDENT, ExhibitId.of(3), ofOne::add);
        assertThat(ofOne).containsExactly(earlier, later);
    }

    private static BitSet rows(int... numbers) {
        BitSet rows = new BitSet();
        Arrays.stream(numbers).forEach(rows::set);
        return rows;
    }

    @Test
    void what_is_not_kept_is_seen_by_nobody() {
        LogRecords records = fresh();
        try (var batch = records.begin()) {
            batch.add(row("a", NOON, 1));
            assertThat(kept(records, INCIDENT)).isEmpty();
        }
        assertThat(kept(records, INCIDENT)).isEmpty();
        try (var batch = records.begin()) {
            assertThat(batch.keep(INCIDENT, ExhibitId.of(1))).isEqualTo(new LogRecords.Counts(0, 0));
        }
    }
}

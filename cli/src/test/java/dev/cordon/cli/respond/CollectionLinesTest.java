package dev.cordon.cli.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Counts;
import dev.cordon.investigation.collection.Place;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.ReconstructionListener;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectionLinesTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final String REFUSED =
            "Microsoft does not permit it. Have an administrator grant AuditLogsQuery.Read.All.";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final CollectionLines lines = new CollectionLines(
            new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), Terminal.none(), new TestingClock(AT)));

    private static Collected source(CollectedLog log, String of, CollectionOutcome outcome, String reason) {
        return source(log, of, outcome, reason, Counts.NONE);
    }

    private static Collected source(
            CollectedLog log, String of, CollectionOutcome outcome, String reason, Counts counts) {
        Instant from = AT.minus(Duration.ofDays(7));
        var place = new Place.AuditSearch(
                AuditLogSearch.Position.start(new AuditQuestion(from, AT, List.of(), List.of(), List.of())));
        return new Collected(
                new CollectionSource(log, of),
                new CollectionProgress(
                        from,
                        AT,
                        Optional.empty(),
                        1,
                        AT,
                        place,
                        Optional.of(new CollectionProgress.Ending(outcome, reason, Optional.empty()))),
                counts);
    }

    private String told(List<Collected> sources) {
        for (Collected source : sources) {
            lines.reads(source);
            lines.ended(source);
        }
        lines.end(new CollectLogs.Collection(
                new IncidentId("INC-20260302-K7QF"), sources, sources, List.of(), List.of(), false));
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void a_collection_that_cannot_be_gone_on_with_is_no_success() {
        var collection = new CollectLogs.Collection(
                new IncidentId("INC-20260302-K7QF"),
                List.of(),
                List.of(source(CollectedLog.AUDIT_LOG_SEARCH, "anna", CollectionOutcome.COMPLETE, "")),
                List.of("sign-ins-interactive anna"),
                List.of(),
                false);

        lines.end(collection);

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Not all could be read");
        assertThat(IncidentCollectCommand.exitCode(collection)).isEqualTo(ExitCode.NOT_GENUINE);
    }

    @Test
    void a_refused_channel_is_no_alarm_where_the_other_one_read_the_rows() {
        String told = told(List.of(
                source(CollectedLog.AUDIT_LOG_QUERIES, "anna", CollectionOutcome.NOT_PERMITTED, REFUSED),
                source(CollectedLog.AUDIT_LOG_QUERIES, "from 203.0.113.9", CollectionOutcome.NOT_PERMITTED, REFUSED),
                source(CollectedLog.AUDIT_LOG_SEARCH, "anna", CollectionOutcome.LATE, ""),
                source(CollectedLog.AUDIT_LOG_SEARCH, "from 203.0.113.9", CollectionOutcome.LATE, "")));

        assertThat(told)
                .doesNotContain("NOT PERMITTED")
                .doesNotContain(REFUSED)
                .containsOnlyOnce("The unified audit log was read by Exchange's search");
    }

    @Test
    void what_neither_channel_read_is_told_with_both_reasons() {
        String told = told(List.of(
                source(CollectedLog.AUDIT_LOG_QUERIES, "anna", CollectionOutcome.NOT_PERMITTED, REFUSED),
                source(CollectedLog.AUDIT_LOG_SEARCH, "anna", CollectionOutcome.CUT_OFF, "The session broke.")));

        assertThat(told)
                .contains("The session broke.")
                .contains(REFUSED)
                .contains("Not all could be read")
                .doesNotContain("was read by Exchange's search");
    }

    @Test
    void rows_that_tell_something_else_than_those_that_stand_are_told_of_a_log_that_was_read_too() {
        String told = told(List.of(
                source(CollectedLog.AUDIT_LOG_SEARCH, "anna", CollectionOutcome.LATE, "Some may still arrive."),
                source(
                        CollectedLog.MESSAGE_TRACE_SENT,
                        "anna",
                        CollectionOutcome.COMPLETE,
                        "",
                        new Counts(9, 7, 0, 2))));

        assertThat(told)
                .contains("At least 2 rows of this round tell something else than the row of the same id that stands")
                .doesNotContain("Some may still arrive.");
    }

    @Test
    void what_is_not_asked_as_it_was_wanted_is_shown_and_kept_for_the_document() {
        lines.notes("Asked from later.");

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Asked from later.");
        assertThat(lines.notes()).containsExactly("Asked from later.");
    }

    @Test
    void what_is_made_of_the_rows_is_told_with_their_number_where_it_takes_a_while() {
        lines.begins(ReconstructionListener.Phase.READING, 270_000);
        lines.goesOn(1_000);
        lines.ends();
        lines.begins(ReconstructionListener.Phase.ACTS, 270_000);
        lines.ends();
        lines.begins(ReconstructionListener.Phase.REPORT, 0);
        lines.ends();

        assertThat(shown.toString(StandardCharsets.UTF_8).replaceAll(" +", " ").lines())
                .hasSize(3)
                .satisfiesExactly(
                        reading -> assertThat(reading).contains("the kept rows from their exhibits 0.0 s 270000 rows"),
                        acts -> assertThat(acts).contains("what the attacker did 0.0 s 270000 rows"),
                        report -> assertThat(report).contains("the report 0.0 s done"));
    }

    @Test
    void on_a_terminal_a_live_line_says_how_far_it_is() {
        var screen = new Screen(
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                Terminal.seen("out,24 120", "out", Map.of("TERM", "xterm")),
                new TestingClock(AT));
        var live = new CollectionLines(screen);

        live.begins(ReconstructionListener.Phase.PLACES, 270_000);
        live.goesOn(12_000);
        screen.close("");

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("whose each address and session is")
                .contains("12000 of 270000 rows")
                .contains("interrupted");
    }

    @Test
    void of_a_few_rows_only_the_report_is_told() {
        for (ReconstructionListener.Phase phase : ReconstructionListener.Phase.values()) {
            lines.begins(phase, phase == ReconstructionListener.Phase.REPORT ? 0 : 900);
            lines.goesOn(100);
            lines.ends();
        }

        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("the report"));
    }
}

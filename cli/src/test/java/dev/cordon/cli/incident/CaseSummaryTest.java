package dev.cordon.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseSummaryTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:20:00Z");
    private static final IncidentId ID = new IncidentId("INC-20260302-K7QF");
    private static final Digest HASH = new Digest("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    @Test
    void what_is_said_of_a_log_that_was_read_to_its_end_is_shown_too() {
        String odd = "At least 2 rows of this round tell something else than the row of the same id that stands.";
        var ended = new CaseEntry.CollectionEnded(
                "message-trace-sent",
                "anna.berg@contoso.example",
                1,
                AT.minusSeconds(60),
                AT,
                Optional.of(AT),
                9,
                7,
                0,
                CollectionOutcome.COMPLETE,
                odd,
                Optional.empty());

        assertThat(shown(ended)).contains("complete, 9 rows, 7 different").contains(odd);
    }

    private static String shown(CaseEntry.CollectionEnded ended) {
        var incident = new Incident(
                ID,
                IncidentType.COMPROMISED_ACCOUNT,
                "contoso",
                new Account("5f1c0a44", "anna.berg@contoso.example", "Anna Berg"),
                Severity.HIGH,
                DetectionSource.OTHER,
                AT,
                AT,
                AttackActivity.UNKNOWN,
                false);
        RunState state = RunState.of(List.of(recorded(1, new CaseEntry.IncidentOpened(incident)), recorded(2, ended)));
        var shown = new ByteArrayOutputStream();
        CaseSummary.show(
                new CaseView(state, new CaseView.Evidence("/vault", 0, Optional.empty()), List.of()),
                new Screen(
                        new PrintStream(shown, true, StandardCharsets.UTF_8), Terminal.none(), new TestingClock(AT)));
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private static Recorded recorded(long sequence, CaseEntry entry) {
        return new Recorded(sequence, ID, AT, AT, Actor.CORDON, entry, HASH, HASH);
    }
}

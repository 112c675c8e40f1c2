package dev.cordon.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.document.AttackDocument;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.OurActs;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.TouchedFiles;
import dev.cordon.investigation.reconstruction.UnnamedRole;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackLinesTest {
    private static final Instant NEWEST = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant THROUGH = Instant.parse("2026-03-02T09:00:00Z");
    private static final IncidentId ID = new IncidentId("INC-20260302-K7QF");

    private static CollectedPart part(CollectedLog log, CollectionOutcome outcome, String reason) {
        return new CollectedPart(
                new CollectionSource(log, "anna.berg@contoso.example"),
                NEWEST.minus(Duration.ofDays(7)),
                NEWEST.plus(Duration.ofHours(1)),
                Optional.of(outcome),
                reason,
                outcome.isRead() ? Optional.of(THROUGH) : Optional.empty(),
                3);
    }

    private static Reconstructed quiet(CollectedPart... collected) {
        return quiet(12, 0, collected);
    }

    private static Reconstructed quiet(long directoryRows, long auditOfDirectory, CollectedPart... collected) {
        return with(directoryRows, auditOfDirectory, List.of(), List.of(), collected);
    }

    private static Reconstructed with(
            long directoryRows,
            long auditOfDirectory,
            List<UnnamedRole> unnamed,
            List<ExhibitId> damaged,
            CollectedPart... collected) {
        List<Looked> looked = Arrays.stream(Log.values())
                .map(log -> new Looked(
                        log,
                        log == Log.DIRECTORY_AUDIT ? directoryRows : 12,
                        2,
                        Optional.of(THROUGH),
                        Optional.of(NEWEST)))
                .toList();
        var found = new Reconstruction(
                List.of(),
                0,
                0,
                OurActs.NONE,
                List.of(),
                List.of(),
                List.of(),
                auditOfDirectory,
                unnamed,
                List.of(),
                List.of(),
                TouchedFiles.NONE,
                List.of(),
                0,
                looked);
        return new Reconstructed(
                ID, found, 0, List.of(), 0, damaged, List.of(), List.of(), List.of(collected), List.of());
    }

    private static String shown(Reconstructed reconstructed) {
        var shown = new ByteArrayOutputStream();
        new AttackLines(reconstructed)
                .show(new Screen(
                        new PrintStream(shown, true, StandardCharsets.UTF_8),
                        Terminal.none(),
                        new TestingClock(NEWEST)));
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void none_is_said_through_the_time_the_log_is_complete_and_not_until_its_newest_row() {
        assertThat(shown(quiet(
                        part(CollectedLog.AUDIT_LOG_SEARCH, CollectionOutcome.LATE, ""),
                        part(CollectedLog.DIRECTORY_AUDITS_ALL, CollectionOutcome.COMPLETE, ""))))
                .contains("Found: none, in 12 rows of the audit log, complete through 2026-03-02T09:00:00Z"
                        + " (rows since then may still arrive).")
                .contains("nothing by the attacker, in 12 rows of the directory audit, complete through"
                        + " 2026-03-02T09:00:00Z.")
                .contains("Not wholly read: audit log")
                .doesNotContain("audit log until 2026-03-02T10:00:00Z");
    }

    @Test
    void a_log_that_was_not_licensed_not_permitted_or_cut_off_is_named_with_its_reason() {
        Reconstructed reconstructed = quiet(
                part(CollectedLog.SIGN_INS_INTERACTIVE, CollectionOutcome.NOT_LICENSED, "Entra ID P1 is missing."),
                part(CollectedLog.MESSAGE_TRACE_SENT, CollectionOutcome.NOT_PERMITTED, "No role lets us."),
                part(CollectedLog.AUDIT_LOG_SEARCH, CollectionOutcome.CUT_OFF, "It broke off."));
        assertThat(shown(reconstructed))
                .contains("Not wholly read: sign-ins")
                .contains("not licensed, 3 rows of it came. Entra ID P1 is missing.")
                .contains("not permitted, 3 rows of it came. No role lets us.")
                .contains(
                        "Found: none, in 12 rows of the audit log, of which no time is known to be complete and which was"
                                + " not wholly read (cut off).");

        assertThat(AttackDocument.of(reconstructed).get("looked").toString())
                .contains(
                        "\"reach\":\"not-whole\",\"completeThrough\":null,\"missing\":[{\"source\":\"sign-ins-interactive\"")
                .contains("\"outcome\":\"not-permitted\",\"reason\":\"No role lets us.\"")
                .contains("\"outcome\":\"cut-off\"");
    }

    @Test
    void none_counts_through_the_time_the_log_was_complete_while_it_is_asked_again() {
        var part = new CollectedPart(
                new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, "everybody"),
                NEWEST.minus(Duration.ofDays(7)),
                NEWEST.plus(Duration.ofHours(1)),
                Optional.of(CollectionOutcome.STILL_RUNNING),
                "",
                Optional.of(THROUGH),
                12);

        assertThat(shown(quiet(part)))
                .contains("Found: none, in 12 rows of the audit log, complete through 2026-03-02T09:00:00Z, but not"
                        + " wholly read (still running).");
        assertThat(AttackDocument.of(quiet(part)).get("looked").toString())
                .contains("\"reach\":\"not-whole\",\"completeThrough\":\"2026-03-02T09:00:00");
    }

    @Test
    void where_the_directory_audit_was_not_looked_at_it_is_said_where_rows_of_the_audit_log_tell_of_the_directory() {
        assertThat(shown(quiet(0, 3)))
                .contains(
                        "Not looked at: the incident holds no row of the directory's audit. 3 rows of the audit log show"
                                + " what he did in the directory")
                .contains("'cordon incident timeline " + ID + "'");
        assertThat(shown(quiet(0, 0))).doesNotContain("of the audit log show");
    }

    @Test
    void a_role_that_could_not_be_named_is_told_with_the_exhibit_that_is_damaged_and_is_not_nothing() {
        var inDamaged = new UnnamedRole(
                "Add member to role.", "anna\u001b[2J", "bo", true, new RowRef(ExhibitId.of(12), 3, NEWEST));
        var unsaid =
                new UnnamedRole("Remove member from role.", "", "", false, new RowRef(ExhibitId.of(13), 4, NEWEST));
        String told = shown(with(12, 0, List.of(inDamaged, unsaid), List.of(ExhibitId.of(12))))
                .replaceAll("\\s+", " ");

        assertThat(told)
                .contains("a role that could not be named (tried without success): Add member to role. on bo by anna")
                .contains("[E-000012 row 3]. Exhibit E-000012 is damaged, and which role it was stands in it alone")
                .contains("a role that could not be named: Remove member from role. on (the row names nobody) by nobody"
                        + " named, 2026-03-02T10:00:00Z [E-000013 row 4]. The row does not say which.")
                .doesNotContain("no other account")
                .doesNotContain("\u001b[2J");
    }
}

package dev.cordon.playbooks.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.playbooks.containment.OwnBlock;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose the block and the password of an account are, as the journal tells. */
class WhoseBlockTest {
    private static final Instant OPENED = Instant.parse("2026-03-02T08:00:00Z");
    private static final IncidentId ID = new IncidentId("INC-20260302-K7QF");
    private static final StepId BLOCK = new StepId("block-sign-in");
    private static final StepId RESET = new StepId("reset-password");
    private static final Digest NONE = Digest.sha256(new byte[0]);

    private final List<Recorded> entries = new ArrayList<>();

    @BeforeEach
    void open() {
        at(
                0,
                new CaseEntry.IncidentOpened(new Incident(
                        ID,
                        IncidentType.COMPROMISED_ACCOUNT,
                        "contoso",
                        new Account("8f0c2c1e-1111-4222-8333-944445555666", "anna.berg@contoso.example", "Anna Berg"),
                        Severity.HIGH,
                        DetectionSource.USER_REPORT,
                        OPENED,
                        OPENED,
                        AttackActivity.UNKNOWN,
                        true)));
    }

    private static Instant minute(long minutes) {
        return OPENED.plusSeconds(60 * minutes);
    }

    private void at(long minutes, JournalEntry entry) {
        Instant at = minute(minutes);
        entries.add(new Recorded(entries.size() + 1L, ID, at, at, Actor.CORDON, entry, NONE, NONE));
    }

    private RunState state() {
        return RunState.of(entries);
    }

    private void weBlock(long minutes) {
        at(minutes, new EngineEntry.EffectIntended(BLOCK, OwnBlock.EFFECT, "block", "anna", List.of(), List.of()));
        at(
                minutes,
                new EngineEntry.EffectConcluded(
                        BLOCK, OwnBlock.EFFECT, EffectOutcome.DONE, "204", Optional.empty(), Optional.empty()));
    }

    private void weSee(long minutes, String what, String actual) {
        at(
                minutes,
                new CaseEntry.ProofRead(
                        RestoreAccount.UNBLOCK,
                        new Proof(what, "true", actual, true, minute(minutes), Optional.empty(), Optional.empty())));
    }

    private void somebody(long minutes, String what) {
        at(
                minutes,
                new CaseEntry.ActedByOther(
                        "directoryAudits", what + minutes, minute(minutes), "soc@contoso.example", what));
    }

    private void weReset(long minutes) {
        Proof proof = new Proof(
                "The password was last changed (lastPasswordChangeDateTime)",
                "",
                minute(minutes).toString(),
                true,
                minute(minutes),
                Optional.empty(),
                Optional.empty());
        at(minutes, new EngineEntry.StepStarted(RESET));
        at(minutes, new EngineEntry.StepEnded(RESET, new StepOutcome.Succeeded(List.of(proof), ""), 1));
    }

    @Test
    void a_block_is_ours_when_we_set_it_and_nobody_touched_it_since() {
        assertThat(OwnBlock.foreignBecause(state()))
                .hasValueSatisfying(why -> assertThat(why).contains("not Cordon"));
        weBlock(1);
        weSee(2, OwnBlock.BEFORE, "false");
        assertThat(OwnBlock.foreignBecause(state())).isEmpty();
    }

    @Test
    void a_block_after_ours_was_lifted_is_somebody_elses_until_we_block_again() {
        weBlock(1);
        weSee(60, OwnBlock.ENABLED, "true");
        assertThat(OwnBlock.foreignBecause(state()))
                .hasValueSatisfying(why -> assertThat(why).contains("lifted"));

        weBlock(90);
        assertThat(OwnBlock.foreignBecause(state())).isEmpty();
    }

    @Test
    void a_block_that_a_security_team_set_too_is_not_ours_to_lift() {
        weBlock(1);
        somebody(5, "Disable account");
        assertThat(OwnBlock.foreignBecause(state()))
                .hasValueSatisfying(why -> assertThat(why).contains("soc@contoso.example"));
        assertThat(OwnBlock.alsoBlockedBy(state())).isPresent();
    }

    @Test
    void what_others_did_before_they_enabled_it_again_and_we_blocked_it_is_over() {
        somebody(1, "Disable account");
        somebody(2, "Enable account");
        somebody(2, "Update user");
        weBlock(3);
        assertThat(OwnBlock.foreignBecause(state())).isEmpty();

        somebody(4, "Enable account");
        assertThat(OwnBlock.foreignBecause(state())).isPresent();
    }

    @Test
    void our_password_is_new_and_one_that_replaced_it_is_not() {
        weReset(2);
        assertThat(NewPassword.doubt(state(), Optional.of(minute(2)))).isEmpty();
        assertThat(NewPassword.doubt(state(), Optional.empty())).isEmpty();
        assertThat(NewPassword.doubt(state(), Optional.of(minute(30))))
                .hasValueSatisfying(why -> assertThat(why).contains("attacker"));
    }

    @Test
    void a_change_between_the_opening_and_the_end_of_the_last_token_may_be_the_attackers() {
        weBlock(3);
        at(4, new CaseEntry.ResidualAccess(minute(90), List.of("graph")));

        assertThat(NewPassword.doubt(state(), Optional.of(minute(-5)))).isPresent();
        assertThat(NewPassword.doubt(state(), Optional.of(minute(2)))).isPresent();
        assertThat(NewPassword.doubt(state(), Optional.of(minute(20)))).isPresent();
        assertThat(NewPassword.doubt(state(), Optional.of(minute(91)))).isEmpty();
    }

    @Test
    void a_change_that_the_log_shows_to_be_an_administrators_is_new() {
        somebody(20, "Reset user password");

        assertThat(NewPassword.doubt(state(), Optional.of(minute(20)))).isEmpty();
        assertThat(NewPassword.doubt(state(), Optional.of(minute(30)))).isPresent();
        assertThat(NewPassword.doubt(state(), Optional.of(minute(-30)))).isPresent();
    }
}

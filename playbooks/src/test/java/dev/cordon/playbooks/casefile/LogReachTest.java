package dev.cordon.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogReachTest {
    private static final Instant READ_AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DOCUMENTED = Duration.ofMinutes(15);

    @Test
    void reaches_as_far_as_the_documented_delay_allows_when_our_own_events_have_appeared() {
        Instant own = READ_AT.minus(Duration.ofMinutes(20));
        assertThat(LogReach.ofAudits(List.of(eventAt(own)), List.of(own), READ_AT, DOCUMENTED))
                .isEqualTo(READ_AT.minus(DOCUMENTED));
    }

    @Test
    void never_reaches_past_an_event_of_our_own_that_has_not_appeared() {
        Instant missing = READ_AT.minus(Duration.ofMinutes(40));
        assertThat(LogReach.ofAudits(List.of(), List.of(missing), READ_AT, DOCUMENTED))
                .isBefore(missing);
    }

    @Test
    void is_not_held_back_by_an_own_event_that_is_newer_than_the_delay() {
        Instant recent = READ_AT.minus(Duration.ofMinutes(2));
        assertThat(LogReach.ofAudits(List.of(), List.of(recent), READ_AT, DOCUMENTED))
                .isEqualTo(READ_AT.minus(DOCUMENTED));
    }

    private static AuditEvent eventAt(Instant at) {
        return new AuditEvent(
                "a", at, "Update StsRefreshTokenValidFrom Timestamp", "UserManagement", true, "", "", "", true,
                Optional.empty(), Map.of(), Map.of());
    }
}

package dev.cordon.investigation.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.lines.TenantSignIns.Told;
import dev.cordon.tenant.SafeLinksReport.Action;
import dev.cordon.tenant.SafeLinksReport.Click;
import dev.cordon.tenant.SecureScores.Control;
import dev.cordon.tenant.SecureScores.SecureScore;
import dev.cordon.tenant.SecurityIncident;
import dev.cordon.tenant.SecurityIncident.Severity;
import dev.cordon.tenant.SecurityIncident.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tenant tells beside its logs, as findings. */
class TenantFindingsTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private static Told signIn(String id, String user, int minutes, Verdict verdict, int score, boolean succeeded) {
        return new Told(
                id,
                user,
                AT.plusSeconds(60L * minutes),
                "203.0.113.9",
                "RO",
                "",
                "",
                succeeded,
                succeeded,
                verdict,
                score,
                List.of(new Reason("automation-tool", "It was made by a tool.", Optional.of("T1557"))));
    }

    @Test
    void sign_ins_of_one_user_are_one_finding_in_whatever_order_they_come() {
        List<Told> told = new ArrayList<>(List.of(
                signIn("a", "anna@contoso.example", 0, Verdict.REVIEW, 40, true),
                signIn("b", "Anna@contoso.example", 5, Verdict.MALICIOUS, 90, true),
                signIn("c", "anna@contoso.example", 9, Verdict.MALICIOUS, 80, false),
                signIn("d", "bo@contoso.example", 1, Verdict.REVIEW, 35, false)));
        List<ReviewFinding> findings = SuspiciousSignIns.findings(told);
        Collections.reverse(told);

        assertThat(SuspiciousSignIns.findings(told)).isEqualTo(findings);
        assertThat(findings).extracting(ReviewFinding::verdict).containsExactly(Verdict.MALICIOUS, Verdict.REVIEW);
        assertThat(findings.getFirst().recordIds()).containsExactly("b", "c");
        assertThat(findings.getFirst().reasons().getLast().text())
                .isEqualTo(
                        "2 such sign-ins from 2026-03-02T08:05:00Z to 2026-03-02T08:09:00Z, from “203.0.113.9 (RO)”.");
        assertThat(findings.getLast().state()).isEqualTo(FindingState.REVERTED);
        assertThat(findings.getLast().reasons().getLast().text()).endsWith("none of them got in.");
    }

    private static Click click(String who, String url, Action action) {
        return new Click(AT, who, url, action, action.name(), "Email", "");
    }

    @Test
    void a_click_that_was_let_through_counts_where_the_link_was_blocked_for_somebody() {
        List<Click> clicks = List.of(
                click("anna@contoso.example", "https://evil.example/", Action.ALLOWED),
                click("bo@contoso.example", "https://evil.example/", Action.BLOCKED),
                click("bo@contoso.example", "https://news.example/", Action.ALLOWED));

        List<ReviewFinding> findings = PhishingClicks.findings(clicks);

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(findings.getFirst().state()).isEqualTo(FindingState.ACTIVE);
        assertThat(findings.getFirst().account()).isEqualTo("anna@contoso.example");
        assertThat(findings.getFirst().recordIds()).hasSize(2);
        assertThat(PhishingClicks.links(clicks)).isEqualTo(1);
        assertThat(PhishingClicks.reached(clicks)).isEqualTo(1);
        assertThat(PhishingClicks.suspected(clicks)).containsExactly("anna@contoso.example");
    }

    @Test
    void everybody_who_reached_a_page_or_whom_an_incident_names_is_suspected_and_not_the_first_alone() {
        List<Click> clicks = List.of(
                click("Bo@contoso.example", "https://evil.example/", Action.CLICKED_EVEN_BLOCKED),
                click("anna@contoso.example", "https://evil.example/", Action.CLICKED_EVEN_BLOCKED));

        assertThat(PhishingClicks.suspected(clicks))
                .containsExactlyInAnyOrder("anna@contoso.example", "bo@contoso.example");
        assertThat(DefenderIncidents.suspected(List.of(
                        about("1", Severity.HIGH, "anna@contoso.example", "bo@contoso.example"),
                        about("2", Severity.LOW, "cleo@contoso.example"))))
                .containsExactlyInAnyOrder("anna@contoso.example", "bo@contoso.example");
    }

    private static SecurityIncident about(String id, Severity severity, String... users) {
        List<SecurityIncident.NamedUser> named = Arrays.stream(users)
                .map(user -> new SecurityIncident.NamedUser("", user, "", "", SecurityIncident.Remediation.NONE, ""))
                .toList();
        return new SecurityIncident(
                id,
                List.of(),
                "Suspicious sign-ins",
                severity,
                Status.ACTIVE,
                "unknown",
                "unknown",
                AT,
                AT,
                List.of(),
                List.of(new SecurityIncident.Alert(
                        "a" + id,
                        "Suspicious sign-in",
                        severity,
                        "",
                        SecurityIncident.AlertStatus.NEW,
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        named)),
                Optional.empty());
    }

    @Test
    void who_went_on_after_the_block_reached_the_page() {
        List<ReviewFinding> findings = PhishingClicks.findings(
                List.of(click("anna@contoso.example", "https://evil.example/", Action.CLICKED_EVEN_BLOCKED)));

        assertThat(findings).extracting(ReviewFinding::verdict).containsExactly(Verdict.MALICIOUS);
        assertThat(findings.getFirst().reasons().getFirst().text()).contains("a password may have been typed");
    }

    private static SecurityIncident incident(
            String id, String title, Severity severity, Status status, String classification) {
        return new SecurityIncident(
                id,
                List.of(),
                title,
                severity,
                status,
                classification,
                "unknown",
                AT,
                AT,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Verdict verdict(SecurityIncident incident) {
        return DefenderIncidents.findings(List.of(incident)).getFirst().verdict();
    }

    @Test
    void an_incident_of_defender_is_as_bad_as_it_says_until_somebody_has_judged_it() {
        assertThat(verdict(incident("1", "a", Severity.HIGH, Status.ACTIVE, "unknown")))
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(verdict(incident("1", "a", Severity.MEDIUM, Status.ACTIVE, "unknown")))
                .isEqualTo(Verdict.REVIEW);
        assertThat(verdict(incident("1", "a", Severity.LOW, Status.ACTIVE, "unknown")))
                .isEqualTo(Verdict.BENIGN);
        assertThat(verdict(incident("1", "a", Severity.HIGH, Status.ACTIVE, "falsePositive")))
                .isEqualTo(Verdict.BENIGN);
        assertThat(verdict(incident("1", "a", Severity.HIGH, Status.RESOLVED, "truePositive")))
                .isEqualTo(Verdict.REVIEW);
        assertThat(verdict(incident("1", "a", Severity.OTHER, Status.OTHER, "unknown")))
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_disrupted_attack_is_told_even_when_it_is_of_low_severity() {
        assertThat(verdict(incident("1", "BEC (attack disruption)", Severity.LOW, Status.ACTIVE, "unknown")))
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(verdict(incident("1", "BEC (attack disruption)", Severity.LOW, Status.RESOLVED, "unknown")))
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_score_that_fell_names_what_fell_and_one_that_rose_is_no_finding() {
        var now = new SecureScore(
                AT, 40, 100, List.of(new Control("BlockLegacyAuthentication", 0), new Control("Mfa", 10)));

        Optional<ReviewFinding> fell = ScoreDrop.since(48, Map.of("BlockLegacyAuthentication", 8.0, "Mfa", 10.0), now);

        assertThat(fell).isPresent();
        assertThat(fell.get().reasons().getLast().text())
                .isEqualTo("Lower than last time: “BlockLegacyAuthentication”.");
        assertThat(ScoreDrop.since(40, Map.of(), now)).isEmpty();
        assertThat(ScoreDrop.since(30, Map.of(), now)).isEmpty();
    }
}

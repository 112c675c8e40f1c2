package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.facts.AddressRange;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.facts.OrganisationFacts.Agreed;
import dev.cordon.investigation.facts.OrganisationFacts.Approved;
import dev.cordon.investigation.facts.OrganisationFacts.Exit;
import dev.cordon.investigation.facts.OrganisationFacts.Journey;
import dev.cordon.investigation.facts.OrganisationFacts.Partner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same lines with and without what the organisation has said of itself. */
class FactsOfLinesTest {
    private static final String MOVER = "5d2f1a3c-0000-4000-8000-000000000001";
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0) Edg/120.0";
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final OrganisationFacts FACTS = new OrganisationFacts(
            List.of("contoso-group.example"),
            List.of(new Partner("fabrikam.example", "our bookkeeper")),
            List.of(new Journey(
                    "anna@contoso.example",
                    List.of("JP"),
                    LocalDate.parse("2026-01-14"),
                    LocalDate.parse("2026-01-30"),
                    "fair in Tokyo")),
            List.of(new Exit(AddressRange.parse("192.0.2.0/24"), "VPN")),
            List.of(new Approved(MOVER, "the mail migration")),
            List.of(new Agreed("orders@contoso.example", "in@vendor.example", "contract 17")));

    private final List<String> rows = new ArrayList<>();

    private static JudgedLine with(LineKind kind, String line) {
        return Lines.judge(kind, line.replace('\n', ' ').getBytes(StandardCharsets.UTF_8), FACTS)
                .getLast();
    }

    private static JudgedLine without(LineKind kind, String line) {
        return Lines.judge(kind, line.replace('\n', ' ')).getLast();
    }

    private static List<String> facts(JudgedLine line) {
        return line.reasons().stream()
                .filter(reason -> reason.signal().equals(OrganisationFacts.SIGNAL))
                .map(reason -> reason.text())
                .toList();
    }

    private static String consent(String id, String more) {
        return """
                {"clientId":"%s","consentType":"Principal","scope":"Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite offline_access",
                "servicePrincipal":{"id":"%s","displayName":"x7","verifiedPublisher":null,"replyUrls":["https://abc.ngrok.io/cb"]%s}}""".formatted(id, id, more);
    }

    @Test
    void an_approved_application_is_one_step_milder_and_says_so() {
        String line = consent(MOVER, "");

        assertThat(without(LineKind.CONSENT, line).verdict()).isEqualTo(LineVerdict.MALICIOUS);
        JudgedLine told = with(LineKind.CONSENT, line);
        assertThat(told.verdict()).isEqualTo(LineVerdict.REVIEW);
        assertThat(told.score()).isBetween(35, 69);
        assertThat(told.reasons().getFirst().text())
                .isEqualTo("Held for less bad because facts say: approved application " + MOVER
                        + " (“the mail migration”).");
    }

    @Test
    void another_application_of_that_name_is_not_approved() {
        String line = consent("5d2f1a3c-0000-4000-8000-000000000002", ",\"appDisplayName\":\"" + MOVER + "\"");

        assertThat(with(LineKind.CONSENT, line)).isEqualTo(without(LineKind.CONSENT, line));
    }

    @Test
    void what_microsoft_disabled_stays_malicious_although_somebody_approved_it() {
        JudgedLine told = with(
                LineKind.CONSENT,
                consent(MOVER, ",\"disabledByMicrosoftStatus\":\"DisabledDueToViolationOfServicesAgreement\""));

        assertThat(told.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(facts(told)).singleElement().asString().contains("does not explain the rest");
    }

    private static String rule(String to, String more) {
        return """
                {"displayName":"Copies","tenantDomains":["contoso.example"],"conditions":{},
                "actions":{"forwardTo":[{"emailAddress":{"name":"ap@fabrikam.example","address":"%s"}}]%s}}""".formatted(to, more);
    }

    @Test
    void a_rule_that_sends_mail_to_a_partner_is_one_step_milder_and_says_so() {
        String line = rule("ap@Fabrikam.example", "");

        assertThat(without(LineKind.INBOX_RULE, line).verdict()).isEqualTo(LineVerdict.MALICIOUS);
        JudgedLine told = with(LineKind.INBOX_RULE, line);
        assertThat(told.verdict()).isEqualTo(LineVerdict.REVIEW);
        assertThat(facts(told))
                .containsExactly("Held for less bad because facts say: partner domain “fabrikam.example”"
                        + " (“our bookkeeper”).");
    }

    @Test
    void neither_a_partners_name_nor_a_domain_like_his_explains_anything() {
        for (String to : List.of("ap@evil-fabrikam.example", "ap@fabrikam.example.evil.example", "in@vendor.example")) {
            String line = rule(to, "");

            assertThat(with(LineKind.INBOX_RULE, line)).as(to).isEqualTo(without(LineKind.INBOX_RULE, line));
        }
    }

    @Test
    void a_rule_that_hides_what_it_sends_to_a_partner_stays_malicious() {
        JudgedLine told =
                with(LineKind.INBOX_RULE, rule("ap@fabrikam.example", ",\"permanentDelete\":true,\"markAsRead\":true"));

        assertThat(told.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(facts(told)).singleElement().asString().contains("does not explain the rest");
    }

    @Test
    void forwarding_by_contract_counts_for_that_mailbox() {
        String line = rule("in@vendor.example", "")
                .replace("{\"displayName\"", "{\"mailbox\":\"Orders@contoso.example\",\"displayName\"");

        assertThat(with(LineKind.INBOX_RULE, line).verdict()).isEqualTo(LineVerdict.REVIEW);
        assertThat(with(LineKind.INBOX_RULE, line.replace("Orders@", "anna@")).verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void a_domain_of_ones_own_is_inside_and_that_is_said() {
        String line = rule("anna@contoso-group.example", "");

        assertThat(without(LineKind.INBOX_RULE, line).verdict()).isEqualTo(LineVerdict.MALICIOUS);
        JudgedLine told = with(LineKind.INBOX_RULE, line);
        assertThat(told.verdict()).isEqualTo(LineVerdict.BENIGN);
        assertThat(facts(told))
                .containsExactly("Facts say: “contoso-group.example” is one of the organisation's own domains.");
    }

    private void signIn(Instant at, String address, String country, String agent, String more) {
        rows.add("""
                {"userPrincipalName":"Anna@contoso.example","createdDateTime":"%s","ipAddress":"%s","userAgent":"%s","isInteractive":true,\
                "clientAppUsed":"Browser","status":{"errorCode":0},"location":{"countryOrRegion":"%s"}%s}""".formatted(at, address, agent, country, more));
    }

    private static Instant day(int day) {
        return FIRST.plus(day, ChronoUnit.DAYS);
    }

    private void weeksAtHome() {
        for (int day = 0; day < 14; day++) {
            signIn(day(day), "198.51.100.7", "DE", EDGE, "");
        }
    }

    private JudgedLine lastWith() {
        return Lines.judge(LineKind.SIGN_IN, String.join("\n", rows).getBytes(StandardCharsets.UTF_8), FACTS)
                .getLast();
    }

    private JudgedLine lastWithout() {
        return Lines.judge(LineKind.SIGN_IN, String.join("\n", rows)).getLast();
    }

    @Test
    void a_journey_that_was_told_makes_its_sign_ins_one_step_milder_in_that_country_and_on_those_days() {
        weeksAtHome();
        signIn(day(16), "81.45.1.2", "JP", EDGE, "");
        assertThat(lastWithout().verdict()).isEqualTo(LineVerdict.REVIEW);

        assertThat(lastWith().verdict()).isEqualTo(LineVerdict.BENIGN);
        assertThat(lastWith().reasons().getFirst().text())
                .isEqualTo("Held for less bad because facts say: travel of this user to “JP” from 2026-01-14 to"
                        + " 2026-01-30 (“fair in Tokyo”).");

        rows.removeLast();
        signIn(day(16), "81.45.1.2", "CN", EDGE, "");
        assertThat(lastWith()).isEqualTo(lastWithout());
    }

    @Test
    void a_journey_does_not_explain_a_tool() {
        weeksAtHome();
        signIn(day(16), "81.45.1.2", "JP", "axios/1.7", "");
        assertThat(lastWithout().verdict()).isEqualTo(LineVerdict.MALICIOUS);

        assertThat(lastWith().verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(facts(lastWith())).singleElement().asString().contains("does not explain the rest");
    }

    @Test
    void where_more_speaks_against_it_than_a_fact_explains_the_verdict_stays() {
        weeksAtHome();
        signIn(
                day(9).plusSeconds(1800),
                "192.0.2.9",
                "NL",
                EDGE,
                ",\"riskLevelDuringSignIn\":\"high\",\"riskState\":\"confirmedCompromised\",\"riskDetail\":\"adminConfirmedSigninCompromised\"");
        assertThat(lastWithout().verdict()).isEqualTo(LineVerdict.MALICIOUS);

        assertThat(lastWith().verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(facts(lastWith())).singleElement().asString().contains("does not explain the rest");
    }

    @Test
    void an_exit_of_ones_own_explains_how_far_away_it_is() {
        weeksAtHome();
        signIn(day(9).plusSeconds(1800), "192.0.2.9", "NL", EDGE, "");
        assertThat(lastWithout().verdict()).isEqualTo(LineVerdict.MALICIOUS);

        assertThat(lastWith().verdict()).isEqualTo(LineVerdict.REVIEW);
        assertThat(lastWith().reasons().getFirst().text())
                .contains("users come from the network of “192.0.2.9” (“VPN”)");
    }

    @Test
    void what_a_journey_explains_speaks_against_no_other_sign_in_from_there() {
        weeksAtHome();
        signIn(day(13).plusSeconds(1800), "81.45.1.2", "JP", EDGE, "");
        signIn(day(16), "81.45.1.2", "JP", EDGE, "");
        assertThat(lastWithout().verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(lastWithout())).contains("linked-to-attacker");

        assertThat(lastWith().verdict()).isEqualTo(LineVerdict.REVIEW);
    }

    @Test
    void a_session_that_goes_on_with_another_program_is_not_explained_by_an_exit() {
        weeksAtHome();
        signIn(day(14), "198.51.100.7", "DE", EDGE, ",\"sessionId\":\"s1\"");
        signIn(
                day(14).plusSeconds(600),
                "192.0.2.9",
                "NL",
                "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0",
                ",\"sessionId\":\"s1\"");
        assertThat(lastWithout().verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(lastWithout())).contains("session-in-two-places");

        assertThat(lastWith().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }
}

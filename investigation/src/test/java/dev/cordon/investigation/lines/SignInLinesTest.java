package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignInLinesTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0) Edg/120.0";

    private final List<String> rows = new ArrayList<>();

    private void row(String user, Instant at, String address, String country, String agent, int code, String more) {
        rows.add("""
                {"userId":"%s","createdDateTime":"%s","ipAddress":"%s","userAgent":"%s","isInteractive":true,
                "clientAppUsed":"Browser","status":{"errorCode":%d},"location":{"countryOrRegion":"%s"}%s}""".formatted(user, at, address, agent, code, country, more).replace("\n", ""));
    }

    private void weeksAtHome(String user) {
        for (int day = 0; day < 14; day++) {
            Instant at = FIRST.plus(day, ChronoUnit.DAYS);
            row(user, at, "198.51.100.7", "DE", EDGE, 0, "");
            row(user, at.plus(8, ChronoUnit.HOURS), "80.187." + day + ".9", "DE", "Outlook-iOS/4.1", 0, "");
        }
    }

    private JudgedLine last() {
        return Lines.judge(LineKind.SIGN_IN, rows.stream().collect(Collectors.joining("\n")))
                .getLast();
    }

    @Test
    void days_at_home_and_a_telephone_on_the_road_are_usual() {
        weeksAtHome("anna");

        assertThat(Lines.judge(LineKind.SIGN_IN, String.join("\n", rows)))
                .extracting(JudgedLine::verdict)
                .containsOnly(LineVerdict.BENIGN);
    }

    @Test
    void a_tool_in_a_new_place_is_an_attack_and_so_is_what_shares_its_address() {
        weeksAtHome("anna");
        Instant at = FIRST.plus(9, ChronoUnit.DAYS);
        row("anna", at, "203.0.113.9", "NL", "axios/1.7", 0, "");
        row("anna", at.plusSeconds(60), "203.0.113.9", "NL", EDGE, 0, "");

        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(last())).contains("linked-to-attacker");
    }

    @Test
    void a_journey_with_the_usual_computer_is_no_attack() {
        weeksAtHome("anna");
        row("anna", FIRST.plus(16, ChronoUnit.DAYS), "81.45.1.2", "ES", EDGE, 0, "");

        assertThat(last().verdict()).isNotEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void the_same_far_away_while_the_user_is_at_home_is_for_review_at_least() {
        weeksAtHome("anna");
        row("anna", FIRST.plus(9, ChronoUnit.DAYS).plusSeconds(1800), "105.112.1.2", "NG", EDGE, 0, "");

        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(last())).contains("impossible-travel");
    }

    @Test
    void one_address_that_tries_the_passwords_of_several_is_named_in_each_row() {
        weeksAtHome("anna");
        for (String user : List.of("bo", "cleo", "dora", "anna")) {
            row(user, FIRST.plus(3, ChronoUnit.DAYS), "92.118.1.1", "RU", EDGE, 50126, "");
        }

        assertThat(Lines.signals(last())).contains("password-spray");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void the_word_of_microsoft_alone_decides_nothing() {
        weeksAtHome("anna");
        row(
                "anna",
                FIRST.plus(9, ChronoUnit.DAYS),
                "198.51.100.7",
                "DE",
                EDGE,
                0,
                ",\"riskLevelDuringSignIn\":\"high\"");

        assertThat(last().verdict()).isNotEqualTo(LineVerdict.MALICIOUS);
    }
}

package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the user did elsewhere meanwhile, and at which hours, says of a sign-in with nothing of his. */
class SignInPresenceTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LATER = FIRST.plus(9, ChronoUnit.DAYS);
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0) Edg/120.0";
    private static final String PHONE = "Outlook-iOS/4.1";
    private static final String ANDROID = "Outlook-Android/4.2";
    private static final String CLAIM = ",\"authenticationDetails\":[{\"authenticationStepResultDetail\":"
            + "\"MFA requirement satisfied by claim in the token\"}]";
    private static final int HOME = 3320;
    private static final int GATEWAY = 62044;
    private static final int RENTED = 14061;

    private final List<String> rows = new ArrayList<>();

    private void row(Instant at, String address, int system, String country, String agent, String device, String more) {
        rows.add("""
                {"userId":"anna","createdDateTime":"%s","ipAddress":"%s","autonomousSystemNumber":%d,"userAgent":"%s",
                "deviceDetail":{"deviceId":"%s","isManaged":%s},"isInteractive":true,"clientAppUsed":"Browser",
                "status":{"errorCode":0},"location":{"countryOrRegion":"%s"}%s}""".formatted(at, address, system, agent, device, !device.isEmpty(), country, more)
                .replace("\n", ""));
    }

    private void weeks() {
        for (int day = 0; day < 14; day++) {
            Instant at = FIRST.plus(day, ChronoUnit.DAYS);
            row(at, "198.51.100.7", HOME, "DE", EDGE, "desk", session("desk"));
            row(at.plus(3, ChronoUnit.HOURS), "198.51.100.7", HOME, "DE", EDGE, "desk", session("desk"));
            row(at.plus(8, ChronoUnit.HOURS), "198.51.100.9", HOME, "DE", PHONE, "", "");
        }
    }

    private static String session(String id) {
        return ",\"sessionId\":\"" + id + "\"";
    }

    private JudgedLine last() {
        return judged(rows.size() - 1);
    }

    private JudgedLine judged(int row) {
        return Lines.judge(LineKind.SIGN_IN, String.join("\n", rows)).get(row);
    }

    @Test
    void a_token_used_elsewhere_while_the_user_works_is_an_attackers_and_on_a_free_evening_for_review() {
        weeks();
        row(LATER.plus(1, ChronoUnit.HOURS), "192.0.2.4", HOME, "DE", EDGE, "", session("new") + CLAIM);
        assertThat(Lines.signals(last())).contains("overlaps-presence", "hostile-visit");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);

        rows.removeLast();
        row(LATER.plus(9, ChronoUnit.HOURS), "192.0.2.4", HOME, "DE", EDGE, "", session("new") + CLAIM);
        assertThat(Lines.signals(last())).doesNotContain("overlaps-presence", "odd-hour");
        assertThat(last().verdict()).isEqualTo(LineVerdict.REVIEW);
    }

    @Test
    void a_strange_telephone_in_the_night_is_an_attackers_and_the_first_telephone_of_all_is_not() {
        weeks();
        row(LATER.plus(17, ChronoUnit.HOURS), "192.0.2.4", HOME, "DE", ANDROID, "", CLAIM);
        assertThat(Lines.signals(last())).contains("odd-hour", "token-in-new-program");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);

        rows.removeIf(line -> line.contains(PHONE));
        assertThat(Lines.signals(last())).doesNotContain("token-in-new-place", "token-in-new-program");
        assertThat(last().verdict()).isNotEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void a_stolen_session_was_the_users_before_and_stays_so_in_what_the_thief_does_not_use() {
        weeks();
        rows.replaceAll(line -> line.replace("\"deviceId\":\"desk\"", "\"deviceId\":\"\""));
        row(LATER.minus(1, ChronoUnit.DAYS).plusSeconds(60), "192.0.2.7", HOME, "DE", EDGE, "", session("desk"));
        int before = rows.size() - 1;
        row(LATER.plusSeconds(60), "203.0.113.9", RENTED, "NL", "axios/1.7", "", session("desk"));
        row(LATER.plusSeconds(7200), "192.0.2.9", HOME, "DE", EDGE, "", session("desk"));
        int own = rows.size() - 1;
        row(LATER.plusSeconds(9000), "192.0.2.77", HOME, "DE", "axios/1.7", "", session("desk"));

        assertThat(Lines.signals(judged(before))).doesNotContain("linked-to-attacker");
        assertThat(Lines.signals(judged(own))).doesNotContain("linked-to-attacker");
        assertThat(Lines.signals(last())).contains("linked-to-attacker");
    }

    @Test
    void the_exit_of_a_gateway_is_not_where_the_user_is() {
        weeks();
        row(LATER.plusSeconds(600), "192.0.2.4", GATEWAY, "NL", EDGE, "", session("new"));
        assertThat(Lines.signals(last())).doesNotContain("new-country", "impossible-travel");
        assertThat(last().verdict()).isNotEqualTo(LineVerdict.MALICIOUS);

        row(LATER.plusSeconds(900), "192.0.2.5", HOME, "NL", EDGE, "", session("other"));
        assertThat(Lines.signals(last())).contains("new-country", "impossible-travel");
    }

    @Test
    void a_rented_server_of_few_days_is_nobodys_home() {
        row(FIRST, "203.0.113.9", RENTED, "NL", EDGE, "", "");
        for (int day = 0; day < 3; day++) {
            Instant at = FIRST.plus(day, ChronoUnit.DAYS);
            row(at.plusSeconds(60), "198.51.100.7", HOME, "DE", EDGE, "desk", "");
            row(at.plusSeconds(90), "203.0.113.9", RENTED, "NL", EDGE, "", "");
        }

        assertThat(Lines.signals(last())).contains("hosting-network");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void a_device_code_from_a_device_of_the_users_for_a_session_elsewhere_is_the_attackers() {
        weeks();
        row(
                LATER.plusSeconds(60),
                "198.51.100.7",
                HOME,
                "DE",
                EDGE,
                "desk",
                session("code") + ",\"authenticationProtocol\":\"deviceCode\"");
        int code = rows.size() - 1;
        row(LATER.plusSeconds(3600), "203.0.113.9", RENTED, "NL", EDGE, "", session("code"));

        assertThat(Lines.signals(judged(code))).contains("code-for-others").doesNotContain("known-device");
        assertThat(judged(code).verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }
}

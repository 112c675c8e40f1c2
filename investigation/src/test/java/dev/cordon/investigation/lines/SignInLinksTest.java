package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What links sign-ins to each other, and what is the user's own although it is new. */
class SignInLinksTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LATER = FIRST.plus(9, ChronoUnit.DAYS);
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0) Edg/120.0";
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0) Chrome/138.0";
    private static final String PHONE = "Outlook-iOS/4.1";
    private static final int RENTED = 14061;
    private static final int CARRIER = 3320;

    private final List<String> rows = new ArrayList<>();

    private void row(
            String user,
            Instant at,
            String address,
            int system,
            String country,
            String agent,
            String device,
            String more) {
        rows.add("""
                {"userId":"%s","createdDateTime":"%s","ipAddress":"%s","autonomousSystemNumber":%d,"userAgent":"%s",
                "deviceDetail":{"deviceId":"%s","isManaged":%s},"isInteractive":true,"clientAppUsed":"Browser",
                "status":{"errorCode":0},"location":{"countryOrRegion":"%s"}%s}""".formatted(user, at, address, system, agent, device, !device.isEmpty(), country, more)
                .replace("\n", ""));
    }

    private void weeks(String user, String network) {
        for (int day = 0; day < 14; day++) {
            Instant at = FIRST.plus(day, ChronoUnit.DAYS);
            row(user, at, network + ".7", CARRIER, "DE", EDGE, "of-" + user, session("desk-" + user));
            row(user, at.plus(8, ChronoUnit.HOURS), "80.187." + day + ".9", CARRIER, "DE", PHONE, "", "");
        }
    }

    private static String session(String id) {
        return ",\"sessionId\":\"" + id + "\"";
    }

    private JudgedLine judged(int row) {
        return Lines.judge(LineKind.SIGN_IN, String.join("\n", rows)).get(row);
    }

    private JudgedLine last() {
        return judged(rows.size() - 1);
    }

    @Test
    void a_session_that_lost_its_device_on_a_rented_server_is_an_attackers() {
        weeks("anna", "198.51.100");
        row("anna", LATER, "203.0.113.9", RENTED, "DE", EDGE, "", session("desk-anna"));

        assertThat(Lines.signals(last())).contains("session-in-two-places", "hosting-network");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(judged(0).verdict()).isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void the_quiet_sign_ins_of_an_attackers_session_are_his_wherever_it_goes() {
        weeks("anna", "198.51.100");
        row("anna", LATER, "203.0.113.9", RENTED, "NL", CHROME, "", session("new"));
        row("anna", LATER.plus(3, ChronoUnit.DAYS), "192.0.2.4", CARRIER, "DE", CHROME, "", session("new"));

        assertThat(Lines.signals(last())).contains("linked-to-attacker");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void several_users_with_nothing_of_their_own_at_one_new_address_are_one_attacker() {
        weeks("anna", "198.51.100");
        weeks("bo", "198.51.101");
        row("anna", LATER, "192.0.2.4", CARRIER, "DE", EDGE, "", "");
        row("bo", LATER.plusSeconds(300), "192.0.2.4", CARRIER, "DE", EDGE, "", "");

        assertThat(Lines.signals(last())).contains("strangers-address");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void colleagues_who_travel_together_with_their_computers_are_none() {
        weeks("anna", "198.51.100");
        weeks("bo", "198.51.101");
        Instant evening = FIRST.plus(15, ChronoUnit.DAYS);
        row("anna", evening, "192.0.2.4", CARRIER, "ES", EDGE, "of-anna", "");
        row("bo", evening, "192.0.2.4", CARRIER, "ES", EDGE, "of-bo", "");

        assertThat(last().verdict()).isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_tool_that_names_the_users_device_does_not_pass_for_it() {
        weeks("anna", "198.51.100");
        row("anna", LATER, "192.0.2.4", CARRIER, "DE", "python-requests/2.31", "of-anna", "");

        assertThat(Lines.signals(last())).contains("device-in-other-hands").doesNotContain("known-device");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void a_device_code_typed_at_home_for_a_session_elsewhere_is_the_attackers() {
        weeks("anna", "198.51.100");
        row(
                "anna",
                LATER,
                "198.51.100.7",
                CARRIER,
                "DE",
                EDGE,
                "",
                session("code") + ",\"authenticationProtocol\":\"deviceCode\"");
        row("anna", LATER.plusSeconds(3600), "203.0.113.9", RENTED, "DE", CHROME, "", session("code"));

        assertThat(Lines.signals(judged(rows.size() - 2))).contains("code-for-others", "device-code");
        assertThat(judged(rows.size() - 2).verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void an_attacker_who_comes_for_weeks_does_not_become_usual() {
        weeks("anna", "198.51.100");
        for (int day = 2; day < 12; day += 3) {
            row("anna", FIRST.plus(day, ChronoUnit.DAYS).plusSeconds(900), "203.0.113.9", RENTED, "DE", CHROME, "", "");
        }

        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void a_telephone_takes_its_session_to_new_networks() {
        weeks("anna", "198.51.100");
        row("anna", LATER, "198.51.100.8", CARRIER, "DE", PHONE, "", session("phone"));
        row("anna", LATER.plus(1, ChronoUnit.DAYS), "192.0.2.4", 3352, "ES", PHONE, "", session("phone"));

        assertThat(Lines.signals(last())).contains("session-goes-along");
        assertThat(last().verdict()).isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void what_cannot_be_compared_is_not_said_to_look_as_usual() {
        row("anna", FIRST, "192.0.2.4", CARRIER, "DE", EDGE, "", "");

        assertThat(last().verdict()).isEqualTo(LineVerdict.BENIGN);
        assertThat(last().reasons().getFirst().text()).contains("too little of the user");
    }

    @Test
    void somebody_without_history_is_compared_with_his_colleagues() {
        for (String user : List.of("bo", "cleo", "dora", "emil", "finn")) {
            weeks(user, "198.51.100");
        }
        row("anna", LATER, "203.0.113.9", RENTED, "NG", CHROME, "", "");

        assertThat(Lines.signals(last())).contains("new-country", "no-device", "hosting-network");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }
}

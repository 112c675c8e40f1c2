package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.lines.TenantSignIns.Taken;
import dev.cordon.investigation.lines.TenantSignIns.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantSignInsTest {
    private static final Instant START = Instant.parse("2026-02-02T08:00:00Z");
    private static final Instant LAST_WEEK = Instant.parse("2026-02-23T00:00:00Z");

    private static String row(String id, Instant at, String address, String country, String agent, String policy) {
        return """
                {"id":"%s","createdDateTime":"%s","userId":"11111111-0000-4000-8000-000000000001","userPrincipalName":"anna@contoso.example",\
                "isInteractive":true,"ipAddress":"%s","userAgent":"%s","clientAppUsed":"Browser","appDisplayName":"Office 365","status":{"errorCode":0},\
                "conditionalAccessStatus":"%s","location":{"countryOrRegion":"%s"},"deviceDetail":{"deviceId":"d1","isCompliant":true}}""".formatted(id, at, address, agent, policy, country);
    }

    /** Four weeks from one place, and one sign-in of a tool from another. */
    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            rows.add(row(
                    "own-" + day,
                    START.plusSeconds(86_400L * day),
                    "198.51.100.7",
                    "IE",
                    "Mozilla/5.0 (Windows NT 10.0) Edg/120",
                    "success"));
        }
        rows.add(row("HIS-1", START.plusSeconds(86_400L * 25 + 1800), "203.0.113.9", "RO", "axios/1.7.9", "failure")
                .replace("\"deviceId\":\"d1\",\"isCompliant\":true", "\"deviceId\":\"\""));
        return rows;
    }

    private static TenantSignIns taken(List<String> rows) {
        var signIns = new TenantSignIns();
        rows.forEach(row -> assertThat(signIns.take(row)).isEqualTo(Taken.HELD));
        return signIns;
    }

    @Test
    void what_is_not_the_users_own_is_told_with_its_row_and_older_rows_only_show_what_is_usual() {
        TenantSignIns signIns = taken(rows());

        List<Told> told = signIns.judged(OrganisationFacts.NONE).since(LAST_WEEK);

        assertThat(told).extracting(Told::id).containsExactly("his-1");
        assertThat(told.getFirst().verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(told.getFirst().reasons())
                .extracting(reason -> reason.signal())
                .contains("automation-tool");
        assertThat(signIns.judged(OrganisationFacts.NONE).since(START.plusSeconds(86_400L * 27)))
                .isEmpty();
        assertThat(signIns.oldest()).contains(START);
    }

    @Test
    void an_address_is_spelled_as_the_rows_of_logs_have_it() {
        List<String> rows = rows();
        rows.add(rows.removeLast().replace("203.0.113.9", "2001:DB8:0:0:0:0:0:7"));

        assertThat(taken(rows).judged(OrganisationFacts.NONE).suspicious())
                .extracting(Told::address)
                .containsExactly("2001:db8::7");
    }

    @Test
    void whoever_was_stopped_only_behind_the_password_had_it() {
        List<String> rows = rows();
        rows.add(rows.removeLast().replace("\"errorCode\":0", "\"errorCode\":53004"));

        assertThat(taken(rows).judged(OrganisationFacts.NONE).suspicious())
                .extracting(Told::hadPassword)
                .containsExactly(true);
    }

    @Test
    void neither_the_order_of_rows_nor_a_row_given_twice_changes_a_verdict() {
        List<String> rows = rows();
        List<Told> told = taken(rows).judged(OrganisationFacts.NONE).since(LAST_WEEK);
        Collections.reverse(rows);
        rows.addAll(rows());

        TenantSignIns again = taken(rows);

        assertThat(again.judged(OrganisationFacts.NONE).since(LAST_WEEK)).isEqualTo(told);
        assertThat(again.size()).isEqualTo(29);
    }

    @Test
    void devices_and_refusals_by_policy_are_counted() {
        TenantSignIns signIns = taken(rows());

        assertThat(signIns.devices()).isEqualTo(new TenantSignIns.DeviceCount(1, 1));
        assertThat(signIns.refusedByPolicy(LAST_WEEK)).isEqualTo(1);
        assertThat(signIns.refusedByPolicy(START.plusSeconds(86_400L * 27))).isZero();
    }

    @Test
    void what_cannot_be_judged_is_said_and_not_passed_over() {
        var signIns = new TenantSignIns();

        assertThat(signIns.take("{\"id\":\"x\",\"createdDateTime\":\"2026-02-02T08:00:00Z\"}"))
                .isEqualTo(Taken.UNREADABLE);
        assertThat(signIns.take("{")).isEqualTo(Taken.UNREADABLE);
        assertThat(signIns.size()).isZero();
    }
}

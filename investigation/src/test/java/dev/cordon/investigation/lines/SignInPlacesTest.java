package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a user lives without an address of his own, who was elsewhere meanwhile, and what does not pass from one sign-in to another. */
class SignInPlacesTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant LATER = FIRST.plus(9, ChronoUnit.DAYS);
    private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/143.0";
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0) Edg/120.0";
    private static final String PHONE = "Outlook-iOS/4.1";
    private static final String SPRAYER = "Mozilla/5.0 (compatible; MSAL 1.0)";
    private static final String CLAIM = ",\"authenticationDetails\":[{\"authenticationStepResultDetail\":"
            + "\"MFA requirement satisfied by claim in the token\"}]";
    private static final Place CURITIBA = new Place("BR", "Curitiba", 14868, -25.4, -49.3);
    private static final Place LISBON = new Place("PT", "Lisbon", 3243, 38.7, -9.1);
    private static final Place TOKYO = new Place("JP", "Tokyo", 0, 35.7, 139.7);
    private static final Place LAGOS = new Place("NG", "Lagos", 0, 6.5, 3.4);
    private static final Place GATEWAY = new Place("BR", "Sao Paulo", 62044, -23.5, -46.6);
    private static final Place ASHBURN = new Place("US", "Ashburn", 0, 39.0, -77.5);

    private final List<String> rows = new ArrayList<>();

    private record Place(String country, String city, int system, double north, double east) {}

    private void row(String user, Instant at, String address, Place place, String agent, int error, String more) {
        rows.add("""
                {"userId":"%s","createdDateTime":"%s","ipAddress":"%s","autonomousSystemNumber":%d,"userAgent":"%s",
                "isInteractive":true,"clientAppUsed":"Browser","status":{"errorCode":%d},"location":{"countryOrRegion":"%s",
                "city":"%s","geoCoordinates":{"latitude":%s,"longitude":%s}}%s}""".formatted(
                        user,
                        at,
                        address,
                        place.system(),
                        agent,
                        error,
                        place.country(),
                        place.city(),
                        place.north(),
                        place.east(),
                        more)
                .replace("\n", ""));
    }

    private static Instant day(int day) {
        return FIRST.plus(day, ChronoUnit.DAYS);
    }

    private static String session(String id) {
        return ",\"sessionId\":\"" + id + "\"";
    }

    /** A telephone in the office every day, and in the evening a computer at home, where the provider gives out another address each day. */
    private void weeksAtHome(String user) {
        for (int day = 0; day < 20; day++) {
            row(user, day(day), "198.51.100.7", CURITIBA, PHONE, 0, "");
            row(user, day(day).plusSeconds(7200), "177.22." + day + ".9", CURITIBA, MAC, 0, session(user) + CLAIM);
        }
    }

    /** One address, and neither program nor device nor session is told. */
    private void weeksInOffice(String user, Place place) {
        for (int day = 0; day < 14; day++) {
            row(user, day(day), "198.51.100.7", place, "", 0, "");
            row(user, day(day).plusSeconds(7200), "198.51.100.7", place, "", 0, "");
        }
    }

    private JudgedLine last() {
        return all().getLast();
    }

    private List<JudgedLine> all() {
        return Lines.judge(LineKind.SIGN_IN, String.join("\n", rows));
    }

    @Test
    void a_home_with_another_address_every_day_is_known_by_provider_town_and_program() {
        weeksAtHome("ana");

        assertThat(all()).allSatisfy(line -> {
            assertThat(Lines.signals(line)).doesNotContain("new-network", "new-program", "session-passed-on");
            assertThat(line.verdict()).isEqualTo(LineVerdict.BENIGN);
        });
    }

    @Test
    void another_program_at_the_same_provider_is_not_at_home() {
        weeksAtHome("ana");
        row("ana", LATER.plusSeconds(3600), "177.22.200.9", CURITIBA, EDGE, 0, session("new") + CLAIM);

        assertThat(Lines.signals(last())).contains("new-network", "new-program", "token-in-new-program");
        assertThat(last().verdict()).isNotEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_computer_from_such_a_home_may_travel() {
        weeksAtHome("ana");
        for (int day = 24; day < 29; day++) {
            row("ana", day(day), "85.240.236.59", LISBON, MAC, 0, session("ana"));
            row("ana", day(day).plusSeconds(3600), "85.240.236.59", LISBON, MAC, 0, session("ana") + CLAIM);
        }

        assertThat(all()).noneSatisfy(line -> assertThat(line.verdict()).isEqualTo(LineVerdict.MALICIOUS));
        assertThat(Lines.signals(last())).contains("new-country");
    }

    @Test
    void an_attackers_address_says_nothing_of_rows_long_before_him() {
        weeksAtHome("ana");
        weeksAtHome("bo");
        row("bo", LATER.plusSeconds(600), "192.0.2.9", CURITIBA, EDGE, 0, "");
        int before = rows.size() - 1;
        row("ana", LATER.plus(2, ChronoUnit.DAYS), "192.0.2.9", LISBON, "axios/1.7", 0, session("his"));
        row("bo", LATER.plus(3, ChronoUnit.DAYS), "192.0.2.9", CURITIBA, EDGE, 0, "");

        assertThat(Lines.signals(all().get(before))).doesNotContain("linked-to-attacker");
        assertThat(Lines.signals(last())).contains("linked-to-attacker");
    }

    @Test
    void who_shares_a_gateway_with_an_attacker_is_not_linked_to_him() {
        weeksAtHome("ana");
        weeksAtHome("bo");
        row("ana", LATER, "192.0.2.9", GATEWAY, "axios/1.7", 0, session("his") + CLAIM);
        int attackers = rows.size() - 1;
        row("bo", LATER.plusSeconds(7200), "192.0.2.9", GATEWAY, MAC, 0, session("bo"));

        assertThat(all().get(attackers).verdict()).isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.signals(last())).doesNotContain("linked-to-attacker");
    }

    @Test
    void passwords_of_several_tried_with_one_program_from_ever_new_addresses_are_a_spray() {
        List<String> users = List.of("ana", "bo", "cleo", "dora", "emil");
        users.forEach(this::weeksAtHome);
        Instant night = LATER.plus(Duration.ofHours(17));
        int tries = rows.size();
        for (int each = 0; each < users.size(); each++) {
            row(users.get(each), night.plusSeconds(600L * each), "3.80." + each + ".5", ASHBURN, SPRAYER, 50126, "");
        }

        assertThat(all().subList(tries, rows.size())).allSatisfy(line -> {
            assertThat(Lines.signals(line)).contains("password-spray");
            assertThat(line.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        });
    }

    @Test
    void passwords_of_several_that_are_tried_through_one_day_from_all_over_the_world_are_a_spray() {
        List<String> users = List.of("ana", "bo", "cleo", "dora");
        users.forEach(this::weeksAtHome);
        List<Place> places = List.of(ASHBURN, LAGOS, TOKYO, LISBON);
        int tries = rows.size();
        for (int each = 0; each < users.size(); each++) {
            row(
                    users.get(each),
                    LATER.plus(Duration.ofHours(5L * each)),
                    "45.9." + each + ".5",
                    places.get(each),
                    SPRAYER,
                    50126,
                    "");
        }

        assertThat(all().subList(tries, rows.size())).allSatisfy(line -> {
            assertThat(Lines.signals(line)).contains("password-spray");
            assertThat(line.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        });
    }

    @Test
    void a_tool_that_is_refused_at_several_accounts_within_days_sprays_wherever_it_comes_from() {
        List<String> users = List.of("ana", "bo", "cleo");
        users.forEach(this::weeksAtHome);
        int tries = rows.size();
        row("ana", LATER, "45.9.1.5", CURITIBA, "fasthttp", 50126, "");
        row("bo", LATER.plus(Duration.ofHours(30)), "45.9.2.5", LAGOS, "fasthttp", 50126, "");
        row("cleo", LATER.plus(Duration.ofHours(60)), "45.9.3.5", TOKYO, "fasthttp", 50053, "");

        assertThat(all().subList(tries, rows.size())).allSatisfy(line -> {
            assertThat(Lines.signals(line)).contains("password-spray");
            assertThat(line.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        });
    }

    @Test
    void two_who_are_refused_by_the_companys_own_script_are_no_spray() {
        List<String> users = List.of("ana", "bo", "cleo");
        users.forEach(this::weeksAtHome);
        for (int day = 0; day < 14; day++) {
            row("cleo", day(day).plusSeconds(60), "198.51.100.7", CURITIBA, "python-requests/2.31", 0, "");
        }
        row("ana", LATER, "198.51.100.7", CURITIBA, "python-requests/2.31", 50126, "");
        row("bo", LATER.plusSeconds(60), "198.51.100.7", CURITIBA, "python-requests/2.31", 50126, "");

        assertThat(all()).allSatisfy(line -> assertThat(line.verdict()).isEqualTo(LineVerdict.BENIGN));
    }

    @Test
    void people_who_mistype_on_one_morning_with_what_they_always_use_are_none() {
        List<String> users = List.of("ana", "bo", "cleo", "dora", "emil");
        users.forEach(this::weeksAtHome);
        for (int each = 0; each < users.size(); each++) {
            row(users.get(each), LATER.plusSeconds(600L * each), "177.23." + each + ".9", CURITIBA, MAC, 50126, "");
        }

        assertThat(all()).allSatisfy(line -> assertThat(line.verdict()).isEqualTo(LineVerdict.BENIGN));
    }

    @Test
    void nobody_works_at_home_and_far_away_at_once_even_where_no_program_is_told() {
        weeksInOffice("naoki", TOKYO);
        row("naoki", LATER.plusSeconds(3600), "197.210.2.9", LAGOS, "", 0, "");
        assertThat(Lines.signals(last())).contains("impossible-travel", "new-country");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);

        rows.removeLast();
        row("naoki", LATER.plusSeconds(3600), "197.210.2.9", LAGOS, "", 50076, "");
        assertThat(Lines.signals(last())).contains("impossible-travel", "password-known");
        assertThat(last().verdict()).isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void a_telephone_that_roams_is_not_the_user_at_home() {
        for (int day = 0; day < 14; day++) {
            row("ana", day(day), "198.51.100.7", CURITIBA, MAC, 0, session("desk"));
            row("ana", day(day).plusSeconds(7200), "203.0.113.9", CURITIBA, PHONE, 0, "");
        }
        row("ana", day(20), "203.0.113.9", CURITIBA, PHONE, 0, "");
        row("ana", day(20).plusSeconds(600), "85.240.236.59", LISBON, MAC, 0, session("desk"));
        row("ana", day(20).plusSeconds(1200), "203.0.113.9", CURITIBA, PHONE, 0, "");

        JudgedLine abroad = all().get(rows.size() - 2);
        assertThat(Lines.signals(abroad)).contains("new-country").doesNotContain("impossible-travel");
        assertThat(abroad.verdict()).isNotEqualTo(LineVerdict.MALICIOUS);
    }
}

package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.lines.SignInRows.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who stays for weeks does not become usual by that: what tells a stranger from somebody at home, from a telephone, and from a machine. */
class SignInStaysTest {
    private static final Instant FIRST = Instant.parse("2026-02-02T09:00:00Z");
    private static final String EDGE =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/145.0.0.0 Safari/537.36 Edg/145.0.0.0";
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/%d.0.0.0 Safari/537.36";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0";
    private static final String MAC_CHROME =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/141.0.0.0 Safari/537.36";
    private static final Place OFFICE = new Place("193.71.107", 2116, "Bergen", "NO");
    private static final Place HOME = new Place("83.108.81", 2119, "Bergen", "NO");
    private static final Place LINE_IN_TOWN = new Place("84.212.220", 29695, "Bergen", "NO");
    private static final Place LINE_ELSEWHERE = new Place("178.74.9", 29695, "Oslo", "NO");
    private static final Place SERVER_ABROAD = new Place("92.118.188", 62240, "London", "GB");
    private static final Place SERVER_AT_HOME = new Place("45.32.30", 20473, "Bergen", "NO");
    private static final Place TALLINN = new Place("185.158.248", 39855, "Tallinn", "EE");
    private static final Place CARRIER = new Place("109.179.132", 41164, "Oslo", "NO");
    private static final Place ASHBURN = new Place("34.201.4", 14618, "Ashburn", "US");
    private static final Place MICROSOFT = new Place("20.90.37", 8075, "Amsterdam", "NL");

    private final SignInRows rows = new SignInRows();

    private static Instant day(int day, int hours) {
        return FIRST.plus(day, ChronoUnit.DAYS).plus(hours, ChronoUnit.HOURS);
    }

    /** A managed computer in the office and at home, on working days of three weeks. */
    private void weeksOf(String user) {
        for (int day = 0; day < 20; day += day % 7 == 4 ? 3 : 1) {
            rows.row(user, day(day, 0), OFFICE, 7)
                    .by(EDGE)
                    .on(user + "-laptop")
                    .in(user + "-desk")
                    .gotIn();
            rows.row(user, day(day, 9), HOME, 9)
                    .by(EDGE)
                    .on(user + "-laptop")
                    .in(user + "-desk")
                    .gotIn();
        }
    }

    private void weeksOfAll() {
        List.of("astrid", "bo", "cleo", "dag", "eli").forEach(this::weeksOf);
    }

    private void assertAll(int first, LineVerdict verdict) {
        assertThat(rows.judgedFrom(first))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.verdict())
                        .as(line.what() + " " + line.reasons())
                        .isEqualTo(verdict));
    }

    @Test
    void a_session_that_an_attacker_began_is_his_wherever_it_goes_and_however_long() {
        weeksOfAll();
        int his = rows.count();
        rows.row("astrid", day(10, 0), SERVER_ABROAD, 3)
                .by(MAC_CHROME)
                .in("stolen")
                .gotIn();
        for (int day = 10; day < 20; day++) {
            rows.row("astrid", day(day, 2), LINE_IN_TOWN, 4)
                    .by(FIREFOX)
                    .in("stolen")
                    .gotIn();
        }

        assertAll(his, LineVerdict.MALICIOUS);
    }

    @Test
    void somebody_without_a_device_in_another_town_stays_a_stranger_for_weeks() {
        weeksOfAll();
        int his = rows.count();
        for (int prompt = 0; prompt < 4; prompt++) {
            rows.row("bo", day(8, 15).plusSeconds(60L * prompt), LINE_ELSEWHERE, 5)
                    .by(CHROME.formatted(140))
                    .ended(500121);
        }
        for (int day = 8; day < 19; day++) {
            rows.row("bo", day(day, 16), LINE_ELSEWHERE, 5)
                    .by(CHROME.formatted(140))
                    .in("quiet")
                    .gotIn();
        }

        assertAll(his, LineVerdict.MALICIOUS);
        assertThat(Lines.signals(rows.judged().get(his))).contains("prompts-pushed");
    }

    @Test
    void prompts_that_go_unanswered_at_a_place_of_the_users_are_no_attack() {
        weeksOfAll();
        int own = rows.count();
        for (int prompt = 0; prompt < 4; prompt++) {
            rows.row("bo", day(8, 9).plusSeconds(60L * prompt), HOME, 9)
                    .by(EDGE)
                    .ended(500121);
        }

        assertAll(own, LineVerdict.BENIGN);
    }

    @Test
    void a_private_computer_in_the_users_own_town_is_usual_after_a_while() {
        weeksOfAll();
        int own = rows.count();
        for (int day = 1; day < 20; day++) {
            rows.row("cleo", day(day, 11), LINE_IN_TOWN, 6)
                    .by(FIREFOX)
                    .in("evenings")
                    .gotIn();
        }

        assertThat(rows.judgedFrom(own))
                .noneSatisfy(line -> assertThat(line.verdict()).isEqualTo(LineVerdict.MALICIOUS));
    }

    @Test
    void who_has_a_life_among_the_colleagues_does_not_live_alone_abroad() {
        weeksOfAll();
        int his = rows.count();
        for (int day = 0; day < 12; day++) {
            rows.row("kasper", day(day, 12), TALLINN, 60)
                    .by(CHROME.formatted(143))
                    .in("enrolled")
                    .gotIn();
        }
        rows.row("kasper", day(16, 0), OFFICE, 7).by(EDGE).in("first-day").gotIn();

        assertThat(rows.judgedFrom(his).subList(0, 12))
                .allSatisfy(line -> assertThat(line.verdict()).isNotEqualTo(LineVerdict.BENIGN));
        assertThat(rows.judged().getLast().verdict()).isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_browser_that_is_older_than_its_session_was_before_is_a_copy() {
        weeksOfAll();
        for (int day = 0; day < 20; day++) {
            rows.row("dag", day(day, 10), HOME, 9)
                    .by(CHROME.formatted(day < 8 ? 138 : 139))
                    .in("private")
                    .gotIn();
        }
        int his = rows.count();
        for (int day = 9; day < 14; day++) {
            rows.row("dag", day(day, 13), LINE_IN_TOWN, 8)
                    .by(CHROME.formatted(138))
                    .in("private")
                    .byClaim()
                    .gotIn();
        }

        assertThat(rows.judgedFrom(his)).allSatisfy(line -> {
            assertThat(Lines.signals(line)).contains("browser-fell-behind");
            assertThat(line.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        });
    }

    @Test
    void a_password_that_is_refused_where_the_user_never_was_is_a_guess() {
        weeksOfAll();
        int his = rows.count();
        rows.row("eli", day(9, 1), TALLINN, 8).by(CHROME.formatted(129)).ended(50126);

        assertAll(his, LineVerdict.MALICIOUS);
        assertThat(Lines.signals(rows.judged().getLast())).contains("tried-from-afar");
    }

    @Test
    void a_traveller_who_mistypes_and_gets_in_is_none() {
        weeksOfAll();
        int own = rows.count();
        rows.row("eli", day(9, 1), TALLINN, 8).by(EDGE).on("eli-laptop").ended(50126);
        rows.row("eli", day(9, 1).plusSeconds(40), TALLINN, 8)
                .by(EDGE)
                .on("eli-laptop")
                .in("abroad")
                .gotIn();

        assertAll(own, LineVerdict.BENIGN);
    }

    @Test
    void the_apps_of_one_telephone_share_its_session() {
        weeksOfAll();
        int own = rows.count();
        for (int day = 0; day < 19; day++) {
            rows.row("bo", day(day, 3), OFFICE, 7)
                    .by("Outlook-iOS/722.10.0 CFNetwork/1568 Darwin/24.1.0")
                    .in("phone")
                    .quietly()
                    .gotIn();
        }
        rows.row("bo", day(9, 6), CARRIER, 40)
                .by("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Mobile/15E148 PKeyAuth/1.0")
                .in("phone")
                .byClaim()
                .gotIn();
        rows.row("bo", day(12, 6), CARRIER, 99)
                .by("TeamsMobile-iOS (teamsMobileiOS)")
                .in("phone")
                .quietly()
                .byClaim()
                .gotIn();

        assertAll(own, LineVerdict.BENIGN);
    }

    @Test
    void a_service_that_goes_on_for_several_users_from_its_servers_is_a_machine() {
        weeksOfAll();
        int own = rows.count();
        for (String user : List.of("astrid", "bo", "cleo", "dag")) {
            rows.row(user, day(6, 2), ASHBURN, 9)
                    .with("notion-calendar")
                    .in(user + "-calendar")
                    .byClaim()
                    .quietly()
                    .gotIn();
        }

        assertAll(own, LineVerdict.BENIGN);
    }

    @Test
    void one_who_is_alone_there_is_not() {
        weeksOfAll();
        int his = rows.count();
        rows.row("astrid", day(6, 2), ASHBURN, 9)
                .with("notion-calendar")
                .in("calendar")
                .byClaim()
                .quietly()
                .gotIn();

        assertAll(his, LineVerdict.MALICIOUS);
    }

    @Test
    void a_shell_of_microsofts_goes_on_with_the_session_it_was_opened_in() {
        weeksOfAll();
        int own = rows.count();
        rows.row("dag", day(6, 2), OFFICE, 7)
                .by(EDGE)
                .on("dag-laptop")
                .in("portal")
                .with("azure-portal")
                .gotIn();
        rows.row("dag", day(6, 2).plusSeconds(90), MICROSOFT, 233)
                .in("portal")
                .with("1950a258-227b-4e31-a9cf-717495945fc2")
                .byClaim()
                .quietly()
                .gotIn();

        assertAll(own, LineVerdict.BENIGN);
    }

    @Test
    void a_device_that_was_registered_from_rented_servers_is_not_the_users() {
        weeksOfAll();
        int his = rows.count();
        rows.row("cleo", day(5, 3), SERVER_AT_HOME, 171)
                .by(CHROME.formatted(132))
                .in("code")
                .gotIn();
        for (int day = 5; day < 19; day++) {
            SignInRows.Row row = rows.row("cleo", day(day, 8), SERVER_AT_HOME, 171)
                    .by("Microsoft Office/16.0 (Windows NT 10.0)")
                    .in("code");
            row.quietly().byClaim().gotIn();
        }

        assertAll(his, LineVerdict.MALICIOUS);
    }

    @Test
    void one_version_that_nobody_has_and_that_is_refused_at_several_in_a_week_sprays() {
        weeksOfAll();
        int his = rows.count();
        List<String> users = List.of("astrid", "bo", "cleo", "dag");
        for (int each = 0; each < users.size(); each++) {
            Place line = new Place("73.158." + each, 7922, "Chicago", "NO");
            rows.row(users.get(each), day(6, 1).plus(Duration.ofHours(30L * each)), line, 5)
                    .by(CHROME.formatted(117))
                    .ended(each == 1 ? 50076 : 50126);
        }

        assertThat(rows.judgedFrom(his)).allSatisfy(line -> {
            assertThat(Lines.signals(line)).contains("password-spray");
            assertThat(line.verdict()).isEqualTo(LineVerdict.MALICIOUS);
        });
    }
}

package dev.cordon.investigation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInFindingsTest {
    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0) Chrome/128.0";
    private static final String ATTACKER = "198.51.100.7";

    private final ExportedLog log = new ExportedLog();

    private void spray(int accounts, int minutesBetween, String address) {
        for (int i = 0; i < accounts; i++) {
            log.failed("t" + i, i * minutesBetween, "user" + i + "@contoso.example", address, BROWSER);
        }
    }

    @Test
    void many_accounts_from_one_address_are_a_spray_with_all_its_rows() {
        spray(12, 1, ATTACKER);

        ReviewFinding finding = log.findings().getFirst();
        assertThat(finding.kind()).isEqualTo(FindingKind.PASSWORD_SPRAY);
        assertThat(finding.recordIds()).hasSize(12);
        assertThat(finding.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(finding.reasons())
                .extracting(Reason::text)
                .contains("No row shows that one of them was signed in to from there.");
    }

    @Test
    void a_spray_followed_by_a_success_names_the_account_and_what_was_done_from_there() {
        spray(6, 1, ATTACKER);
        log.signedIn("in", 30, "user3@contoso.example", ATTACKER, BROWSER);
        log.row("acc", 40, "MailItemsAccessed", "Exchange", "user3@contoso.example", """
                "RecordType":50,"UserType":0,"ClientIPAddress":"198.51.100.7","MailboxOwnerUPN":"user3@contoso.example","OperationCount":3,\
                "OperationProperties":[{"Name":"MailAccessType","Value":"Bind"},{"Name":"IsThrottled","Value":"False"}]""");

        List<ReviewFinding> findings = log.findings();
        assertThat(findings)
                .extracting(ReviewFinding::kind)
                .containsExactly(FindingKind.PASSWORD_SPRAY, FindingKind.SIGN_IN, FindingKind.MAIL_ACCESS);
        assertThat(findings.getFirst().confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(findings.getFirst().recordIds()).contains("in");
        assertThat(findings.getFirst().reasons().getFirst().text()).contains("user3@contoso.example");
        assertThat(findings.get(1).subject()).isEqualTo("user3@contoso.example");
        assertThat(findings.get(1).recordIds()).containsExactly("in");
    }

    @Test
    void a_slow_spray_over_days_is_found_too() {
        spray(9, 600, ATTACKER);

        assertThat(log.findings()).extracting(ReviewFinding::kind).containsExactly(FindingKind.PASSWORD_SPRAY);
        assertThat(log.findings().getFirst().verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_spray_from_many_addresses_of_one_network_or_with_one_program_is_one() {
        for (int i = 0; i < 12; i++) {
            log.failed("n" + i, i, "user" + i + "@contoso.example", "198.51.100." + i, BROWSER);
            log.failed("p" + i, 3000 + i * 90, "person" + i + "@contoso.example", i + ".0.0.1", "BAV2ROPC");
        }

        assertThat(log.findings())
                .extracting(ReviewFinding::subject)
                .containsExactly("network 198.51.100.0/24", "program BAV2ROPC");
    }

    @Test
    void a_forgotten_password_and_a_program_that_hammers_are_none() {
        for (int i = 0; i < 40; i++) {
            log.failed("a" + i, i, "anna@contoso.example", "203.0.113.5", BROWSER);
        }
        for (int i = 0; i < 900; i++) {
            log.failed("s" + i, i, "scanner@contoso.example", "203.0.113.6", "python-requests/2.32");
        }
        for (int i = 0; i < 4; i++) {
            log.failed("m" + i, i, "user" + i + "@contoso.example", "203.0.113.6", BROWSER);
        }

        assertThat(log.findings()).isEmpty();
    }

    @Test
    void an_office_where_people_mistype_is_none() {
        for (int i = 0; i < 30; i++) {
            log.signedIn("in" + i, i, "user" + i + "@contoso.example", "203.0.113.5", BROWSER);
        }
        for (int i = 0; i < 10; i++) {
            log.failed("m" + i, 60 + i, "user" + i + "@contoso.example", "203.0.113.5", BROWSER);
        }

        assertThat(log.findings()).isEmpty();
    }

    @Test
    void who_has_no_second_factor_at_hand_gave_no_wrong_password() {
        for (int i = 0; i < 12; i++) {
            log.row("i" + i, i, "UserLoginFailed", "AzureActiveDirectory", "user" + i + "@contoso.example", """
                    "RecordType":15,"ResultStatus":"Success","UserType":0,"ClientIP":"198.51.100.7","LogonError":"UserStrongAuthClientAuthNRequiredInterrupt","ErrorNumber":"50074\"""");
        }

        assertThat(log.findings()).isEmpty();
    }

    @Test
    void a_sign_in_with_a_tool_is_for_a_person_to_look_at() {
        log.signedIn("x", 0, "anna@contoso.example", "198.51.100.9", "axios/1.7.9");
        log.signedIn("y", 1, "bo@contoso.example", "203.0.113.5", BROWSER);

        assertThat(log.findings())
                .extracting(ReviewFinding::subject, ReviewFinding::verdict)
                .containsExactly(tuple("anna@contoso.example", Verdict.REVIEW));
    }

    @Test
    void what_is_done_from_a_sprayers_address_is_worse() {
        spray(6, 1, ATTACKER);
        log.row("d", 50, "Register device.", "AzureActiveDirectory", "user3@contoso.example", """
                "RecordType":8,"ResultStatus":"Success","UserType":0,"ClientIP":"198.51.100.7","ObjectId":"DESKTOP-1","Target":[{"ID":"DESKTOP-1","Type":1}]""");

        assertThat(log.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.DEVICE)
                .extracting(ReviewFinding::verdict)
                .containsExactly(Verdict.MALICIOUS);
    }

    @Test
    void a_mailbox_of_which_the_log_fell_silent_is_told() {
        log.row("th", 0, "MailItemsAccessed", "Exchange", "anna@contoso.example", """
                "RecordType":50,"UserType":0,"ClientIPAddress":"203.0.113.5","MailboxOwnerUPN":"anna@contoso.example",\
                "OperationProperties":[{"Name":"MailAccessType","Value":"Bind"},{"Name":"IsThrottled","Value":"True"}]""");

        assertThat(log.findings()).extracting(ReviewFinding::kind).containsExactly(FindingKind.MAIL_ACCESS);
        assertThat(Set.copyOf(log.findings().getFirst().recordIds())).containsExactly("th");
    }

    @Test
    void the_first_password_that_fits_is_a_break_in_too() {
        for (int i = 0; i < 12; i++) {
            log.failed("t" + i, i, "user" + i + "@contoso.example", ATTACKER, "python-requests/2.32");
        }
        log.signedIn("in", 30, "carla@contoso.example", ATTACKER, "python-requests/2.32");

        List<ReviewFinding> findings = log.findings();
        assertThat(findings.getFirst().kind()).isEqualTo(FindingKind.PASSWORD_SPRAY);
        assertThat(findings.getFirst().account()).isEqualTo("carla@contoso.example");
        assertThat(findings.getFirst().recordIds()).contains("in");
        assertThat(findings)
                .filteredOn(finding -> finding.kind() == FindingKind.SIGN_IN)
                .allSatisfy(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.MALICIOUS);
                    assertThat(finding.addresses()).containsExactly(ATTACKER);
                });
    }

    @Test
    void who_comes_from_a_sprayers_address_for_the_first_time_in_a_browser_is_for_a_person_to_look_at() {
        spray(12, 1, ATTACKER);
        log.signedIn("before", -30, "dora@contoso.example", ATTACKER, BROWSER);
        log.signedIn("in", 30, "carla@contoso.example", ATTACKER, BROWSER);

        assertThat(log.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.SIGN_IN)
                .extracting(ReviewFinding::subject, ReviewFinding::verdict)
                .containsExactly(tuple("carla@contoso.example", Verdict.REVIEW));
        assertThat(log.findings().getFirst().reasons())
                .extracting(Reason::signal)
                .contains("no-success", "others-signed-in");
    }

    @Test
    void what_others_do_from_where_a_tool_set_a_hostile_rule_is_the_attackers() {
        log.signedIn("x", 0, "anna@contoso.example", "203.0.113.9", "axios/1.7.9");
        hostileRule(5);
        roleByAdministrator(9);

        assertThat(log.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.ROLE || finding.kind() == FindingKind.SIGN_IN)
                .extracting(ReviewFinding::verdict)
                .containsExactly(Verdict.MALICIOUS, Verdict.MALICIOUS);
    }

    @Test
    void a_tool_without_a_hostile_deed_and_a_hostile_deed_before_the_tool_make_nobody_an_attacker() {
        log.signedIn("x", 7, "anna@contoso.example", "203.0.113.9", "axios/1.7.9");
        hostileRule(5);
        roleByAdministrator(9);

        assertThat(log.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.ROLE || finding.kind() == FindingKind.SIGN_IN)
                .extracting(ReviewFinding::verdict)
                .containsExactly(Verdict.REVIEW, Verdict.REVIEW);
    }

    @Test
    void whoever_runs_a_script_where_he_is_every_day_makes_no_attackers_place_of_it() {
        for (int day = -3; day < 0; day++) {
            log.signedIn("d" + day, day * 1440, "anna@contoso.example", "203.0.113.9", BROWSER);
        }
        log.signedIn("x", 0, "anna@contoso.example", "203.0.113.9", "python-requests/2.32");
        hostileRule(5);
        roleByAdministrator(9);

        assertThat(log.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.ROLE)
                .extracting(ReviewFinding::verdict)
                .containsExactly(Verdict.REVIEW);
    }

    /** From the address of every command. */
    private void hostileRule(int minute) {
        log.exchange(
                "rule",
                minute,
                "New-InboxRule",
                ExportedLog.ANNA,
                "anna\\.",
                "Name",
                ".",
                "SubjectOrBodyContainsWords",
                "invoice;iban",
                "MoveToFolder",
                "RSS Feeds",
                "MarkAsRead",
                "True");
    }

    private void roleByAdministrator(int minute) {
        log.row("role", minute, "Add member to role.", "AzureActiveDirectory", ExportedLog.ADMIN, """
                "RecordType":8,"ResultStatus":"Success","UserType":0,"ClientIP":"203.0.113.9","ObjectId":"bo@contoso.example",\
                "Target":[{"ID":"bo@contoso.example","Type":5}],"ModifiedProperties":[{"Name":"Role.DisplayName","OldValue":"","NewValue":"\\"Global Administrator\\""}]""");
    }
}

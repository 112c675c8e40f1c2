package dev.cordon.investigation.review;

import static dev.cordon.investigation.review.ExportedLog.ADMIN;
import static dev.cordon.investigation.review.ExportedLog.ANNA;
import static dev.cordon.investigation.review.ExportedLog.targets;
import static dev.cordon.investigation.review.ExportedLog.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.facts.OrganisationFacts.Agreed;
import dev.cordon.investigation.facts.OrganisationFacts.Approved;
import dev.cordon.investigation.lines.Stay;
import dev.cordon.investigation.lines.TenantSignIns.Judged;
import dev.cordon.investigation.lines.TenantSignIns.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What was done, judged by whose hand it was as the sign-ins tell. Every row of the log comes from one address. */
class WhoseHandTest {
    private static final Instant DEED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant SINCE = DEED.minusSeconds(86_400);
    private static final String HERE = "203.0.113.9";
    private static final String BO = "bo@contoso.example";
    private static final String ID = "22222222-0000-4000-8000-000000000001";

    private final ExportedLog log = new ExportedLog();
    private final List<Stay> stays = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<String> alsoSuspected = new ArrayList<>();
    private OrganisationFacts facts = OrganisationFacts.NONE;
    private boolean isWhole = true;

    private void stays(String user, String address, int... days) {
        for (int day : days) {
            stays.add(Stay.at(user, address, DEED.plusSeconds(86_400L * day + 60)));
        }
    }

    private void works(String user) {
        stays(user, HERE, -9, -4, -2, 1);
    }

    private void signedIn(String user, String address, Verdict verdict, boolean gotIn) {
        told.add(new Told(
                "s" + told.size(),
                user,
                DEED.minusSeconds(1200),
                address,
                "RO",
                "session-1",
                "device-1",
                gotIn,
                gotIn,
                verdict,
                verdict == Verdict.MALICIOUS ? 90 : 40,
                List.of(new Reason("new-country", "It came from a new country.", Optional.empty()))));
    }

    private List<ReviewFinding> findings() {
        var review = new Review(Organisation.ofDomains("contoso.example"), facts);
        log.into(review);
        return review.finish(Whereabouts.of(new Judged(told, stays), SINCE, isWhole, alsoSuspected))
                .findings();
    }

    private ReviewFinding only() {
        assertThat(findings()).hasSize(1);
        return findings().getFirst();
    }

    private Verdict verdict() {
        return only().verdict();
    }

    private void delegate(String person) {
        log.exchange(
                "d",
                0,
                "Add-MailboxPermission",
                ADMIN,
                ANNA,
                "Identity",
                ANNA,
                "User",
                person,
                "AccessRights",
                "FullAccess");
    }

    private void forwards(String actor, String to) {
        log.exchange("f", 0, "Set-Mailbox", actor, BO, "Identity", BO, "ForwardingSmtpAddress", "smtp:" + to);
    }

    private void directory(String operation, String actor, String object, String type) {
        log.row("x", 0, operation, "AzureActiveDirectory", actor, """
                "RecordType":8,"ResultStatus":"Success","UserType":0,"ClientIP":"%s","ObjectId":%s,"Target":%s,"ModifiedProperties":[]""".formatted(
                        HERE, text(object), targets(ID, type, "x", object.contains("@") ? object : "")));
    }

    @Test
    void what_an_administrator_does_every_day_from_where_he_works_is_one_step_milder_and_says_so() {
        delegate(BO);
        works(ADMIN);

        assertThat(verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(only().reasons().getFirst().text())
                .isEqualTo("Done from where “" + ADMIN + "” works, and nothing about his sign-ins is strange.");
    }

    @Test
    void a_place_where_he_was_never_or_on_two_days_or_only_before_clears_nobody() {
        delegate(BO);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        stays(ADMIN, HERE, -1, 1);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        stays.clear();
        stays(ADMIN, HERE, -9, -4, -2);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        stays(BO, HERE, -9, -4, -2, 1);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void another_address_of_the_office_is_where_he_works_too_and_a_neighbours_at_home_is_not() {
        delegate(BO);
        stays(ADMIN, "203.0.113.77", -9, -4, -2, 1);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        stays(BO, "203.0.113.78", -9, -4, -2);
        stays(ANNA, "203.0.113.79", -9, -4, -2);
        assertThat(verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void whoever_is_suspected_is_not_cleared_by_his_own_network() {
        delegate(BO);
        works(ADMIN);
        signedIn(ADMIN, HERE, Verdict.REVIEW, true);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        told.clear();
        signedIn(ADMIN, HERE, Verdict.MALICIOUS, true);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        told.clear();
        alsoSuspected.add("Admin@Contoso.example");
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void whom_it_is_about_must_not_be_suspected_either() {
        delegate(BO);
        works(ADMIN);
        signedIn(BO, "198.51.100.66", Verdict.MALICIOUS, true);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        told.clear();
        signedIn(ANNA, "198.51.100.66", Verdict.REVIEW, true);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_wrong_password_of_a_stranger_makes_nobody_suspected() {
        delegate(BO);
        works(ADMIN);
        signedIn(ADMIN, "198.51.100.66", Verdict.MALICIOUS, false);

        assertThat(verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void sign_ins_that_were_not_all_read_clear_nobody() {
        delegate(BO);
        works(ADMIN);
        isWhole = false;

        assertThat(verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void ones_own_method_and_device_and_a_new_account_are_everyday() {
        works(ANNA);
        directory("User registered security info", ANNA, ANNA, "User");
        assertThat(verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(made("Register device", ANNA, ID, "Device")).isEqualTo(Verdict.BENIGN);
        assertThat(made("Add user.", ANNA, BO, "User")).isEqualTo(Verdict.BENIGN);
        assertThat(made("Add conditional access policy", ANNA, ID, "Policy")).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void power_over_others_and_weaker_protection_stay_for_a_person_from_wherever_they_come() {
        assertThat(made("Add member to role.", ANNA, BO, "User")).isEqualTo(Verdict.REVIEW);
        assertThat(made("Add app role assignment to service principal.", ANNA, ID, "ServicePrincipal"))
                .isEqualTo(Verdict.REVIEW);
        assertThat(made("Add service principal credentials.", ANNA, ID, "ServicePrincipal"))
                .isEqualTo(Verdict.REVIEW);
        assertThat(made("Delete conditional access policy", ANNA, ID, "Policy")).isEqualTo(Verdict.REVIEW);
        assertThat(made("Disable Strong Authentication.", ANNA, BO, "User")).isEqualTo(Verdict.REVIEW);
    }

    private static Verdict made(String operation, String actor, String object, String type) {
        var test = new WhoseHandTest();
        test.works(actor);
        test.directory(operation, actor, object, type);
        return test.verdict();
    }

    @Test
    void a_rule_for_everybodys_mail_is_everyday_where_it_sends_deletes_and_lets_through_nothing() {
        assertThat(transportRule("ApplyHtmlDisclaimerText", "Confidential")).isEqualTo(Verdict.BENIGN);
        assertThat(transportRule("SetSCL", "-1")).isEqualTo(Verdict.REVIEW);
        assertThat(transportRule("BlindCopyTo", BO)).isEqualTo(Verdict.REVIEW);
        assertThat(transportRule("BlindCopyTo", "x@mail.example")).isEqualTo(Verdict.MALICIOUS);
    }

    private static Verdict transportRule(String action, String value) {
        var test = new WhoseHandTest();
        test.works(ADMIN);
        test.log.exchange("t", 0, "New-TransportRule", ADMIN, "Rule", "Name", "Rule", action, value);
        return test.verdict();
    }

    @Test
    void a_delegate_from_outside_and_one_who_gave_it_to_himself_stay_as_they_are() {
        works(ADMIN);
        delegate("x@mail.example");
        assertThat(verdict()).isEqualTo(Verdict.MALICIOUS);

        var himself = new WhoseHandTest();
        himself.works(ADMIN);
        himself.delegate(ADMIN);
        assertThat(himself.verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void forwarding_to_the_outside_that_an_administrator_set_is_for_review_and_with_a_fact_harmless() {
        forwards(ADMIN, "orders@vendor.example");
        assertThat(verdict()).isEqualTo(Verdict.MALICIOUS);

        works(ADMIN);
        assertThat(verdict()).isEqualTo(Verdict.REVIEW);

        facts = new OrganisationFacts(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Agreed(BO, "orders@vendor.example", "contract 17")));
        assertThat(verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_partners_administrator_makes_no_inside_of_his_domain_where_the_organisations_own_are_known() {
        forwards("helper@partner.example", "drop@partner.example");

        assertThat(verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void what_is_harmless_by_itself_is_not_said_to_be_so_by_a_fact() {
        directory("Add service principal.", ANNA, ID, "ServicePrincipal");
        facts = new OrganisationFacts(
                List.of(), List.of(), List.of(), List.of(), List.of(new Approved(ID, "the mail migration")), List.of());

        assertThat(verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(only().reasons()).extracting(Reason::signal).doesNotContain(OrganisationFacts.SIGNAL);
    }

    @Test
    void what_an_attackers_hand_did_no_fact_explains() {
        facts = new OrganisationFacts(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Agreed(BO, "orders@vendor.example", "contract 17")));
        forwards(ADMIN, "orders@vendor.example");
        signedIn(ADMIN, HERE, Verdict.MALICIOUS, true);

        assertThat(verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(only().reasons()).extracting(Reason::signal).contains("attackers-deed", OrganisationFacts.SIGNAL);
    }

    @Test
    void forwarding_to_the_outside_stays_malicious_of_the_owner_of_a_suspected_one_and_from_elsewhere() {
        forwards(BO, "bo@private.example");
        works(BO);
        assertThat(verdict()).isEqualTo(Verdict.MALICIOUS);

        var suspected = new WhoseHandTest();
        suspected.forwards(ADMIN, "orders@vendor.example");
        suspected.works(ADMIN);
        suspected.signedIn(ADMIN, "198.51.100.66", Verdict.REVIEW, true);
        assertThat(suspected.verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void what_comes_from_where_an_attacker_signed_in_is_his_and_names_that_sign_in() {
        directory("User registered security info", ANNA, ANNA, "User");
        signedIn(ANNA, HERE, Verdict.MALICIOUS, true);

        assertThat(verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(only().reasons().getFirst().text())
                .isEqualTo("Done from “203.0.113.9”, from where an attacker signed in as “" + ANNA
                        + "” at 2026-03-01T07:40:00Z.");
    }

    @Test
    void a_sign_in_that_is_only_for_review_or_that_a_fact_explains_makes_no_attackers_place() {
        directory("User registered security info", ANNA, ANNA, "User");
        signedIn(ANNA, HERE, Verdict.REVIEW, true);

        assertThat(verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void who_works_where_an_attacker_came_in_is_not_accused_by_the_address() {
        delegate(BO);
        works(ADMIN);
        signedIn(ANNA, HERE, Verdict.MALICIOUS, true);

        assertThat(verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(only().reasons()).extracting(Reason::signal).doesNotContain("attackers-deed");
    }

    @Test
    void what_is_done_in_a_stolen_session_is_the_attackers_from_then_on() {
        log.row("m", 0, "New-InboxRule", "Exchange", ANNA, """
                "RecordType":1,"ResultStatus":"True","UserType":2,"ClientIP":"192.0.2.200","SessionId":"SESSION-1","ObjectId":"Anna\\\\Trips",\
                "Parameters":[{"Name":"Name","Value":"Trips"},{"Name":"MoveToFolder","Value":"Trips"},{"Name":"SubjectContainsWords","Value":"trip"}]""");
        assertThat(verdict()).isEqualTo(Verdict.BENIGN);

        signedIn(ANNA, "198.51.100.66", Verdict.MALICIOUS, true);
        assertThat(verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(only().reasons().getFirst().text()).contains("in the session or on the device");
    }

    @Test
    void files_alone_hold_an_administrators_forwarding_for_review_where_their_sign_ins_show_him_there() {
        forwards(ADMIN, "orders@vendor.example");
        assertThat(log.findings()).extracting(ReviewFinding::verdict).containsExactly(Verdict.MALICIOUS);

        for (int day : new int[] {-9, -4, -2, 1}) {
            log.signedIn("in" + day, day * 1440 + 5, ADMIN, HERE, "Mozilla/5.0 (Windows NT 10.0) Edg/120");
        }
        assertThat(log.findings()).extracting(ReviewFinding::verdict).containsExactly(Verdict.REVIEW);
    }

    @Test
    void accounts_that_were_only_tried_are_told_by_the_spray_and_who_was_entered_by_himself() {
        for (int i = 0; i < 6; i++) {
            log.failed("s" + i, i, "user" + i + "@contoso.example", HERE, "BAV2ROPC");
            signedIn("user" + i + "@contoso.example", HERE, Verdict.MALICIOUS, false);
        }
        signedIn("user3@contoso.example", HERE, Verdict.MALICIOUS, true);
        signedIn("user4@contoso.example", "198.51.100.66", Verdict.MALICIOUS, false);

        assertThat(SuspiciousSignIns.withoutSprayed(told, findings()))
                .extracting(Told::id)
                .containsExactly("s6", "s7");
        assertThat(SuspiciousSignIns.withoutSprayed(told, List.of())).hasSize(8);
        assertThat(only().subject()).isEqualTo(HERE);
    }

    @Property(tries = 20)
    void the_order_of_the_sign_ins_changes_nothing(@ForAll long seed) {
        var test = new WhoseHandTest();
        test.delegate(BO);
        test.forwards(ADMIN, "orders@vendor.example");
        test.directory("User registered security info", BO, BO, "User");
        test.works(ADMIN);
        test.works(ANNA);
        test.signedIn(BO, "198.51.100.66", Verdict.MALICIOUS, true);
        test.signedIn(BO, "198.51.100.67", Verdict.MALICIOUS, false);
        test.signedIn(BO, HERE, Verdict.MALICIOUS, true);
        List<ReviewFinding> findings = test.findings();
        Collections.shuffle(test.stays, new Random(seed));
        Collections.shuffle(test.told, new Random(seed));

        assertThat(test.findings()).isEqualTo(findings);
        assertThat(findings).extracting(ReviewFinding::verdict).contains(Verdict.MALICIOUS);
    }
}

package dev.cordon.investigation;

import static dev.cordon.investigation.Rows.ATTACKER;
import static dev.cordon.investigation.Rows.NOW;
import static dev.cordon.investigation.Rows.OFFICE;
import static dev.cordon.investigation.Rows.audit;
import static dev.cordon.investigation.Rows.signIn;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.Application;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.Devices.Device;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.MailFlow;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes.AutoReply;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherKindsJudgeTest {
    private static final DirectoryRole GLOBAL_ADMINISTRATOR = new DirectoryRole(
            "assignment-1",
            "62e90394-69f5-4237-9190-012177145e10",
            "Global Administrator",
            "/",
            DirectoryRole.Holding.ASSIGNED);

    private static final Organisation CONTOSO = new Organisation(
            Set.of("contoso.example"), Optional.of("11111111-0000-4000-8000-000000000000"), Set.of(), false);
    private static final String REGISTERED = "User registered security info";

    private static Judge in(AttackPicture picture) {
        return new Judge(CONTOSO, picture);
    }

    private static AuthenticationMethod method(String type, Duration ago) {
        return new AuthenticationMethod("id-of-" + type, type, "iPhone 15", Optional.of(NOW.minus(ago)));
    }

    @Test
    void a_method_registered_minutes_after_the_attacker_is_his() {
        assertThat(in(Rows.attacked())
                        .authenticationMethod(method("softwareOath", ofHours(20)))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.attacked())
                        .authenticationMethod(
                                method("microsoftAuthenticator", ofHours(20).minus(ofMinutes(4))))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_method_registered_from_the_attackers_address_is_his_at_any_time() {
        AttackPicture picture = Rows.attacked(audit(REGISTERED, ofHours(2), ATTACKER));

        assertThat(in(picture).authenticationMethod(method("fido2", ofHours(2))).verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void its_twin_registered_from_the_office_in_the_same_hour_stays() {
        AttackPicture picture = Rows.attacked(
                audit(REGISTERED, ofHours(20), ATTACKER),
                audit(REGISTERED, ofHours(20).minus(ofMinutes(20)), OFFICE));

        assertThat(in(picture)
                        .authenticationMethod(method("softwareOath", ofHours(20)))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(in(picture)
                        .authenticationMethod(
                                method("microsoftAuthenticator", ofHours(20).minus(ofMinutes(20))))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void an_old_method_stays_and_an_undated_one_is_for_review() {
        AuthenticationMethod undated = new AuthenticationMethod("x", "phone", "+353 1 0000000", Optional.empty());

        assertThat(in(Rows.attacked())
                        .authenticationMethod(method("phone", ofDays(400)))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(in(Rows.attacked()).authenticationMethod(undated).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(in(Rows.quiet()).authenticationMethod(undated).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void without_the_sign_in_log_a_method_is_not_said_to_be_of_another_time_than_the_attack() {
        AuthenticationMethod old = method("microsoftAuthenticator", ofDays(400));

        assertThat(in(Rows.unreadable()).authenticationMethod(old).reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "Nothing speaks against it, but the sign-in log was not read: when the attack was is not known"
                                + " from it, and so not whether this came during it.");
        assertThat(in(Rows.quiet()).authenticationMethod(old).reasons())
                .extracting(Reason::text)
                .noneMatch(text -> text.contains("was not read"));
    }

    @Test
    void a_method_in_the_window_without_any_other_sign_is_for_review() {
        assertThat(in(Rows.attacked())
                        .authenticationMethod(method("microsoftAuthenticator", ofHours(5)))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void without_sign_in_logs_a_recent_method_is_for_review() {
        assertThat(in(Rows.unreadable())
                        .authenticationMethod(method("softwareOath", ofHours(20)))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(in(Rows.unreadable())
                        .authenticationMethod(method("softwareOath", ofDays(200)))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void the_office_is_no_alibi_for_a_method_added_lately_while_nobody_knows_where_an_attacker_was() {
        AttackPicture quiet = Rows.quiet(audit(REGISTERED, ofHours(20), OFFICE), audit(REGISTERED, ofDays(10), OFFICE));
        AttackPicture suspected = Rows.journey();

        assertThat(in(quiet)
                        .authenticationMethod(method("softwareOath", ofHours(20)))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(in(quiet)
                        .authenticationMethod(method("softwareOath", ofDays(10)))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(suspected.certainty()).isEqualTo(Certainty.SUSPECTED);
        assertThat(in(suspected)
                        .authenticationMethod(method("microsoftAuthenticator", ofMinutes(20)))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_method_from_the_network_in_which_the_attacker_was_seen_too_is_for_review() {
        AttackPicture picture = Rows.attackedFromNextDoor(audit(REGISTERED, ofHours(5), OFFICE));

        assertThat(picture.isOwnAddress(OFFICE)).isTrue();
        assertThat(picture.certainty()).isEqualTo(Certainty.ATTACK);
        assertThat(in(picture)
                        .authenticationMethod(method("softwareOath", ofHours(5)))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void the_password_is_left_to_the_reset() {
        assertThat(in(Rows.attacked())
                        .authenticationMethod(method("password", ofHours(20)))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void forwarding_out_of_an_attacked_account_goes_and_elsewhere_is_for_review() {
        assertThat(in(Rows.attacked())
                        .forwarding(forwarding("drop@mail.example"))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.unreadable())
                        .forwarding(forwarding("drop@mail.example"))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.quiet())
                        .forwarding(forwarding("anna@private.example"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(in(Rows.journey())
                        .forwarding(forwarding("anna@private.example"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(in(Rows.attacked())
                        .forwarding(forwarding("bo.lund@contoso.example"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(in(Rows.quiet())
                        .forwarding(forwarding("bo.lund@contoso.example"))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    private static Forwarding forwarding(String address) {
        return new Forwarding("guid", Forwarding.Kind.SMTP_ADDRESS, address, true);
    }

    @Test
    void a_delegate_who_cannot_be_dated_is_for_review_only_where_an_attacker_was() {
        MailboxDelegate bo = delegate("bo.lund@contoso.example", "FullAccess");
        Judge knowsBo = new Judge(CONTOSO.withClosePeople(Set.of("Bo.Lund@contoso.example")), Rows.attacked());

        assertThat(in(Rows.attacked()).delegate(bo).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(in(Rows.quiet()).delegate(bo).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(knowsBo.delegate(bo).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(in(Rows.attacked())
                        .delegate(delegate("eve_mail.example#EXT#@contoso.example", "FullAccess"))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    private static MailboxDelegate delegate(String trustee, String right) {
        return new MailboxDelegate(trustee, MailboxDelegate.Scope.MAILBOX, "", trustee, List.of(right));
    }

    @Test
    void an_inbox_open_to_everybody_stands_out_and_a_shared_calendar_does_not() {
        assertThat(in(Rows.attacked())
                        .folderPermission(folder("\\Inbox", "Default", "Reviewer"))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.attacked())
                        .folderPermission(folder("\\Calendar", "Bo Lund", "Reviewer"))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(in(Rows.quiet())
                        .folderPermission(folder("\\Inbox", "Bo Lund", "Reviewer"))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    private static MailboxDelegate folder(String path, String trustee, String right) {
        return new MailboxDelegate(path + trustee, MailboxDelegate.Scope.FOLDER, path, trustee, List.of(right));
    }

    @Test
    void a_consent_given_by_the_attacker_is_his() {
        ConsentGrant grant =
                grant("Mail Upgrade", "33333333-0000-4000-8000-000000000000", "Mail.Read", "offline_access");
        AttackPicture picture =
                Rows.attacked(audit("Consent to application", ofHours(19), ATTACKER, "sp-of-Mail Upgrade"));

        Judgement judgement = in(picture).consent(grant);

        assertThat(judgement.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(judgement.reasons().getFirst().text()).contains(ATTACKER);
    }

    @Test
    void a_consent_that_the_row_of_another_grant_of_its_application_does_not_name_is_not_his_for_that() {
        ConsentGrant grant = grant("CRM", "33333333-0000-4000-8000-000000000000", "User.Read");
        AttackPicture other = Rows.attacked(Rows.audit(
                "Consent to application",
                ofHours(19),
                ATTACKER,
                Set.of("sp-of-CRM"),
                Map.of("ConsentAction.Permissions", GivenRightTest.consent("", GivenRightTest.entry("grant-other")))));
        AttackPicture same = Rows.attacked(Rows.audit(
                "Consent to application",
                ofHours(19),
                ATTACKER,
                Set.of("sp-of-CRM"),
                Map.of("ConsentAction.Permissions", GivenRightTest.consent("", GivenRightTest.entry("grant-CRM")))));

        assertThat(in(other).consent(grant).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(in(same).consent(grant).verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void microsofts_own_applications_are_never_malicious() {
        ConsentGrant grant =
                grant("Outlook", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "Mail.ReadWrite", "offline_access");

        assertThat(in(Rows.attacked()).consent(grant).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void an_application_that_calls_itself_microsoft_is_not_microsoft() {
        ConsentGrant grant =
                grant("Microsoft Outlook Sync", "33333333-0000-4000-8000-000000000000", "Mail.Read", "offline_access");

        assertThat(in(Rows.attacked()).consent(grant).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.attacked())
                        .consent(grant("CRM", "33333333-0000-4000-8000-000000000000", "User.Read"))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    static ConsentGrant grant(String name, String owner, String... scopes) {
        return new ConsentGrant("grant-" + name, application(name, owner), false, List.of(scopes));
    }

    private static Application application(String name, String owner) {
        return new Application(
                "sp-of-" + name,
                "app-of-" + name,
                name,
                Optional.of(owner),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of());
    }

    @Test
    void an_assignment_made_by_the_attacker_is_his_and_an_old_one_stays() {
        Application crm = application("CRM", "33333333-0000-4000-8000-000000000000");
        AppRoleAssignment fresh =
                new AppRoleAssignment("a", crm, "sp-of-CRM", "role", Optional.of(NOW.minus(ofHours(19))), false);
        AppRoleAssignment old =
                new AppRoleAssignment("b", crm, "sp-of-CRM", "role", Optional.of(NOW.minus(ofDays(90))), false);
        AttackPicture picture = Rows.attacked(audit("Add app role assignment grant to user", ofHours(19), ATTACKER));

        assertThat(in(picture).appRoleAssignment(fresh).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(in(picture).appRoleAssignment(old).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_device_registered_after_the_attacker_came_is_his_and_the_old_laptop_stays() {
        assertThat(in(Rows.attacked())
                        .device(device(Optional.of(NOW.minus(ofHours(20))), false))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.attacked())
                        .device(device(Optional.of(NOW.minus(ofDays(300))), true))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(in(Rows.attacked()).device(device(Optional.empty(), false)).verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    private static Device device(Optional<Instant> registered, boolean managed) {
        return new Device("device-1", "DESKTOP-7A", "Windows", "AzureAd", registered, true, managed, managed);
    }

    @Test
    void a_role_is_not_called_old_by_an_audit_log_that_nobody_could_read() {
        List<SignIn> signIns = Rows.monthWith(
                signIn(ofHours(20)).from(ATTACKER, "NL").with("axios/1.7").row());
        AttackPicture unread = AttackPicture.draw(new SignInHistory(
                Rows.ANNA,
                signIns,
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(
                        Rows.readThrough(NOW),
                        Coverage.notRead("directoryAudits", NOW.minus(ofDays(30)), "The answer was no JSON.")),
                false,
                NOW));

        assertThat(in(unread).role(GLOBAL_ADMINISTRATOR).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void an_application_assigned_after_a_sign_in_that_needs_a_second_look_is_for_a_person() {
        Application crm = application("CRM", "33333333-0000-4000-8000-000000000000");
        AppRoleAssignment fresh =
                new AppRoleAssignment("a", crm, "sp-of-CRM", "role", Optional.of(NOW.minus(ofMinutes(5))), false);

        assertThat(in(Rows.journey()).appRoleAssignment(fresh).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void the_same_role_given_to_somebody_else_says_nothing_about_that_of_the_account() {
        Map<String, String> role = Map.of(
                "Role.ObjectID", "\"role-object\"",
                "Role.DisplayName", "\"Global Administrator\"",
                "Role.TemplateId", "\"" + GLOBAL_ADMINISTRATOR.templateId() + "\"");
        AttackPicture others =
                Rows.attacked(audit("Add member to role", ofHours(18), ATTACKER, Set.of("bruno", "role-object"), role));
        AttackPicture own = Rows.attacked(
                audit("Add member to role", ofHours(18), ATTACKER, Set.of(Rows.ANNA, "role-object"), role));

        assertThat(in(others).role(GLOBAL_ADMINISTRATOR).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(in(own).role(GLOBAL_ADMINISTRATOR).verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_role_the_account_gave_itself_in_the_window_is_the_attackers() {
        AttackPicture picture =
                Rows.attacked(audit("Add member to role", ofHours(18), ATTACKER, "Global Administrator"));

        assertThat(in(picture).role(GLOBAL_ADMINISTRATOR).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.attacked()).role(GLOBAL_ADMINISTRATOR).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_role_that_was_given_to_somebody_else_in_the_attack_says_nothing_of_the_users_own() {
        Map<String, String> role = Map.of(
                "Role.DisplayName",
                "\"Global Administrator\"",
                "Role.TemplateId",
                "\"" + GLOBAL_ADMINISTRATOR.templateId() + "\"");

        AttackPicture toAnother =
                Rows.attacked(audit("Add member to role", ofHours(5), ATTACKER, Set.of("somebody-else"), role));
        assertThat(in(toAnother).role(GLOBAL_ADMINISTRATOR).verdict()).isEqualTo(Verdict.BENIGN);

        AttackPicture toHer = Rows.attacked(audit("Add member to role", ofHours(5), ATTACKER, Set.of(Rows.ANNA), role));
        assertThat(in(toHer).role(GLOBAL_ADMINISTRATOR).verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void a_transport_rule_changed_in_an_attacked_administrators_window_is_his() {
        MailRoute route = new MailRoute(
                MailFlow.Kind.TRANSPORT_RULE,
                "t",
                "Copy",
                true,
                List.of("drop@mail.example"),
                "",
                Optional.of(NOW.minus(ofHours(18))));

        assertThat(new Judge(CONTOSO.withPrivileged(true), Rows.attacked())
                        .mailRoute(route)
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.attacked()).mailRoute(route).verdict()).isEqualTo(Verdict.REVIEW);
    }

    private static MailRoute route(MailFlow.Kind kind, String... recipients) {
        return new MailRoute(kind, "r", "Route", true, List.of(recipients), "", Optional.of(NOW.minus(ofHours(18))));
    }

    @Test
    void a_transport_rule_of_the_attack_is_for_review_even_where_it_sends_nothing_outside() {
        Judge judge = in(Rows.attacked());

        assertThat(judge.mailRoute(route(MailFlow.Kind.TRANSPORT_RULE)).verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(judge.mailRoute(route(MailFlow.Kind.TRANSPORT_RULE, "bo.lund@contoso.example"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_connector_that_takes_mail_from_the_attackers_address_is_his() {
        Judge judge = in(Rows.attacked());

        assertThat(judge.mailRoute(route(MailFlow.Kind.INBOUND_CONNECTOR, ATTACKER + "/32"))
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(judge.mailRoute(route(MailFlow.Kind.INBOUND_CONNECTOR, "192.0.2.200"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_method_registered_after_a_sign_in_that_needs_a_second_look_is_for_review() {
        assertThat(in(Rows.journey())
                        .authenticationMethod(method("softwareOath", ofMinutes(5)))
                        .verdict())
                .isNotEqualTo(Verdict.BENIGN);
        assertThat(in(Rows.journey())
                        .authenticationMethod(method("microsoftAuthenticator", ofMinutes(5)))
                        .verdict())
                .isNotEqualTo(Verdict.BENIGN);
    }

    @Test
    void an_auto_reply_with_new_bank_details_is_the_attackers() {
        AutoReply fraud =
                new AutoReply("Enabled", "All", "", "<p>New IBAN: <a href='https://pay.example/x'>here</a></p>");
        AutoReply holiday = new AutoReply("Enabled", "All", "On holiday", "On holiday");

        assertThat(in(Rows.attacked()).autoReply(fraud).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(in(Rows.attacked()).autoReply(holiday).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_published_calendar_is_for_review_where_an_attacker_was() {
        PublishedCalendar calendar =
                new PublishedCalendar("c", "/Calendar", List.of("https://outlook.example/x"), "FullDetails", false);

        assertThat(in(Rows.attacked()).calendarPublishing(calendar).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(in(Rows.quiet()).calendarPublishing(calendar).verdict()).isEqualTo(Verdict.BENIGN);
    }
}

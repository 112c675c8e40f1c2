package dev.cordon.investigation.review;

import static dev.cordon.investigation.review.ExportedLog.ADMIN;
import static dev.cordon.investigation.review.ExportedLog.ANNA;
import static dev.cordon.investigation.review.ExportedLog.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.records.LogFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryFindingsTest {
    private static final String PERSON = "22222222-0000-4000-8000-00000000000a";
    private static final String APP = "33333333-0000-4000-8000-00000000000a";
    private static final String KEY =
            "[\r\n  \"[KeyIdentifier=44444444-0000-4000-8000-00000000000a,KeyType=Password,KeyUsage=Verify,DisplayName=test]\"\r\n]";

    private final ExportedLog log = new ExportedLog();

    private ReviewFinding only() {
        List<ReviewFinding> findings = log.findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void a_role_is_found_with_or_without_the_full_stop_and_is_gone_when_it_was_taken() {
        String them = targets(PERSON, "User", "Anna Berg", ANNA);
        log.directory(
                "r1",
                0,
                "Add member to role.",
                ADMIN,
                ANNA,
                them,
                "Role.DisplayName",
                "",
                "Company Administrator",
                "Role.TemplateId",
                "",
                "62e90394-69f5-4237-9190-012177145e10");

        assertThat(only().subject()).isEqualTo("Company Administrator for " + ANNA);
        assertThat(only().verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(only().state()).isEqualTo(FindingState.ACTIVE);

        log.directory(
                "r2",
                5,
                "remove member from role",
                ADMIN,
                ANNA,
                them,
                "Role.DisplayName",
                "Company Administrator",
                "",
                "Role.TemplateId",
                "62e90394-69f5-4237-9190-012177145e10",
                "");
        assertThat(only().state()).isEqualTo(FindingState.REVERTED);
    }

    @Test
    void who_gave_a_powerful_role_to_himself_or_to_an_account_made_for_it_is_worse() {
        log.directory(
                "u",
                0,
                "Add user.",
                ADMIN,
                "svc@contoso.example",
                targets(PERSON, "User", "svc", "svc@contoso.example"),
                "UserPrincipalName",
                "[]",
                "[\r\n  \"svc@contoso.example\"\r\n]");
        log.directory(
                "r",
                1,
                "Add member to role.",
                ADMIN,
                "svc@contoso.example",
                targets(PERSON, "User", "svc", "svc@contoso.example"),
                "Role.DisplayName",
                "",
                "\"Global Administrator\"");
        log.directory(
                "s",
                2,
                "Add member to role.",
                ANNA,
                ANNA,
                targets(APP, "User", "Anna", ANNA),
                "Role.DisplayName",
                "",
                "Exchange Administrator");

        assertThat(log.findings())
                .extracting(finding -> finding.recordIds().getFirst() + " " + finding.kind() + " " + finding.verdict())
                .containsExactly("r ROLE MALICIOUS", "s ROLE MALICIOUS", "u ACCOUNT_CREATED REVIEW");
    }

    /** The same role given once, as the directory's own audit and the unified audit log have it. */
    @Test
    void an_act_that_two_logs_tell_is_one_finding() throws IOException {
        String audit = """
                {"id":"Directory_1","activityDateTime":"2026-03-01T08:00:00Z","activityDisplayName":"Add member to role","loggedByService":"Core Directory",\
                "result":"success","initiatedBy":{"user":{"id":"9","userPrincipalName":"admin@contoso.example"},"app":null},"targetResources":[\
                {"id":"22222222-0000-4000-8000-00000000000a","type":"User","userPrincipalName":"anna@contoso.example","modifiedProperties":[\
                {"displayName":"Role.DisplayName","oldValue":null,"newValue":"\\"Global Administrator\\""}]},{"id":"8","type":"Role","displayName":null}]}""";
        var review = new Review();
        var _ = LogFile.readAsked(
                () -> new ByteArrayInputStream(("[" + audit + "]").getBytes(StandardCharsets.UTF_8)), review::take);
        log.directory(
                "u1",
                0,
                "Add member to role.",
                ADMIN,
                ANNA,
                targets(PERSON, "User", "Anna", ANNA),
                "Role.DisplayName",
                "",
                "Global Administrator");
        log.into(review);

        assertThat(review.finish().findings())
                .extracting(ReviewFinding::subject, ReviewFinding::recordIds)
                .containsExactly(tuple("Global Administrator for " + ANNA, List.of("directory_1", "u1")));
    }

    @Test
    void two_devices_of_one_person_are_two() {
        String them = targets(PERSON, "User", "Anna", ANNA);
        log.directory(
                "d1", 0, "Add registered owner to device.", ANNA, ANNA, them, "Device.ObjectID", "", "\"" + APP + "\"");
        log.directory(
                "d2",
                1,
                "Add registered owner to device.",
                ANNA,
                ANNA,
                them,
                "Device.ObjectID",
                "",
                "\"66666666-0000-4000-8000-00000000000a\"");
        log.directory("d3", 2, "Delete device.", ADMIN, APP, targets(APP, "Device", "DESKTOP-ABC", ""));

        assertThat(log.findings())
                .extracting(finding -> finding.recordIds().getFirst() + " " + finding.state())
                .containsExactly("d1 REVERTED", "d2 ACTIVE");
    }

    @Test
    void consents_permissions_and_assignments_are_found_with_what_they_allow() {
        String app = targets(APP, "ServicePrincipal", "PERFECTDATA SOFTWARE", "");
        log.directory(
                "c",
                0,
                "Consent to application.",
                ANNA,
                APP,
                app,
                "ConsentContext.IsAdminConsent",
                "",
                "False",
                "ConsentAction.Permissions",
                "",
                "[] => [[Id: abc, ClientId: 5, PrincipalId: 6, ResourceId: 7, ConsentType: Principal, Scope: Mail.ReadWrite offline_access]]; ");
        log.directory(
                "g",
                1,
                "Add OAuth2PermissionGrant.",
                ANNA,
                "https://graph.microsoft.com",
                app,
                "DelegatedPermissionGrant.Scope",
                "",
                "\" User.Read\"",
                "ServicePrincipal.ObjectID",
                "",
                "55555555-0000-4000-8000-00000000000a");
        log.directory(
                "p",
                2,
                "Add app role assignment to service principal.",
                ADMIN,
                "https://graph.microsoft.com",
                targets("66666666-0000-4000-8000-00000000000a", "ServicePrincipal", "Microsoft Graph", ""),
                "AppRole.Value",
                "",
                "\"RoleManagement.ReadWrite.Directory\"",
                "ServicePrincipal.ObjectID",
                "",
                "\"" + APP + "\"",
                "ServicePrincipal.DisplayName",
                "",
                "\"Backup\"");
        log.directory(
                "a", 3, "Add app role assignment grant to user.", ADMIN, ANNA, app, "User.UPN", "", "\"" + ANNA + "\"");

        assertThat(log.findings())
                .extracting(finding -> finding.recordIds().getFirst() + " " + finding.kind() + " " + finding.verdict()
                        + " " + finding.subject())
                .containsExactly(
                        "c CONSENT MALICIOUS PERFECTDATA SOFTWARE: Mail.ReadWrite offline_access",
                        "p APP_PERMISSION REVIEW Backup: RoleManagement.ReadWrite.Directory",
                        "g CONSENT BENIGN 55555555-0000-4000-8000-00000000000a: User.Read",
                        "a APP_ROLE_ASSIGNMENT BENIGN PERFECTDATA SOFTWARE for " + ANNA);
    }

    @Test
    void a_key_is_found_under_the_name_with_the_long_dash_and_the_trailing_blank() {
        String app = targets(APP, "Application", "Backup", "");
        log.directory(
                "k1",
                0,
                "Update application \u2013 Certificates and secrets management ",
                ADMIN,
                "Application_" + APP,
                app,
                "KeyDescription",
                "[]",
                KEY);
        assertThat(only().kind()).isEqualTo(FindingKind.APP_CREDENTIAL);
        assertThat(only().state()).isEqualTo(FindingState.ACTIVE);
        assertThat(only().subject()).isEqualTo("Backup");

        log.directory(
                "k2",
                9,
                "Update application \u2013 Certificates and secrets management ",
                ADMIN,
                "Application_" + APP,
                app,
                "KeyDescription",
                KEY,
                "[]");
        assertThat(only().state()).isEqualTo(FindingState.REVERTED);
        assertThat(only().recordIds()).containsExactly("k1", "k2");
    }

    @Test
    void another_key_than_the_one_that_was_removed_is_still_there() {
        String app = targets(APP, "Application", "Backup", "");
        String second = KEY.replace("4444-", "4445-").replace("44444444", "44444445");
        log.directory("k1", 0, "Add service principal credentials.", ADMIN, APP, app, "KeyDescription", "[]", KEY);
        log.directory("k2", 1, "Add service principal credentials.", ADMIN, APP, app, "KeyDescription", "[]", second);
        log.directory("k3", 2, "Remove service principal credentials.", ADMIN, APP, app, "KeyDescription", KEY, "[]");

        assertThat(log.findings())
                .extracting(finding -> finding.recordIds().getFirst() + " " + finding.state())
                .containsExactlyInAnyOrder("k1 REVERTED", "k2 ACTIVE");
    }

    @Test
    void a_second_factor_that_is_switched_off_is_found_and_other_updates_are_not() {
        String them = targets(PERSON, "User", "Anna", ANNA);
        log.directory(
                "m1",
                0,
                "Update user.",
                ADMIN,
                ANNA,
                them,
                "StrongAuthenticationRequirement",
                "[\r\n  {\r\n    \"RelyingParty\": \"*\",\r\n    \"State\": 1\r\n  }\r\n]",
                "[\r\n  {\r\n    \"RelyingParty\": \"*\",\r\n    \"State\": 0\r\n  }\r\n]",
                "Included Updated Properties",
                "",
                "StrongAuthenticationRequirement");
        log.directory("m2", 1, "Update user.", ADMIN, ANNA, them, "AssignedLicense", "[]", "[\"x\"]");
        log.directory(
                "m3",
                2,
                "Update user.",
                ANNA,
                ANNA,
                them,
                "StrongAuthenticationPhoneAppDetail",
                "[{\"DeviceName\":\"iPhone\",\"DeviceToken\":\"apns2-1\",\"LastAuthenticatedTimestamp\":\"2026-01-01T00:00:00Z\"}]",
                "[{\"DeviceName\":\"iPhone\",\"DeviceToken\":\"apns2-2\",\"LastAuthenticatedTimestamp\":\"2026-03-01T00:00:00Z\"}]");

        assertThat(only().recordIds()).containsExactly("m1");
        assertThat(only().kind()).isEqualTo(FindingKind.STRONG_AUTHENTICATION_CHANGE);
        assertThat(only().verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(only().reasons())
                .extracting(Reason::text)
                .contains("No second factor is demanded of this account any more.");

        log.directory(
                "m4", 9, "Update user.", ADMIN, ANNA, them, "StrongAuthenticationRequirement", "[]", "[{\"State\":2}]");
        assertThat(only().state()).isEqualTo(FindingState.REVERTED);
    }

    @Test
    void new_methods_devices_policies_and_applications_are_found() {
        String them = targets(PERSON, "User", "Anna", ANNA);
        log.directory(
                "n1",
                0,
                "Update user.",
                ANNA,
                ANNA,
                them,
                "StrongAuthenticationMethod",
                "[]",
                "[{\"MethodType\":6,\"Default\":true}]");
        log.directory("n2", 1, "User registered security info", ANNA, ANNA, them);
        log.directory("n3", 2, "Register device.", ANNA, APP, targets(APP, "Device", "DESKTOP-ABC", ""));
        log.directory(
                "n4",
                3,
                "Add registered owner to device.",
                ANNA,
                ANNA,
                targets(PERSON, "User", "Anna", ANNA),
                "Device.ObjectID",
                "",
                "\"" + APP + "\"",
                "Device.DisplayName",
                "",
                "\"DESKTOP-ABC\"");
        log.directory(
                "n5",
                4,
                "Update conditional access policy.",
                ADMIN,
                "p",
                targets("77777777-0000-4000-8000-00000000000a", "Policy", "Require MFA", ""),
                "ConditionalAccessPolicy",
                "{\"state\":\"enabled\"}",
                "{\"state\":\"disabled\"}");
        log.directory("n6", 5, "Add application.", ADMIN, APP, targets(APP, "Application", "Mailer", ""));
        log.directory(
                "n7",
                6,
                "Invite external user",
                ADMIN,
                "x_mail.example#EXT#@contoso.example",
                targets(PERSON, "User", "x", "x_mail.example#EXT#@contoso.example"));

        assertThat(log.findings())
                .extracting(finding ->
                        String.join(" ", finding.recordIds()) + " " + finding.kind() + " " + finding.verdict())
                .containsExactlyInAnyOrder(
                        "n1 STRONG_AUTHENTICATION_CHANGE REVIEW",
                        "n2 AUTHENTICATION_METHOD REVIEW",
                        "n3 n4 DEVICE REVIEW",
                        "n5 STRONG_AUTHENTICATION_CHANGE REVIEW",
                        "n6 APP_REGISTERED BENIGN",
                        "n7 ACCOUNT_CREATED BENIGN");
    }

    @Test
    void links_for_anybody_are_found_and_the_services_groups_are_not() {
        log.row(
                "l1",
                0,
                "AnonymousLinkCreated",
                "SharePoint",
                ANNA,
                "\"RecordType\":14,\"UserType\":0,\"ObjectId\":\"https://contoso.example/a.xlsx\",\"ItemType\":\"File\"");
        log.row(
                "l2",
                1,
                "SharingSet",
                "SharePoint",
                ANNA,
                "\"RecordType\":14,\"UserType\":0,\"ObjectId\":\"https://contoso.example/a.xlsx\",\"TargetUserOrGroupName\":\"Limited Access System Group\",\"TargetUserOrGroupType\":\"SharePointGroup\"");
        log.row(
                "l3",
                2,
                "AddedToSecureLink",
                "SharePoint",
                ANNA,
                "\"RecordType\":14,\"UserType\":0,\"ObjectId\":\"https://contoso.example/a.xlsx\",\"TargetUserOrGroupName\":\"x_mail.example#ext#@contoso.example\",\"TargetUserOrGroupType\":\"Guest\"");

        assertThat(log.findings())
                .extracting(finding -> finding.recordIds().getFirst() + " " + finding.verdict())
                .containsExactly("l1 REVIEW", "l3 REVIEW");
    }

    @Test
    void a_service_principal_that_the_service_makes_is_not_told_and_one_with_a_key_is() {
        String members =
                "\"RecordType\":8,\"ResultStatus\":\"Success\",\"UserType\":4,\"ObjectId\":\"%s\",\"Target\":[{\"ID\":\"X\",\"Type\":1}],\"ModifiedProperties\":[%s]";
        log.row(
                "j1",
                0,
                "Add service principal.",
                "AzureActiveDirectory",
                "ServicePrincipal_" + APP,
                members.formatted(APP, ""));
        log.row(
                "j2",
                0,
                "Add service principal.",
                "AzureActiveDirectory",
                "ServicePrincipal_" + APP,
                members.formatted(
                        PERSON,
                        "{\"Name\":\"Credential\",\"OldValue\":\"[]\",\"NewValue\":\"[{\\\"KeyType\\\":0}]\"}"));

        assertThat(only().recordIds()).containsExactly("j2");
    }

    @Test
    void a_key_that_an_application_gives_another_is_found_though_its_row_says_system() {
        String thief = "ServicePrincipal_99999999-2222-4333-8444-555555555555";
        for (String type : new String[] {"4", "\"System\""}) {
            var rows = new ExportedLog();
            rows.row(
                    "k",
                    0,
                    "Update application \u2013 Certificates and secrets management ",
                    "AzureActiveDirectory",
                    thief,
                    """
                    "RecordType":8,"ResultStatus":"Success","UserType":%s,"ObjectId":"%s","Target":%s,"ModifiedProperties":[]""".formatted(type, APP, targets(APP, "Application", "Backup", "")));

            assertThat(rows.findings()).extracting(ReviewFinding::kind).containsExactly(FindingKind.APP_CREDENTIAL);
        }
    }

    @Test
    void whose_a_new_device_is_stands_in_the_reason_whichever_row_says_so() {
        log.row("d1", 0, "Add device.", "AzureActiveDirectory", "ServicePrincipal_1", """
                "RecordType":8,"ResultStatus":"Success","UserType":4,"ObjectId":"5f1c0a44-0000-4000-8000-0000000000d1",\
                "Target":[{"ID":"5f1c0a44-0000-4000-8000-0000000000d1","Type":2},{"ID":"LAPTOP-7","Type":1}]""");
        log.row("d2", 1, "Add registered owner to device.", "AzureActiveDirectory", "ServicePrincipal_1", """
                "RecordType":8,"ResultStatus":"Success","UserType":4,"ObjectId":"bo@contoso.example",\
                "Target":[{"ID":"bo@contoso.example","Type":5}],\
                "ModifiedProperties":[{"Name":"Device.ObjectID","OldValue":"","NewValue":"\\"5f1c0a44-0000-4000-8000-0000000000d1\\""}]""");

        assertThat(log.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.DEVICE)
                .extracting(finding -> finding.reasons().getFirst().text())
                .containsExactly("A device was registered for “bo@contoso.example”: with it somebody stays signed in.");
    }
}

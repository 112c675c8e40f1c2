package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import dev.cordon.tenant.TenantException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was sealed is read field by field, and given back as it goes over the wire. */
class ReturnsTest extends ConnectedTest {
    private static final String ANNA = "5f1c0a44-0000-4000-8000-000000000001";
    private static final String INVOKE = "POST https://outlook.example/adminapi/beta/t/InvokeCommand ";
    private static final String GRAPH = "GET https://graph.example/v1.0";

    private static final String RULE = """
            {"Name":"a \\"b\\"","Enabled":true,"Priority":3,"RuleIdentity":15394007230974001153,"From":["\\"Bo\\" [EX:/o=x/cn=bo]"],
             "SubjectContainsWords":["bill"],"ForwardTo":["\\"Bo Lund\\" [SMTP:Bo@contoso.example]"],"MoveToFolder":"Bills",
             "MarkAsRead":false,"Description":"words","StopProcessingRules":true}""";

    private static SealedAnswer cmdlet(String call, String... rows) {
        return answer(INVOKE + call, "{\"value\":[" + String.join(",", rows) + "]}");
    }

    private static String of(String cmdlet, String parameter) {
        return cmdlet + " {\"" + parameter + "\":\"" + ANNA + "\"}";
    }

    private static SealedAnswer listing(String path, String... rows) {
        return answer(GRAPH + path, "{\"value\":[" + String.join(",", rows) + "]}");
    }

    private static SealedAnswer answer(String request, String body) {
        return new SealedAnswer(request, Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Former only(Returnable returnable, SealedAnswer... answers) {
        List<Former> formers = returnable.read(ANNA, List.of(answers));
        assertThat(formers).hasSize(1);
        return formers.getFirst();
    }

    /** Gives it back to a tenant that accepts everything; what was sent last. */
    private String givenBack(Returnable returnable, Former former) {
        microsoft.answer(request -> Reply.json("{\"value\":[]}"));
        returnable.giveBack(ANNA, former);
        return sent();
    }

    private String sent() {
        return microsoft.asked().getLast().body();
    }

    @Test
    void a_rule_that_only_exchange_showed_is_made_by_its_cmdlet_with_addresses_and_the_folders_path() {
        Returnable rules = tenant.returns().inboxRules();
        Former rule = only(rules, cmdlet("Get-InboxRule {\"Mailbox\":\"" + ANNA + "\",\"IncludeHidden\":true}", RULE));
        assertThat(rule.id()).isEqualTo("15394007230974001153");
        microsoft.answer(request -> Reply.json(
                request.body().contains("Get-MailboxFolderStatistics")
                        ? "{\"value\":[{\"FolderId\":\"f\",\"FolderType\":\"User Created\",\"FolderPath\":\"/Inbox/Bills\"}]}"
                        : "{\"value\":[" + RULE + "]}"));

        rules.giveBack(ANNA, rule);

        assertThat(sent())
                .contains("\"New-InboxRule\"")
                .contains("\"Name\":\"a \\\"b\\\"\"")
                .contains("\"From\":[\"/o=x/cn=bo\"]")
                .contains("\"ForwardTo\":[\"bo@contoso.example\"]")
                .contains(":\\\\Inbox\\\\Bills\"")
                .contains("\"StopProcessingRules\":true")
                .contains("\"Force\":true")
                .doesNotContain("MarkAsRead")
                .doesNotContain("Description")
                .doesNotContain("RuleIdentity");
    }

    @Test
    void a_rule_that_was_disabled_is_disabled_again() {
        Returnable rules = tenant.returns().inboxRules();
        String disabled =
                RULE.replace("\"Enabled\":true", "\"Enabled\":false").replace("\"MoveToFolder\":\"Bills\",", "");
        Former rule = only(rules, cmdlet(of("Get-InboxRule", "Mailbox"), disabled));
        microsoft.answer(request -> Reply.json("{\"value\":[" + RULE.replace("15394007230974001153", "77") + "]}"));

        rules.giveBack(ANNA, rule);

        assertThat(sent()).contains("\"Disable-InboxRule\"").contains("\"Identity\":\"77\"");
    }

    @Test
    void a_rule_that_was_disabled_and_not_deleted_is_known_as_that_and_enabled_again() {
        Returnable rules = tenant.returns().inboxRules();
        Former rule = only(rules, cmdlet(of("Get-InboxRule", "Mailbox"), RULE));
        Former disabled = only(
                rules, cmdlet(of("Get-InboxRule", "Mailbox"), RULE.replace("\"Enabled\":true", "\"Enabled\":false")));
        Former otherwise = only(
                rules,
                cmdlet(
                        of("Get-InboxRule", "Mailbox"),
                        RULE.replace("\"Enabled\":true", "\"Enabled\":false").replace("Bills", "Attic")));
        assertThat(rule.isDisabledAs(disabled)).isTrue();
        assertThat(rule.isDisabledAs(rule)).isFalse();
        assertThat(rule.isDisabledAs(otherwise)).isFalse();
        microsoft.answer(request -> Reply.json("{\"value\":[]}"));

        rules.enable(ANNA, rule);

        assertThat(sent()).contains("\"Enable-InboxRule\"").contains("\"Identity\":\"15394007230974001153\"");
    }

    @Test
    void what_would_be_there_twice_is_never_sent_twice() {
        Returnable rules = tenant.returns().inboxRules();
        Former rule =
                only(rules, cmdlet(of("Get-InboxRule", "Mailbox"), RULE.replace("\"MoveToFolder\":\"Bills\",", "")));
        microsoft.answer(request -> Reply.status(200).with(Fault.RESET));
        int before = made();

        assertThatThrownBy(() -> rules.giveBack(ANNA, rule))
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Reason.UNKNOWN_RESULT));

        assertThat(made() - before).isEqualTo(1);
    }

    private int made() {
        return (int) microsoft.asked().stream()
                .filter(asked -> asked.body().contains("New-InboxRule"))
                .count();
    }

    @Test
    void each_forwarding_address_comes_back_by_itself_whether_the_other_one_is_there_or_not() {
        Returnable forwarding = tenant.returns().forwarding();
        Former smtp = forwarding("ForwardingSmtpAddress|g", "\"smtp:x@y.example\"", "\"Bo\"", true);
        Former recipient = forwarding("ForwardingAddress|g", "\"smtp:x@y.example\"", "\"Bo\"", true);
        for (boolean copy : List.of(true, false)) {
            assertThat(smtp.isRemovedAs(forwarding("ForwardingSmtpAddress|g", "null", "\"Bo\"", copy)))
                    .isTrue();
            assertThat(smtp.isRemovedAs(forwarding("ForwardingSmtpAddress|g", "null", "null", copy)))
                    .isTrue();
        }
        assertThat(smtp.isLike(forwarding("ForwardingSmtpAddress|g", "\"smtp:x@y.example\"", "null", true)))
                .isTrue();
        assertThat(smtp.isLike(forwarding("ForwardingSmtpAddress|g", "\"smtp:x@y.example\"", "\"Bo\"", false)))
                .isFalse();

        assertThat(givenBack(forwarding, smtp))
                .contains("\"ForwardingSmtpAddress\":\"smtp:x@y.example\"")
                .contains("\"DeliverToMailboxAndForward\":true")
                .doesNotContain("ForwardingAddress");
        assertThat(givenBack(forwarding, recipient))
                .contains("\"ForwardingAddress\":\"Bo\"")
                .contains("\"DeliverToMailboxAndForward\":true")
                .doesNotContain("ForwardingSmtpAddress");
    }

    @Test
    void that_no_copy_stayed_is_not_said_again_for_the_other_forwarding_address() {
        Former before = forwarding("ForwardingSmtpAddress|g", "\"smtp:x@y.example\"", "null", false);
        assertThat(givenBack(tenant.returns().forwarding(), before)).doesNotContain("DeliverToMailboxAndForward");
    }

    @Test
    void what_an_earlier_version_cleared_as_one_thing_comes_back_as_one() {
        Former before = forwarding("g", "\"smtp:x@y.example\"", "\"Bo\"", false);
        assertThat(before.isRemovedAs(forwarding("g", "null", "null", false))).isTrue();

        assertThat(givenBack(tenant.returns().forwarding(), before))
                .contains("\"ForwardingSmtpAddress\":\"smtp:x@y.example\"")
                .contains("\"ForwardingAddress\":\"Bo\"")
                .contains("\"DeliverToMailboxAndForward\":false");
    }

    private Former forwarding(String id, String smtp, String recipient, boolean copy) {
        SealedAnswer answer = cmdlet(
                of("Get-Mailbox", "Identity"),
                "{\"ExchangeGuid\":\"g\",\"ForwardingSmtpAddress\":" + smtp + ",\"ForwardingAddress\":" + recipient
                        + ",\"DeliverToMailboxAndForward\":" + copy + "}");
        return tenant.returns().forwarding().read(ANNA, List.of(answer)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void full_access_comes_back_with_its_inheritance_and_says_what_cannot_be_read() {
        Returnable delegates = tenant.returns().delegates();
        Former right = only(
                delegates,
                cmdlet(
                        of("Get-MailboxPermission", "Identity"),
                        "{\"User\":\"NT AUTHORITY\\\\SELF\",\"AccessRights\":[\"FullAccess\"]}",
                        "{\"User\":\"bo@contoso.example\",\"AccessRights\":[\"FullAccess, ReadPermission\"],\"InheritanceType\":\"All\"}"));
        assertThat(right.note()).contains("AutoMapping");

        assertThat(givenBack(delegates, right))
                .contains("\"Add-MailboxPermission\"")
                .contains("\"User\":\"bo@contoso.example\"")
                .contains("\"AccessRights\":[\"FullAccess\",\"ReadPermission\"]")
                .contains("\"AutoMapping\":true");
    }

    @Test
    void send_on_behalf_is_added_to_those_who_have_it() {
        Returnable delegates = tenant.returns().delegates();
        Former right = only(
                delegates, cmdlet(of("Get-Mailbox", "Identity"), "{\"GrantSendOnBehalfTo\":[\"bo@contoso.example\"]}"));

        assertThat(givenBack(delegates, right))
                .contains(
                        "\"GrantSendOnBehalfTo\":{\"@odata.type\":\"#Exchange.GenericHashTable\",\"add\":\"bo@contoso.example\"}");
    }

    @Test
    void a_right_on_a_folder_goes_to_the_folder_of_that_id_whatever_it_is_called_by_now() {
        Returnable permissions = tenant.returns().folderPermissions();
        Former right = only(
                permissions,
                cmdlet(
                        "Get-MailboxFolderPermission {\"Identity\":\"" + ANNA + ":f7\"}",
                        "{\"User\":\"bo@contoso.example\",\"AccessRights\":[\"Reviewer\"]}"),
                cmdlet(
                        of("Get-MailboxFolderStatistics", "Identity"),
                        "{\"FolderId\":\"f7\",\"FolderType\":\"User Created\",\"FolderPath\":\"/Bills\"}"));

        assertThat(givenBack(permissions, right))
                .contains("\"Add-MailboxFolderPermission\"")
                .contains("\"Identity\":\"" + ANNA + ":f7\"")
                .contains("\"AccessRights\":[\"Reviewer\"]");
    }

    @Test
    void of_two_calendars_only_the_one_that_is_meant_is_published_again() {
        Returnable calendars = tenant.returns().calendarPublishing();
        String row = "{\"PublishEnabled\":true,\"DetailLevel\":\"FullDetails\",\"PublishedCalendarUrl\":\"https://x\"}";
        String cmdlet = "Get-MailboxCalendarFolder {\"Identity\":\"" + ANNA;
        List<Former> before =
                calendars.read(ANNA, List.of(cmdlet(cmdlet + ":c1\"}", row), cmdlet(cmdlet + ":c2\"}", row)));
        Former ended = only(calendars, cmdlet(cmdlet + ":c2\"}", row.replace("true", "false")));

        assertThat(before).extracting(Former::id).containsExactly("c1", "c2");
        assertThat(before.getLast().isRemovedAs(ended)).isTrue();
        assertThat(givenBack(calendars, before.getLast()))
                .contains("\"Set-MailboxCalendarFolder\"")
                .contains("\"Identity\":\"" + ANNA + ":c2\"")
                .contains("\"PublishEnabled\":true");
        assertThat(microsoft.asked()).hasSize(1);
    }

    @Test
    void what_everybody_had_on_a_folder_is_set_and_not_added() {
        Former right = only(
                tenant.returns().folderPermissions(),
                cmdlet(
                        "Get-MailboxFolderPermission {\"Identity\":\"" + ANNA + ":c\"}",
                        "{\"User\":\"Default\",\"AccessRights\":[\"Reviewer\"]}"),
                cmdlet(
                        of("Get-MailboxFolderStatistics", "Identity"),
                        "{\"FolderId\":\"c\",\"FolderType\":\"Calendar\",\"FolderPath\":\"/Kalender\"}"));

        assertThat(right.whenRemoved()).containsEntry("AccessRights", "[\"AvailabilityOnly\"]");
    }

    @Test
    void a_consent_is_posted_with_its_scope_and_another_scope_in_its_place_is_a_difference() {
        Returnable consents = tenant.returns().consents();
        String grant =
                "{\"id\":\"g1\",\"clientId\":\"c\",\"consentType\":\"Principal\",\"principalId\":\"p\",\"resourceId\":\"r\",\"scope\":\" User.Read openid\"}";
        Former before = only(consents, listing("/users/" + ANNA + "/oauth2PermissionGrants", grant));
        Former other = only(
                consents,
                listing(
                        "/users/" + ANNA + "/oauth2PermissionGrants",
                        grant.replace("g1", "g2").replace("openid", "Mail.Read")));
        assertThat(other.likeness()).isEqualTo(before.likeness());
        assertThat(before.settableDifferences(other)).containsExactly("scope");

        assertThat(givenBack(consents, before))
                .contains("\"scope\":\"User.Read openid\"")
                .doesNotContain("\"id\"");
        assertThat(microsoft.asked().getLast().toString()).isEqualTo("POST /v1.0/oauth2PermissionGrants");
    }

    @Test
    void an_eligibility_is_asked_for_until_it_would_have_ended() {
        Returnable roles = tenant.returns().roles();
        Former role = only(
                roles,
                listing(
                        "/roleManagement/directory/roleEligibilityScheduleInstances?x",
                        "{\"id\":\"e\",\"principalId\":\"" + ANNA
                                + "\",\"roleDefinitionId\":\"d\",\"directoryScopeId\":\"/\",\"endDateTime\":\"2027-01-01T00:00:00Z\"}"));

        assertThat(givenBack(roles, role))
                .contains("\"action\":\"adminAssign\"")
                .contains("\"type\":\"afterDateTime\"")
                .contains("\"endDateTime\":\"2027-01-01T00:00:00Z\"");
    }

    @Test
    void a_telephone_is_registered_again_and_a_seed_is_not() {
        Returnable methods = tenant.returns().authenticationMethods();
        List<Former> read = methods.read(
                ANNA,
                List.of(listing(
                        "/users/" + ANNA + "/authentication/methods",
                        "{\"@odata.type\":\"#microsoft.graph.phoneAuthenticationMethod\",\"id\":\"3179e48a\",\"phoneNumber\":\"+49 1715550114\",\"phoneType\":\"mobile\"}",
                        "{\"@odata.type\":\"#microsoft.graph.softwareOathAuthenticationMethod\",\"id\":\"o\"}")));
        assertThat(read.getFirst().obstacle()).isEmpty();
        assertThat(read.getLast().obstacle()).contains("seed").contains("Temporary Access Pass");

        assertThat(givenBack(methods, read.getFirst()))
                .contains("\"phoneNumber\":\"+49 1715550114\"")
                .contains("\"phoneType\":\"mobile\"");
    }

    @Test
    void an_application_of_which_nothing_shows_that_it_is_enabled_does_not_count_as_enabled() {
        Returnable assignments = tenant.returns().appRoleAssignments();
        Former before = only(assignments, permission(), application(",\"accountEnabled\":true"));
        Former now = only(assignments, permission(), application(""));

        assertThat(before.isLike(now)).isFalse();
        assertThat(before.isRemovedAs(now)).isFalse();
        assertThat(before.obstacle()).isEmpty();
        assertThat(now.obstacle()).contains("enabled");
    }

    private static SealedAnswer permission() {
        return listing(
                "/servicePrincipals/r/appRoleAssignedTo",
                "{\"id\":\"a1\",\"principalId\":\"p\",\"resourceId\":\"r\",\"appRoleId\":\"x\"}");
    }

    private static SealedAnswer application(String enabled) {
        return answer(
                "POST https://graph.example/v1.0/$batch GET /servicePrincipals/p",
                "{\"responses\":[{\"id\":\"1\",\"status\":200,\"body\":{\"id\":\"p\"" + enabled + "}}]}");
    }

    @Test
    void answers_that_cannot_be_understood_show_nothing() {
        assertThat(tenant.returns()
                        .inboxRules()
                        .read(ANNA, List.of(answer(INVOKE + "Get-InboxRule {\"Mailbox\":\"x\"}", "<html>"))))
                .isEmpty();
        assertThat(tenant.returns()
                        .consents()
                        .read(ANNA, List.of(answer(GRAPH + "/oauth2PermissionGrants", "{\"value\":"))))
                .isEmpty();
    }
}

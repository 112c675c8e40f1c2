package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.Application;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.Devices.Device;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.DirectoryRole.Holding;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.MailFlow.Kind;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What takes away what an attacker left, as it goes over the wire. */
class RemovalsTest extends ConnectedTest {
    private static final String ANNA = "anna@contoso.example";

    private static MailboxDelegate right(String... rights) {
        return new MailboxDelegate("x|eve", Scope.MAILBOX, "", "eve@contoso.example", List.of(rights));
    }

    private static MailboxDelegate onFolder(String id, String trustee) {
        return new MailboxDelegate(
                "folder|" + id + "|" + trustee, Scope.FOLDER, id, "/a/b\\c:d", trustee, List.of("Reviewer"));
    }

    private void accepted() {
        microsoft.answer(request -> Reply.json("{\"value\":[]}"));
    }

    private String sent() {
        return microsoft.asked().getLast().body();
    }

    @Test
    void full_access_is_taken_with_all_the_rights_that_came_with_it() {
        accepted();

        tenant.mailboxes().removeDelegate(ANNA, right("FullAccess", "ReadPermission"));

        assertThat(sent())
                .contains("\"Remove-MailboxPermission\"")
                .contains("\"User\":\"eve@contoso.example\"")
                .contains("\"AccessRights\":[\"FullAccess\",\"ReadPermission\"]")
                .contains("\"InheritanceType\":\"All\"")
                .contains("\"Confirm\":false");
    }

    @Test
    void send_as_and_send_on_behalf_go_by_the_cmdlets_that_give_them() {
        accepted();

        tenant.mailboxes().removeDelegate(ANNA, right("SendAs"));
        assertThat(sent()).contains("\"Remove-RecipientPermission\"").contains("\"Trustee\":\"eve@contoso.example\"");

        tenant.mailboxes().removeDelegate(ANNA, right("SendOnBehalf"));
        assertThat(sent())
                .contains("\"Set-Mailbox\"")
                .contains(
                        "\"GrantSendOnBehalfTo\":{\"@odata.type\":\"#Exchange.GenericHashTable\",\"remove\":\"eve@contoso.example\"}");
    }

    @Test
    void a_right_that_is_not_there_any_more_is_a_receipt_that_says_so() {
        microsoft.answer(
                request -> Reply.json(
                        "{\"@adminapi.warnings\":[\"Can't remove the access control entry because the ACE doesn't exist on the object.\"],\"value\":[]}"));

        Receipt receipt = tenant.mailboxes().removeDelegate(ANNA, right("FullAccess"));

        assertThat(receipt.alreadyInPlace()).isTrue();
    }

    @Test
    void nobody_means_nobody_and_not_everybody() {
        accepted();
        MailboxDelegate nameless = new MailboxDelegate("x", Scope.MAILBOX, "", " ", List.of("FullAccess"));

        assertThatThrownBy(() -> tenant.mailboxes().removeDelegate(ANNA, nameless))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(microsoft.asked()).isEmpty();
    }

    @Test
    void a_person_loses_a_folder_and_everybody_is_set_back_to_what_exchange_gives() {
        microsoft.answer(request -> request.body().contains("Get-MailboxFolderStatistics")
                ? Reply.json(
                        "{\"value\":[{\"FolderId\":\"c\",\"FolderType\":\"Calendar\",\"FolderPath\":\"/Kalender\",\"Name\":\"Kalender\"}]}")
                : Reply.json("{\"value\":[]}"));

        tenant.mailboxes().removeFolderPermission(ANNA, onFolder("i", "eve@contoso.example"));
        assertThat(sent())
                .contains("\"Remove-MailboxFolderPermission\"")
                .contains("\"Identity\":\"anna@contoso.example:i\"");

        tenant.mailboxes().removeFolderPermission(ANNA, onFolder("i", "Default"));
        assertThat(sent()).contains("\"Set-MailboxFolderPermission\"").contains("\"AccessRights\":[\"None\"]");

        tenant.mailboxes().removeFolderPermission(ANNA, onFolder("c", "Default"));
        assertThat(sent()).contains("\"AccessRights\":[\"AvailabilityOnly\"]");

        tenant.mailboxes().removeFolderPermission(ANNA, onFolder("c", "Anonymous"));
        assertThat(sent()).contains("\"AccessRights\":[\"None\"]");
    }

    @Test
    void a_folder_whose_id_is_not_known_is_not_taken_for_another_one() {
        MailboxDelegate nowhere = new MailboxDelegate("x", Scope.FOLDER, "/Inbox", "eve", List.of("Reviewer"));

        assertThatThrownBy(() -> tenant.mailboxes().removeFolderPermission(ANNA, nowhere))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(microsoft.asked()).isEmpty();
    }

    @Test
    void an_automatic_reply_and_a_published_calendar_are_switched_off() {
        accepted();

        tenant.mailboxes().disableAutoReply(ANNA);
        assertThat(sent()).contains("\"AutoReplyState\":\"Disabled\"");

        tenant.mailboxes().unpublishCalendar(ANNA, new PublishedCalendar("c2", "/Agenda", List.of(), "", false));
        assertThat(sent())
                .contains("\"Set-MailboxCalendarFolder\"")
                .contains("\"PublishEnabled\":false")
                .contains("\"Identity\":\"anna@contoso.example:c2\"");
    }

    @Test
    void ways_for_mail_are_disabled_and_never_deleted() {
        accepted();
        Map<Kind, String> cmdlets = Map.of(
                Kind.TRANSPORT_RULE, "Disable-TransportRule",
                Kind.INBOUND_CONNECTOR, "Set-InboundConnector",
                Kind.OUTBOUND_CONNECTOR, "Set-OutboundConnector",
                Kind.REMOTE_DOMAIN, "Set-RemoteDomain");

        cmdlets.forEach((kind, cmdlet) -> {
            tenant.mailFlow().disable(new MailRoute(kind, "guid-1", "evil", true, List.of(), "", Optional.empty()));
            assertThat(sent()).contains("\"" + cmdlet + "\"").contains("\"Identity\":\"guid-1\"");
        });

        assertThat(microsoft.asked()).extracting(Asked::body).noneMatch(body -> body.contains("Remove-"));
    }

    @Test
    void a_device_is_blocked_and_kept() {
        microsoft.answer(request -> Reply.status(204));

        tenant.devices().disable(new Device("d-1", "x", "Windows", "Workplace", Optional.empty(), true, false, false));

        assertThat(microsoft.asked().getLast().toString()).isEqualTo("PATCH /v1.0/devices/d-1");
        assertThat(sent()).isEqualTo("{\"accountEnabled\":false}");
    }

    @Test
    void consents_and_assignments_are_deleted_and_a_missing_one_counts_as_gone() {
        Application app = new Application(
                "sp", "app", "Evil", Optional.empty(), Optional.empty(), Optional.empty(), true, List.of());
        microsoft.answer(request -> request.path().contains("oauth2")
                ? Reply.error(404, "Request_ResourceNotFound", "It does not exist.")
                : Reply.status(204));

        Receipt grant = tenant.consentGrants().delete(new ConsentGrant("g/1", app, false, List.of("Mail.Read")));
        assertThat(grant.alreadyInPlace()).isTrue();
        assertThat(microsoft.asked().getLast().path()).isEqualTo("/v1.0/oauth2PermissionGrants/g%2F1");

        Receipt assignment = tenant.consentGrants()
                .delete("anna-id", new AppRoleAssignment("a-1", app, "sp-1", "role", Optional.empty(), false));
        assertThat(assignment.alreadyInPlace()).isFalse();
        assertThat(microsoft.asked().getLast().toString())
                .isEqualTo("DELETE /v1.0/users/anna-id/appRoleAssignments/a-1");
    }

    @Test
    void a_role_goes_by_how_it_is_held() {
        microsoft.answer(request -> request.method().equals("POST")
                ? Reply.json("{\"id\":\"r\",\"status\":\"Revoked\"}").with(201)
                : Reply.status(204));

        tenant.directory().removeRole("anna-id", role(Holding.ASSIGNED));
        assertThat(microsoft.asked().getLast().toString())
                .isEqualTo("DELETE /v1.0/roleManagement/directory/roleAssignments/as-1");

        tenant.directory().removeRole("anna-id", role(Holding.ELIGIBLE));
        assertThat(sent()).contains("\"action\":\"adminRemove\"").contains("\"principalId\":\"anna-id\"");

        assertThat(refusal(() -> tenant.directory().removeRole("anna-id", role(Holding.THROUGH_GROUP)))
                        .reason())
                .isEqualTo(Reason.REFUSED);
    }

    private static DirectoryRole role(Holding holding) {
        return new DirectoryRole("as-1", "template", "Exchange Administrator", "/", holding);
    }
}

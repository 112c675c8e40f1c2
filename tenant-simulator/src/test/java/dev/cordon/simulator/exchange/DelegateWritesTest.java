package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.simulator.Responder;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delegates and folder permissions are taken away and given back (X3, X8-X11, U5, U6). */
class DelegateWritesTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String CHIEF = "chief@contoso.example";
    private static final String PLANTED = """
            {id: own-full, kind: delegate, owner: anna.berg@contoso.example, by: legitimate, object: {User: bo.lund@contoso.example, AccessRights: [FullAccess], InheritanceType: Children}}
            {id: own-as, kind: delegate, owner: anna.berg@contoso.example, by: legitimate, object: {User: bo.lund@contoso.example, AccessRights: [SendAs]}}
            {id: own-behalf, kind: delegate, owner: anna.berg@contoso.example, by: legitimate, object: {User: bo.lund@contoso.example, AccessRights: [SendOnBehalf]}}
            {id: evil-behalf, kind: delegate, owner: anna.berg@contoso.example, by: attacker, object: {User: chief@contoso.example, AccessRights: [SendOnBehalf]}}
            {id: own-reviewer, kind: folder-permission, owner: anna.berg@contoso.example, by: legitimate, object: {Folder: Calendar, User: bo.lund@contoso.example, AccessRights: [Editor], SharingPermissionFlags: [Delegate]}}
            {id: evil-default, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, object: {Folder: Inbox, User: Default, AccessRights: [Reviewer]}}
            {id: evil-anonymous, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, object: {Folder: Archive, User: Anonymous, AccessRights: [Reviewer]}}
            """;

    DelegateWritesTest() {
        super(PLANTED);
    }

    private List<String> onBehalf() {
        return responder
                .run("Get-Mailbox", "Identity", ANNA)
                .getFirst()
                .getAsJsonArray("GrantSendOnBehalfTo")
                .asList()
                .stream()
                .map(each -> each.getAsString())
                .toList();
    }

    private String folderId(String name) {
        return responder.run("Get-MailboxFolderStatistics", "Identity", ANNA).stream()
                .filter(folder -> folder.get("Name").getAsString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("FolderId")
                .getAsString();
    }

    @Test
    void full_access_goes_and_comes_back_equal() {
        responder.run("Remove-MailboxPermission", "Identity", ANNA, "User", BO, "AccessRights", "FullAccess");
        assertThat(responder.collateral()).containsExactly("own-full removed");

        responder.run("Add-MailboxPermission", "Identity", ANNA, "User", BO, "AccessRights", List.of("FullAccess"));
        assertThat(responder.collateral()).as("inheritance differs").containsExactly("own-full changed");

        responder.run(
                "Add-MailboxPermission",
                "Identity",
                ANNA,
                "User",
                BO,
                "AccessRights",
                List.of("FullAccess"),
                "InheritanceType",
                "Children",
                "AutoMapping",
                false);
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void giving_what_is_there_is_a_warning() {
        assertThat(responder.warning(
                        "Add-MailboxPermission",
                        "Identity",
                        ANNA,
                        "User",
                        BO,
                        "AccessRights",
                        "FullAccess",
                        "InheritanceType",
                        "Children"))
                .contains("already present");
        assertThat(responder.warning(
                        "Add-RecipientPermission", "Identity", ANNA, "Trustee", BO, "AccessRights", "SendAs"))
                .contains("already present");
    }

    @Test
    void a_list_of_rights_may_be_one_text() {
        responder.run("Add-MailboxPermission", "Identity", BO, "User", CHIEF, "AccessRights", "FullAccess, DeleteItem");
        assertThat(responder
                        .run("Get-MailboxPermission", "Identity", BO, "User", CHIEF)
                        .getFirst()
                        .getAsJsonArray("AccessRights"))
                .hasSize(2);
    }

    @Test
    void send_as_goes_and_comes_back() {
        responder.run("Remove-RecipientPermission", "Identity", ANNA, "Trustee", "Bo Lund", "AccessRights", "SendAs");
        assertThat(responder.collateral()).containsExactly("own-as removed");
        responder.run("Add-RecipientPermission", "Identity", ANNA, "Trustee", BO, "AccessRights", List.of("SendAs"));
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void send_on_behalf_is_removed_and_added_by_hashtable_under_any_name() {
        assertThat(onBehalf()).containsExactly(BO, CHIEF);

        responder.run("Set-Mailbox", "Identity", ANNA, "GrantSendOnBehalfTo", Json.object("remove", "Chief"));
        assertThat(onBehalf()).containsExactly(BO);
        assertThat(responder.holds(ANNA, "delegates")).isEmpty();
        responder.run("Set-Mailbox", "Identity", ANNA, "GrantSendOnBehalfTo", Json.object("remove", responder.id(BO)));
        assertThat(responder.collateral()).containsExactly("own-behalf removed");
        responder.run(
                "Set-Mailbox",
                "Identity",
                ANNA,
                "GrantSendOnBehalfTo",
                Json.object("@odata.type", "#Exchange.GenericHashTable", "Add", List.of("Bo Lund")));
        assertThat(onBehalf()).containsExactly(BO);
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.lastAudit().get("Operation").getAsString()).isEqualTo("Set-Mailbox");
    }

    @Test
    void send_on_behalf_takes_a_whole_list_and_nothing_empties_it() {
        responder.run("Set-Mailbox", "Identity", ANNA, "GrantSendOnBehalfTo", List.of(BO));
        assertThat(onBehalf()).containsExactly(BO);
        assertThat(responder.warning("Set-Mailbox", "Identity", ANNA, "GrantSendOnBehalfTo", BO))
                .contains("no settings");

        responder.run("Set-Mailbox", "Identity", ANNA, "GrantSendOnBehalfTo", null);
        assertThat(onBehalf()).isEmpty();
    }

    @Test
    void nobody_from_outside_sends_on_behalf() {
        assertThat(responder
                        .ask(
                                "Set-Mailbox",
                                "Identity",
                                ANNA,
                                "GrantSendOnBehalfTo",
                                Json.object("add", "x@mail.example"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_folder_permission_goes_and_comes_back_by_the_folders_id() {
        var calendar = ANNA + ":" + folderId("Calendar");
        responder.run("Remove-MailboxFolderPermission", "Identity", calendar, "User", "Bo Lund");
        assertThat(responder.collateral()).containsExactly("own-reviewer removed");
        responder.run(
                "Add-MailboxFolderPermission",
                "Identity",
                calendar,
                "User",
                BO,
                "AccessRights",
                List.of("Editor"),
                "SharingPermissionFlags",
                List.of("Delegate"));
        assertThat(responder.collateral()).isEmpty();

        var again = responder.ask(
                "Add-MailboxFolderPermission", "Identity", calendar, "User", BO, "AccessRights", List.of("Editor"));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("UserAlreadyExistsInPermissionEntryException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inbox Default", "Archive Anonymous"})
    void what_people_in_general_may_do_can_be_set_to_none_and_not_removed(String where) {
        var folder = ANNA + ":" + folderId(where.split(" ")[0]);
        var user = where.split(" ")[1];

        var refused = responder.ask("Remove-MailboxFolderPermission", "Identity", folder, "User", user);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(user);
        assertThat(responder.holds(ANNA, "folderPermissions")).hasSize(2);

        responder.run("Set-MailboxFolderPermission", "Identity", folder, "User", user, "AccessRights", List.of("None"));
        assertThat(responder.holds(ANNA, "folderPermissions")).hasSize(1);
        assertThat(responder.lastAudit().get("Operation").getAsString()).isEqualTo("Set-MailboxFolderPermission");
        assertThat(responder
                        .run("Get-MailboxFolderPermission", "Identity", folder, "User", user)
                        .getFirst()
                        .get("AccessRights")
                        .toString())
                .isEqualTo("[\"None\"]");
    }

    @Test
    void a_permission_nobody_has_is_not_found() {
        var reply = responder.ask("Remove-MailboxFolderPermission", "Identity", ANNA + ":\\Inbox", "User", CHIEF);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("UserNotFoundInPermissionEntryException");
    }

    @Test
    void replicas_show_a_delegate_for_a_while_after_he_is_gone() {
        var scenario = TestingTenant.SMALL.replace("replication: PT0S", "replication: PT20S");
        try (var slow = Responder.in(scenario, PLANTED)) {
            slow.run("Remove-RecipientPermission", "Identity", ANNA, "Trustee", BO, "AccessRights", "SendAs");
            assertThat(slow.run("Get-RecipientPermission", "Identity", ANNA)).hasSize(2);
            slow.tenant().advance("PT21S");
            assertThat(slow.run("Get-RecipientPermission", "Identity", ANNA)).hasSize(1);
        }
    }
}

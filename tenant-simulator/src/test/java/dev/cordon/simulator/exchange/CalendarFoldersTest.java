package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.RewoundTenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every calendar is published on its own, and folders go by path or id, whatever their names hold (X11, X14, U6). */
class CalendarFoldersTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String ODD = "a/b\\c:d";
    private static final String PLANTED = """
            {id: own-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: legitimate, object: {DetailLevel: LimitedDetails}}
            {id: evil-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: attacker, created: -PT6H, object: {Folder: 'a/b\\c:d', DetailLevel: FullDetails}}
            {id: team-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: attacker, created: -PT7H, object: {Folder: Team}}
            {id: evil-folder, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, created: -PT8H, object: {Folder: 'x/y', User: bo.lund@contoso.example, AccessRights: [Reviewer]}}
            """;

    CalendarFoldersTest() {
        super(PLANTED);
    }

    private JsonObject folder(String name) {
        return responder.run("Get-MailboxFolderStatistics", "Identity", ANNA).stream()
                .filter(folder -> folder.get("Name").getAsString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String byId(String name) {
        return ANNA + ":" + folder(name).get("FolderId").getAsString();
    }

    private JsonObject calendar(String identity) {
        return responder.run("Get-MailboxCalendarFolder", "Identity", identity).getFirst();
    }

    private List<String> held(String kind) {
        return responder.holds(ANNA, kind).asList().stream()
                .map(one -> one.getAsJsonObject().get("id").getAsString())
                .toList();
    }

    @Test
    void a_calendar_that_somebody_made_is_told_by_what_it_holds() {
        assertThat(folder(ODD).get("FolderType").getAsString()).isEqualTo("User Created");
        assertThat(folder(ODD).get("ContainerClass").getAsString()).isEqualTo("IPF.Appointment");
        assertThat(folder(ODD).get("FolderPath").getAsString()).isEqualTo("/Calendar/a\uF8FFb\\c:d");
        assertThat(folder("Inbox").get("ContainerClass").getAsString()).isEqualTo("IPF.Note");
        assertThat(responder.run("Get-MailboxFolderStatistics", "Identity", ANNA, "FolderScope", "Calendar"))
                .hasSize(3);
        assertThat(responder.list("/users/" + ANNA + "/mailFolders?$top=200"))
                .noneMatch(each -> each.get("displayName").getAsString().equals("Team"));
    }

    @Test
    void ending_one_leaves_the_others_published() {
        assertThat(held("calendarPublishing")).containsExactlyInAnyOrder("evil-calendar", "team-calendar");

        responder.run("Set-MailboxCalendarFolder", "Identity", byId(ODD), "PublishEnabled", false);

        assertThat(held("calendarPublishing")).containsExactly("team-calendar");
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.lastAudit().get("ObjectId").getAsString()).isEqualTo(byId(ODD));
        assertThat(calendar(byId(ODD)).get("PublishEnabled").getAsBoolean()).isFalse();

        responder.run("Set-MailboxCalendarFolder", "Identity", ANNA + ":\\Calendar\\Team", "PublishEnabled", false);

        assertThat(held("calendarPublishing")).isEmpty();
        assertThat(responder.lastAudit().get("ObjectId").getAsString()).isEqualTo(ANNA + ":\\Calendar\\Team");
        var own = calendar(ANNA + ":\\Calendar");
        assertThat(own).isEqualTo(calendar(byId("Calendar")));
        assertThat(own.get("PublishEnabled").getAsBoolean()).isTrue();
        assertThat(own.get("DetailLevel").getAsString()).isEqualTo("LimitedDetails");
    }

    @Test
    void only_the_calendar_that_is_gone_is_collateral_and_it_comes_back() {
        responder.run("Set-MailboxCalendarFolder", "Identity", byId("Calendar"), "PublishEnabled", false);
        assertThat(responder.collateral()).containsExactly("own-calendar removed");

        responder.run("Set-MailboxCalendarFolder", "Identity", byId("Calendar"), "PublishEnabled", true);
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void what_was_planted_is_logged_for_the_calendar_it_is_about() {
        var rows = responder.run(
                "Search-UnifiedAuditLog",
                "StartDate",
                "2026-02-01",
                "EndDate",
                "2027-01-01",
                "Operations",
                "Set-MailboxCalendarFolder");

        assertThat(rows)
                .extracting(row -> row.get("AuditData").getAsString())
                .anySatisfy(row -> assertThat(row).contains(byId(ODD)).contains("PublishEnabled"))
                .anySatisfy(row -> assertThat(row).contains("Calendar\\\\Team").contains("PublishEnabled"));
    }

    @Test
    void every_calendar_has_addresses_of_its_own() {
        assertThat(List.of(byId(ODD), byId("Team"), byId("Calendar")))
                .extracting(
                        identity -> calendar(identity).get("PublishedICalUrl").getAsString())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {":\\Team", ":\\Calendar\\a/b\\c:d", ":\\Inbox", ":AAMkUnknown"})
    void a_calendar_that_is_not_there_is_not_another_one(String folder) {
        var reply = responder.ask("Set-MailboxCalendarFolder", "Identity", ANNA + folder, "PublishEnabled", false);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(held("calendarPublishing")).hasSize(2);
    }

    @Test
    void rights_go_by_path_with_the_slash_as_it_is_and_by_id() {
        for (var identity : List.of(ANNA + ":\\x/y", byId("x/y"))) {
            assertThat(responder.run("Get-MailboxFolderPermission", "Identity", identity, "User", BO))
                    .as(identity)
                    .extracting(row -> row.get("FolderName").getAsString())
                    .containsExactly("x/y");
        }

        responder.run("Remove-MailboxFolderPermission", "Identity", byId("x/y"), "User", BO);

        assertThat(held("folderPermissions")).isEmpty();
        responder.run(
                "Add-MailboxFolderPermission", "Identity", byId(ODD), "User", BO, "AccessRights", List.of("Owner"));
        assertThat(responder.run("Get-MailboxFolderPermission", "Identity", byId("x/y"), "User", BO))
                .isEmpty();
        assertThat(responder
                        .ask("Get-MailboxFolderPermission", "Identity", byId("x/y") + "x")
                        .status())
                .isEqualTo(404);
    }
}

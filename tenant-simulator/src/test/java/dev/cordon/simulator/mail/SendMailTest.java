package dev.cordon.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mail that is sent over the wire: where it lies then, what the logs and traces tell, and who reads it first. */
class SendMailTest extends RewoundTenant {

    private static final String ADMIN = "admin@contoso.example";
    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String OUTSIDE = "desk@bank.example";

    private static final String HIS = """
            attacker:
              from: [{ip: 203.0.113.9, country: NL, userAgent: axios/1.7}]
              holds:
                sessions: [{id: stolen, user: anna.berg@contoso.example, resources: [graph, exchange]}]
              plan:
                - {when: mail-received, after: PT5S, do: read-mail, user: anna.berg@contoso.example}
            """;

    private static final String PLANTED = """
            {id: anna-as-bo, kind: delegate, owner: bo.lund@contoso.example, by: legitimate, created: -P90D, object: {Trustee: anna.berg@contoso.example, AccessRights: [SendAs]}}
            {id: hides, kind: inbox-rule, owner: bo.lund@contoso.example, by: attacker, created: -P2D, hidden: true, object: {displayName: ".", conditions: {subjectContains: [hacked]}, actions: {moveToFolder: RSS Feeds, markAsRead: true}}}
            """;

    SendMailTest() {
        super(
                TestingTenant.SMALL
                        .replace("unifiedAudit: PT0S}", "unifiedAudit: PT0S, messageTrace: PT0S}")
                        .replace("attacker: {}\n", "attacker: {}\n" + HIS),
                PLANTED);
    }

    private static JsonObject message(String subject, String... to) {
        return Json.object(
                "subject",
                subject,
                "body",
                Json.object("contentType", "Text", "content", "Please call IT."),
                "toRecipients",
                recipients(to));
    }

    private static List<JsonObject> recipients(String... to) {
        return List.of(to).stream()
                .map(address -> Json.object("emailAddress", Json.object("address", address)))
                .toList();
    }

    private List<JsonObject> mails(String upn, String folder, String subject) {
        return responder.list("/users/" + upn + "/mailFolders/" + folder + "/messages?$top=100").stream()
                .filter(mail -> mail.get("subject").getAsString().equals(subject))
                .toList();
    }

    private List<String> traced(String subject) {
        return responder.run("Get-MessageTraceV2", "Subject", subject).stream()
                .map(row -> row.get("RecipientAddress").getAsString())
                .toList();
    }

    private List<JsonObject> sent() {
        return responder.tenant().control("/sent").json().getAsJsonArray("sent").asList().stream()
                .map(row -> row.getAsJsonObject())
                .toList();
    }

    private JsonObject audit(String operation) {
        return Json.parseObject(responder
                .run(
                        "Search-UnifiedAuditLog",
                        "StartDate",
                        "2026-03-01",
                        "EndDate",
                        "2026-03-04",
                        "Operations",
                        operation)
                .getFirst()
                .get("AuditData")
                .getAsString());
    }

    @Test
    void it_lies_with_the_sender_and_every_reader_and_stands_in_trace_log_and_sent() {
        var body = message("Payments are held", BO, OUTSIDE);
        body.add("ccRecipients", Json.array(recipients(ANNA)));
        var reply = responder.graph("POST", "/users/" + ADMIN + "/sendMail", Json.object("message", body));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        var own = mails(ADMIN, "sentitems", "Payments are held");
        var hers = mails(BO, "inbox", "Payments are held");
        assertThat(own).hasSize(1);
        assertThat(hers).singleElement().satisfies(mail -> {
            assertThat(mail.get("isRead").getAsBoolean()).isFalse();
            assertThat(mail.getAsJsonArray("ccRecipients").toString()).contains(ANNA);
            assertThat(mail.getAsJsonArray("toRecipients").toString())
                    .contains(BO, OUTSIDE)
                    .doesNotContain(ANNA);
            assertThat(mail.get("internetMessageId")).isEqualTo(own.getFirst().get("internetMessageId"));
        });
        assertThat(traced("Payments are held")).containsExactlyInAnyOrder(BO, OUTSIDE, ANNA);
        assertThat(audit("Send").getAsJsonObject("Item").get("InternetMessageId"))
                .isEqualTo(own.getFirst().get("internetMessageId"));
        assertThat(sent()).singleElement().satisfies(row -> {
            assertThat(row.get("kind").getAsString()).isEqualTo("mail");
            assertThat(row.get("caller").getAsString()).isEqualTo("app");
            assertThat(row.get("from").getAsString()).isEqualTo(ADMIN);
            assertThat(row.getAsJsonArray("to")).hasSize(3);
            assertThat(row.get("subject").getAsString()).isEqualTo("Payments are held");
            assertThat(row.get("text").getAsString()).isEqualTo("Please call IT.");
        });
    }

    @Test
    void without_a_saved_copy_the_trace_is_all_that_shows_it_left() {
        var reply = responder.graph(
                "POST",
                "/users/" + ADMIN + "/sendMail",
                Json.object("message", message("Unsaved", OUTSIDE), "saveToSentItems", false));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(mails(ADMIN, "sentitems", "Unsaved")).isEmpty();
        assertThat(mails(ADMIN, "recoverableitemspurges", "Unsaved")).isEmpty();
        assertThat(traced("Unsaved")).containsExactly(OUTSIDE);
        assertThat(audit("Send").get("SaveToSentItems").getAsBoolean()).isFalse();
    }

    @Test
    void nobody_but_the_sender_sees_who_had_a_blind_copy() {
        var body = message("Quiet", BO);
        body.add("bccRecipients", Json.array(recipients(ANNA)));
        responder.done("POST", "/users/" + ADMIN + "/sendMail", Json.object("message", body));

        assertThat(mails(ADMIN, "sentitems", "Quiet").getFirst().toString()).contains(ANNA);
        assertThat(mails(BO, "inbox", "Quiet").getFirst().toString()).doesNotContain(ANNA);
        assertThat(mails(ANNA, "inbox", "Quiet")).hasSize(1);
    }

    @Test
    void what_is_attached_and_where_answers_go_can_be_read_by_its_readers() {
        var body = message("With file", BO);
        body.add("replyTo", Json.array(recipients("soc@partner.example")));
        body.add(
                "attachments",
                Json.array(List.of(Json.object(
                        "@odata.type",
                        "#microsoft.graph.fileAttachment",
                        "name",
                        "list.txt",
                        "contentBytes",
                        Base64.getEncoder().encodeToString("one two".getBytes(StandardCharsets.UTF_8))))));
        responder.done("POST", "/users/" + ADMIN + "/sendMail", Json.object("message", body));

        var mail = mails(BO, "inbox", "With file").getFirst();
        assertThat(mail.get("hasAttachments").getAsBoolean()).isTrue();
        assertThat(mail.getAsJsonArray("replyTo").toString()).contains("soc@partner.example");
        var mime = responder
                .graph("GET", "/users/" + BO + "/messages/" + mail.get("id").getAsString() + "/$value")
                .text();
        assertThat(mime)
                .contains("Reply-To: <soc@partner.example>")
                .contains("filename=\"list.txt\"")
                .contains(Base64.getEncoder().encodeToString("one two".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_person_sends_from_the_own_mailbox_alone() {
        var tenant = responder.tenant();
        var own = tenant.graph(
                tenant.tokenAs("operator", "graph"),
                "POST",
                "/v1.0/me/sendMail",
                Json.object("message", message("Mine", BO)));
        var other = tenant.graph(
                tenant.tokenAs("operator", "graph"),
                "POST",
                "/v1.0/users/" + BO + "/sendMail",
                Json.object("message", message("Not mine", ANNA)));

        assertThat(own.status()).isEqualTo(202);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.errorCode()).isEqualTo("ErrorAccessDenied");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void in_anothers_name_only_who_may() {
        var tenant = responder.tenant();
        var body = message("As Bo", OUTSIDE);
        body.add("from", Json.object("emailAddress", Json.object("address", BO)));
        var anna =
                tenant.graph(tenant.tokenAs(ANNA, "graph"), "POST", "/v1.0/me/sendMail", Json.object("message", body));
        var admin = responder.graph("POST", "/users/" + ADMIN + "/sendMail", Json.object("message", body));

        assertThat(anna.status()).isEqualTo(202);
        assertThat(admin.status()).isEqualTo(403);
        assertThat(admin.errorCode()).isEqualTo("ErrorSendAsDenied");
        var row = audit("SendAs");
        assertThat(row.get("SendAsUserSmtp").getAsString()).isEqualTo(BO);
        assertThat(row.get("MailboxOwnerUPN").getAsString()).isEqualTo(BO);
        assertThat(row.get("UserId").getAsString()).isEqualTo(ANNA);
        assertThat(mails(ANNA, "sentitems", "As Bo")).hasSize(1);
        assertThat(traced("As Bo")).containsExactly(OUTSIDE);
    }

    @Test
    void wrong_bodies_are_refused_and_nothing_is_sent() {
        var nobody = Json.object("message", message("To nobody"));
        var odd = message("Odd", BO);
        odd.add("attachments", Json.array(List.of(Json.object("name", "x", "contentBytes", "%%%"))));

        assertThat(responder
                        .graph("POST", "/users/" + ADMIN + "/sendMail", nobody)
                        .status())
                .isEqualTo(400);
        assertThat(responder
                        .graph("POST", "/users/" + ADMIN + "/sendMail", Json.object("message", odd))
                        .status())
                .isEqualTo(400);
        assertThat(responder
                        .graph("POST", "/users/" + ADMIN + "/sendMail", new JsonObject())
                        .status())
                .isEqualTo(400);
        assertThat(sent()).isEmpty();
        assertThat(traced("Odd")).isEmpty();
    }

    @Test
    void a_rule_of_the_reader_hides_it_at_once() {
        responder.done(
                "POST", "/users/" + ADMIN + "/sendMail", Json.object("message", message("You have been hacked", BO)));

        assertThat(mails(BO, "inbox", "You have been hacked")).isEmpty();
        assertThat(responder.list("/users/" + BO + "/mailFolders?$top=100").stream()
                        .filter(folder ->
                                folder.get("displayName").getAsString().equals("RSS Feeds"))
                        .map(folder -> folder.get("totalItemCount").getAsInt() + " "
                                + folder.get("unreadItemCount").getAsInt()))
                .containsExactly("1 0");
    }

    @Test
    void a_warning_by_mail_is_read_by_the_attacker_while_he_is_still_in() {
        responder.done("POST", "/users/" + ADMIN + "/sendMail", Json.object("message", message("Your account", ANNA)));
        var id = mails(ANNA, "inbox", "Your account").getFirst().get("internetMessageId");
        assertThat(harm()).doesNotContain(id.getAsString());
        responder.tenant().advance("PT10S");
        assertThat(harm()).contains(id.getAsString());
    }

    @Test
    void a_warning_after_he_is_out_is_read_by_nobody_else() {
        responder.done("POST", "/users/" + ANNA + "/revokeSignInSessions");
        responder.tenant().advance("PT2H");
        responder.done("POST", "/users/" + ADMIN + "/sendMail", Json.object("message", message("Your account", ANNA)));
        var id = mails(ANNA, "inbox", "Your account").getFirst().get("internetMessageId");
        responder.tenant().advance("PT10S");
        assertThat(harm()).doesNotContain(id.getAsString());
    }

    private String harm() {
        return responder
                .account(ANNA)
                .getAsJsonObject("harm")
                .getAsJsonArray("mailReadInternetMessageIds")
                .toString();
    }
}

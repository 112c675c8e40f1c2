package dev.cordon.simulator.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The redirected invoices show over the wire as far as their story lets them, and are all in the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvoiceRedirectTest {

    private static final String NIAMH = "niamh.byrne@brightwater.example";
    private static final String ACCOUNTS = "accounts@brightwater.example";
    private static final String TOM = "tom.brandt@brightwater.example";

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @BeforeAll
    void start() {
        tenant = TestingTenant.start(ScenarioLoader.load("bec-invoice-redirect", OptionalLong.empty()));
        tenant.control("/throttle", Json.object("enabled", false));
        tenant.control("/clock", Json.object("speed", 0));
        tenant.advance("PT15S");
        tenant.control("/snapshot", new JsonObject());
    }

    @BeforeEach
    void goBack() {
        tenant.control("/restore", new JsonObject());
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    private JsonObject campaign() {
        return tenant.control("/truth").json().getAsJsonObject("fraud").getAsJsonObject("redirect");
    }

    private JsonObject fraudOf(String upn) {
        return tenant.control("/truth")
                .json()
                .getAsJsonObject("accounts")
                .getAsJsonObject(upn)
                .getAsJsonObject("fraud");
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static String text(JsonObject row, String name) {
        return row.get(name).getAsString();
    }

    private List<JsonObject> folder(String upn, String name) {
        return tenant.graph(
                        tenant.tokenAs("app", "graph"),
                        "GET",
                        "/v1.0/users/" + upn + "/mailFolders/" + name + "/messages?$top=1000")
                .value();
    }

    private List<JsonObject> run(String cmdlet, Object... parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", cmdlet, "Parameters", Json.object(parameters)));
        return tenant.send(HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/adminapi/beta/"
                                + tenant.connection().tenantId() + "/InvokeCommand"))
                        .header("Authorization", "Bearer " + tenant.tokenAs("app", "exchange"))
                        .header("Prefer", "odata.maxpagesize=1000")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build())
                .value();
    }

    private List<JsonObject> audits(String operation) {
        return run(
                        "Search-UnifiedAuditLog",
                        "StartDate",
                        "2026-03-06",
                        "EndDate",
                        "2026-03-11",
                        "Operations",
                        operation,
                        "ResultSize",
                        5000)
                .stream()
                .map(row -> Json.parseObject(text(row, "AuditData")))
                .toList();
    }

    private String mime(String upn, JsonObject mail) {
        return tenant.graph(
                        tenant.tokenAs("app", "graph"),
                        "GET",
                        "/v1.0/users/" + upn + "/messages/" + text(mail, "id") + "/$value")
                .text();
    }

    @Test
    void five_customers_and_one_of_ours_were_written_to_from_her_account() {
        var out = objects(campaign().getAsJsonArray("mails")).stream()
                .filter(mail -> text(mail, "way").equals("out"))
                .toList();

        assertThat(out).hasSize(6);
        assertThat(campaign().getAsJsonArray("outside").asList().stream().map(JsonElement::getAsString))
                .contains(
                        "ap@harlow-ferries.example",
                        "accounts@kestrel-yachts.example",
                        "buchhaltung@nordwerft.example",
                        "payables@solent-charter.example",
                        "payables@atlantic-rigging.example");
        assertThat(campaign().getAsJsonArray("inside")).hasToString("[\"" + TOM + "\"]");
        assertThat(out)
                .extracting(mail -> text(mail, "sentCopy"))
                .containsExactly("purged", "purged", "deleted", "recoverable", "kept", "deleted");
        assertThat(out).allSatisfy(mail -> assertThat(text(mail, "subject")).matches("(RE|AW): .*"));
        assertThat(objects(fraudOf(NIAMH).getAsJsonArray("mails")))
                .extracting(mail -> text(mail, "internetMessageId"))
                .containsExactlyElementsOf(out.stream()
                        .map(mail -> text(mail, "internetMessageId"))
                        .toList());
        assertThat(campaign().getAsJsonArray("accountsTouched"))
                .hasToString("[\"" + ACCOUNTS + "\",\"" + NIAMH + "\"]");
    }

    @Test
    void every_mail_asks_for_money_to_an_account_that_stands_in_it() {
        var requests = objects(fraudOf(NIAMH).getAsJsonArray("paymentRequests"));

        assertThat(requests)
                .hasSize(6)
                .allSatisfy(request -> assertThat(text(request.getAsJsonObject("account"), "iban"))
                        .isIn("LT12 1000 0111 0100 1000", "GB33 BUKB 2020 1555 5555 55"));
        assertThat(objects(campaign().getAsJsonArray("payments")))
                .singleElement()
                .satisfies(paid -> assertThat(text(paid, "amount")).isEqualTo("48200.00"));
        assertThat(objects(campaign().getAsJsonArray("lookAlikes")))
                .singleElement()
                .satisfies(one -> assertThat(text(one, "domain")).isEqualTo("brightwaler.example"));
    }

    @Test
    void the_trace_has_every_recipient_and_the_mailbox_only_what_he_left() {
        var traced = run(
                        "Get-MessageTraceV2",
                        "StartDate",
                        "2026-03-08",
                        "EndDate",
                        "2026-03-10T08:30:00Z",
                        "ResultSize",
                        5000)
                .stream()
                .map(row -> text(row, "MessageId") + " " + text(row, "RecipientAddress"))
                .collect(Collectors.toSet());
        var shown = folder(NIAMH, "sentitems").stream()
                .map(mail -> text(mail, "internetMessageId"))
                .collect(Collectors.toSet());
        for (var mail : objects(fraudOf(NIAMH).getAsJsonArray("mails"))) {
            mail.getAsJsonArray("outside")
                    .forEach(to ->
                            assertThat(traced).contains(text(mail, "internetMessageId") + " " + to.getAsString()));
            assertThat(shown.contains(text(mail, "internetMessageId")))
                    .isEqualTo(text(mail, "sentCopy").equals("kept"));
        }
        assertThat(folder(NIAMH, "recoverableitemsdeletions"))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail, "subject")).isEqualTo("RE: Invoice 20421"));
        assertThat(folder(NIAMH, "recoverableitemspurges"))
                .extracting(mail -> text(mail, "subject"))
                .containsExactlyInAnyOrder("RE: Invoice 20412", "RE: Invoice 20415");
        assertThat(folder(NIAMH, "deleteditems"))
                .extracting(mail -> text(mail, "subject"))
                .contains("AW: Rechnung 20418", "RE: Refund to Solent");
    }

    @Test
    void the_log_tells_each_step_of_hiding_it() {
        var sent = objects(fraudOf(NIAMH).getAsJsonArray("mails"));
        var ids = sent.stream().map(mail -> text(mail, "internetMessageId")).toList();

        assertThat(audits("Send"))
                .filteredOn(row -> text(row, "ClientIP").startsWith("185.220.101.77"))
                .extracting(row -> text(row.getAsJsonObject("Item"), "InternetMessageId"))
                .hasSize(5)
                .isSubsetOf(ids);
        assertThat(audits("SendAs")).anySatisfy(row -> {
            assertThat(text(row, "SendAsUserSmtp")).isEqualTo(ACCOUNTS);
            assertThat(text(row, "ClientIP")).startsWith("185.220.101.77");
        });
        assertThat(affected("SoftDelete")).hasSize(3).isSubsetOf(ids);
        assertThat(affected("HardDelete")).hasSize(2).isSubsetOf(ids);
        assertThat(affected("MoveToDeletedItems")).hasSize(2).isSubsetOf(ids);
        assertThat(audits("SearchQueryInitiatedExchange"))
                .extracting(row -> text(row, "QueryText"))
                .contains("invoice", "bank details", "remittance", "payment");
        assertThat(audits("MailItemsAccessed")).isNotEmpty();
        assertThat(audits("New-InboxRule"))
                .anySatisfy(row -> assertThat(row.toString()).contains("@solent-charter.example"));
    }

    private List<String> affected(String operation) {
        return audits(operation).stream()
                .flatMap(row -> objects(row.getAsJsonArray("AffectedItems")).stream())
                .map(item -> text(item, "InternetMessageId"))
                .toList();
    }

    @Test
    void what_customers_write_back_is_hidden_by_his_rule_before_and_after_the_start() {
        assertThat(folder(NIAMH, "inbox").toString()).doesNotContain("tried to reach you", "has been paid");
        var hidden = hidden();
        assertThat(hidden)
                .extracting(mail -> text(mail, "subject"))
                .contains("RE: Invoice 20412", "RE: Invoice 20421")
                .doesNotContain("AW: Rechnung 20418");
        tenant.advance("PT26M");
        assertThat(hidden()).extracting(mail -> text(mail, "subject")).contains("AW: Rechnung 20418");
    }

    private List<JsonObject> hidden() {
        var id = tenant
                .graph(tenant.tokenAs("app", "graph"), "GET", "/v1.0/users/" + NIAMH + "/mailFolders?$top=100")
                .value()
                .stream()
                .filter(folder -> text(folder, "displayName").equals("RSS Feeds"))
                .findFirst()
                .orElseThrow();
        return folder(NIAMH, text(id, "id"));
    }

    @Test
    void a_mail_of_the_look_alike_passes_every_check_and_reads_like_ours() {
        var mail = folder(TOM, "inbox").stream()
                .filter(each -> text(each, "subject").equals("RE: Refund to Solent"))
                .toList();

        assertThat(mail).hasSize(2);
        assertThat(mail.stream().map(each -> mime(TOM, each)))
                .anySatisfy(mime -> assertThat(mime)
                        .contains(
                                "From: \"Niamh Byrne\" <niamh.byrne@brightwaler.example>",
                                "dmarc=pass",
                                "header.d=brightwaler.example",
                                "In-Reply-To: <"))
                .anySatisfy(mime -> assertThat(mime)
                        .contains("From: \"Niamh Byrne\" <" + NIAMH + ">", "X-Originating-IP: [185.220.101.77]"));
    }

    @Test
    void the_kept_copy_names_where_answers_go_and_holds_the_bank_data_in_text_and_file() {
        var kept = folder(NIAMH, "sentitems").stream()
                .filter(mail -> text(mail, "subject").equals("RE: Invoice 20425"))
                .findFirst()
                .orElseThrow();
        var mime = mime(NIAMH, kept);

        assertThat(kept.getAsJsonArray("replyTo").toString()).contains("niamh.byrne@brightwaler.example");
        assertThat(text(kept.getAsJsonObject("body"), "content")).contains("LT12 1000 0111 0100 1000");
        assertThat(mime).contains("Reply-To: <niamh.byrne@brightwaler.example>");
        var file = mime.substring(mime.indexOf("\r\n\r\n", mime.indexOf("Bank-change-Brightwater.pdf")));
        var bytes = Base64.getMimeDecoder()
                .decode(file.substring(0, file.indexOf("\r\n--")).strip());
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("LT12 1000 0111 0100 1000");
        var first = folder(NIAMH, "sentitems").stream()
                .filter(mail -> text(mail, "subject").equals("Invoice 20425"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("conversationId")).isEqualTo(kept.get("conversationId"));
    }

    @Test
    void what_he_knows_is_what_he_read_and_searched() {
        var knows = fraudOf(NIAMH).getAsJsonObject("knows");

        assertThat(knows.getAsJsonArray("searches").toString()).contains("invoice", "bank details", "remittance");
        assertThat(knows.getAsJsonArray("conversations").toString())
                .contains("harlow", "solent")
                .doesNotContain("payment-run");
        assertThat(knows.getAsJsonArray("mailReadInternetMessageIds")).hasSizeGreaterThan(10);
    }

    @Test
    void what_is_genuine_is_no_fraud() {
        var ids = tenant.control("/truth").text();
        for (var genuine :
                List.of("Our new bank account from 1 March", "Payment run on Friday", "Our mail addresses change")) {
            assertThat(ids).doesNotContain(genuine);
        }
        assertThat(folder("bo.lund@brightwater.example", "inbox").toString())
                .contains("Our new bank account from 1 March");
    }

    @Test
    void he_goes_on_while_nobody_stops_him_and_leaves_no_copy() {
        tenant.advance("PT41M");
        var mails = objects(fraudOf(NIAMH).getAsJsonArray("mails"));

        assertThat(mails).hasSize(7);
        assertThat(mails.getLast()).satisfies(mail -> {
            assertThat(text(mail, "sentCopy")).isEqualTo("never-saved");
            assertThat(text(mail, "campaign")).isEqualTo("redirect");
            assertThat(mail.getAsJsonArray("replyTo")).hasSize(1);
            assertThat(mail.getAsJsonArray("asksForPaymentTo")).hasToString("[\"mule-lt\"]");
        });
        assertThat(tenant.control("/sent").text()).contains("A kind reminder");
    }

    @Test
    void a_warning_that_is_mailed_to_her_is_known_to_him_seconds_later() {
        var body = Json.object(
                "subject",
                "Your account",
                "body",
                Json.object("contentType", "text", "content", "We are changing your password."),
                "toRecipients",
                List.of(Json.object("emailAddress", Json.object("address", NIAMH))));
        tenant.graph(
                tenant.tokenAs("app", "graph"),
                "POST",
                "/v1.0/users/it.admin@brightwater.example/sendMail",
                Json.object("message", body));
        tenant.advance("PT10S");
        var id = folder(NIAMH, "inbox").stream()
                .filter(mail -> text(mail, "subject").equals("Your account"))
                .map(mail -> text(mail, "internetMessageId"))
                .findFirst()
                .orElseThrow();

        assertThat(fraudOf(NIAMH).getAsJsonObject("knows").toString()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E3", "E3-MDO-P1", "E5"})
    void the_truth_is_the_same_whatever_is_licensed(String licence) {
        var before = campaign().toString();
        tenant.control("/licences", Json.object("set", List.of(licence)));

        assertThat(campaign()).hasToString(before);
        assertThat(audits("SendAs")).isNotEmpty();
        assertThat(tenant.graph(tenant.tokenAs("app", "graph"), "GET", "/v1.0/security/alerts_v2")
                        .status())
                .isEqualTo(200);
    }
}

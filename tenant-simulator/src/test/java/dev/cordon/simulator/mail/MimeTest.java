package dev.cordon.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails as they came (C6): what is in them, for whom, and where they lie when somebody takes them away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MimeTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final Pattern WORD = Pattern.compile("=\\?utf-8\\?B\\?([A-Za-z0-9+/=]*)\\?=");
    private static final String LONG = "Zahlung ü ".repeat(40) + "\uD83D\uDCB8";

    private static final String SCENARIO = TestingTenant.SMALL.replace("attacker: {}\n", """
            mailboxes: [{owner: anna.berg@contoso.example, messages: 0}]
            history:
              noise: {days: 0}
              mails:
                - {mailbox: anna.berg@contoso.example, folder: Inbox, at: -PT9H, from: sales@partner.example, subject: Offer 7, body: "Dear Anna,\\nsee <here> & there", attachments: [offer.pdf, "Rechnung für \\r\\nX-Evil: 3.pdf"]}
                - {mailbox: anna.berg@contoso.example, folder: Inbox, at: -PT8H, from: "a@b.example>\\r\\nX-Evil: 1", subject: "Hello\\r\\nX-Evil: 2\\r\\n\\r\\n<p>", body: x}
                - {mailbox: anna.berg@contoso.example, folder: Inbox, at: -PT7H, from: sales@partner.example, subject: "=?utf-8?B?WC1FdmlsOiA0?=", body: x}
                - {mailbox: anna.berg@contoso.example, folder: Inbox, at: -PT6H, from: sales@partner.example, subject: "%s", body: x}
                - {mailbox: anna.berg@contoso.example, folder: Inbox, at: -PT5H30M, from: sales@partner.example, subject: Read me, body: "<html><body><p>Click <a href='https://x.example'>here</a></p></body></html>"}
                - {mailbox: anna.berg@contoso.example, folder: Inbox, at: -PT5H20M, from: sales@partner.example, subject: To be moved, body: x}
              mailActions:
                - {mailbox: anna.berg@contoso.example, by: attacker, session: stolen, at: -PT5H, do: send, to: [bo.lund@contoso.example, x@partner.example], subject: New account, body: Please use it}
                - {mailbox: anna.berg@contoso.example, by: attacker, session: stolen, at: -PT4H, do: purge, folder: Sent Items, query: New account, count: 1}
                - {mailbox: anna.berg@contoso.example, by: attacker, session: stolen, at: -PT3H, do: delete, query: To be moved, count: 1}
                - {mailbox: anna.berg@contoso.example, at: -PT2H, do: send, to: [bo.lund@contoso.example], subject: Lunch, body: At one}
            attacker: {from: [{ip: 203.0.113.9, country: NL, userAgent: axios}]}
            """.formatted(LONG));

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Responder responder;

    private record Header(String name, String value) {}

    @BeforeAll
    void start() {
        responder = Responder.in(SCENARIO, "");
    }

    @AfterAll
    void stop() {
        responder.close();
    }

    private JsonObject found(String upn, String folder, String subject) {
        return responder.list("/users/" + upn + "/mailFolders/" + folder + "/messages?$top=500").stream()
                .filter(mail -> mail.get("subject").getAsString().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private String whole(String upn, JsonObject mail) {
        var reply = responder.graph(
                "GET", "/users/" + upn + "/messages/" + mail.get("id").getAsString() + "/$value");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("content-type")).startsWith("text/plain");
        assertThat(reply.text()).matches("[\\x20-\\x7e\\r\\n\\t]+").doesNotMatch("(?s).*(?<!\\r)\\n.*");
        assertThat(reply.text().lines()).allMatch(line -> line.length() < 998);
        return reply.text();
    }

    /** The headers, unfolded as RFC 5322 says, up to the first empty line. */
    private static List<Header> headers(String mime) {
        var headers = new ArrayList<Header>();
        var head = mime.substring(0, mime.indexOf("\r\n\r\n")).replaceAll("\r\n(?=[ \t])", "");
        head.lines()
                .forEach(line -> headers.add(new Header(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip())));
        return headers;
    }

    private static List<String> all(String mime, String name) {
        return headers(mime).stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .toList();
    }

    private static String one(String mime, String name) {
        assertThat(all(mime, name)).as(name).hasSize(1);
        return all(mime, name).getFirst();
    }

    /** As RFC 2047 has it: white space between encoded words is none. */
    private static String decoded(String value) {
        var joined = value.replaceAll("\\?=\\s+=\\?", "?==?");
        return WORD.matcher(joined)
                .replaceAll(word -> java.util.regex.Matcher.quoteReplacement(
                        new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)));
    }

    private static String part(String mime, String type) {
        var start = mime.indexOf("\r\n\r\n", mime.indexOf("Content-Type: " + type)) + 4;
        var content = mime.substring(start, mime.indexOf("\r\n--", start));
        return new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8);
    }

    @Test
    void a_mail_from_outside_tells_its_way_and_what_was_found_of_its_sender() {
        var mail = found(ANNA, "inbox", "Offer 7");
        var mime = whole(ANNA, mail);

        assertThat(one(mime, "From")).isEqualTo("<sales@partner.example>");
        assertThat(one(mime, "To")).isEqualTo("\"Anna Berg\" <" + ANNA + ">");
        assertThat(one(mime, "Subject")).isEqualTo("Offer 7");
        assertThat(one(mime, "Date")).isEqualTo("Sun, 1 Mar 2026 23:00:00 +0000");
        assertThat(one(mime, "Message-ID"))
                .isEqualTo(mail.get("internetMessageId").getAsString());
        assertThat(one(mime, "X-MS-Exchange-Organization-AuthAs")).isEqualTo("Anonymous");
        assertThat(one(mime, "Authentication-Results"))
                .contains("spf=pass", "smtp.mailfrom=partner.example", "dkim=none", "compauth=pass");
        var way = all(mime, "Received");
        assertThat(way)
                .hasSize(3)
                .allMatch(hop -> hop.matches("from .+ by .+; \\w{3}, 1 Mar 2026 \\d\\d:\\d\\d:\\d\\d \\+0000"));
        var ip = way.getLast().replaceFirst(".*\\((198\\.51\\.100\\.\\d+)\\).*", "$1");
        assertThat(one(mime, "Received-SPF")).contains("client-ip=" + ip);
        assertThat(responder
                        .run("Get-MessageTraceV2", "SenderAddress", "sales@partner.example")
                        .getFirst()
                        .get("FromIP")
                        .getAsString())
                .isEqualTo(ip);
        assertThat(all(mime, "X-Originating-IP")).isEmpty();
    }

    @Test
    void a_mail_has_its_text_twice_and_what_is_attached() {
        var mime = whole(ANNA, found(ANNA, "inbox", "Offer 7"));

        assertThat(one(mime, "MIME-Version")).isEqualTo("1.0");
        assertThat(one(mime, "Content-Type")).startsWith("multipart/mixed");
        assertThat(part(mime, "text/plain")).isEqualTo("Dear Anna,\r\nsee <here> & there");
        assertThat(part(mime, "text/html")).contains("Dear Anna,<br>\r\nsee &lt;here&gt; &amp; there");
        assertThat(mime).contains("filename=\"offer.pdf\"").doesNotContain("\r\nX-Evil");
        var encoded = mime.replaceFirst("(?s).*filename\\*=utf-8''(\\S+).*", "$1");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo("Rechnung für \r\nX-Evil: 3.pdf");
    }

    @Test
    void a_page_is_a_page_in_the_mail_and_in_the_list() {
        var mail = found(ANNA, "inbox", "Read me");
        var mime = whole(ANNA, mail);

        assertThat(mail.getAsJsonObject("body").get("contentType").getAsString())
                .isEqualTo("html");
        assertThat(part(mime, "text/html")).contains("<a href='https://x.example'>");
        assertThat(part(mime, "text/plain")).isEqualTo("Click here");
    }

    @Test
    void no_subject_and_no_address_adds_a_header() {
        var mime = whole(ANNA, found(ANNA, "inbox", "Hello"));

        assertThat(headers(mime)).noneMatch(header -> header.name().startsWith("X-Evil"));
        assertThat(decoded(one(mime, "Subject"))).isEqualTo("Hello\r\nX-Evil: 2\r\n\r\n<p>");
        assertThat(one(mime, "From")).matches("<IMCEAINVALID-[A-Za-z0-9+-]+@invalid>");
    }

    @Test
    void a_subject_that_looks_encoded_is_read_as_it_was_written() {
        var mime = whole(ANNA, found(ANNA, "inbox", "=?utf-8"));

        assertThat(decoded(one(mime, "Subject"))).isEqualTo("=?utf-8?B?WC1FdmlsOiA0?=");
    }

    @Test
    void a_long_subject_stands_in_words_that_are_short_enough() {
        var mime = whole(ANNA, found(ANNA, "inbox", "Zahlung"));

        assertThat(decoded(one(mime, "Subject"))).isEqualTo(LONG);
        assertThat(one(mime, "Subject").split(" ")).allMatch(word -> word.length() <= 75);
        assertThat(mime.substring(0, mime.indexOf("\r\n\r\n")).lines().filter(line -> line.contains("=?utf-8")))
                .allMatch(line -> line.length() <= 76);
    }

    @Test
    void what_he_sent_inside_tells_from_where() {
        var his = whole(BO, found(BO, "inbox", "New account"));

        assertThat(one(his, "From")).isEqualTo("\"Anna Berg\" <" + ANNA + ">");
        assertThat(one(his, "X-Originating-IP")).isEqualTo("[203.0.113.9]");
        assertThat(one(his, "X-MS-Exchange-Organization-AuthAs")).isEqualTo("Internal");
        assertThat(one(his, "Authentication-Results")).contains("dkim=none", "header.from=contoso.example");
        assertThat(all(his, "Received")).isNotEmpty();
        assertThat(one(whole(BO, found(BO, "inbox", "Lunch")), "X-Originating-IP"))
                .isNotEqualTo("[203.0.113.9]");
    }

    @Test
    void what_was_sent_has_no_way_to_tell() {
        var mail = found(ANNA, "sentitems", "Lunch");
        var mime = whole(ANNA, mail);

        assertThat(headers(mime))
                .extracting(Header::name)
                .contains("From", "To", "Subject", "Date", "Message-ID")
                .doesNotContain("Received", "Authentication-Results", "Return-Path", "X-Originating-IP");
        var shown = responder.done(
                "GET",
                "/users/" + ANNA + "/messages/" + mail.get("id").getAsString()
                        + "?$select=subject,internetMessageHeaders");
        assertThat(shown.keySet()).containsExactlyInAnyOrder("@odata.context", "id", "subject");
        assertThat(one(whole(BO, found(BO, "inbox", "Lunch")), "Message-ID"))
                .isEqualTo(mail.get("internetMessageId").getAsString());
    }

    @Test
    void the_headers_asked_for_are_those_of_the_mail() {
        var mail = found(ANNA, "inbox", "Offer 7");
        var shown = responder
                .done(
                        "GET",
                        "/users/" + ANNA + "/messages/" + mail.get("id").getAsString()
                                + "?$select=internetMessageHeaders")
                .getAsJsonArray("internetMessageHeaders");

        assertThat(shown.asList().stream()
                        .map(each -> each.getAsJsonObject())
                        .map(each -> new Header(
                                each.get("name").getAsString(),
                                each.get("value").getAsString()))
                        .toList())
                .isEqualTo(headers(whole(ANNA, mail)).stream()
                        .filter(header -> !header.name().startsWith("Content-Type"))
                        .toList());
    }

    @Test
    void what_was_purged_is_gone_under_its_id_and_kept_among_the_recoverable_items() {
        var kept = found(ANNA, "recoverableitemspurges", "New account");
        var before = kept.get("id").getAsString().replaceFirst("=$", "");
        var gone = responder.graph("GET", "/users/" + ANNA + "/messages/" + before + "/$value");

        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.errorCode()).isEqualTo("ErrorItemNotFound");
        assertThat(whole(ANNA, kept))
                .contains("Message-ID: " + kept.get("internetMessageId").getAsString());
        assertThat(responder.list("/users/" + ANNA + "/messages?$top=500"))
                .extracting(mail -> mail.get("subject").getAsString())
                .contains("Lunch")
                .doesNotContain("New account");
    }

    @Test
    void nothing_is_recoverable_without_single_item_recovery() {
        try (var other = Responder.in(SCENARIO, "")) {
            assertThat(other.list("/users/" + ANNA + "/mailFolders/recoverableitemspurges/messages"))
                    .hasSize(1);
            other.run("Set-Mailbox", "Identity", ANNA, "SingleItemRecoveryEnabled", false);
            assertThat(other.list("/users/" + ANNA + "/mailFolders/recoverableitemspurges/messages"))
                    .isEmpty();
        }
    }

    @Test
    void what_was_deleted_lies_in_the_deleted_items() {
        assertThat(whole(ANNA, found(ANNA, "deleteditems", "To be moved"))).contains("Received: ");
    }

    @Test
    void who_may_read_the_basics_gets_no_text() {
        var basic = SCENARIO.replace(
                "application: {permissions: respond,",
                "application: {permissions: [User.Read.All, Mail.ReadBasic.All],");
        try (var other = Responder.in(basic, "")) {
            var mails = other.list("/users/" + ANNA + "/messages?$top=500&$select=subject,body,bodyPreview");
            var id = mails.getFirst().get("id").getAsString();

            assertThat(mails).allMatch(mail -> mail.has("subject") && !mail.has("body") && !mail.has("bodyPreview"));
            assertThat(other.done("GET", "/users/" + ANNA + "/messages/" + id).has("body"))
                    .isFalse();
            var whole = other.graph("GET", "/users/" + ANNA + "/messages/" + id + "/$value");
            assertThat(whole.status()).isEqualTo(403);
            assertThat(whole.errorCode()).isEqualTo("ErrorAccessDenied");
        }
    }

    @Test
    void a_mail_to_what_is_no_address_is_not_sent() {
        var to = Json.array(Json.object("emailAddress", Json.object("address", "x@y.example\r\nBcc: z@y.example")));
        var message = Json.object("subject", "x", "body", Json.object("content", "x"), "toRecipients", to);
        var reply = responder.graph("POST", "/users/" + ANNA + "/sendMail", Json.object("message", message));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo("ErrorInvalidRecipients");
    }
}

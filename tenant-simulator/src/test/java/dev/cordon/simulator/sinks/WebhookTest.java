package dev.cordon.simulator.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The webhook of the workflow: its address is the secret, 202 is all it ever says, and connectors are gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @BeforeAll
    void start() {
        tenant = TestingTenant.small();
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

    private static JsonObject card(String... lines) {
        return Json.object(
                "type",
                "message",
                "attachments",
                List.of(Json.object(
                        "contentType",
                        "application/vnd.microsoft.card.adaptive",
                        "contentUrl",
                        null,
                        "content",
                        Json.object(
                                "$schema",
                                "http://adaptivecards.io/schemas/adaptive-card.json",
                                "type",
                                "AdaptiveCard",
                                "version",
                                "1.4",
                                "body",
                                List.of(lines).stream()
                                        .map(line -> Json.object("type", "TextBlock", "text", line, "wrap", true))
                                        .toList()))));
    }

    private Reply post(String url, String body) {
        return tenant.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Reply post(JsonObject body) {
        return post(tenant.connection().webhook(), Json.write(body));
    }

    private List<JsonObject> sent() {
        return tenant.control("/sent").json().getAsJsonArray("sent").asList().stream()
                .map(row -> row.getAsJsonObject())
                .toList();
    }

    @Test
    void a_card_is_accepted_without_a_word_and_can_be_read() {
        var reply = post(card("Incident 7: payments are held", "Verify by telephone"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(sent()).singleElement().satisfies(row -> {
            assertThat(row.get("kind").getAsString()).isEqualTo("webhook");
            assertThat(row.get("caller").isJsonNull()).isTrue();
            assertThat(row.get("subject").getAsString()).isEqualTo("Incident 7: payments are held");
            assertThat(row.get("text").getAsString()).endsWith("\nVerify by telephone");
        });
        assertThat(tenant.requests()).anySatisfy(row -> {
            assertThat(row.get("host")).isEqualTo(new JsonPrimitive("webhook"));
            assertThat(row.get("bucket")).isEqualTo(new JsonPrimitive("webhook"));
            assertThat(row.get("status")).isEqualTo(new JsonPrimitive(202));
        });
    }

    @Test
    void a_message_without_a_card_is_accepted_and_nobody_ever_reads_it() {
        assertThat(post(Json.object("text", "hello")).status()).isEqualTo(202);
        assertThat(sent()).isEmpty();
    }

    @Test
    void who_does_not_know_the_whole_address_is_refused() {
        var url = tenant.connection().webhook();
        var card = Json.write(card("x"));

        assertThat(post(url.replaceFirst("sig=.*", "sig=guessed"), card).status())
                .isEqualTo(401);
        assertThat(post(url.replaceFirst("&sig=.*", ""), card).status()).isEqualTo(401);
        assertThat(post(url.replaceFirst("/workflows/[0-9a-f]+", "/workflows/0"), card)
                        .status())
                .isEqualTo(404);
        assertThat(post(url, "no json").status()).isEqualTo(400);
        assertThat(sent()).isEmpty();
    }

    @Test
    void its_signature_is_among_the_secrets() {
        var url = tenant.connection().webhook();
        assertThat(tenant.control("/secrets").text()).contains(url.substring(url.indexOf("sig=") + 4));
    }

    @Test
    void more_than_twenty_eight_kilobytes_are_too_much() {
        assertThat(post(card("x".repeat(28 * 1024))).status()).isEqualTo(413);
        assertThat(post(card("x".repeat(27 * 1024))).status()).isEqualTo(202);
    }

    @Test
    void the_fifth_in_a_second_has_to_wait() {
        tenant.control("/clock", Json.object("speed", 0));
        for (var number = 0; number < 4; number++) {
            assertThat(post(card("x")).status()).isEqualTo(202);
        }
        var refused = post(card("x"));
        tenant.control("/clock", Json.object("advance", "PT1S"));
        var later = post(card("x"));
        tenant.control("/clock", Json.object("speed", 1));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("1");
        assertThat(later.status()).isEqualTo(202);
        assertThat(sent()).hasSize(5);
    }

    @Test
    void it_answers_by_its_own_name_and_a_connector_is_gone() throws Exception {
        var url = URI.create(tenant.connection().webhook());
        var path = url.getRawPath() + "?" + url.getRawQuery();

        assertThat(statusOf("prod-17.northeurope.logic.azure.com", path)).isEqualTo("HTTP/1.1 202");
        assertThat(statusOf("contoso.webhook.office.com", "/webhookb2/1@2/IncomingWebhook/3/4"))
                .isEqualTo("HTTP/1.1 410");
        assertThat(sent()).hasSize(1);
    }

    /** The beginning of the answer of the port that serves all hosts by name. */
    private String statusOf(String host, String path) throws IOException, GeneralSecurityException {
        var body = Json.write(card("by name"));
        var address = tenant.connection().byName().split(":");
        try (var socket =
                (SSLSocket) trusting().getSocketFactory().createSocket(address[0], Integer.parseInt(address[1]))) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(tenant.connection().caFile())) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

package dev.cordon.simulator.attacker;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Attacker.Origin;
import dev.cordon.simulator.wire.AttackerPass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The attacker's HTTP client; his requests carry the header that says from which of his addresses they come. */
public final class AttackerWire implements AutoCloseable {

    /** Where he finds the tenant: the authority with the tenant's id, Graph and Exchange. */
    public record Hosts(String authority, String graph, String exchange) {}

    /** What came back; status 0 when nothing did. */
    record Reply(int status, JsonObject json, String location) {
        boolean isGood() {
            return status >= 200 && status < 400;
        }
    }

    private final Hosts hosts;
    private final AttackerPass pass;
    private final HttpClient client;

    /** A client that trusts the tenant's certificate authority. */
    public AttackerWire(Hosts hosts, AttackerPass pass, String caPem) {
        this.hosts = hosts;
        this.pass = pass;
        this.client = HttpClient.newBuilder()
                .sslContext(trusting(caPem))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    Hosts hosts() {
        return hosts;
    }

    Reply form(Origin origin, String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                origin,
                HttpRequest.newBuilder(URI.create(hosts.authority() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    Reply call(Origin origin, String method, String url, String token, @Nullable JsonObject body) {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(Json.write(body)));
        }
        return send(origin, request);
    }

    private Reply send(Origin origin, HttpRequest.Builder builder) {
        var agent = Objects.requireNonNullElse(origin.userAgent(), "Mozilla/5.0");
        var request = builder.header(AttackerPass.HEADER, pass.value(origin.ip(), agent))
                .header("User-Agent", agent)
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    json(response.body()),
                    response.headers().firstValue("location").orElse(""));
        } catch (IOException broken) {
            return new Reply(0, new JsonObject(), "");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Reply(0, new JsonObject(), "");
        }
    }

    private static JsonObject json(String body) {
        try {
            return Json.parseObject(body);
        } catch (JsonParseException page) {
            return new JsonObject();
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static SSLContext trusting(String caPem) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(caPem.getBytes(StandardCharsets.US_ASCII))));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

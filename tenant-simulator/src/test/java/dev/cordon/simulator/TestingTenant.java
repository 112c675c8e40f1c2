package dev.cordon.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A running tenant and an HTTP client that trusts it. Speaks the wire only. */
public final class TestingTenant implements AutoCloseable {

    /** A small tenant without latency or delays; tests add to it by text. */
    public static final String SMALL = """
            schema: cordon-scenario/1
            name: small
            seed: 7
            clock: {start: "2026-03-02T08:00:00Z", speed: 1}
            organisation:
              name: Contoso
              domains: [{name: contoso.example, default: true, authentication: managed}]
              timeZone: Europe/Dublin
              licences: [E3]
              policies: {continuousAccessEvaluation: true, temporaryAccessPass: true, externalForwarding: true, userConsent: false}
            operator: {upn: admin@contoso.example, roles: [User Administrator, Authentication Administrator, Exchange Administrator, Security Reader]}
            application: {permissions: respond, roles: [User Administrator, Authentication Administrator, Exchange Administrator]}
            people:
              - {upn: anna.berg@contoso.example, displayName: Anna Berg, department: Finance, manager: admin@contoso.example, suspect: true, password: "Autumn-2025!xyz"}
              - {upn: bo.lund@contoso.example, displayName: Bo Lund}
              - {upn: chief@contoso.example, displayName: Chief, roles: [Global Administrator]}
            delays:
              latency: PT0S
              revokeVisible: PT0S
              caeEvent: PT0S
              replication: PT0S
              logs: {signIns: PT0S, nonInteractive: PT0S, directoryAudits: PT0S, unifiedAudit: PT0S}
            attacker: {}
            """;

    private final SimulatedTenant tenant;
    private final HttpClient client;
    private final KeyStore.PrivateKeyEntry certificate;
    private volatile HttpClient.Version version = HttpClient.Version.HTTP_2;

    private TestingTenant(SimulatedTenant tenant) throws IOException, GeneralSecurityException {
        this.tenant = tenant;
        Connection connection = tenant.connection();
        this.client = HttpClient.newBuilder()
                .sslContext(trusting(connection.caFile()))
                .build();
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = connection.certificatePassword().toCharArray();
        try (InputStream in = Files.newInputStream(connection.certificateFile())) {
            store.load(in, password);
        }
        this.certificate = (KeyStore.PrivateKeyEntry)
                store.getEntry(store.aliases().nextElement(), new KeyStore.PasswordProtection(password));
    }

    /** Starts the tenant of a scenario text. */
    public static TestingTenant of(String yaml) {
        return start(ScenarioLoader.parse("test", yaml, OptionalLong.empty()));
    }

    /** Starts the small tenant. */
    public static TestingTenant small() {
        return of(SMALL);
    }

    /** Starts the tenant of a scenario. */
    public static TestingTenant start(Scenario scenario) {
        try {
            Path folder = Files.createTempDirectory("simulated-tenant");
            folder.toFile().deleteOnExit();
            return new TestingTenant(SimulatedTenant.start(scenario, SimulationOptions.in(folder)));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How to reach it. */
    public Connection connection() {
        return tenant.connection();
    }

    /** The tenant itself. */
    public SimulatedTenant tenant() {
        return tenant;
    }

    @Override
    public void close() {
        client.close();
        tenant.close();
    }

    /** Speaks this protocol to Graph from now on. */
    public void speak(HttpClient.Version protocol) {
        version = protocol;
    }

    /** Sends a request and gives back whatever came. */
    public Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), response.body(), response.version());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A control request without a body. */
    public Reply control(String path) {
        return send(HttpRequest.newBuilder(URI.create(connection().control() + path))
                .build());
    }

    /** A control request with a body. */
    public Reply control(String path, JsonObject body) {
        return send(HttpRequest.newBuilder(URI.create(connection().control() + path))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    /** Moves the clock. */
    public void advance(String duration) {
        control("/clock", Json.object("advance", duration));
    }

    /** The rows of the request log. */
    public List<JsonObject> requests() {
        return control("/requests").text().lines().map(Json::parseObject).toList();
    }

    /** Posts a form to the token endpoint. */
    public Reply token(Map<String, String> form) {
        return form("/oauth2/v2.0/token", form);
    }

    /** Posts a form to the sign-in host. */
    public Reply form(String path, Map<String, String> form, String... headers) {
        var builder = HttpRequest.newBuilder(URI.create(connection().authority() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return send(builder.build());
    }

    /** A token of the application, by its certificate. */
    public String applicationToken(String scope) {
        Reply reply = token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                connection().clientId(),
                "scope",
                scope,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion(connection().authority() + "/oauth2/v2.0/token")));
        return reply.json().get("access_token").getAsString();
    }

    /** A Graph token of the application. */
    public String graphToken() {
        return applicationToken("https://graph.microsoft.com/.default");
    }

    /** A Graph token of somebody: {@code operator}, {@code app}, {@code attacker} or a UPN. */
    public String tokenAs(String who, String resource) {
        return control("/tokens", Json.object("as", who, "resource", resource))
                .json()
                .get("access_token")
                .getAsString();
    }

    /** A signed client assertion for that audience. */
    public String assertion(String audience) {
        Instant now = Instant.now();
        var url = Base64.getUrlEncoder().withoutPadding();
        try {
            byte[] print = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getCertificate().getEncoded());
            String content = url.encodeToString(Json.bytes(
                            Json.object("alg", "RS256", "typ", "JWT", "x5t#S256", url.encodeToString(print))))
                    + "."
                    + url.encodeToString(Json.bytes(Json.object(
                            "aud", audience,
                            "iss", connection().clientId(),
                            "sub", connection().clientId(),
                            "jti", UUID.randomUUID().toString(),
                            "nbf", now.getEpochSecond(),
                            "exp", now.getEpochSecond() + 300)));
            PrivateKey key = certificate.getPrivateKey();
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + url.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A Graph request with a token; the path starts with the version. */
    public Reply graph(String token, String method, String path, JsonElement... body) {
        return graph(token, method, path, List.of(), body);
    }

    /** A Graph request with more headers, names and values in turn. */
    public Reply graph(String token, String method, String path, List<String> headers, JsonElement... body) {
        var all = new ArrayList<>(headers);
        all.addAll(List.of("Authorization", "Bearer " + token));
        if (body.length > 0) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        var publisher = body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(Json.write(body[0]));
        return send(HttpRequest.newBuilder(URI.create(connection().graph() + escape(path)))
                .version(version)
                .method(method, publisher)
                .headers(all.toArray(String[]::new))
                .build());
    }

    private static String escape(String path) {
        return path.replace("<", "%3C")
                .replace(">", "%3E")
                .replace(" ", "%20")
                .replace("'", "%27")
                .replace("\"", "%22");
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(pair -> URLEncoder.encode(pair.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static SSLContext trusting(Path caFile) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        byte[] pem = Files.readAllBytes(caFile);
        store.setCertificateEntry(
                "ca", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        Arrays.fill(pem, (byte) 0);
        return context;
    }
}

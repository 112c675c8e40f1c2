package dev.cordon.benchmarks;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The requests of a recorded response, sent one after the other by the JDK's client over a single connection for each host: what a plain
 * script would take.
 *
 * @param elapsed from the first request to the last answer
 * @param requests how many were sent
 * @param different how many were answered with another status than in the recorded response
 */
record OneByOne(Duration elapsed, int requests, int different) {

    /** Sends what {@code recorded} sent to a fresh office; tokens are asked for at the control API and cost as much as one there. */
    static OneByOne run(List<RecordedRequest> recorded) throws IOException, InterruptedException {
        List<RecordedRequest> wire = recorded.stream()
                .filter(request -> !request.isBatchItem() && !request.isRefused())
                .filter(request -> !request.host().equals("login"))
                .toList();
        try (Office office = Office.open(false);
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trust(office))
                        .build()) {
            Map<String, String> roots = Map.of(
                    "graph", office.connection().graph(),
                    "exchange", office.connection().exchange());
            Map<String, String> tokens = Map.of("graph", token(office, "graph"), "exchange", token(office, "exchange"));
            int different = 0;
            long began = System.nanoTime();
            for (RecordedRequest each : wire) {
                var answer = http.send(
                        request(each, office, String.valueOf(roots.get(each.host())))
                                .header("Authorization", "Bearer " + tokens.get(each.host()))
                                .build(),
                        BodyHandlers.ofByteArray());
                different += answer.statusCode() == each.status() ? 0 : 1;
            }
            return new OneByOne(Duration.ofNanos(System.nanoTime() - began), wire.size(), different);
        }
    }

    private static String token(Office office, String resource) throws InterruptedException {
        return office.control()
                .post("/tokens", "{\"as\": \"app\", \"resource\": \"" + resource + "\"}")
                .get("access_token")
                .getAsString();
    }

    private static HttpRequest.Builder request(RecordedRequest recorded, Office office, String root) {
        URI host = URI.create(root);
        String query = recorded.query().isEmpty() ? "" : "?" + recorded.query().replace(" ", "%20");
        String body = body(recorded, office.suspect());
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                URI.create(host.getScheme() + "://" + host.getAuthority() + recorded.path() + query));
        return body.isEmpty()
                ? builder.method(recorded.method(), BodyPublishers.noBody())
                : builder.header("Content-Type", "application/json")
                        .method(recorded.method(), BodyPublishers.ofString(body));
    }

    /** The log of requests keeps no bodies. These ask for as much; a folder's permissions are always the inbox's. */
    private static String body(RecordedRequest recorded, String suspect) {
        return switch (recorded.method()) {
            case "PATCH" ->
                "{\"passwordProfile\": {\"password\": \"Harbour-7182-gull\", \"forceChangePasswordNextSignIn\": true}}";
            case "POST" -> recorded.cmdlet().isEmpty() ? "" : cmdlet(recorded.cmdlet(), suspect);
            default -> "";
        };
    }

    private static String cmdlet(String name, String suspect) {
        JsonObject parameters = new JsonObject();
        switch (name) {
            case "Get-TransportRule",
                    "Get-InboundConnector",
                    "Get-OutboundConnector",
                    "Get-RemoteDomain",
                    "Get-AdminAuditLogConfig" -> {}
            case "Get-InboxRule", "Get-SweepRule", "Get-MobileDevice" -> parameters.addProperty("Mailbox", suspect);
            case "Get-MailboxFolderPermission" -> parameters.addProperty("Identity", suspect + ":\\Inbox");
            case "Get-MailboxCalendarFolder" -> parameters.addProperty("Identity", suspect + ":\\Calendar");
            case "Search-UnifiedAuditLog" -> {
                parameters.addProperty("StartDate", "2026-02-01T00:00:00Z");
                parameters.addProperty("EndDate", "2026-03-03T00:00:00Z");
            }
            default -> parameters.addProperty("Identity", suspect);
        }
        JsonObject input = new JsonObject();
        input.addProperty("CmdletName", name);
        input.add("Parameters", parameters);
        JsonObject body = new JsonObject();
        body.add("CmdletInput", input);
        return body.toString();
    }

    private static SSLContext trust(Office office) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            byte[] pem = Files.readAllBytes(office.connection().caFile());
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                store.setCertificateEntry("ca-" + store.size(), each);
            }
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The simulated tenant's authority cannot be trusted", e);
        }
    }
}

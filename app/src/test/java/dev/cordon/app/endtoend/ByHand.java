package dev.cordon.app.endtoend;

import com.google.gson.JsonParser;
import dev.cordon.app.battlefield.Battlefield;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Somebody else's hand in the tenant: changes what Cordon does not know of. One thread. */
final class ByHand {
    private final Battlefield field;
    private final HttpClient http;

    ByHand(Battlefield field) {
        this.field = field;
        this.http = HttpClient.newBuilder().sslContext(trust(field)).build();
    }

    private static SSLContext trust(Battlefield field) {
        try (InputStream pem = Files.newInputStream(field.connection().caFile())) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            known.setCertificateEntry(
                    "simulator", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks Graph as the user himself. */
    String graph(String method, String path, String body) {
        return send(method, field.connection().graph() + path, token("graph"), body);
    }

    String rulesPath() {
        return "/v1.0/users/" + field.suspect() + "/mailFolders/inbox/messageRules";
    }

    /** Graph's ids of the rules that the user sees. */
    List<String> rules() {
        return JsonParser.parseString(graph("GET", rulesPath(), ""))
                .getAsJsonObject()
                .getAsJsonArray("value")
                .asList()
                .stream()
                .map(rule -> rule.getAsJsonObject().get("id").getAsString())
                .toList();
    }

    private String token(String resource) {
        return JsonParser.parseString(field.control(
                        "POST", "/tokens", "{\"as\": \"" + field.suspect() + "\", \"resource\": \"" + resource + "\"}"))
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
    }

    private String send(String method, String address, String token, String body) {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("the tenant did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

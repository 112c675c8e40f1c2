package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministratorSignInTest {
    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void one_sign_in_at_a_browser_with_pkce_serves_every_service() throws IOException {
        try (TenantDouble microsoft = new TenantDouble();
                Tenant tenant = connect(microsoft, SignIn.BROWSER)) {
            Caller caller = tenant.caller();
            assertThat(tenant.inboxRules().fetchRules("anna@contoso.example").value())
                    .isEmpty();

            assertThat(caller.kind()).isEqualTo(Caller.Kind.ADMINISTRATOR);
            assertThat(caller.name()).isEqualTo("admin@contoso.example");
            assertThat(microsoft.tokensAsked()).hasSize(2);
            assertThat(microsoft.tokensAsked().getFirst().body())
                    .contains("code_verifier=")
                    .contains("code=the-code");
            assertThat(microsoft.tokensAsked().getLast().body())
                    .contains("grant_type=refresh_token")
                    .contains("outlook.office365.com");
        }
    }

    @Test
    void a_device_code_is_told_to_the_operator() throws IOException {
        try (TenantDouble microsoft = new TenantDouble();
                Tenant tenant = connect(microsoft, SignIn.DEVICE_CODE)) {
            assertThat(tenant.caller().name()).isEqualTo("admin@contoso.example");

            assertThat(told).containsExactly("Enter ABC at https://x.example");
        }
    }

    private Tenant connect(TenantDouble microsoft, SignIn signIn) throws IOException {
        microsoft.delegated();
        microsoft.graphClaims("\"scp\":\"User.Read.All\",\"upn\":\"admin@contoso.example\"");
        microsoft.answer(AdministratorSignInTest::answer);
        return new Microsoft365Connector(
                        told::add,
                        AdministratorSignInTest::browse,
                        InstantSource.system(),
                        System::nanoTime,
                        pause -> {})
                .connect(microsoft.document(folder), signIn);
    }

    private static Reply answer(Asked request) {
        return request.path().endsWith("/devicecode")
                ? Reply.json(
                        "{\"user_code\":\"ABC\",\"device_code\":\"d\",\"verification_uri\":\"https://x.example\",\"expires_in\":900,\"interval\":1,\"message\":\"Enter ABC at https://x.example\"}")
                : Reply.json("{\"value\":[]}");
    }

    /** What a browser does once the administrator has signed in: it posts the code to where the page came from. */
    private static void browse(URI page) {
        String redirect = parameter(page, "redirect_uri");
        String form = "code=the-code&state=" + parameter(page, "state");
        Thread.ofVirtual().start(() -> {
            try (HttpClient browser = HttpClient.newHttpClient()) {
                browser.send(
                        HttpRequest.newBuilder(URI.create(redirect))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String parameter(URI page, String name) {
        for (String pair : page.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException(name);
    }
}

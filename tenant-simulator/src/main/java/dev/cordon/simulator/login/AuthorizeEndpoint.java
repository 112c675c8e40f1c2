package dev.cordon.simulator.login;

import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET} and {@code POST /{tenant}/oauth2/v2.0/authorize}: a page that asks for account, password and second factor,
 * and the way back to the client with a code. A script that is the operator may send {@code login_hint} with his name and
 * the header {@code x-simulated-operator: approve}, and is sent back at once.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">authorization code flow</a>
 */
final class AuthorizeEndpoint {

    private final Tenant tenant;
    private final TenantState state;
    private final SignIn signIn;
    private final SignInPage page;

    AuthorizeEndpoint(Tenant tenant, SignIn signIn, SignInPage page) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.signIn = signIn;
        this.page = page;
    }

    WireResponse show(WireRequest request) {
        Map<String, String> asked = request.parameters();
        ClientApplication client = check(asked);
        boolean approved =
                request.header("x-simulated-operator").filter("approve"::equals).isPresent();
        if (approved) {
            var form = Map.of("login", asked.getOrDefault("login_hint", ""), "simulated", "operator");
            return submit(form, asked, client, request);
        }
        return page.show(request, asked.getOrDefault("login_hint", ""), null);
    }

    WireResponse submit(WireRequest request) {
        Map<String, String> asked = request.parameters();
        return submit(request.form(), asked, check(asked), request);
    }

    private WireResponse submit(
            Map<String, String> form, Map<String, String> asked, ClientApplication client, WireRequest request) {
        if ("denied".equals(form.get("answer"))) {
            return back(asked, "error=access_denied&error_description=" + encode("The user cancelled."), request);
        }
        SignIn.Proven proven;
        try {
            proven = signIn.check(form, request, client, "none");
        } catch (LoginRefusal refusal) {
            return page.show(request, form.getOrDefault("login", ""), refusal.reason());
        }
        String value = "0.A" + UUID.randomUUID().toString().replace("-", "");
        state.secrets().add("authorization-code", proven.user().userPrincipalName(), value);
        state.table(PendingCode.TABLE)
                .put(
                        value,
                        new PendingCode(
                                value,
                                client.appId(),
                                asked.getOrDefault("scope", ""),
                                asked.getOrDefault("redirect_uri", ""),
                                asked.get("code_challenge"),
                                asked.get("code_challenge_method"),
                                asked.get("nonce"),
                                "",
                                proven.actor(),
                                proven.strong(),
                                tenant.wall().instant().plus(Duration.ofMinutes(10))));
        return back(asked, "code=" + encode(value) + "&session_state=" + encode(session(proven)), request);
    }

    private WireResponse back(Map<String, String> asked, String answer, WireRequest request) {
        String redirect = asked.getOrDefault("redirect_uri", "");
        String full = answer + "&state=" + encode(asked.getOrDefault("state", ""));
        if ("form_post".equals(asked.get("response_mode"))) {
            return page.post(redirect, full, request);
        }
        String mark = "fragment".equals(asked.get("response_mode")) ? "#" : redirect.contains("?") ? "&" : "?";
        return WireResponse.empty(302).with("Location", redirect + mark + full);
    }

    private ClientApplication check(Map<String, String> asked) {
        ClientApplication client = state.table(ClientApplication.TABLE)
                .find(asked.getOrDefault("client_id", ""))
                .orElseThrow(() -> new LoginRefusal(LoginErrors.NO_CLIENT));
        if (!isRedirect(asked.get("redirect_uri"), client)) {
            throw new LoginRefusal(LoginErrors.REDIRECT_MISMATCH);
        }
        return client;
    }

    private static boolean isRedirect(@Nullable String redirect, ClientApplication client) {
        try {
            URI uri = URI.create(redirect == null ? "" : redirect);
            boolean loopback = "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
            return loopback || (client.firstParty() && "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String session(SignIn.Proven proven) {
        String session = proven.actor().sessionId();
        return session == null ? "" : session;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.cordon.simulator.login;

import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST /{tenant}/oauth2/v2.0/devicecode} and the page where a person approves the code. A script posts the form of
 * the sign-in page with {@code user_code} to {@code /{tenant}/oauth2/deviceauth}.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code">device authorization</a>
 */
final class DeviceCodes {

    private final Tenant tenant;
    private final TenantState state;
    private final SignIn signIn;
    private final SignInPage page;

    DeviceCodes(Tenant tenant, SignIn signIn, SignInPage page) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.signIn = signIn;
        this.page = page;
    }

    WireResponse issue(WireRequest request) {
        Map<String, String> form = request.form();
        ClientApplication client = client(form.getOrDefault("client_id", ""));
        String userCode =
                UUID.randomUUID().toString().replace("-", "").substring(0, 9).toUpperCase(Locale.ROOT);
        String value = "D" + UUID.randomUUID().toString().replace("-", "");
        state.secrets().add("device-code", client.displayName(), value);
        state.table(PendingCode.TABLE)
                .put(
                        value,
                        new PendingCode(
                                value,
                                client.appId(),
                                form.getOrDefault("scope", ""),
                                "",
                                null,
                                null,
                                null,
                                userCode,
                                null,
                                false,
                                tenant.wall().instant().plus(Duration.ofMinutes(15))));
        String where = request.origin() + "/" + tenant.tenantId() + "/oauth2/deviceauth";
        long interval = Math.max(1, state.clock().wallSeconds(Duration.ofSeconds(5)));
        return WireResponse.json(
                200,
                Json.object(
                        "user_code", userCode,
                        "device_code", value,
                        "verification_uri", where,
                        "expires_in", 900,
                        "interval", interval,
                        "message",
                                "To sign in, use a web browser to open the page " + where + " and enter the code "
                                        + userCode + " to authenticate."));
    }

    WireResponse show(WireRequest request) {
        return page.show(request, "", null, codeField(request.parameters().getOrDefault("user_code", "")));
    }

    WireResponse submit(WireRequest request) {
        Map<String, String> form = request.form();
        String userCode = form.getOrDefault("user_code", "").trim();
        Optional<PendingCode> code = state.table(PendingCode.TABLE).all().stream()
                .filter(pending ->
                        !pending.userCode().isEmpty() && pending.userCode().equalsIgnoreCase(userCode))
                .findFirst();
        if (code.isEmpty()) {
            return page.show(request, "", LoginErrors.BAD_DEVICE_CODE, codeField(userCode));
        }
        try {
            SignIn.Proven proven = signIn.check(form, request, client(code.get().clientId()), "deviceCode");
            state.table(PendingCode.TABLE)
                    .put(code.get().value(), code.get().approvedBy(proven.actor(), proven.strong()));
        } catch (LoginRefusal refusal) {
            return page.show(request, form.getOrDefault("login", ""), refusal.reason(), codeField(userCode));
        }
        return SignInPage.html(200, "<h1>You have signed in</h1><p>You may close this window.</p>");
    }

    private ClientApplication client(String appId) {
        return state.table(ClientApplication.TABLE)
                .find(appId)
                .orElseThrow(() -> new LoginRefusal(LoginErrors.NO_CLIENT));
    }

    private static String codeField(String userCode) {
        return SignInPage.field("user_code", "Code", "text", userCode);
    }
}

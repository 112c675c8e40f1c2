package dev.cordon.simulator.login;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.identity.Registration;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.Host;
import dev.cordon.simulator.wire.HostNames;
import dev.cordon.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;

/**
 * Checks a client's signed statement of who it is: certificate, signature, audience, and times against the wall clock.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">certificate credentials</a>
 */
final class ClientAssertion {

    private static final Base64.Decoder URL = Base64.getUrlDecoder();

    private final Tenant tenant;
    private final HostNames names;

    ClientAssertion(Tenant tenant, HostNames names) {
        this.tenant = tenant;
        this.names = names;
    }

    void check(String assertion, WireRequest request) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            throw new LoginRefusal(LoginErrors.BAD_ASSERTION);
        }
        JsonObject claims;
        try {
            checkSignature(Json.parseObject(URL.decode(parts[0])), parts);
            claims = Json.parseObject(URL.decode(parts[1]));
        } catch (GeneralSecurityException | JsonParseException | IllegalArgumentException bad) {
            throw new LoginRefusal(LoginErrors.BAD_ASSERTION);
        }
        checkClaims(claims, request);
    }

    private void checkSignature(JsonObject header, String[] parts) throws GeneralSecurityException {
        Registration registration = tenant.registration();
        byte[] encoded = registration.certificate().get().getEncoded();
        boolean sameCertificate = Json.text(header, "x5t#S256")
                .map(print -> sameBytes(print, encoded, "SHA-256"))
                .or(() -> Json.text(header, "x5t").map(print -> sameBytes(print, encoded, "SHA-1")))
                .orElse(false);
        String algorithm = Json.text(header, "alg").orElse("");
        Signature signature = switch (algorithm) {
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "PS256" -> Signature.getInstance("RSASSA-PSS");
            default -> throw new LoginRefusal(LoginErrors.BAD_ASSERTION);
        };
        if (algorithm.equals("PS256")) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initVerify(registration.certificate().get().getPublicKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!sameCertificate || !signature.verify(URL.decode(parts[2]))) {
            throw new LoginRefusal(LoginErrors.BAD_ASSERTION);
        }
    }

    private void checkClaims(JsonObject claims, WireRequest request) {
        String client = tenant.registration().appId();
        boolean ours = Json.text(claims, "iss").orElse("").equals(client)
                && Json.text(claims, "sub").orElse("").equals(client);
        if (!ours || Json.text(claims, "jti").orElse("").isEmpty()) {
            throw new LoginRefusal(LoginErrors.BAD_ASSERTION);
        }
        if (!isAudience(Json.text(claims, "aud").orElse(""), request)) {
            throw new LoginRefusal(LoginErrors.BAD_AUDIENCE);
        }
        Instant now = tenant.wall().instant();
        boolean early = seconds(claims, "nbf", 0) > now.plusSeconds(300).getEpochSecond();
        boolean late = seconds(claims, "exp", 0) <= now.getEpochSecond();
        if (early || late) {
            throw new LoginRefusal(LoginErrors.ASSERTION_EXPIRED);
        }
    }

    private boolean isAudience(String audience, WireRequest request) {
        int scheme = audience.indexOf("://");
        int path = audience.indexOf('/', scheme + 3);
        if (scheme < 0 || path < 0) {
            return false;
        }
        String origin = audience.substring(0, path);
        String[] segments = audience.substring(path + 1).split("/");
        boolean ourHost = origin.equalsIgnoreCase(request.origin())
                || names.find(origin.substring(scheme + 3))
                        .filter(host -> host == Host.LOGIN)
                        .isPresent();
        boolean endpoint = audience.endsWith("/token") || audience.endsWith("/v2.0") || segments.length == 1;
        return ourHost && endpoint && segments.length > 0 && tenant.isCalled(segments[0]);
    }

    private static boolean sameBytes(String print, byte[] certificate, String digest) {
        try {
            return MessageDigest.isEqual(
                    URL.decode(print.replace('+', '-').replace('/', '_')),
                    MessageDigest.getInstance(digest).digest(certificate));
        } catch (GeneralSecurityException | IllegalArgumentException bad) {
            return false;
        }
    }

    private static long seconds(JsonObject claims, String name, long absent) {
        return claims.has(name) && claims.get(name).isJsonPrimitive()
                ? claims.getAsJsonPrimitive(name).getAsNumber().longValue()
                : absent;
    }
}

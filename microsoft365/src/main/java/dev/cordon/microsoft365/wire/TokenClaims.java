package dev.cordon.microsoft365.wire;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.Caller;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an access token says about its holder. Read for advice only: the service decides.
 *
 * @param application whether it is the application's own
 * @param objectId whose it is
 * @param name the sign-in name or the client id
 * @param permissions delegated scopes or application roles
 * @param roleTemplateIds directory roles
 */
public record TokenClaims(
        boolean application, String objectId, String name, Set<String> permissions, Set<String> roleTemplateIds) {
    /** Of a token that cannot be read. */
    private static final TokenClaims UNKNOWN = new TokenClaims(false, "", "", Set.of(), Set.of());

    public TokenClaims {
        permissions = Set.copyOf(permissions);
        roleTemplateIds = Set.copyOf(roleTemplateIds);
    }

    /** The claims of a JSON web token; none when it is not one. */
    public static TokenClaims of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return UNKNOWN;
        }
        try {
            return of(StrictJson.object(Base64.getUrlDecoder().decode(parts[1])));
        } catch (IllegalArgumentException | UnreadableJson e) {
            return UNKNOWN;
        }
    }

    private static TokenClaims of(JsonItem claims) {
        boolean application = claims.textOrEmpty("idtyp").equals("app") || (!claims.has("scp") && claims.has("roles"));
        Set<String> permissions = new LinkedHashSet<>(claims.texts("roles"));
        permissions.addAll(List.of(claims.textOrEmpty("scp").split(" ")));
        permissions.remove("");
        String name = application
                ? claims.find("appid").or(() -> claims.find("azp")).orElse("")
                : claims.find("upn")
                        .or(() -> claims.find("preferred_username"))
                        .or(() -> claims.find("unique_name"))
                        .orElse("");
        return new TokenClaims(
                application, claims.textOrEmpty("oid"), name, permissions, Set.copyOf(claims.texts("wids")));
    }

    public Caller caller() {
        return new Caller(
                application ? Caller.Kind.APPLICATION : Caller.Kind.ADMINISTRATOR,
                objectId,
                name,
                permissions,
                roleTemplateIds);
    }
}

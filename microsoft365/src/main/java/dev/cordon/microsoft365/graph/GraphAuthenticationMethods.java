package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.BETA;
import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.AuthenticationMethods;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.util.List;
import java.util.Optional;

/** Authentication methods over Graph. */
public record GraphAuthenticationMethods(GraphClient graph) implements AuthenticationMethods {
    @Override
    public Reading<List<AuthenticationMethod>> fetchMethods(String objectId) {
        return new Listing<>(
                        graph,
                        Need.READ_METHODS,
                        "Read the authentication methods of " + objectId,
                        GraphAuthenticationMethods::method)
                .read(V1 + authentication(objectId) + "/methods");
    }

    private static AuthenticationMethod method(JsonItem method) {
        String type = MethodTypes.shortName(method.text("@odata.type"));
        String name = method.find("displayName")
                .or(() -> method.find("phoneNumber"))
                .or(() -> method.find("emailAddress"))
                .or(() -> method.find("model"))
                .filter(text -> !text.isBlank())
                .orElse(type);
        return new AuthenticationMethod(
                method.text("id"),
                type,
                name,
                method.findInstant("createdDateTime").or(() -> method.findInstant("creationDateTime")));
    }

    @Override
    public Receipt delete(String objectId, AuthenticationMethod method) {
        String attempted = "Delete the authentication method " + method.type() + " " + method.id() + " of " + objectId;
        if (method.isPassword()) {
            throw new TenantException(new Failure(
                    Failure.Reason.REFUSED,
                    attempted,
                    0,
                    "",
                    "",
                    "",
                    "The password is not deletable.",
                    "Reset it instead."));
        }
        return graph.delete(
                Need.DELETE_METHODS,
                Need.DELETE_METHODS.bucket(),
                attempted,
                MethodTypes.version(method.type())
                        + authentication(objectId)
                        + MethodTypes.path(method.type(), method.id()));
    }

    @Override
    public Reading<Optional<String>> fetchPreferred(String objectId) {
        return graph.get(
                        Need.READ_METHODS,
                        "Read the preferred second factor of " + objectId,
                        BETA + authentication(objectId) + "/signInPreferences",
                        preferences -> preferences
                                .find("userPreferredMethodForSecondaryAuthentication")
                                .filter(method -> !method.isEmpty() && !method.equals("none")))
                .reading();
    }

    @Override
    public Receipt prefer(String objectId, String method) {
        JsonObject body = new JsonObject();
        body.addProperty("isSystemPreferredAuthenticationMethodEnabled", false);
        body.addProperty("userPreferredMethodForSecondaryAuthentication", method);
        return graph.change(
                Need.DELETE_METHODS,
                "Prefer " + method + " as the second factor of " + objectId,
                "PATCH",
                BETA + authentication(objectId) + "/signInPreferences",
                body.toString(),
                Repeat.IDEMPOTENT);
    }

    private static String authentication(String objectId) {
        return "/users/" + segment(objectId) + "/authentication";
    }
}

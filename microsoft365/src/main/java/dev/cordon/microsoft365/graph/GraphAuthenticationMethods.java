package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.BETA;
import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.AuthenticationMethods;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import dev.cordon.tenant.TenantException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Authentication methods over Graph. */
public record GraphAuthenticationMethods(GraphClient graph) implements AuthenticationMethods {
    private static final String PASS = "temporaryAccessPass";
    private static final String PREFERRED = "userPreferredMethodForSecondaryAuthentication";
    private static final String SERVICE_CHOOSES = "isSystemPreferredAuthenticationMethodEnabled";

    /** Hardware tokens stand in no listing of v1.0. */
    @Override
    public Reading<List<AuthenticationMethod>> fetchMethods(String objectId) {
        String attempted = "Read the authentication methods of " + objectId;
        List<Supplier<Reading<List<AuthenticationMethod>>>> reads = List.of(
                () -> new Listing<>(graph, Need.READ_METHODS, attempted, GraphAuthenticationMethods::method)
                        .read(V1 + authentication(objectId) + "/methods"),
                () -> new Listing<>(
                                graph,
                                Need.READ_METHODS,
                                attempted + " that are hardware tokens",
                                GraphAuthenticationMethods::hardwareToken)
                        .read(BETA + authentication(objectId) + "/hardwareOathMethods"));
        return Beside.all(graph.wire().transport().threads(), reads).stream()
                .reduce((some, more) -> some.with(more, GraphAuthenticationMethods::joined))
                .orElseThrow();
    }

    private static AuthenticationMethod method(JsonItem method) {
        String type = MethodTypes.shortName(method.text("@odata.type"));
        String name = method.find("displayName")
                .or(() -> method.find("phoneNumber"))
                .or(() -> method.find("emailAddress"))
                .or(() -> method.find("model"))
                .filter(text -> !text.isBlank())
                .orElse(type);
        return new AuthenticationMethod(method.text("id"), type, name, madeAt(method));
    }

    private static AuthenticationMethod hardwareToken(JsonItem method) {
        String name = method.findItem("device")
                .flatMap(device -> Stream.of("displayName", "serialNumber")
                        .flatMap(member -> device.find(member).stream())
                        .filter(text -> !text.isBlank())
                        .findFirst())
                .orElse(MethodTypes.HARDWARE_TOKEN);
        return new AuthenticationMethod(method.text("id"), MethodTypes.HARDWARE_TOKEN, name, madeAt(method));
    }

    private static Optional<Instant> madeAt(JsonItem method) {
        return method.findInstant("createdDateTime").or(() -> method.findInstant("creationDateTime"));
    }

    /** A listing that shows a hardware token too shows the same one. */
    private static List<AuthenticationMethod> joined(List<AuthenticationMethod> some, List<AuthenticationMethod> more) {
        Set<String> known = some.stream().map(AuthenticationMethod::id).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(some.stream(), more.stream().filter(method -> !known.contains(method.id())))
                .toList();
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
    public Reading<SecondFactorPreference> fetchPreference(String objectId) {
        return graph.get(
                        Need.READ_METHODS,
                        "Read the preferred second factor of " + objectId,
                        preference(objectId),
                        preferences -> new SecondFactorPreference(
                                preferences
                                        .find(PREFERRED)
                                        .filter(method -> !method.isEmpty() && !method.equals("none")),
                                preferences.isTrue(SERVICE_CHOOSES)))
                .reading();
    }

    @Override
    public Receipt prefer(String objectId, String method) {
        JsonObject body = new JsonObject();
        body.addProperty(PREFERRED, method);
        return changePreference("Prefer " + method + " as the second factor of " + objectId, objectId, body);
    }

    @Override
    public Receipt letServiceChoose(String objectId, boolean serviceChooses) {
        JsonObject body = new JsonObject();
        body.addProperty(SERVICE_CHOOSES, serviceChooses);
        return changePreference(
                (serviceChooses
                                ? "Let the service choose the second factor of "
                                : "Stop the service from choosing the second factor of ")
                        + objectId,
                objectId,
                body);
    }

    private Receipt changePreference(String attempted, String objectId, JsonObject body) {
        return graph.change(
                Need.DELETE_METHODS, attempted, "PATCH", preference(objectId), body.toString(), Repeat.IDEMPOTENT);
    }

    private static String preference(String objectId) {
        return BETA + authentication(objectId) + "/signInPreferences";
    }

    @Override
    public IssuedPass issuePass(String objectId, Duration lifetime) {
        JsonObject body = new JsonObject();
        body.addProperty("lifetimeInMinutes", lifetime.toMinutes());
        body.addProperty("isUsableOnce", true);
        Call call = graph.call(
                Need.ISSUE_PASS,
                "Make a Temporary Access Pass for " + objectId,
                "POST",
                V1 + authentication(objectId) + "/temporaryAccessPassMethods",
                body.toString(),
                Repeat.ONCE);
        Sent<Made> sent = graph.send(Need.ISSUE_PASS, call, Expectation.success(Made::of));
        Made made = sent.value();
        return new IssuedPass(
                new AuthenticationMethod(made.id(), PASS, PASS, made.createdAt()),
                made.text(),
                made.startsAt().or(made::createdAt).orElse(sent.answer().date()),
                made.minutes().map(minutes -> Duration.ofMinutes(minutes)).orElse(lifetime),
                sent.receipt(false, List.of()));
    }

    /** What the answer to a new pass says. */
    private record Made(
            String id,
            Secret text,
            Optional<Instant> createdAt,
            Optional<Instant> startsAt,
            Optional<Integer> minutes) {
        static Made of(Response response) {
            JsonItem pass = StrictJson.object(response.body());
            return new Made(
                    pass.text("id"),
                    new Secret(pass.text("temporaryAccessPass")),
                    pass.findInstant("createdDateTime"),
                    pass.findInstant("startDateTime"),
                    pass.findInteger("lifetimeInMinutes"));
        }
    }

    private static String authentication(String objectId) {
        return "/users/" + segment(objectId) + "/authentication";
    }
}

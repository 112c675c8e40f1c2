package dev.cordon.simulator.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.scenario.ObjectShapes.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the {@code object} of a planted thing and checks it against the shape of its kind. */
final class ObjectReader {

    private static final Set<String> METHOD_TYPES = Set.of(
            "phone",
            "microsoftAuthenticator",
            "fido2",
            "softwareOath",
            "hardwareOath",
            "email",
            "temporaryAccessPass",
            "windowsHelloForBusiness",
            "platformCredential",
            "external",
            "qrCodePin");

    private ObjectReader() {}

    static JsonObject object(Section section, String key, ObjectKind kind) {
        var node = section.find(key);
        if (node.isEmpty()) {
            section.problem(key, "is missing");
            return new JsonObject();
        }
        var shape = ObjectShapes.of(kind);
        var object = mapping(node.get(), section.path(key), shape, section.reading());
        check(section, key, kind, object);
        return object;
    }

    private static JsonObject mapping(Node node, String path, Map<String, Value> shape, Reading reading) {
        var section = new Section(node, path, "object", shape.keySet(), reading);
        var object = new JsonObject();
        for (var key : section.keys()) {
            var value = shape.get(key);
            var read = value == null ? null : value(section, key, value);
            if (read != null) {
                object.add(key, read);
            }
        }
        return object;
    }

    private static @Nullable JsonElement value(Section section, String key, Value value) {
        return switch (value) {
            case TEXT -> primitive(section.findText(key));
            case FLAG -> {
                var flag = section.findFlag(key);
                yield flag == null ? null : new JsonPrimitive(flag);
            }
            case NUMBER -> {
                var number = section.findNumber(key);
                yield number == null ? null : new JsonPrimitive(number);
            }
            case TEXTS, USERS -> texts(section, key);
            case ROLE -> role(section, key);
            case USER -> user(section, key);
            case MOMENT -> {
                var moment = section.findMoment(key);
                yield moment == null ? null : new JsonPrimitive(moment.toString());
            }
            case CONDITIONS -> part(section, key, "conditions");
            case ACTIONS -> part(section, key, "actions");
            case SWEEP -> part(section, key, "sweep");
            case APP -> part(section, key, "app");
            case SIZES -> part(section, key, "sizes");
        };
    }

    private static @Nullable JsonElement primitive(@Nullable String text) {
        return text == null ? null : new JsonPrimitive(text);
    }

    private static @Nullable JsonElement part(Section section, String key, String part) {
        return section.find(key)
                .map(node -> mapping(node, section.path(key), ObjectShapes.part(part), section.reading()))
                .orElse(null);
    }

    private static JsonElement texts(Section section, String key) {
        var list = section.find(key).filter(SequenceNode.class::isInstance).isPresent()
                ? section.texts(key)
                : single(section.findText(key));
        var array = new JsonArray();
        list.forEach(array::add);
        return array;
    }

    private static List<String> single(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static @Nullable JsonElement role(Section section, String key) {
        var name = section.findText(key);
        return name == null
                ? null
                : primitive(PeopleReader.role(section, section.find(key).orElseThrow(), section.path(key), name));
    }

    private static @Nullable JsonElement user(Section section, String key) {
        var text = section.findText(key);
        if (text != null && text.contains("@")) {
            if (section.reading().isOurs(text) && !section.reading().knowsAccount(text)) {
                section.problem(key, "'" + text + "' is neither in people nor the operator");
            }
        } else if (text != null && !isSpecialUser(text)) {
            section.problem(key, "'" + text + "' is neither an address nor Default or Anonymous");
        }
        return primitive(text);
    }

    private static boolean isSpecialUser(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("default") || lower.equals("anonymous") || lower.startsWith("nt authority\\");
    }

    private static void check(Section section, String key, ObjectKind kind, JsonObject object) {
        switch (kind) {
            case INBOX_RULE -> needsOne(section, key, object, "displayName", "sweep");
            case FORWARDING -> needsOne(section, key, object, "ForwardingSmtpAddress", "ForwardingAddress");
            case DELEGATE -> {
                needsOne(section, key, object, "User", "Trustee");
                needsOne(section, key, object, "AccessRights");
            }
            case FOLDER_PERMISSION -> {
                needsOne(section, key, object, "User");
                needsOne(section, key, object, "AccessRights");
            }
            case AUTHENTICATION_METHOD -> checkMethod(section, key, object);
            case CONSENT -> {
                needsOne(section, key, object, "app", "clientId", "displayName");
                needsOne(section, key, object, "scope");
                consentType(section, key, object);
            }
            case APP_ROLE_ASSIGNMENT -> needsOne(section, key, object, "app", "clientId", "displayName");
            case ROLE -> needsOne(section, key, object, "role");
            case TRANSPORT_RULE -> needsOne(section, key, object, "Name");
            case CONNECTOR -> {
                needsOne(section, key, object, "Name");
                direction(section, key, object);
            }
            case REMOTE_DOMAIN -> needsOne(section, key, object, "DomainName");
            case CALENDAR_PUBLISHING, DEVICE, AUTO_REPLY -> {}
        }
    }

    private static void needsOne(Section section, String key, JsonObject object, String... keys) {
        for (var each : keys) {
            if (object.has(each)) {
                return;
            }
        }
        section.problem(key, "needs " + String.join(" or ", keys));
    }

    private static void checkMethod(Section section, String key, JsonObject object) {
        needsOne(section, key, object, "type");
        if (!object.has("type")) {
            return;
        }
        var type = object.get("type").getAsString();
        var plain = type.replaceFirst("^#microsoft\\.graph\\.", "").replaceFirst("AuthenticationMethod$", "");
        if (METHOD_TYPES.contains(plain)) {
            object.addProperty("type", plain);
        } else {
            section.problem(
                    key,
                    "type '" + type + "' is unknown; known are "
                            + String.join(", ", METHOD_TYPES.stream().sorted().toList()));
        }
    }

    private static void consentType(Section section, String key, JsonObject object) {
        if (object.has("consentType")
                && !Set.of("Principal", "AllPrincipals")
                        .contains(object.get("consentType").getAsString())) {
            section.problem(key, "consentType must be Principal or AllPrincipals");
        }
    }

    private static void direction(Section section, String key, JsonObject object) {
        if (!object.has("direction")) {
            object.addProperty("direction", "outbound");
        }
        if (!Set.of("inbound", "outbound").contains(object.get("direction").getAsString())) {
            section.problem(key, "direction must be inbound or outbound");
        }
    }
}

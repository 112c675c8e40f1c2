package dev.cordon.investigation.collection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whom the alerts of a sealed answer name in their evidence, by which it is told whose they are: the service gives everybody's. Stateless.
 */
public final class AlertNames {
    private static final List<String> ADDRESSES = List.of("primaryAddress", "recipientEmailAddress");
    private static final List<String> USER = List.of("azureAdUserId", "userPrincipalName");

    private AlertNames() {}

    /** Every id and name of a person or a mailbox by the alert's id, all in lower case; nothing of an answer that cannot be read. */
    public static Map<String, Set<String>> in(byte[] answer) {
        Map<String, Set<String>> names = new HashMap<>();
        try {
            JsonElement root = JsonParser.parseString(new String(answer, StandardCharsets.UTF_8).replace("\ufeff", ""));
            elements(root, "value")
                    .forEach(alert -> names.computeIfAbsent(text(alert, "id"), _ -> new HashSet<>())
                            .addAll(people(alert)));
        } catch (JsonParseException _) {
            return Map.of();
        }
        return names;
    }

    private static Set<String> people(JsonObject alert) {
        Set<String> people = new HashSet<>();
        for (JsonObject evidence : elements(alert, "evidence")) {
            ADDRESSES.forEach(name -> people.add(text(evidence, name)));
            if (evidence.get("userAccount") instanceof JsonObject user) {
                USER.forEach(name -> people.add(text(user, name)));
            }
        }
        people.remove("");
        return people;
    }

    private static List<JsonObject> elements(JsonElement whole, String name) {
        List<JsonObject> elements = new ArrayList<>();
        if (whole instanceof JsonObject object
                && object.get(name) != null
                && object.get(name).isJsonArray()) {
            for (JsonElement element : object.getAsJsonArray(name)) {
                if (element instanceof JsonObject one) {
                    elements.add(one);
                }
            }
        }
        return elements;
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive()
                ? value.getAsString().strip().toLowerCase(Locale.ROOT)
                : "";
    }
}

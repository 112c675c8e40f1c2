package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantEvent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * {@code Parameters} of an audit row: name and value as text, several values joined with a semicolon (D.1). The text of a
 * hashtable is from memory: what is added stands there alone, what is removed with the word.
 */
final class AuditParameters {

    private AuditParameters() {}

    /** Parameters as they were given. */
    static JsonArray of(JsonObject given) {
        var parameters = new JsonArray();
        given.entrySet().stream()
                .filter(parameter -> !parameter.getKey().contains("@"))
                .forEach(parameter ->
                        parameters.add(Json.object("Name", parameter.getKey(), "Value", text(parameter.getValue()))));
        return parameters;
    }

    /** What a cmdlet would have been given for a change that came over Graph. */
    static JsonObject of(TenantEvent event, UnaryOperator<String> folderName) {
        if (event.after().isEmpty()) {
            return Json.object("Identity", event.targetId());
        }
        return switch (event.activity()) {
            case CREATE_RULE, CHANGE_RULE -> rule(event.after(), folderName);
            case ENABLE_RULE, DISABLE_RULE -> Json.object("Identity", event.targetId());
            case CHANGE_AUTO_REPLY -> settings(event.after(), "AutoReply", "AutoReplyState");
            default -> event.after();
        };
    }

    /** A rule's facts, or what a scenario says of a rule, in the cmdlets' names. */
    static JsonObject rule(JsonObject facts, UnaryOperator<String> folderName) {
        var parameters = new JsonObject();
        Json.text(facts, "Name")
                .or(() -> Json.text(facts, "displayName"))
                .ifPresent(name -> parameters.addProperty("Name", name));
        for (var priority : new String[] {"Priority", "sequence"}) {
            if (facts.has(priority)) {
                parameters.add("Priority", facts.get(priority));
            }
        }
        part(facts, "conditions", "", folderName, parameters);
        part(facts, "exceptions", "ExceptIf", folderName, parameters);
        part(facts, "actions", "", folderName, parameters);
        return parameters;
    }

    private static void part(
            JsonObject facts, String part, String prefix, UnaryOperator<String> folderName, JsonObject into) {
        Json.member(facts, part)
                .orElse(new JsonObject())
                .entrySet()
                .forEach(member -> into.add(
                        prefix + RuleShapes.parameterName(member.getKey()),
                        member.getKey().endsWith("ToFolder")
                                ? Json.element(
                                        folderName.apply(member.getValue().getAsString()))
                                : member.getValue()));
    }

    private static JsonObject settings(JsonObject changes, String prefix, String whole) {
        var parameters = new JsonObject();
        changes.entrySet()
                .forEach(change -> parameters.add(
                        change.getKey().equals(whole) || !change.getKey().startsWith(prefix)
                                ? change.getKey()
                                : change.getKey().substring(prefix.length()),
                        change.getValue()));
        return parameters;
    }

    private static String text(JsonElement value) {
        return switch (value) {
            case JsonArray list ->
                String.join(
                        ";", list.asList().stream().map(AuditParameters::text).toList());
            case JsonObject object -> text(object);
            case JsonElement flag
            when flag.isJsonPrimitive() && flag.getAsJsonPrimitive().isBoolean() ->
                flag.getAsBoolean() ? "True" : "False";
            case JsonElement other -> other.isJsonNull() ? "" : other.getAsString();
        };
    }

    private static String text(JsonObject object) {
        var address = Json.member(object, "emailAddress").flatMap(email -> Json.text(email, "address"));
        if (address.isPresent()) {
            return address.get();
        }
        Map<String, String> given = new TreeMap<>();
        object.entrySet().stream()
                .filter(member -> !member.getKey().contains("@"))
                .forEach(member -> given.put(member.getKey().toLowerCase(Locale.ROOT), text(member.getValue())));
        var added = given.get("add");
        return given.size() == 1 && added != null
                ? added
                : String.join(
                        ";",
                        given.entrySet().stream()
                                .map(pair -> pair.getKey() + "=" + pair.getValue())
                                .toList());
    }
}

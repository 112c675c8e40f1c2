package dev.cordon.investigation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads out of an answer of Microsoft's to which addresses a rule in it sends mail on. Any bytes are answered; texts are untrusted. */
public final class MailDestinations {
    private static final Set<String> MEMBERS = Set.of(
            "forwardto",
            "forwardasattachmentto",
            "redirectto",
            "redirectmessageto",
            "blindcopyto",
            "copyto",
            "addtorecipients");

    /** No star: the message trace would take it for any address. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{C}\\[\\]<>\"(),:;@\\\\*]{1,64}@[\\w.-]{1,255}");

    private final String id;
    private final Set<String> found = new LinkedHashSet<>();

    private MailDestinations(String id) {
        this.id = id;
    }

    /** Those of the rule with that id, in lower case; none where it is not in the answer, or the answer is no JSON. */
    public static Set<String> of(byte[] answer, String id) {
        var destinations = new MailDestinations(id);
        try {
            destinations.look(JsonParser.parseString(new String(answer, StandardCharsets.UTF_8)));
        } catch (JsonParseException _) {
            return Set.of();
        }
        return destinations.found;
    }

    /** Those that a text names. */
    public static Set<String> in(String text) {
        Set<String> addresses = new LinkedHashSet<>();
        ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .forEach(addresses::add);
        return addresses;
    }

    private void look(JsonElement element) {
        if (element instanceof JsonArray array) {
            array.forEach(this::look);
        } else if (element instanceof JsonObject object) {
            if (isMeant(object)) {
                take(object);
            } else {
                object.asMap().values().forEach(this::look);
            }
        }
    }

    /** Exchange puts the mailbox before the number of an inbox rule. */
    private boolean isMeant(JsonObject object) {
        return object.asMap().values().stream()
                .anyMatch(value -> value instanceof JsonPrimitive text
                        && (text.getAsString().equals(id) || text.getAsString().endsWith("\\" + id)));
    }

    private void take(JsonObject rule) {
        for (Map.Entry<String, JsonElement> member : rule.entrySet()) {
            if (MEMBERS.contains(member.getKey().toLowerCase(Locale.ROOT))) {
                found.addAll(in(member.getValue().toString()));
            } else if (member.getValue() instanceof JsonObject inner) {
                take(inner);
            }
        }
    }
}

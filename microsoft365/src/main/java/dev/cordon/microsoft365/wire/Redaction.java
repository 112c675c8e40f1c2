package dev.cordon.microsoft365.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes secrets out of an answer before it is kept. What carries none stays byte for byte. */
record Redaction(Bytes body, boolean redacted) {
    private static final String MASK = "[secret]";
    private static final Set<String> SECRET_MEMBERS =
            Set.of("newPassword", "password", "temporaryAccessPass", "secretText", "secretKey");

    static Redaction of(byte[] body, Optional<Secret> carried) {
        boolean suspicious = carried.isPresent() || SECRET_MEMBERS.stream().anyMatch(member -> holds(body, member));
        Optional<String> without = suspicious ? withoutMembers(body) : Optional.empty();
        // A mail is looked through without a copy of it as text.
        if (without.isEmpty() && carried.isEmpty()) {
            return new Redaction(Bytes.copyOf(body), false);
        }
        String plain = new String(body, StandardCharsets.UTF_8);
        String masked = without.orElse(plain);
        if (carried.isPresent()) {
            masked = masked.replace(carried.get().reveal(), MASK);
        }
        return masked.equals(plain)
                ? new Redaction(Bytes.copyOf(body), false)
                : new Redaction(Bytes.copyOf(masked.getBytes(StandardCharsets.UTF_8)), true);
    }

    private static boolean holds(byte[] body, String member) {
        byte[] wanted = member.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> withoutMembers(byte[] body) {
        try {
            JsonElement document = StrictJson.parse(body);
            return mask(document) ? Optional.of(document.toString()) : Optional.empty();
        } catch (UnreadableJson e) {
            return Optional.empty();
        }
    }

    private static boolean mask(JsonElement element) {
        boolean any = false;
        if (element instanceof JsonArray array) {
            for (JsonElement item : array) {
                any |= mask(item);
            }
        } else if (element instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                if (SECRET_MEMBERS.contains(member.getKey())
                        && member.getValue() instanceof JsonPrimitive primitive
                        && primitive.isString()) {
                    member.setValue(new JsonPrimitive(MASK));
                    any = true;
                } else {
                    any |= mask(member.getValue());
                }
            }
        }
        return any;
    }
}

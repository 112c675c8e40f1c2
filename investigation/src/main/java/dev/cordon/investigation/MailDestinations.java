package dev.cordon.investigation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * To where a rule or a connector in an answer of Microsoft's sends mail on. Texts are untrusted.
 *
 * @param addresses each address, in lower case, in the order of the answer
 * @param hosts each host to which a connector hands mail
 * @param unnamed how many other destinations there are, which the answer names without an address: recipients of the directory, a connector
 */
public record MailDestinations(Set<String> addresses, Set<String> hosts, int unnamed) {
    private static final Set<String> MEMBERS = Set.of(
            "forwardto",
            "forwardasattachmentto",
            "redirectto",
            "redirectmessageto",
            "blindcopyto",
            "copyto",
            "addtorecipients",
            "routemessageoutboundconnector");

    private static final String HOSTS = "smarthosts";

    /** No star: the message trace would take it for any address. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{C}\\[\\]<>\"(),:;@\\\\*]{1,64}@[\\w.-]{1,255}");

    public MailDestinations {
        addresses = Collections.unmodifiableSet(new LinkedHashSet<>(addresses));
        hosts = Collections.unmodifiableSet(new LinkedHashSet<>(hosts));
        if (unnamed < 0) {
            throw new IllegalArgumentException("unnamed is negative: " + unnamed);
        }
    }

    /**
     * Those of the rule or connector with that id. Any bytes are answered.
     *
     * @return empty where the answer is no JSON or does not show it: then nobody knows, which is not "none"
     */
    public static Optional<MailDestinations> of(byte[] answer, String id) {
        var reading = new Answer(id);
        try {
            reading.look(JsonParser.parseString(new String(answer, StandardCharsets.UTF_8)));
        } catch (JsonParseException _) {
            return Optional.empty();
        }
        return reading.isShown
                ? Optional.of(new MailDestinations(reading.addresses, reading.hosts, reading.unnamed))
                : Optional.empty();
    }

    /** The addresses that a text names, in lower case. */
    public static Set<String> in(String text) {
        Set<String> addresses = new LinkedHashSet<>();
        ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .forEach(addresses::add);
        return addresses;
    }

    /** An answer while it is read. One thread. */
    private static final class Answer {
        private final String id;
        private final Set<String> addresses = new LinkedHashSet<>();
        private final Set<String> hosts = new LinkedHashSet<>();
        private int unnamed;
        private boolean isShown;

        Answer(String id) {
            this.id = id;
        }

        void look(JsonElement element) {
            if (element instanceof JsonArray array) {
                array.forEach(this::look);
            } else if (element instanceof JsonObject object) {
                if (isMeant(object)) {
                    isShown = true;
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
                            && (text.getAsString().equals(id)
                                    || text.getAsString().endsWith("\\" + id)));
        }

        private void take(JsonObject thing) {
            for (Map.Entry<String, JsonElement> member : thing.entrySet()) {
                String name = member.getKey().toLowerCase(Locale.ROOT);
                if (MEMBERS.contains(name)) {
                    each(member.getValue()).forEach(this::destination);
                } else if (name.equals(HOSTS)) {
                    each(member.getValue()).forEach(host -> hosts.add(text(host)));
                } else if (member.getValue() instanceof JsonObject inner) {
                    take(inner);
                }
            }
        }

        private void destination(JsonElement named) {
            Set<String> found = in(named.toString());
            addresses.addAll(found);
            unnamed += found.isEmpty() ? 1 : 0;
        }

        private static List<JsonElement> each(JsonElement value) {
            return switch (value) {
                case JsonArray array -> array.asList();
                case JsonNull _ -> List.of();
                case JsonPrimitive text when text.getAsString().isBlank() -> List.of();
                default -> List.of(value);
            };
        }

        private static String text(JsonElement value) {
            return value instanceof JsonPrimitive text ? text.getAsString() : value.toString();
        }
    }
}

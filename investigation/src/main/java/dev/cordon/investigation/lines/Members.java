package dev.cordon.investigation.lines;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.records.LogRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a JSON object by their names. What is absent or {@code null} is not there; what has another type than it should makes the line
 * unreadable.
 *
 * @param object the object
 * @param place where it stands in the line, for reasons: empty text or {@code "actions."}
 */
record Members(JsonObject object, String place) {
    /** Characters of one text; what is longer is no name, word or address. */
    private static final int LONGEST_TEXT = 32_768;

    private static final BigDecimal LARGEST = new BigDecimal(Long.MAX_VALUE);

    static Members of(JsonObject object) {
        return new Members(object, "");
    }

    boolean has(String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }

    Set<String> names() {
        return object.keySet();
    }

    Optional<String> text(String name) throws UnreadableLineException {
        JsonElement value = value(name);
        return value instanceof JsonNull ? Optional.empty() : Optional.of(asText(value, name));
    }

    /** The text of a member that nobody has to have, whatever else it may be. */
    Optional<String> findText(String name) {
        return value(name) instanceof JsonPrimitive text
                        && text.isString()
                        && text.getAsString().length() <= LONGEST_TEXT
                ? Optional.of(text.getAsString())
                : Optional.empty();
    }

    String textOrEmpty(String name) throws UnreadableLineException {
        return text(name).orElse("");
    }

    Optional<Boolean> truth(String name) throws UnreadableLineException {
        return switch (value(name)) {
            case JsonNull _ -> Optional.empty();
            case JsonPrimitive truth when truth.isBoolean() -> Optional.of(truth.getAsBoolean());
            default -> throw wrong(name, "neither true nor false");
        };
    }

    boolean isTrue(String name) throws UnreadableLineException {
        return truth(name).orElse(false);
    }

    Optional<Long> whole(String name) throws UnreadableLineException {
        Optional<BigDecimal> number = number(name);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            throw wrong(name, "no whole number");
        }
        return number.map(BigDecimal::longValue);
    }

    Optional<BigDecimal> number(String name) throws UnreadableLineException {
        JsonElement value = value(name);
        if (value instanceof JsonNull) {
            return Optional.empty();
        }
        if (!(value instanceof JsonPrimitive number) || !number.isNumber()) {
            throw wrong(name, "no number");
        }
        return Optional.of(sized(number.getAsString(), name));
    }

    /** A number of a million digits, or with an exponent of as many, would keep whoever reckons with it busy for hours. */
    private BigDecimal sized(String digits, String name) throws UnreadableLineException {
        try {
            BigDecimal number = digits.length() > 40 ? BigDecimal.ZERO.setScale(1000) : new BigDecimal(digits);
            if (Math.abs((long) number.scale()) < 40 && number.abs().compareTo(LARGEST) <= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw wrong(name, "a number beyond all measure");
    }

    Optional<Instant> time(String name) throws UnreadableLineException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant time = OffsetDateTime.parse(text.get()).toInstant();
            if (time.isBefore(LogRecord.EARLIEST) || time.isAfter(LogRecord.LATEST)) {
                throw wrong(name, "no time between 1990 and 2200");
            }
            return Optional.of(time);
        } catch (DateTimeException _) {
            throw wrong(name, "no time with its zone");
        }
    }

    /** The texts of an array; an element that is {@code null} is left out. */
    List<String> texts(String name) throws UnreadableLineException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : elements(name)) {
            texts.add(asText(element, name));
        }
        return texts;
    }

    /** The objects of an array. */
    List<Members> objects(String name) throws UnreadableLineException {
        List<Members> objects = new ArrayList<>();
        for (JsonElement element : elements(name)) {
            objects.add(asObject(element, name));
        }
        return objects;
    }

    Optional<Members> object(String name) throws UnreadableLineException {
        JsonElement value = value(name);
        return value instanceof JsonNull ? Optional.empty() : Optional.of(asObject(value, name));
    }

    /** Whether the member is an object. */
    boolean isObject(String name) {
        return value(name) instanceof JsonObject;
    }

    /** Whether the member is true or false. */
    boolean isTruth(String name) {
        return value(name) instanceof JsonPrimitive truth && truth.isBoolean();
    }

    /** Whether the member is false, an empty list or an empty text. */
    boolean saysNothing(String name) {
        return switch (value(name)) {
            case JsonPrimitive one ->
                one.getAsString().isEmpty() || one.getAsString().equals("false");
            case JsonArray all -> all.isEmpty();
            default -> false;
        };
    }

    /** Whether the member is an array. */
    boolean isArray(String name) {
        return value(name) instanceof JsonArray;
    }

    private List<JsonElement> elements(String name) throws UnreadableLineException {
        return switch (value(name)) {
            case JsonNull _ -> List.of();
            case JsonArray array ->
                array.asList().stream().filter(element -> !element.isJsonNull()).toList();
            default -> throw wrong(name, "no list");
        };
    }

    private Members asObject(JsonElement value, String name) throws UnreadableLineException {
        if (value instanceof JsonObject inner) {
            return new Members(inner, place + name + ".");
        }
        throw wrong(name, "no object");
    }

    private String asText(JsonElement value, String name) throws UnreadableLineException {
        if (!(value instanceof JsonPrimitive text) || !text.isString()) {
            throw wrong(name, "no text");
        }
        if (text.getAsString().length() > LONGEST_TEXT) {
            throw wrong(name, "longer than " + LONGEST_TEXT + " characters");
        }
        return text.getAsString();
    }

    private JsonElement value(String name) {
        return object.has(name) ? object.get(name) : JsonNull.INSTANCE;
    }

    private UnreadableLineException wrong(String name, String what) {
        return new UnreadableLineException("Its " + Quote.of(place + name) + " is " + what + ".");
    }
}

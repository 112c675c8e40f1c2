package dev.cordon.microsoft365.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.json.JsonItem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads members the way Exchange writes them: one value or a list, texts or objects with a name, times with or without an offset. */
final class Rows {
    private Rows() {}

    /** The member as text, where it is there and not blank; of an object, its name. */
    static Optional<String> find(JsonItem row, String name) {
        return Optional.ofNullable(words(row.object().get(name))).filter(text -> !text.isBlank());
    }

    static String textOrEmpty(JsonItem row, String name) {
        return find(row, name).orElse("");
    }

    /** The member as texts, whether it is one value or a list; blank ones left out. */
    static List<String> texts(JsonItem row, String name) {
        List<String> texts = new ArrayList<>();
        JsonElement element = row.object().get(name);
        if (element instanceof JsonArray array) {
            array.forEach(each -> add(texts, words(each)));
        } else {
            add(texts, words(element));
        }
        return List.copyOf(texts);
    }

    /** Rights, of which several may stand in one text. */
    static List<String> rights(JsonItem row, String name) {
        return texts(row, name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whether the member is true, written as a flag or as text. */
    static boolean isTrue(JsonItem row, String name) {
        return find(row, name).map(Boolean::parseBoolean).orElse(false);
    }

    /** The time; without an offset it is UTC. Empty when it is none. */
    static Optional<Instant> instant(JsonItem row, String name) {
        return find(row, name).flatMap(Rows::instant).filter(time -> time.isAfter(Instant.EPOCH));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException again) {
                return Optional.empty();
            }
        }
    }

    private static void add(List<String> texts, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.add(text);
        }
    }

    private static @Nullable String words(@Nullable JsonElement element) {
        return switch (element) {
            case JsonPrimitive primitive -> primitive.getAsString();
            case JsonObject object -> named(object);
            case null, default -> null;
        };
    }

    private static String named(JsonObject object) {
        for (String name : List.of("DisplayName", "RecipientPrincipal", "Name", "Identity", "Value", "value")) {
            if (object.get(name) instanceof JsonPrimitive primitive
                    && !primitive.getAsString().isBlank()) {
                return primitive.getAsString();
            }
        }
        return object.toString();
    }
}

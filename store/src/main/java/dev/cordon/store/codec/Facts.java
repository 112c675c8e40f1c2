package dev.cordon.store.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.incident.Word;
import java.util.List;
import java.util.Optional;

/** Builds a JSON object in the order in which its members are given; absent values are left out. For one thread. */
final class Facts {
    private final JsonObject object = new JsonObject();

    Facts text(String name, Object value) {
        object.addProperty(name, value.toString());
        return this;
    }

    Facts text(String name, Optional<?> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    Facts word(String name, Enum<?> value) {
        return text(name, Word.of(value));
    }

    Facts number(String name, long value) {
        object.addProperty(name, value);
        return this;
    }

    Facts truth(String name, boolean value) {
        object.addProperty(name, value);
        return this;
    }

    Facts texts(String name, List<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value.toString()));
        return element(name, array);
    }

    Facts objects(String name, List<Facts> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value.object));
        return element(name, array);
    }

    Facts object(String name, Facts value) {
        return element(name, value.object);
    }

    private Facts element(String name, JsonElement element) {
        object.add(name, element);
        return this;
    }

    Encoded as(String kind) {
        return new Encoded(kind, escapeLoneSurrogates(object.toString()));
    }

    /** Half a character pair, which hostile names contain, has no UTF-8; as an escape it survives storing. */
    private static String escapeLoneSurrogates(String json) {
        if (json.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return json;
        }
        StringBuilder text = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                text.append("\\u%04x".formatted(point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }
}

package dev.cordon.evidence.bag;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies for people of an exhibit whose bytes are JSON: the same JSON with line breaks, and a table of its rows. Read piece by piece, a row at
 * a time. The copies are a convenience: the raw bytes are the evidence.
 */
final class ReadableCopies {
    private static final int MOST_COLUMNS = 256;

    private final Place place;

    /** Where the raw bytes are read and the copies are written. */
    interface Place {
        InputStream open(String raw) throws IOException;

        OutputStream create(String name) throws IOException;

        /** Takes a copy away again that turned out to be none. */
        void remove(String name) throws IOException;
    }

    ReadableCopies(BagFolder bag) {
        this(new Place() {
            @Override
            public InputStream open(String raw) throws IOException {
                return Files.newInputStream(bag.file(raw));
            }

            @Override
            public OutputStream create(String name) throws IOException {
                return bag.create(name);
            }

            @Override
            public void remove(String name) throws IOException {
                bag.remove(name);
            }
        });
    }

    ReadableCopies(Place place) {
        this.place = place;
    }

    /** Writes what can be written, and says the paths; nothing where the bytes are no JSON. */
    List<String> write(String id, String kind, String raw) throws IOException {
        List<String> written = new ArrayList<>();
        String json = ExhibitFile.readable(id, kind, ".json");
        if (isWritten(json, () -> indent(raw, json))) {
            written.add(json);
            String csv = ExhibitFile.readable(id, kind, ".csv");
            if (isWritten(csv, () -> tabulate(raw, csv))) {
                written.add(csv);
            }
        }
        return written;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private boolean isWritten(String name, Writing writing) throws IOException {
        try {
            writing.run();
            return true;
        } catch (MalformedJsonException
                | CharacterCodingException
                | EOFException
                | JsonParseException
                | IllegalStateException
                | NumberFormatException _) {
            place.remove(name);
            return false;
        }
    }

    private JsonReader reader(String raw) throws IOException {
        // Unlike a reader of a character set, one of its decoder refuses what is no UTF-8.
        BufferedReader text =
                new BufferedReader(new InputStreamReader(place.open(raw), StandardCharsets.UTF_8.newDecoder()));
        JsonReader reader = new JsonReader(text);
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    private void indent(String raw, String name) throws IOException {
        try (JsonReader from = reader(raw);
                Writer to = new EscapingWriter(new OutputStreamWriter(place.create(name), StandardCharsets.UTF_8))) {
            JsonWriter json = new JsonWriter(to);
            json.setIndent("  ");
            json.setHtmlSafe(false);
            json.setSerializeNulls(true);
            json.setStrictness(Strictness.STRICT);
            copy(from, json);
            json.flush();
            to.write("\n");
        }
    }

    private static void copy(JsonReader from, JsonWriter to) throws IOException {
        int depth = 0;
        do {
            switch (from.peek()) {
                case BEGIN_ARRAY -> {
                    from.beginArray();
                    to.beginArray();
                    depth++;
                }
                case END_ARRAY -> {
                    from.endArray();
                    to.endArray();
                    depth--;
                }
                case BEGIN_OBJECT -> {
                    from.beginObject();
                    to.beginObject();
                    depth++;
                }
                case END_OBJECT -> {
                    from.endObject();
                    to.endObject();
                    depth--;
                }
                case NAME -> to.name(from.nextName());
                case STRING -> to.value(from.nextString());
                case NUMBER -> to.value(new BigDecimal(from.nextString()));
                case BOOLEAN -> to.value(from.nextBoolean());
                case NULL -> {
                    from.nextNull();
                    to.nullValue();
                }
                case END_DOCUMENT -> throw new MalformedJsonException("nothing is there");
            }
        } while (depth > 0);
        if (from.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("more than one value");
        }
    }

    private void tabulate(String raw, String name) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        rows(
                raw,
                row -> row.keySet().stream()
                        .filter(column -> columns.size() < MOST_COLUMNS)
                        .forEach(columns::add));
        if (columns.isEmpty()) {
            throw new MalformedJsonException("no rows");
        }
        try (Writer to = new OutputStreamWriter(place.create(name), StandardCharsets.UTF_8)) {
            to.write(Csv.line(List.copyOf(columns)));
            rows(
                    raw,
                    row -> to.write(Csv.line(
                            columns.stream().map(column -> cell(row, column)).toList())));
        }
    }

    private static String cell(JsonObject row, String column) {
        JsonElement value = row.get(column);
        if (value == null || value.isJsonNull()) {
            return "";
        }
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private interface Row {
        void take(JsonObject row) throws IOException;
    }

    /** The objects of a list, or of the member {@code value} of an answer, or the one object that there is. */
    private void rows(String raw, Row each) throws IOException {
        try (JsonReader from = reader(raw)) {
            if (from.peek() == JsonToken.BEGIN_ARRAY) {
                list(from, each);
            } else {
                answer(from, each);
            }
        }
    }

    private static void list(JsonReader from, Row each) throws IOException {
        from.beginArray();
        while (from.hasNext()) {
            JsonElement element = JsonParser.parseReader(from);
            if (element.isJsonObject()) {
                each.take(element.getAsJsonObject());
            }
        }
        from.endArray();
    }

    private static void answer(JsonReader from, Row each) throws IOException {
        JsonObject alone = new JsonObject();
        boolean isList = false;
        from.beginObject();
        while (from.hasNext()) {
            String name = from.nextName();
            if (name.equals("value") && from.peek() == JsonToken.BEGIN_ARRAY) {
                isList = true;
                list(from, each);
            } else {
                alone.add(name, JsonParser.parseReader(from));
            }
        }
        from.endObject();
        if (!isList && !Map.copyOf(alone.asMap()).isEmpty()) {
            each.take(alone);
        }
    }

    /** Unseen characters occur only inside strings, where their escape means the same. */
    private static final class EscapingWriter extends FilterWriter {
        private char high;

        EscapingWriter(Writer to) {
            super(to);
        }

        @Override
        public void write(int unit) throws IOException {
            write(Character.toString((char) unit));
        }

        @Override
        public void write(char[] units, int offset, int length) throws IOException {
            write(new String(units, offset, length));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            String whole = (high == 0 ? "" : Character.toString(high)) + text.substring(offset, offset + length);
            high = 0;
            if (!whole.isEmpty() && Character.isHighSurrogate(whole.charAt(whole.length() - 1))) {
                high = whole.charAt(whole.length() - 1);
                whole = whole.substring(0, whole.length() - 1);
            }
            String seen = Unseen.escaped(whole, "\n");
            out.write(seen, 0, seen.length());
        }
    }
}

package dev.cordon.simulator.odata;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The query options of one request.
 *
 * @param select properties asked for; empty for the default ones
 * @param orderBy path and direction, if any
 * @param skip how many rows earlier pages gave
 * @param search the raw {@code $search}, if any
 * @param page the number of this page, from 1
 */
public record Query(
        List<String> select,
        Optional<Filter> filter,
        OptionalInt top,
        Optional<String> orderBy,
        boolean count,
        List<String> expand,
        int skip,
        Optional<String> search,
        int page) {

    private static final Pattern SEARCH = Pattern.compile("\"([A-Za-z]+):([^\"]*)\"");
    private static final List<String> KNOWN = List.of(
            "$select", "$filter", "$top", "$orderby", "$count", "$expand", "$skiptoken", "$skip", "$search", "$format");

    /**
     * Reads the options.
     *
     * @throws ODataException when one is malformed or unknown
     */
    public static Query parse(Map<String, String> parameters) {
        for (String name : parameters.keySet()) {
            if (name.startsWith("$") && !KNOWN.contains(name)) {
                throw new ODataException("BadRequest", "The query parameter '" + name + "' is not supported.");
            }
        }
        return new Query(
                names(parameters.getOrDefault("$select", "")),
                Optional.ofNullable(parameters.get("$filter")).map(Filter::parse),
                number(parameters, "$top"),
                Optional.ofNullable(parameters.get("$orderby")),
                "true".equalsIgnoreCase(parameters.get("$count")),
                expansions(parameters.getOrDefault("$expand", "")),
                skip(parameters),
                Optional.ofNullable(parameters.get("$search")),
                page(parameters));
    }

    /** The text of a skip token that continues after that many rows and that page. */
    public static String skipToken(int rows, int page) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("rows:" + rows + ":" + page).getBytes(StandardCharsets.US_ASCII));
    }

    /** The rows that meet the filter, in the order asked for. */
    public List<JsonObject> apply(List<JsonObject> rows) {
        var stream = rows.stream();
        if (filter.isPresent()) {
            stream = stream.filter(filter.get().predicate());
        }
        if (orderBy.isPresent()) {
            stream = stream.sorted(comparator(orderBy.get()));
        }
        return stream.toList();
    }

    /**
     * The rows that the directory's {@code $search} finds.
     *
     * @throws ODataException when it is not of the form {@code "property:value"}
     */
    public List<JsonObject> searched(List<JsonObject> rows) {
        return search.map(term -> rows.stream().filter(searched(term)).toList()).orElse(rows);
    }

    /** The same options, asking for these properties. */
    public Query selecting(List<String> names) {
        return new Query(List.copyOf(names), filter, top, orderBy, count, expand, skip, search, page);
    }

    /** The object with only the properties asked for; annotations stay. */
    public JsonObject project(JsonObject object, List<String> defaults) {
        List<String> wanted = select.isEmpty() || select.contains("*") ? defaults : select;
        if (wanted.isEmpty()) {
            return object;
        }
        var projected = new JsonObject();
        object.entrySet().stream()
                .filter(member -> member.getKey().startsWith("@"))
                .forEach(member -> projected.add(member.getKey(), member.getValue()));
        for (String name : wanted) {
            object.entrySet().stream()
                    .filter(member -> member.getKey().equalsIgnoreCase(name))
                    .forEach(member -> projected.add(member.getKey(), member.getValue()));
        }
        for (String name : expand) {
            if (object.has(name)) {
                projected.add(name, object.get(name));
            }
        }
        return projected;
    }

    /** Whether it uses what the directory serves only as an advanced query. */
    public boolean isAdvanced() {
        boolean operators = filter.map(Filter::operators)
                .filter(used -> used.contains("ne")
                        || used.contains("not")
                        || used.contains("endswith")
                        || used.contains("contains"))
                .isPresent();
        return operators || search.isPresent() || (filter.isPresent() && orderBy.isPresent());
    }

    /** {@code "property:words"}: the property contains the words. */
    private static Predicate<JsonObject> searched(String search) {
        var term = SEARCH.matcher(search.trim());
        if (!term.matches()) {
            throw new ODataException("BadRequest", "Syntax error: $search takes \"property:value\".");
        }
        String wanted = term.group(2).toLowerCase(Locale.ROOT);
        return object -> key(object, term.group(1)).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Comparator<JsonObject> comparator(String orderBy) {
        Comparator<JsonObject> all = (_, _) -> 0;
        for (String part : orderBy.split(",")) {
            String[] words = part.trim().split("\\s+");
            Comparator<JsonObject> one = Comparator.comparing(object -> key(object, words[0]));
            boolean descending = words.length > 1 && words[1].equalsIgnoreCase("desc");
            all = all.thenComparing(descending ? one.reversed() : one);
        }
        return all;
    }

    private static String key(JsonObject object, String path) {
        JsonElement current = object;
        for (String segment : path.split("/")) {
            current = current instanceof JsonObject parent && parent.has(segment)
                    ? parent.get(segment)
                    : JsonNull.INSTANCE;
        }
        return current instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The names of the expanded properties; their inner options stay behind. */
    private static List<String> expansions(String text) {
        return names(text.replaceAll("\\([^)]*\\)", ""));
    }

    private static OptionalInt number(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(name, value);
        }
        throw invalid(name, value);
    }

    private static int skip(Map<String, String> parameters) {
        if (parameters.containsKey("$skip")) {
            try {
                return Math.max(0, Integer.parseInt(parameters.getOrDefault("$skip", "0")));
            } catch (NumberFormatException notANumber) {
                throw invalid("$skip", parameters.getOrDefault("$skip", ""));
            }
        }
        String token = parameters.get("$skiptoken");
        if (token == null) {
            return 0;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            return Integer.parseInt(plain.split(":")[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw invalid("$skiptoken", token);
        }
    }

    /** The page after the one that gave the token. */
    private static int page(Map<String, String> parameters) {
        var token = parameters.get("$skiptoken");
        if (token == null) {
            return 1;
        }
        var plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(":", 3);
        return plain.length < 3 || !plain[2].matches("\\d{1,9}") ? 2 : Integer.parseInt(plain[2]) + 1;
    }

    private static ODataException invalid(String name, String value) {
        return new ODataException("BadRequest", "Invalid value '" + value + "' for " + name + " query option found.");
    }
}

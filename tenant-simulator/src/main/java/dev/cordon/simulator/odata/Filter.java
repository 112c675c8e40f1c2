package dev.cordon.simulator.odata;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.odata.FilterTokens.Token;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A {@code $filter} expression: {@code eq ne gt ge lt le and or not in startsWith endsWith contains any}, with paths such
 * as {@code location/city}. Texts compare without regard to case, times as times.
 *
 * @see <a href="https://learn.microsoft.com/graph/filter-query-parameter">$filter</a>
 */
public final class Filter {

    private static final Set<String> FUNCTIONS = Set.of("startswith", "endswith", "contains");

    private final FilterTokens tokens;
    private final Set<String> properties = new LinkedHashSet<>();
    private final Set<String> operators = new LinkedHashSet<>();
    private final Expression expression;

    /** One condition over an object; names bound by lambdas stand beside it. */
    private interface Expression {
        boolean holds(JsonObject object, Map<String, JsonElement> bound);
    }

    private Filter(String text) {
        tokens = new FilterTokens(text);
        expression = or();
        if (tokens.hasNext()) {
            throw ODataException.syntax("'" + tokens.next().text() + "' is not expected.");
        }
    }

    /**
     * Reads an expression.
     *
     * @throws ODataException when it cannot be read
     */
    public static Filter parse(String text) {
        return new Filter(text);
    }

    /** Whether the object meets the condition. */
    public Predicate<JsonObject> predicate() {
        return object -> expression.holds(object, Map.of());
    }

    /** The first path segments it names, lambda variables excluded. */
    public Set<String> properties() {
        return Set.copyOf(properties);
    }

    /** The operators and functions it uses, lower case. */
    public Set<String> operators() {
        return Set.copyOf(operators);
    }

    private Expression or() {
        Expression left = and();
        while (tokens.take("or")) {
            Expression first = left;
            Expression second = and();
            left = (object, bound) -> first.holds(object, bound) || second.holds(object, bound);
        }
        return left;
    }

    private Expression and() {
        Expression left = unary();
        while (tokens.take("and")) {
            Expression first = left;
            Expression second = unary();
            left = (object, bound) -> first.holds(object, bound) && second.holds(object, bound);
        }
        return left;
    }

    private Expression unary() {
        if (tokens.take("not")) {
            operators.add("not");
            Expression inner = unary();
            return (object, bound) -> !inner.holds(object, bound);
        }
        if (tokens.take("(")) {
            Expression inner = or();
            tokens.expect(")");
            return inner;
        }
        return term();
    }

    private Expression term() {
        Token first = tokens.next();
        String name = first.text();
        if (!first.quoted() && FUNCTIONS.contains(name.toLowerCase(Locale.ROOT)) && tokens.nextIs("(")) {
            return function(name.toLowerCase(Locale.ROOT));
        }
        if (!first.quoted() && name.endsWith("/any") && tokens.nextIs("(")) {
            return any(name.substring(0, name.length() - "/any".length()));
        }
        if (first.quoted() && tokens.take("in")) {
            throw ODataException.syntax("a literal cannot stand before in.");
        }
        remember(name);
        return comparison(name);
    }

    private Expression comparison(String path) {
        Token operator = tokens.hasNext() ? tokens.next() : new Token("eq", false);
        String word = operator.text().toLowerCase(Locale.ROOT);
        if (word.equals("in")) {
            return in(path);
        }
        if (!Set.of("eq", "ne", "gt", "ge", "lt", "le").contains(word) || operator.quoted()) {
            throw ODataException.syntax("'" + operator.text() + "' is not an operator.");
        }
        operators.add(word);
        Token value = tokens.next();
        return (object, bound) -> compare(resolve(object, bound, path), word, value);
    }

    private Expression in(String path) {
        operators.add("in");
        tokens.expect("(");
        var values = new ArrayList<Token>();
        do {
            values.add(tokens.next());
        } while (tokens.take(","));
        tokens.expect(")");
        return (object, bound) -> {
            JsonElement actual = resolve(object, bound, path);
            return values.stream().anyMatch(value -> compare(actual, "eq", value));
        };
    }

    private Expression function(String function) {
        operators.add(function);
        tokens.expect("(");
        String path = tokens.next().text();
        remember(path);
        tokens.expect(",");
        String wanted = tokens.next().text().toLowerCase(Locale.ROOT);
        tokens.expect(")");
        if (tokens.take("eq")) {
            tokens.expect("true");
        }
        return (object, bound) -> text(resolve(object, bound, path))
                .map(actual -> actual.toLowerCase(Locale.ROOT))
                .filter(actual -> switch (function) {
                    case "startswith" -> actual.startsWith(wanted);
                    case "endswith" -> actual.endsWith(wanted);
                    default -> actual.contains(wanted);
                })
                .isPresent();
    }

    private Expression any(String path) {
        operators.add("any");
        remember(path);
        tokens.expect("(");
        if (tokens.take(")")) {
            return (object, bound) -> resolve(object, bound, path) instanceof JsonArray array && !array.isEmpty();
        }
        String variable = tokens.next().text();
        tokens.expect(":");
        properties.add(variable);
        Expression inner = or();
        properties.remove(variable);
        tokens.expect(")");
        return (object, bound) -> {
            if (!(resolve(object, bound, path) instanceof JsonArray array)) {
                return false;
            }
            for (JsonElement item : array) {
                if (inner.holds(object, Map.of(variable, item))) {
                    return true;
                }
            }
            return false;
        };
    }

    private void remember(String path) {
        int slash = path.indexOf('/');
        properties.add(slash < 0 ? path : path.substring(0, slash));
    }

    private static JsonElement resolve(JsonObject object, Map<String, JsonElement> bound, String path) {
        List<String> segments = List.of(path.split("/"));
        boolean isBound = bound.containsKey(segments.getFirst());
        JsonElement current = isBound ? bound.getOrDefault(segments.getFirst(), JsonNull.INSTANCE) : object;
        for (String segment : segments.subList(isBound ? 1 : 0, segments.size())) {
            if (current instanceof JsonObject parent && parent.has(segment)) {
                current = parent.get(segment);
            } else {
                return JsonNull.INSTANCE;
            }
        }
        return current;
    }

    private static boolean compare(JsonElement actual, String operator, Token value) {
        if (value.is("null")) {
            return operator.equals("eq") == actual.isJsonNull();
        }
        if (!(actual instanceof JsonPrimitive primitive)) {
            return operator.equals("ne");
        }
        int order = order(primitive, value);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static int order(JsonPrimitive actual, Token value) {
        if (actual.isBoolean()) {
            return Boolean.compare(actual.getAsBoolean(), Boolean.parseBoolean(value.text()));
        }
        if (actual.isNumber()) {
            try {
                return actual.getAsBigDecimal().compareTo(new BigDecimal(value.text()));
            } catch (NumberFormatException notANumber) {
                throw ODataException.syntax("'" + value.text() + "' is not a number.");
            }
        }
        Optional<Instant> wanted = value.quoted() ? Optional.empty() : time(value.text());
        if (wanted.isPresent()) {
            return time(actual.getAsString())
                    .map(at -> at.compareTo(wanted.get()))
                    .orElse(-1);
        }
        return actual.getAsString().compareToIgnoreCase(value.text());
    }

    private static Optional<String> text(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.indexOf('T') == 10
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : text.matches("\\d{4}-\\d{2}-\\d{2}")
                            ? Optional.of(Instant.parse(text + "T00:00:00Z"))
                            : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}

package dev.cordon.simulator.hunting;

import dev.cordon.simulator.hunting.Lexer.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads values and what is asked of them. */
final class Conditions {

    private static final Set<String> COMPARING = Set.of(
            "==",
            "!=",
            "<>",
            "=~",
            "!~",
            "<",
            "<=",
            ">",
            ">=",
            "has",
            "!has",
            "has_cs",
            "contains",
            "!contains",
            "contains_cs",
            "startswith",
            "!startswith",
            "endswith",
            "!endswith");

    private final Kusto query;

    Conditions(Kusto query) {
        this.query = query;
    }

    /** A value of a row. */
    interface Scalar extends Function<List<Object>, Object> {}

    Predicate<List<Object>> either(Relation of) {
        var left = both(of);
        while (query.takeIf("or")) {
            left = left.or(both(of));
        }
        return left;
    }

    private Predicate<List<Object>> both(Relation of) {
        var left = one(of);
        while (query.takeIf("and")) {
            left = left.and(one(of));
        }
        return left;
    }

    private Predicate<List<Object>> one(Relation of) {
        if (query.takeIf("not")) {
            query.expect("(");
            var inside = either(of);
            query.expect(")");
            return inside.negate();
        }
        if (query.takeIf("(")) {
            var inside = either(of);
            query.expect(")");
            return inside;
        }
        if (query.takeIf("isnotempty")) {
            var value = bracketed(of);
            return row -> !Comparisons.text(value.apply(row)).isEmpty();
        }
        if (query.takeIf("isempty")) {
            var value = bracketed(of);
            return row -> Comparisons.text(value.apply(row)).isEmpty();
        }
        return comparison(of);
    }

    private Scalar bracketed(Relation of) {
        query.expect("(");
        var value = scalar(of);
        query.expect(")");
        return value;
    }

    private Predicate<List<Object>> comparison(Relation of) {
        var left = scalar(of);
        var operator = query.peek().text();
        if (query.peek().kind() == Kind.TEXT) {
            throw query.unexpected();
        }
        return switch (operator) {
            case "in", "in~", "!in", "!in~", "has_any" -> listed(left);
            case "between" -> between(of, left);
            default -> compared(of, left);
        };
    }

    private Predicate<List<Object>> listed(Scalar left) {
        var operator = query.next().text();
        var list = list();
        return switch (operator) {
            case "in", "in~" -> row -> Comparisons.isAmong(left.apply(row), list, operator.endsWith("~"));
            case "has_any" -> row -> list.stream().anyMatch(each -> Comparisons.holds("has", left.apply(row), each));
            default -> row -> !Comparisons.isAmong(left.apply(row), list, operator.endsWith("~"));
        };
    }

    private Predicate<List<Object>> compared(Relation of, Scalar left) {
        var operator = query.peek().text();
        if (!COMPARING.contains(operator)) {
            return row -> Boolean.TRUE.equals(left.apply(row));
        }
        query.next();
        var right = scalar(of);
        return row -> Comparisons.holds(operator, left.apply(row), right.apply(row));
    }

    private Predicate<List<Object>> between(Relation of, Scalar left) {
        query.expect("between");
        query.expect("(");
        var from = scalar(of);
        query.expect("..");
        var to = scalar(of);
        query.expect(")");
        return row -> Comparisons.holds(">=", left.apply(row), from.apply(row))
                && Comparisons.holds("<=", left.apply(row), to.apply(row));
    }

    /** A list in parentheses or {@code dynamic([…])}, one that {@code let} named, or one value. */
    List<Object> list() {
        if (query.takeIf("dynamic")) {
            query.expect("(");
            query.expect("[");
            var values = values("]");
            query.expect(")");
            return values;
        }
        if (query.takeIf("(")) {
            return values(")");
        }
        var single = new ArrayList<Object>();
        single.addAll(constant());
        return single;
    }

    private List<Object> values(String end) {
        var values = new ArrayList<Object>();
        while (!query.takeIf(end)) {
            values.addAll(constant());
            if (!query.is(end)) {
                query.expect(",");
            }
        }
        return values;
    }

    private List<Object> constant() {
        if (query.peek().kind() == Kind.NAME) {
            var known = query.let(query.peek().text());
            if (known.isPresent()) {
                query.next();
                return known.get();
            }
        }
        var value = new ArrayList<Object>();
        value.add(scalar(new Relation(List.of(), List.of())).apply(List.of()));
        return value;
    }

    /** A column, a literal, a named value, or one of the functions. */
    Scalar scalar(Relation of) {
        var token = query.next();
        return switch (token.kind()) {
            case TEXT -> _ -> token.text();
            case NUMBER -> number(token.text());
            case SPAN -> {
                var span = span(token.text());
                yield _ -> span;
            }
            case NAME -> named(of, token.text());
            case SIGN, END ->
                throw new QueryError("Syntax error: Query could not be parsed at '" + token.text()
                        + "'. Fix syntax errors in your query.");
        };
    }

    private static Scalar number(String digits) {
        try {
            Object value = digits.contains(".") ? (Object) Double.valueOf(digits) : (Object) Long.valueOf(digits);
            return _ -> value;
        } catch (NumberFormatException tooLarge) {
            throw new QueryError("The number " + digits + " is out of range.");
        }
    }

    private Scalar named(Relation of, String name) {
        if (query.is("(")) {
            return function(of, name);
        }
        if (name.equals("true") || name.equals("false")) {
            return _ -> Boolean.valueOf(name);
        }
        var known = query.let(name);
        if (known.isPresent() && known.get().size() == 1) {
            var value = known.get().getFirst();
            return _ -> value;
        }
        var index = of.index("where", name);
        return row -> row.get(index);
    }

    private Scalar function(Relation of, String name) {
        query.expect("(");
        var value = switch (name) {
            case "now" -> constantly(query.now());
            case "ago" -> constantly(query.now().minus(span(query.next().text())));
            case "datetime" -> constantly(datetime());
            case "tolower" -> mapped(scalar(of), text -> text.toLowerCase(Locale.ROOT));
            case "toupper" -> mapped(scalar(of), text -> text.toUpperCase(Locale.ROOT));
            case "tostring" -> mapped(scalar(of), text -> text);
            default -> throw new QueryError("Unknown function: '" + name + "'. Fix semantic errors in your query.");
        };
        query.expect(")");
        return value;
    }

    private static Scalar constantly(Object value) {
        return _ -> value;
    }

    private static Scalar mapped(Scalar value, Function<String, String> change) {
        return row -> change.apply(Comparisons.text(value.apply(row)));
    }

    /** The tokens up to the parenthesis, which together are a date, with or without a time. */
    private Instant datetime() {
        var text = new StringBuilder();
        while (!query.is(")") && query.peek().kind() != Kind.END) {
            text.append(query.next().text());
        }
        return moment(text.toString());
    }

    static Instant moment(String text) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            var zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? text : text + "Z";
            return OffsetDateTime.parse(zoned).toInstant();
        } catch (DateTimeException malformed) {
            throw new QueryError("'" + text + "' is no valid datetime.");
        }
    }

    private static Duration span(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?[dhms]")) {
            throw new QueryError("'" + text + "' is no timespan such as 7d or 12h.");
        }
        var amount = Double.parseDouble(text.substring(0, text.length() - 1));
        var seconds = switch (text.charAt(text.length() - 1)) {
            case 'd' -> 86_400;
            case 'h' -> 3_600;
            case 'm' -> 60;
            default -> 1;
        };
        return Duration.ofMillis(Math.round(amount * seconds * 1000));
    }
}

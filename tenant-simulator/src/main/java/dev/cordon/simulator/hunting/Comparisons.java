package dev.cordon.simulator.hunting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How values are compared; texts by the rules of each operator. */
final class Comparisons {

    private Comparisons() {}

    /** Whether the operator holds between a value of a row and the one it is compared with. */
    static boolean holds(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> isEqual(left, right);
            case "!=", "<>" -> !isEqual(left, right);
            case "=~" -> text(left).equalsIgnoreCase(text(right));
            case "!~" -> !text(left).equalsIgnoreCase(text(right));
            case "<" -> ordered(left, right) < 0;
            case "<=" -> ordered(left, right) <= 0;
            case ">" -> ordered(left, right) > 0;
            case ">=" -> ordered(left, right) >= 0;
            default -> ofTexts(operator, text(left), text(right));
        };
    }

    private static boolean ofTexts(String operator, String text, String part) {
        var low = text.toLowerCase(Locale.ROOT);
        var wanted = part.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "has" -> hasTerm(low, wanted);
            case "!has" -> !hasTerm(low, wanted);
            case "has_cs" -> hasTerm(text, part);
            case "contains" -> low.contains(wanted);
            case "!contains" -> !low.contains(wanted);
            case "contains_cs" -> text.contains(part);
            case "startswith" -> low.startsWith(wanted);
            case "!startswith" -> !low.startsWith(wanted);
            case "endswith" -> low.endsWith(wanted);
            case "!endswith" -> !low.endsWith(wanted);
            default -> throw new QueryError("Syntax error: Query could not be parsed at '" + operator + "'.");
        };
    }

    /** A term stands between characters that are neither letters nor digits. */
    private static boolean hasTerm(String text, String term) {
        if (term.isEmpty()) {
            return true;
        }
        for (var at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
            var end = at + term.length();
            var begins = at == 0 || !isPart(text.charAt(at - 1)) || !isPart(term.charAt(0));
            var ends = end == text.length() || !isPart(text.charAt(end)) || !isPart(term.charAt(term.length() - 1));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character);
    }

    static String text(Object value) {
        return value.toString();
    }

    private static boolean isEqual(Object left, Object right) {
        if (left instanceof Boolean flag && right instanceof Long number) {
            return flag == (number != 0);
        }
        if (left instanceof Number && right instanceof Number) {
            return ordered(left, right) == 0;
        }
        return left.equals(right) || (text(left).isEmpty() && text(right).isEmpty());
    }

    static int ordered(Object left, Object right) {
        return switch (left) {
            case Instant at when right instanceof Instant other -> at.compareTo(other);
            case Number number
            when right instanceof Number other -> Double.compare(number.doubleValue(), other.doubleValue());
            case Boolean flag when right instanceof Boolean other -> flag.compareTo(other);
            case String word when right instanceof String other -> word.compareTo(other);
            case Nothing none -> right == Nothing.NONE ? 0 : -1;
            default -> {
                if (right == Nothing.NONE) {
                    yield 1;
                }
                throw new QueryError("Cannot compare values of types " + type(left) + " and " + type(right)
                        + ". Try adding explicit casts.");
            }
        };
    }

    static String type(Object value) {
        return switch (value) {
            case Instant at -> "datetime";
            case Duration span -> "timespan";
            case Number number -> "long";
            case Boolean flag -> "bool";
            default -> "string";
        };
    }

    static boolean isAmong(Object value, List<Object> list, boolean anyCase) {
        return list.stream()
                .anyMatch(each -> anyCase ? text(value).equalsIgnoreCase(text(each)) : isEqual(value, each));
    }
}

package dev.cordon.simulator.contentsearch;

import dev.cordon.simulator.mailbox.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of the keyword query language, as far as mail goes: words and phrases, {@code subject}, {@code from}, {@code to},
 * {@code recipients}, {@code participants}, {@code body}, {@code received}, {@code sent}, {@code size},
 * {@code hasattachment}, {@code attachmentnames}, {@code kind}; {@code AND}, {@code OR}, {@code NOT} in capitals, and
 * parentheses. Properties that cannot be searched for, such as {@code internetmessageid}, match nothing. A day stands for
 * the whole of it, in UTC.
 *
 * @see <a href="https://learn.microsoft.com/purview/ediscovery-keyword-queries-and-search-conditions">keyword queries</a>
 */
public final class ContentQuery {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<paren>[()])|(?<name>[A-Za-z]+)(?<operator>:|>=|<=|<>|=|>|<)(?<value>\"[^\"]*\"|[^\\s()]+)"
                    + "|(?<word>\"[^\"]*\"|[^\\s()]+))");

    /** A message as a search sees it. */
    record Found(Message message, String senderName) {}

    private final Matcher tokens;
    private boolean more;

    private ContentQuery(String text) {
        this.tokens = TOKEN.matcher(text.strip());
        this.more = tokens.lookingAt();
    }

    /** What the query matches; an empty one everything. */
    static Predicate<Found> parse(String text) {
        if (text.isBlank()) {
            return _ -> true;
        }
        if (text.chars().filter(character -> character == '"').count() % 2 == 1) {
            throw new QueryRefused("The query has a quotation mark that is not closed.");
        }
        var query = new ContentQuery(text);
        var predicate = query.either();
        if (query.more) {
            throw new QueryRefused("The query has a parenthesis too many.");
        }
        return predicate;
    }

    private void next() {
        more = tokens.find() && !tokens.group().isBlank();
    }

    private boolean isAt(String text) {
        return more && (text.equals(tokens.group("paren")) || text.equals(tokens.group("word")));
    }

    private Predicate<Found> either() {
        var left = both();
        while (isAt("OR")) {
            next();
            left = left.or(both());
        }
        return left;
    }

    private Predicate<Found> both() {
        var left = one();
        while (more && !isAt("OR") && !isAt(")")) {
            if (isAt("AND")) {
                next();
            }
            left = left.and(one());
        }
        return left;
    }

    private Predicate<Found> one() {
        if (!more) {
            throw new QueryRefused("The query ends too early.");
        }
        if (isAt("NOT")) {
            next();
            return one().negate();
        }
        if (isAt("(")) {
            next();
            var inside = either();
            if (!isAt(")")) {
                throw new QueryRefused("The query has a parenthesis that is not closed.");
            }
            next();
            return inside;
        }
        if (isAt(")") || isAt("AND") || isAt("OR")) {
            throw new QueryRefused(
                    "The query has nothing before " + tokens.group().strip() + ".");
        }
        var term = term();
        next();
        return term;
    }

    private Predicate<Found> term() {
        var word = tokens.group("word");
        if (word != null) {
            var phrase = word.replace("\"", "");
            return found -> Words.contains(everything(found), phrase);
        }
        return property(
                tokens.group("name").toLowerCase(Locale.ROOT),
                tokens.group("operator"),
                tokens.group("value").replace("\"", ""));
    }

    private static String everything(Found found) {
        var mail = found.message();
        return String.join(
                " ",
                mail.subject(),
                mail.plainText(),
                mail.from(),
                found.senderName(),
                String.join(" ", mail.to()),
                String.join(" ", mail.attachments()));
    }

    private static Predicate<Found> property(String name, String operator, String value) {
        Predicate<Found> equal = switch (name) {
            case "subject", "subjecttitle" ->
                found -> Words.contains(found.message().subject(), value);
            case "body" -> found -> Words.contains(found.message().plainText(), value);
            case "from" -> found -> Words.contains(sender(found), value);
            case "to", "recipients" -> found -> isTo(found, value);
            case "participants" -> found -> Words.contains(sender(found), value) || isTo(found, value);
            case "attachmentnames" ->
                found -> found.message().attachments().stream().anyMatch(file -> Words.contains(file, value));
            case "hasattachment" -> found -> found.message().attachments().isEmpty() != Boolean.parseBoolean(value);
            case "kind" -> _ -> value.equalsIgnoreCase("email");
            case "received", "sent" -> time(operator, value);
            case "size" -> size(operator, value);
            default -> _ -> false;
        };
        return operator.equals("<>") && !List.of("received", "sent", "size").contains(name) ? equal.negate() : equal;
    }

    private static String sender(Found found) {
        return found.message().from() + " " + found.senderName();
    }

    private static boolean isTo(Found found, String value) {
        return found.message().to().stream().anyMatch(address -> Words.contains(address, value));
    }

    /** A span of time, the end excluded. */
    private record Span(Instant from, Instant to) {

        static Span of(String text) {
            var dots = text.indexOf("..");
            if (dots > 0) {
                return new Span(
                        of(text.substring(0, dots)).from(),
                        of(text.substring(dots + 2)).to());
            }
            try {
                if (text.contains("T")) {
                    var at = OffsetDateTime.parse(
                                    text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d") ? text : text + "Z")
                            .toInstant();
                    return new Span(at, at.plusSeconds(1));
                }
                var day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                return new Span(day, day.plusSeconds(86_400));
            } catch (DateTimeException malformed) {
                throw new QueryRefused("'" + text + "' is no date such as 2026-03-01.");
            }
        }
    }

    private static Predicate<Found> time(String operator, String value) {
        var span = Span.of(value);
        return found -> {
            var at = found.message().at();
            return switch (operator) {
                case ">=" -> !at.isBefore(span.from());
                case ">" -> !at.isBefore(span.to());
                case "<=" -> at.isBefore(span.to());
                case "<" -> at.isBefore(span.from());
                case "<>" -> at.isBefore(span.from()) || !at.isBefore(span.to());
                default -> !at.isBefore(span.from()) && at.isBefore(span.to());
            };
        };
    }

    private static Predicate<Found> size(String operator, String value) {
        if (!value.matches("[0-9]{1,12}")) {
            throw new QueryRefused("'" + value + "' is no size in bytes.");
        }
        var bytes = Long.parseLong(value);
        return found -> {
            var size = found.message().size();
            return switch (operator) {
                case ">=" -> size >= bytes;
                case ">" -> size > bytes;
                case "<=" -> size <= bytes;
                case "<" -> size < bytes;
                case "<>" -> size != bytes;
                default -> size == bytes;
            };
        };
    }
}

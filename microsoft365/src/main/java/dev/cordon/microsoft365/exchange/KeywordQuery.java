package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.ContentSearches.MailQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A query in the keyword query language of content searches. Every text stands in quotes, and nothing in it can end them or widen the search.
 *
 * @see <a href="https://learn.microsoft.com/purview/ediscovery-keyword-queries-and-search-conditions">Keyword queries</a>
 */
final class KeywordQuery {
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

    private KeywordQuery() {}

    /**
     * The query's text.
     *
     * @throws IllegalArgumentException when nothing of a text is left that could be searched for
     */
    static String of(MailQuery query) {
        List<String> conditions = new ArrayList<>();
        query.sender().map(KeywordQuery::address).ifPresent(address -> conditions.add("from:" + address));
        query.subject().map(KeywordQuery::phrase).ifPresent(subject -> conditions.add("subject:" + subject));
        query.firstDay().ifPresent(day -> conditions.add("received>=" + day));
        query.lastDay().ifPresent(day -> conditions.add("received<=" + day));
        return "(" + String.join(" AND ", conditions) + ")";
    }

    private static String address(String text) {
        return PLAIN_ADDRESS.matcher(text).matches() ? text : phrase(text);
    }

    /** Quotes cannot be escaped and an asterisk stands for anything, so a blank takes their place: words are compared, not signs. */
    private static String phrase(String text) {
        StringBuilder words = new StringBuilder();
        text.codePoints().map(c -> isWild(c) ? ' ' : c).forEach(words::appendCodePoint);
        String left = words.toString().strip().replaceAll(" {2,}", " ");
        if (left.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("There is no word to search for in: " + text);
        }
        return "\"" + left + "\"";
    }

    private static boolean isWild(int c) {
        boolean isQuote = c == '"'
                || Character.getType(c) == Character.INITIAL_QUOTE_PUNCTUATION
                || Character.getType(c) == Character.FINAL_QUOTE_PUNCTUATION
                || c == 0x201E
                || c == 0xFF02;
        return isQuote
                || c == '*'
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }
}

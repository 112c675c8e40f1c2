package dev.cordon.investigation.review;

import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.RowDetail;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A row that is read, in the spellings of every log.
 *
 * @param record the row
 * @param detail what it says beyond its record
 * @param operation what was done, as {@link #plain} has it
 */
record Row(LogRecord record, RowDetail detail, String operation) {
    private static final Set<String> NOTHING = Set.of("", "[]", "{}", "null", "$null", "\"\"");

    Row(LogRecord record, RowDetail detail) {
        this(record, detail, plain(record.operation()));
    }

    /** An operation as the logs agree on it: lower case, without the full stop of one of them, with one kind of dash and of blank. */
    static String plain(String operation) {
        String text = operation
                .toLowerCase(Locale.ROOT)
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replace('\u00a0', ' ')
                .strip()
                .replaceAll(" {2,}", " ");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** From where a row came; empty text where it says so by a word such as {@code <null>}. */
    static String address(LogRecord record) {
        String address = record.address();
        return address.indexOf('.') < 0 && address.indexOf(':') < 0 ? "" : address;
    }

    /** A parameter, a property or a new value; empty text where there is none. Of JSON within text what stands in it. */
    String value(String name) {
        return bare(detail.settings().getOrDefault(name, ""));
    }

    /** The first of them that says something. */
    String first(String... names) {
        return Arrays.stream(names)
                .map(this::value)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether it was longer than what is kept of a text. */
    static boolean isCut(String value) {
        return value.endsWith("…");
    }

    String before(String name) {
        return bare(detail.audit().before().getOrDefault(name, ""));
    }

    boolean has(String name) {
        return detail.settings().containsKey(name);
    }

    boolean isTrue(String name) {
        return value(name).equalsIgnoreCase("true");
    }

    boolean isFalse(String name) {
        return value(name).equalsIgnoreCase("false");
    }

    /** The parts of a value with several. */
    List<String> values(String name) {
        return Arrays.stream(value(name).split("[;,]"))
                .map(String::strip)
                .map(Row::bare)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Without the brackets and quotes around it; empty text for what says nothing. */
    static String bare(String value) {
        String text = value.strip();
        while (text.length() >= 2 && isWrapped(text)) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return NOTHING.contains(text) ? "" : text;
    }

    private static boolean isWrapped(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean quoted = first == '"' && last == '"' && text.indexOf('"', 1) == text.length() - 1;
        boolean listed = first == '[' && last == ']' && text.indexOf('[', 1) < 0 && text.indexOf('{') < 0;
        return quoted || listed;
    }

    /** The first name of its targets that is one of those. */
    Optional<String> target(Predicate<String> wanted) {
        return targets().filter(wanted).findFirst();
    }

    /** Every name of its targets, without those that only say of which class it is. */
    Stream<String> targets() {
        return detail.targets().stream().filter(name -> !CLASSES.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static final Set<String> CLASSES =
            Set.of("user", "serviceprincipal", "application", "device", "group", "role", "policy", "other");

    /** Who did it, where the row names him. */
    String actor() {
        return record.actor().isBlank() ? detail.principal() : record.actor();
    }

    /** The same by a name that nobody chooses for himself: the directory's audit names somebody without a sign-in name as he calls himself. */
    String person() {
        return isOf(LogRecord.Log.DIRECTORY_AUDIT) ? detail.principal() : record.actor();
    }

    boolean isFailed() {
        return record.outcome() == LogRecord.Outcome.FAILED;
    }

    boolean isOf(LogRecord.Log log) {
        return record.log() == log;
    }

    static boolean isPerson(String name) {
        return name.indexOf('@') > 0;
    }

    static boolean isId(String text) {
        return text.length() == 36 && text.charAt(8) == '-' && text.charAt(13) == '-' && text.charAt(23) == '-';
    }
}

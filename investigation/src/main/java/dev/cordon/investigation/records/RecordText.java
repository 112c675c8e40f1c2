package dev.cordon.investigation.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes records of texts.
 *
 * @param log which log they are of
 * @param unstated how it is known that a time that names no zone is UTC
 * @param row the row's number
 */
record RecordText(LogRecord.Log log, LogRecord.ZoneRule unstated, long row) {
    private static final char REPLACEMENT = '\ufffd';
    private static final Pattern SINCE_1970 = Pattern.compile("/Date\\((-?[0-9]{1,15})\\)/");

    RowResult record(
            String id,
            String time,
            String operation,
            String actor,
            String address,
            String session,
            String userAgent,
            LogRecord.Outcome outcome,
            String result,
            String workload,
            String object) {
        String known = stored(id.strip().toLowerCase(Locale.ROOT));
        if (known.isBlank()) {
            return new RowResult.NotMade("It has no id, so that it cannot be told from its duplicates.");
        }
        if (known.length() > LogFileLimits.LONGEST_ID) {
            return new RowResult.NotMade("Its id is longer than " + LogFileLimits.LONGEST_ID + " characters.");
        }
        Optional<Instant> at = instant(written(time.strip()));
        if (at.isEmpty()) {
            return new RowResult.NotMade(
                    time.isBlank()
                            ? "It has no time."
                            : "Its time is not written as ISO 8601 has it, or lies outside 1990 to 2200.");
        }
        return RowResult.Made.of(new LogRecord(
                log,
                known,
                at.get(),
                namesNoZone(time) ? unstated : LogRecord.ZoneRule.STATED,
                kept(operation),
                kept(actor),
                kept(ClientAddress.normalised(address)),
                kept(session),
                kept(userAgent),
                outcome,
                kept(result),
                kept(workload),
                kept(object),
                row));
    }

    static String orElse(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    static String joined(String... parts) {
        return joinedBy(", ", parts);
    }

    /** Those that are not blank. */
    static String joinedBy(String separator, String... parts) {
        return Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(separator));
    }

    /**
     * A time as JSON of Windows PowerShell 5.1 has it, {@code /Date(1772402645123)/}, as ISO 8601; any other text as it is. It names no zone:
     * of a time that it took for local it is not UTC.
     */
    private static String written(String time) {
        if (!time.startsWith("/")) {
            return time;
        }
        Matcher found = SINCE_1970.matcher(time);
        return found.matches()
                ? LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(found.group(1))), ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MILLIS)
                        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                : time;
    }

    /** Whether the time ends with neither Z nor an offset. */
    static boolean namesNoZone(String time) {
        String stripped = time.strip();
        int length = stripped.length();
        if (length == 0 || stripped.endsWith("Z") || stripped.endsWith("z")) {
            return length == 0;
        }
        return length < 6 || "+-".indexOf(stripped.charAt(length - 6)) < 0 || stripped.charAt(length - 3) != ':';
    }

    private static Optional<Instant> instant(String time) {
        if (time.length() < 16 || time.length() > 40) {
            return Optional.empty();
        }
        String spelt = time.charAt(10) == ' ' ? time.substring(0, 10) + 'T' + time.substring(11) : time;
        try {
            Instant at = spelt.endsWith("Z")
                    ? Instant.parse(spelt)
                    : namesNoZone(spelt)
                            ? LocalDateTime.parse(spelt).toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(spelt).toInstant();
            return Optional.of(at)
                    .filter(found -> !found.isBefore(LogRecord.EARLIEST) && !found.isAfter(LogRecord.LATEST));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static String kept(String text) {
        if (text.length() <= LogFileLimits.LONGEST_TEXT) {
            return stored(text);
        }
        int end = LogFileLimits.LONGEST_TEXT - 1;
        return stored(text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)) + "…";
    }

    /** Databases keep no NUL character and no half of a character. */
    private static String stored(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}

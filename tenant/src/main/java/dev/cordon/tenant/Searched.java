package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What questions have in common: texts that stand for something, and a time that lies forwards. */
final class Searched {
    private Searched() {}

    /** The texts, none of them blank. */
    static List<String> texts(List<String> texts) {
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A text that is searched for is blank");
        }
        return List.copyOf(texts);
    }

    /** Whatever is there is not blank. */
    @SafeVarargs
    static void requireTexts(Optional<String>... texts) {
        for (Optional<String> text : texts) {
            if (text.filter(String::isBlank).isPresent()) {
                throw new IllegalArgumentException("A text that is searched for is blank");
            }
        }
    }

    static void requireTime(Instant from, Instant until) {
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
        }
    }
}

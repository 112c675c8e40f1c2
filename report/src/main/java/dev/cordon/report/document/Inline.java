package dev.cordon.report.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A piece of text within a line. Any text may be hostile; renderings make it harmless. */
public sealed interface Inline {
    /** Prose. */
    record Text(String text) implements Inline {
        public Text {
            requireNonNull(text, "text is null");
        }
    }

    /** An id, address, name or other value, shown exactly. */
    record Value(String text) implements Inline {
        public Value {
            requireNonNull(text, "text is null");
        }
    }

    /** A point in time, UTC, to the second. */
    record Time(Instant at) implements Inline {
        public Time {
            requireNonNull(at, "at is null");
        }

        /** {@code 2026-03-02 08:00:00}. */
        public String text() {
            return at.truncatedTo(ChronoUnit.SECONDS)
                    .toString()
                    .replace('T', ' ')
                    .replace("Z", "");
        }
    }

    /** A word that says how something stands, with a tone that is never the only carrier of the meaning. */
    record Badge(String word, Tone tone) implements Inline {
        public Badge {
            requireNonNull(word, "word is null");
            requireNonNull(tone, "tone is null");
        }
    }

    static List<Inline> text(String text) {
        return List.of(new Text(text));
    }

    static List<Inline> value(String text) {
        return text.isEmpty() ? text("–") : List.of(new Value(text));
    }

    static List<Inline> time(Instant at) {
        return List.of(new Time(at));
    }

    static List<Inline> time(Optional<Instant> at) {
        return at.map(Inline::time).orElse(text("–"));
    }

    static List<Inline> badge(String word, Tone tone) {
        return List.of(new Badge(word, tone));
    }
}

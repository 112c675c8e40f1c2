package dev.cordon.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The spelling of an enum constant wherever people or other programs read it: kebab-case, as {@code contract.md} fixes it.
 *
 * <p>Safe for many threads.
 */
public final class Word {
    /** Asked for of every row of a log. */
    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    private Word() {}

    /** The constant's word, for example {@code already-in-place} for {@code ALREADY_IN_PLACE}. */
    public static String of(Enum<?> constant) {
        return WORDS.computeIfAbsent(
                constant, each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The constant of {@code type} that is spelled {@code word}, exact and case-sensitive; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    /** All words of {@code type} in order, for messages that name the choices. */
    public static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::of).collect(Collectors.joining(", "));
    }
}

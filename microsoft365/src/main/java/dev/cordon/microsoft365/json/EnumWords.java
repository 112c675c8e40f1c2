package dev.cordon.microsoft365.json;

import java.util.Arrays;
import java.util.Optional;

/** Microsoft's words for the members of an enumeration, written together and with capitals as each service likes it. */
public final class EnumWords {
    private EnumWords() {}

    /** The constant of {@code type} that {@code word} names; empty when it names none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().replace("_", "").equalsIgnoreCase(word))
                .findFirst();
    }
}

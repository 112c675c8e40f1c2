package dev.cordon.investigation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names from a log that may stand in a command that is shown to be copied: no shell takes them for anything else. */
public final class TypedName {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+@-]{0,200}");

    private TypedName() {}

    /** The name as it is; empty where it is not safe to be typed. */
    public static Optional<String> safely(String name) {
        return SAFE.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}

package dev.cordon.investigation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Ids of rows, hundreds of thousands of them: what is written as an id of Microsoft's is held in half of what its text would take. Upper and lower case
 * of such an id are the same. For one thread.
 */
public final class RowIds {
    private static final int LENGTH = 36;

    private final Set<Object> held = new HashSet<>();

    /** Whether it is among them. */
    public boolean contains(String id) {
        return held.contains(of(id));
    }

    /** Adds it; whether it was not among them. */
    public boolean add(String id) {
        return held.add(of(id));
    }

    /** How many there are. */
    public int size() {
        return held.size();
    }

    /** What stands for this id and prints as it does, in lower case where it is one of Microsoft's. */
    public static Object of(String id) {
        if (id.length() != LENGTH) {
            return id;
        }
        try {
            UUID read = UUID.fromString(id);
            return read.toString().equals(id.toLowerCase(Locale.ROOT)) ? read : id;
        } catch (IllegalArgumentException _) {
            return id;
        }
    }
}

package dev.cordon.simulator.blocklist;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the list.
 *
 * @param identity what the service calls it
 * @param value as it was given
 * @param expires when it ends by itself; null for never
 * @param removed when somebody took it out; null while it stands
 */
public record Entry(
        String identity,
        ListType type,
        String value,
        boolean block,
        @Nullable Instant expires,
        String notes,
        String modifiedBy,
        Instant modified,
        @Nullable Instant removed) {

    /** All there ever were, by identity. */
    public static final TableKey<Entry> TABLE = new TableKey<>("allow-block-list", Entry.class);

    /** What an entry is about. */
    public enum ListType {
        SENDER("Sender"),
        URL("Url"),
        FILE_HASH("FileHash"),
        IP("IP");

        private final String word;

        ListType(String word) {
            this.word = word;
        }

        /** Microsoft's word. */
        public String word() {
            return word;
        }
    }

    /** Whether it counts at that time. */
    public boolean stands(Instant at) {
        return !modified.isAfter(at)
                && (removed == null || removed.isAfter(at))
                && (expires == null || expires.isAfter(at));
    }

    /** The same entry, taken out. */
    Entry removedAt(Instant at) {
        return new Entry(identity, type, value, block, expires, notes, modifiedBy, modified, at);
    }
}

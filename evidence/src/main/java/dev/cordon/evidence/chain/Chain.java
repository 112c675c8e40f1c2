package dev.cordon.evidence.chain;

import java.util.List;

/** The two chains of a store. The name is part of every hash, so that an entry cannot be moved from one chain to the other. */
public enum Chain {
    JOURNAL,
    CUSTODY;

    /** The columns between the sequence number and the two hashes, in the order in which they go into the hash; the incident first. */
    public List<String> columns() {
        return switch (this) {
            case JOURNAL -> List.of("incident", "at", "wall_at", "actor", "kind", "facts");
            case CUSTODY -> List.of("incident", "at", "kind", "facts");
        };
    }
}

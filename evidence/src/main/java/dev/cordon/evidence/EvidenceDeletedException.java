package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

/** An exhibit's bytes were lawfully given up: there is a tombstone and nothing to read. */
public final class EvidenceDeletedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Tombstone tombstone;

    public EvidenceDeletedException(Tombstone tombstone) {
        super("The bytes of " + requireNonNull(tombstone, "tombstone is null").exhibit() + " cannot be read: "
                + tombstone.text()
                + ". Its digest stays in the custody log; an export that was made before still has the bytes.");
        this.tombstone = tombstone;
    }

    /** What stays of it. */
    public Tombstone tombstone() {
        return tombstone;
    }
}

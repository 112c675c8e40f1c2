package dev.cordon.simulator.graph;

/** How much is known of how the real service behaves here. */
public enum Evidence {
    /** Microsoft documents it; we have not seen it. */
    DOCUMENTED("documented"),
    /** Somebody published a capture of the real service. */
    CAPTURED("live capture, published by others"),
    /** Widely used tools rely on it. */
    IN_THE_FIELD("relied on by published tools"),
    /** From general knowledge; to be verified before relying on it. */
    FROM_MEMORY("from memory, unverified");

    private final String text;

    Evidence(String text) {
        this.text = text;
    }

    /** As {@code COVERAGE.md} says it. */
    public String text() {
        return text;
    }
}

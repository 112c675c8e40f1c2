package dev.cordon.procedure.engine;

import dev.cordon.procedure.ItemKey;
import java.util.List;
import java.util.stream.Collectors;

/** An effect was refused before it was tried, because something it destroys has no sealed copy. Nothing was changed. */
public final class GateClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String effect;

    public GateClosedException(String effect, List<ItemKey> missing, String why) {
        super(missing.stream().map(item -> item.kind() + " " + item.id()).collect(Collectors.joining(", ")) + ": " + why
                + ". Nothing was changed; capture it first.");
        this.effect = effect;
    }

    /** The key of the effect. */
    public String effect() {
        return effect;
    }
}

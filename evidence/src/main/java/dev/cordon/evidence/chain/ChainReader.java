package dev.cordon.evidence.chain;

import java.util.function.Consumer;

/** Reads both chains as they are stored, so that they can be handed on and hashed again elsewhere. Safe for many threads. */
public interface ChainReader {
    /** Hands out every entry of the journal and then every entry of the custody log, each in order, as they were at one moment. */
    void readAll(Consumer<ChainRecord> each);
}

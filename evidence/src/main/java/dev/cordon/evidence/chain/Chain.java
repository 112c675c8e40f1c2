package dev.cordon.evidence.chain;

/** The two chains of a store. The name is part of every hash, so that an entry cannot be moved from one chain to the other. */
public enum Chain {
    JOURNAL,
    CUSTODY
}

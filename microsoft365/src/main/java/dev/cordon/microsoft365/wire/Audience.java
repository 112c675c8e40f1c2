package dev.cordon.microsoft365.wire;

/** The services that ask for tokens of their own. */
public enum Audience {
    GRAPH,
    EXCHANGE
}

package dev.cordon.microsoft365.wire;

/** The services that ask for tokens of their own. */
public enum Audience {
    GRAPH,
    EXCHANGE,
    /** Microsoft Purview: the searches and purges of Security & Compliance. */
    COMPLIANCE
}

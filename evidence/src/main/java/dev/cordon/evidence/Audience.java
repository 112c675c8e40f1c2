package dev.cordon.evidence;

/** For whom evidence is handed out. What each of them does not get is decided in docs/decisions/0021. */
public enum Audience {
    /** Everything the incident has. */
    FULL,
    /** The managed security operations centre: what is technical. */
    SOC,
    /** Counsel or the data protection officer: what was done and decided, without the content of mail. */
    LEGAL,
    /** The police: what was collected, without the responder's own words. */
    POLICE
}

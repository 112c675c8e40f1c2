package dev.cordon.incident;

/** The procedures' occasions, spelled as the commands spell them ({@link Word#of}). */
public enum IncidentType {
    COMPROMISED_ACCOUNT,
    PHISHING_CLICK,
    BEC,
    /** No response: evidence that an administrator brought by hand, perhaps of a tenant that nobody connected (docs/decisions/0022). */
    IMPORTED_EVIDENCE
}

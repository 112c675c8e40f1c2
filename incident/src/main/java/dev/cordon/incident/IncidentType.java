package dev.cordon.incident;

/** The procedures' occasions, spelled as the commands spell them ({@link Word#of}). */
public enum IncidentType {
    COMPROMISED_ACCOUNT,
    PHISHING_CLICK,
    BEC
}

package dev.cordon.incident;

/** What made somebody look: decides which response target applies. */
public enum DetectionSource {
    MONDAY_REVIEW,
    HIGH_SEVERITY_NOTIFICATION,
    USER_REPORT,
    ALERT,
    MANAGED_SOC,
    ATTACK_DISRUPTION,
    OTHER,
    NOT_SAID
}

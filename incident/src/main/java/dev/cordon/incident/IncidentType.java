package dev.cordon.incident;

/** The procedures' occasions, spelled as the commands spell them ({@link Word#of}). */
public enum IncidentType {
    COMPROMISED_ACCOUNT,
    PHISHING_CLICK,
    BEC,
    /** No response: evidence that an administrator brought by hand, perhaps of a tenant that nobody connected (docs/decisions/0022). */
    IMPORTED_EVIDENCE;

    /** As people say it: {@code compromised account}. */
    public String inWords() {
        return switch (this) {
            case COMPROMISED_ACCOUNT -> "compromised account";
            case PHISHING_CLICK -> "phishing click";
            case BEC -> "business email compromise";
            case IMPORTED_EVIDENCE -> "imported evidence";
        };
    }
}

package dev.cordon.investigation.phishing;

import java.util.Locale;

/** What became of one copy of a mail. */
public enum Fate {
    /** In the mailbox, where its owner looks. */
    DELIVERED,
    /** Taken for spam; by what the organisation has set, it may lie in the junk folder. */
    JUNKED,
    /** On its way. */
    PENDING,
    UNKNOWN,
    /** Held where the recipient does not see it. */
    QUARANTINED,
    /** Delivered and taken away again, by Microsoft or by a person. */
    REMOVED,
    /** Never arrived. */
    FAILED;

    /** What the word of the message trace stands for; a mail that was only divided among the members of a group is {@link #UNKNOWN}. */
    public static Fate ofTrace(String status) {
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "delivered", "resolved" -> DELIVERED;
            case "filteredasspam" -> JUNKED;
            case "quarantined" -> QUARANTINED;
            case "failed" -> FAILED;
            case "pending", "none", "gettingstatus" -> PENDING;
            default -> UNKNOWN;
        };
    }

    /** What the words of the hunting table {@code EmailEvents} stand for. */
    public static Fate ofHunting(String deliveryAction, String deliveryLocation) {
        String location = deliveryLocation.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        if (location.startsWith("quarantine")) {
            return QUARANTINED;
        }
        return switch (deliveryAction.strip().toLowerCase(Locale.ROOT)) {
            case "delivered", "deliveredasspam" -> location.startsWith("junk") ? JUNKED : DELIVERED;
            case "junked" -> JUNKED;
            case "replaced" -> DELIVERED;
            case "blocked" ->
                location.startsWith("fail") || location.startsWith("drop") || location.isEmpty() ? FAILED : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    /** Whether a filter kept it from the inbox. */
    public boolean isFiltered() {
        return this == JUNKED || this == QUARANTINED;
    }

    /** Whether a copy may lie in the mailbox, so that it is to be taken out. */
    public boolean mayLieInMailbox() {
        return switch (this) {
            case DELIVERED, JUNKED, PENDING, UNKNOWN -> true;
            case QUARANTINED, REMOVED, FAILED -> false;
        };
    }
}

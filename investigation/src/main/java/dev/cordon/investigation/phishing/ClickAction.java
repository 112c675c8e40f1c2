package dev.cordon.investigation.phishing;

import dev.cordon.tenant.SafeLinksReport;
import java.util.Locale;

/** What Safe Links did with a click, whichever source tells it. */
public enum ClickAction {
    /** The page was let through, or clicked on in spite of the warning. */
    LET_THROUGH,
    /** The warning was shown, and the user went on. */
    WENT_ON,
    /** The warning was shown and nothing more. */
    BLOCKED,
    /** Microsoft's word says both that it was blocked and that it was clicked: only the user knows. */
    BLOCKED_PERHAPS_WENT_ON,
    /** No verdict yet. */
    PENDING,
    /** A page of an error came, or a word that is not known. */
    NOT_SAID;

    /** What the word of the Safe Links report stands for. */
    static ClickAction of(SafeLinksReport.Action action) {
        return switch (action) {
            case ALLOWED, TENANT_ALLOWED, CLICKED_DURING_SCAN -> LET_THROUGH;
            case TENANT_BLOCKED_AND_CLICKED_THROUGH -> WENT_ON;
            case BLOCKED, TENANT_BLOCKED -> BLOCKED;
            case CLICKED_EVEN_BLOCKED -> BLOCKED_PERHAPS_WENT_ON;
            case SCANNING -> PENDING;
            case OTHER -> NOT_SAID;
        };
    }

    /** What the word of the hunting table stands for; {@code clickedThrough} is its {@code IsClickedThrough}. */
    static ClickAction ofHunting(String actionType, boolean clickedThrough) {
        if (clickedThrough) {
            return WENT_ON;
        }
        return switch (actionType.strip().toLowerCase(Locale.ROOT)) {
            case "clickallowed" -> LET_THROUGH;
            case "clickblocked", "clickblockedbytenantpolicy" -> BLOCKED;
            case "urlscaninprogress" -> PENDING;
            default -> NOT_SAID;
        };
    }

    /** Whether the page was reached. */
    public boolean isReached() {
        return this == LET_THROUGH || this == WENT_ON;
    }

    /** Whether Safe Links held something against the link. */
    public boolean isWarned() {
        return this == WENT_ON || this == BLOCKED || this == BLOCKED_PERHAPS_WENT_ON;
    }
}

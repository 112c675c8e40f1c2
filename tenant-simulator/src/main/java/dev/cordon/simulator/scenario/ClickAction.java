package dev.cordon.simulator.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Safe Links did with a click, in the words of {@code Get-SafeLinksDetailReport} (X24). */
public enum ClickAction {
    ALLOWED("Allowed", 0, true),
    BLOCKED("Blocked", 1, false),
    CLICKED_EVEN_BLOCKED("ClickedEvenBlocked", 2, true),
    CLICKED_DURING_SCAN("ClickedDuringScan", 3, true),
    SCANNING("Scanning", 4, false),
    TENANT_ALLOWED("TenantAllowed", 5, true),
    TENANT_BLOCKED("TenantBlocked", 6, false),
    TENANT_BLOCKED_AND_CLICKED_THROUGH("TenantBlockedAndClickedThrough", 7, true);

    private final String word;
    private final int flag;
    private final boolean through;

    ClickAction(String word, int flag, boolean through) {
        this.word = word;
        this.flag = flag;
        this.through = through;
    }

    static Optional<ClickAction> find(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ClickAction::word).toList();
    }

    /** Microsoft's word, upper and lower case as it is. */
    public String word() {
        return word;
    }

    /** Its number in {@code Flags}; those above 3 are from memory. */
    public int flag() {
        return flag;
    }

    /** Whether the person came to the page. */
    public boolean wentThrough() {
        return through;
    }
}

package dev.cordon.simulator.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the Secure Score of the simulated tenant is made of: Microsoft has many more (E19). */
public enum ScoreControl {
    ADMIN_MFA("AdminMFAV2", "Identity", 10, 10, "Ensure multifactor authentication is enabled for administrators"),
    MFA("MFARegistrationV2", "Identity", 9, 8, "Ensure multifactor authentication is enabled for all users"),
    LEGACY("BlockLegacyAuthentication", "Identity", 8, 8, "Block legacy authentication"),
    CONSENT("IntegratedApps", "Identity", 4, 4, "Do not let users consent to unmanaged applications"),
    ADMINS("OneAdmin", "Identity", 1, 1, "Designate more than one global administrator"),
    SIGN_IN_RISK("SigninRiskPolicy", "Identity", 7, 0, "Protect all users with a sign-in risk policy"),
    AUDIT("exo_mailboxaudit", "Apps", 5, 5, "Turn on auditing"),
    FORWARDING("mdo_blockmailforward", "Apps", 1, 1, "Do not forward mail to the outside"),
    SAFE_LINKS("mdo_safelinksforemail", "Apps", 9, 9, "Safe Links for mail is on"),
    SAFE_ATTACHMENTS("mdo_safeattachments", "Apps", 8, 5, "Safe Attachments is on");

    private final String word;
    private final String category;
    private final int most;
    private final int usual;
    private final String text;

    ScoreControl(String word, String category, int most, int usual, String text) {
        this.word = word;
        this.category = category;
        this.most = most;
        this.usual = usual;
        this.text = text;
    }

    /** The control of Microsoft's name. */
    static Optional<ScoreControl> find(String word) {
        return Arrays.stream(values())
                .filter(control -> control.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ScoreControl::word).toList();
    }

    /** Microsoft's name. */
    public String word() {
        return word;
    }

    /** Microsoft's category. */
    public String category() {
        return category;
    }

    /** The points it can give. */
    public int most() {
        return most;
    }

    /** The points it gives where neither a policy of the scenario nor a named change says otherwise. */
    public int usual() {
        return usual;
    }

    /** What it asks for. */
    public String text() {
        return text;
    }
}

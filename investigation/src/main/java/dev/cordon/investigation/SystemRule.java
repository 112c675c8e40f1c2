package dev.cordon.investigation;

import java.util.Locale;
import java.util.Optional;

/** Rules that Exchange itself keeps in a mailbox. A name alone proves nothing: anybody may call a rule so. */
public enum SystemRule {
    JUNK,
    OUT_OF_OFFICE,
    DELEGATE;

    /** The system rule that is named exactly so, apart from case. */
    public static Optional<SystemRule> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("junk e-mail rule")) {
            return Optional.of(JUNK);
        }
        if (lower.startsWith("microsoft.exchange.oof.")) {
            return Optional.of(OUT_OF_OFFICE);
        }
        return lower.matches("delegate rule -?[0-9]{1,20}") ? Optional.of(DELEGATE) : Optional.empty();
    }

    /** Whether a person in a hurry would take {@code name} for a system rule's. */
    public static boolean resembles(String name) {
        String letters = Words.plain(name).replaceAll("[^\\p{L}]", "");
        return letters.startsWith("junkemailrule")
                || letters.startsWith("microsoftexchange")
                || letters.startsWith("delegaterule")
                || of(name).isPresent();
    }
}

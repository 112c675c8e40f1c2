package dev.cordon.investigation;

import java.util.List;
import java.util.Locale;

/** Reads mail addresses out of the ways Exchange prints recipients. Any text is answered. */
final class Addresses {
    private Addresses() {}

    /** Where {@code recipient} lies, seen from {@code organisation}. */
    static Place placeOf(String recipient, Organisation organisation) {
        String text = recipient.strip();
        String bracketed = inLastBrackets(text);
        if (!bracketed.isEmpty()) {
            text = bracketed;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("ex:") || lower.startsWith("/o=")) {
            return Place.INSIDE;
        }
        if (lower.startsWith("smtp:")) {
            lower = lower.substring("smtp:".length());
        }
        int at = lower.lastIndexOf('@');
        if (at < 0) {
            return Place.UNKNOWN;
        }
        String domain = lower.substring(at + 1).strip();
        return organisation.ownsDomain(domain) ? Place.INSIDE : Place.OUTSIDE;
    }

    static boolean anyOutside(List<String> recipients, Organisation organisation) {
        return recipients.stream().anyMatch(recipient -> placeOf(recipient, organisation) == Place.OUTSIDE);
    }

    /** The text in the last square or angle brackets: the part before it is a display name, which anybody can choose. */
    private static String inLastBrackets(String text) {
        int square = text.lastIndexOf('[');
        if (square >= 0 && text.endsWith("]")) {
            return text.substring(square + 1, text.length() - 1).strip();
        }
        int angle = text.lastIndexOf('<');
        return angle >= 0 && text.endsWith(">")
                ? text.substring(angle + 1, text.length() - 1).strip()
                : "";
    }

    /** Inside or outside the organisation. */
    enum Place {
        INSIDE,
        OUTSIDE,
        UNKNOWN
    }
}

package dev.cordon.investigation;

import java.util.List;
import java.util.Locale;

/** Reads mail addresses out of the ways Exchange prints recipients. Any text is answered. */
public final class Addresses {
    private Addresses() {}

    /** Where {@code recipient} lies, seen from {@code organisation}. */
    static Place placeOf(String recipient, Organisation organisation) {
        String address = withoutName(recipient);
        if (address.indexOf('@') < 0) {
            return isInDirectory(address) ? Place.INSIDE : Place.UNKNOWN;
        }
        return organisation.ownsDomain(domain(recipient)) ? Place.INSIDE : Place.OUTSIDE;
    }

    /** Whether it is the path of an entry of the directory. What has an @ as well is an address that only begins like one. */
    public static boolean isInDirectory(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return (lower.startsWith("ex:") || lower.startsWith("/o=")) && lower.indexOf('@') < 0;
    }

    /** The address by itself in lower case, without the name before it and the word for its kind. */
    public static String bare(String recipient) {
        String address = withoutName(recipient);
        return address.startsWith("smtp:") ? address.substring("smtp:".length()).strip() : address;
    }

    /** The domain of the address in lower case; empty text where there is none. */
    public static String domain(String recipient) {
        String bare = bare(recipient);
        int at = bare.lastIndexOf('@');
        return at < 0 ? "" : bare.substring(at + 1).strip();
    }

    private static String withoutName(String recipient) {
        String text = recipient.strip();
        String bracketed = inLastBrackets(text);
        return (bracketed.isEmpty() ? text : bracketed).toLowerCase(Locale.ROOT);
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

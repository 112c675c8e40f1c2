package dev.cordon.microsoft365.json;

/** IP addresses as logs write them. */
public final class Addresses {
    private Addresses() {}

    /** The address without brackets and port. */
    public static String withoutPort(String text) {
        if (text.startsWith("[") && text.indexOf(']') > 0) {
            return text.substring(1, text.indexOf(']'));
        }
        int colon = text.indexOf(':');
        boolean single = colon > 0 && colon == text.lastIndexOf(':');
        return single ? text.substring(0, colon) : text;
    }
}

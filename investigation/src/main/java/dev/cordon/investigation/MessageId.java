package dev.cordon.investigation;

import java.util.Locale;

/** The id in a mail's header, as it is compared: sources write it with and without brackets, and agree on no case. */
public final class MessageId {
    private MessageId() {}

    /** In lower case, without brackets; empty text where there is none. */
    public static String plain(String written) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        return plain.length() > 1 && plain.startsWith("<") && plain.endsWith(">")
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }
}

package dev.cordon.investigation;

import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import java.util.Locale;

/**
 * The folder that an event of the audit log names: {@code mailbox:\path}, {@code mailbox:id}, or some other text that ends with a path.
 *
 * @param text as the log has it
 */
record NamedFolder(String text) {
    /** What Exchange writes into a path for a slash in a name. */
    private static final char SLASH_IN_A_NAME = '\uF8FF';

    /** How the folder that is named goes with one that is there. */
    enum Fit {
        SAME,
        OTHER,
        /** Named by an id that is written in another way. */
        UNKNOWN,
        /** No folder is named. */
        UNNAMED
    }

    static NamedFolder in(MailboxEvent event) {
        return new NamedFolder(MailboxOrigin.parameter(event, "Identity")
                .orElse(event.object())
                .strip());
    }

    /** How it goes with the folder of that id and path. */
    Fit fit(String id, String path) {
        int colon = text.indexOf(":\\");
        if (colon >= 0) {
            return plain(text.substring(colon + 2)).equals(plain(path)) ? Fit.SAME : Fit.OTHER;
        }
        if (text.indexOf('\\') >= 0) {
            return ("\\" + plain(text)).endsWith("\\" + plain(path)) ? Fit.SAME : Fit.OTHER;
        }
        int last = text.lastIndexOf(':');
        return last < 0 ? Fit.UNNAMED : byId(text.substring(last + 1), id);
    }

    /** Ids of two folders of a mailbox have the same length where they are of the same kind. */
    private static Fit byId(String named, String id) {
        if (named.equals(id)) {
            return Fit.SAME;
        }
        return named.length() == id.length() ? Fit.OTHER : Fit.UNKNOWN;
    }

    /** Separators, and the slashes of names, which the log has as they are, in one form. */
    private static String plain(String path) {
        String one = path.replace(SLASH_IN_A_NAME, '\\').replace('/', '\\').toLowerCase(Locale.ROOT);
        return one.startsWith("\\") ? one.substring(1) : one;
    }
}

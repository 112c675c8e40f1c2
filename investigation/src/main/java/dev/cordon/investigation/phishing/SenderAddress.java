package dev.cordon.investigation.phishing;

import dev.cordon.investigation.Addresses;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a sender as it is compared: whose it is, whatever mail servers and mailing programs wrote around it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5233">RFC 5233, detail behind a plus</a>
 */
public final class SenderAddress {
    /** Sender rewriting: {@code srs0=hash=tt=domain=local@forwarder}. */
    private static final Pattern FORWARDED = Pattern.compile("srs0[=+-][^=@]*=[^=@]*=([^=@]+)=([^@]+)@.+");

    /** Bounce address tag validation: {@code prvs=hash=local@domain}. */
    private static final Pattern TAGGED = Pattern.compile("(?:prvs|btv1)=+[^=@]*=+(?:[^=@]*=+)?([^=@]+@.+)");

    private static final Pattern DETAIL = Pattern.compile("([^+@]+)\\+[^@]*@(.+)");

    private SenderAddress() {}

    /** In lower case, without name, detail, and what servers added; a text that is no address in lower case. */
    public static String normalised(String written) {
        String bare = Addresses.bare(written);
        Matcher forwarded = FORWARDED.matcher(bare);
        if (forwarded.matches()) {
            return withoutDetail(forwarded.group(2) + "@" + forwarded.group(1));
        }
        Matcher tagged = TAGGED.matcher(bare);
        return withoutDetail(tagged.matches() ? tagged.group(1) : bare);
    }

    private static String withoutDetail(String address) {
        Matcher detailed = DETAIL.matcher(address);
        return detailed.matches() ? detailed.group(1) + "@" + detailed.group(2) : address;
    }
}

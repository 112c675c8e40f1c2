package dev.cordon.playbooks.persistence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Changes spelled out as an administrator would send or type them. What the tenant names is quoted, so that no name says more than a name. */
public final class Spelled {
    /** PowerShell ends a quotation at typographic marks too. */
    private static final Pattern MARK = Pattern.compile("['\u2018\u2019\u201a\u201b]");

    private Spelled() {}

    /** A text as one word of a PowerShell command. */
    public static String quoted(String text) {
        return "'" + MARK.matcher(text).replaceAll("$0$0") + "'";
    }

    /** A Graph request: the method, and the path with each part of it that begins with a slash taken as it is, each other one escaped. */
    static String request(String method, String... parts) {
        var request = new StringBuilder(method).append(' ');
        for (String part : parts) {
            request.append(part.startsWith("/") ? part : segment(part));
        }
        return request.toString();
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

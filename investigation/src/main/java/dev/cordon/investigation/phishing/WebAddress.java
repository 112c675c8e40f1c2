package dev.cordon.investigation.phishing;

import dev.cordon.investigation.Quote;
import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the web, taken apart as a browser does it and not as the standard has it: an address that was made to be misread must be read
 * as the victim's browser reads it.
 *
 * @param scheme in lower case
 * @param user what stands before an @ in it; empty text where nothing does
 * @param host in lower case and ASCII where it can be
 * @param port empty text where it has none
 * @param path from its first slash on; empty text where it has none
 * @param query behind the question mark, as it stands
 * @param fragment behind the hash, as it stands
 */
record WebAddress(String scheme, String user, String host, String port, String path, String query, String fragment) {
    private static final int LONGEST_SHOWN = 300;
    private static final Pattern DEFANGED_SCHEME = Pattern.compile("^h(?:xx|\\*\\*|XX)p", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$", Pattern.DOTALL);
    private static final Pattern BARE_HOST =
            Pattern.compile("^[^\\s/\\\\?#:@]+\\.[^\\s/\\\\?#:@]{2,}(?::\\d+)?(?:[/\\\\?#].*)?$", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile("^(.*):(\\d{0,5})$");

    /** A parameter of the query with what it says. */
    record Parameter(String name, String value) {}

    /** As it was meant: without what people put around it or write into it so that it cannot be clicked, and what browsers leave out. */
    static String straightened(String pasted) {
        String text = pasted.strip();
        String unwrapped = text.length() > 1 && text.startsWith("<") && text.endsWith(">")
                ? text.substring(1, text.length() - 1)
                : text;
        String whole = unwrapped
                .replace("[.]", ".")
                .replace("(.)", ".")
                .replace("[:]", ":")
                .replace("[@]", "@")
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        return DEFANGED_SCHEME.matcher(whole).replaceFirst("http");
    }

    /** Takes it apart; empty where it is no address of the web. */
    static Optional<WebAddress> of(String text) {
        String straight = straightened(text);
        Matcher schemed = SCHEME.matcher(straight.startsWith("//") ? "https:" + straight : straight);
        if (BARE_HOST.matcher(straight).matches()) {
            return Optional.of(parted("https", straight));
        }
        if (!schemed.matches()) {
            return Optional.empty();
        }
        String scheme = schemed.group(1).toLowerCase(Locale.ROOT);
        if (!List.of("http", "https", "ftp").contains(scheme)) {
            return Optional.empty();
        }
        WebAddress parted = parted(scheme, schemed.group(2).replaceFirst("^[/\\\\]+", ""));
        return parted.host.isEmpty() ? Optional.empty() : Optional.of(parted);
    }

    private static WebAddress parted(String scheme, String rest) {
        int end = firstOf(rest, "/\\?#");
        String authority = rest.substring(0, end);
        String behind = rest.substring(end);
        int hash = firstOf(behind, "#");
        String fragment = hash < behind.length() ? behind.substring(hash + 1) : "";
        String before = behind.substring(0, hash);
        int mark = firstOf(before, "?");
        int at = authority.lastIndexOf('@');
        Matcher ported = PORT.matcher(authority.substring(at + 1));
        boolean hasPort = ported.matches();
        return new WebAddress(
                scheme,
                at < 0 ? "" : authority.substring(0, at),
                host(hasPort ? ported.group(1) : authority.substring(at + 1)),
                hasPort ? ported.group(2) : "",
                before.substring(0, mark).replace('\\', '/'),
                mark < before.length() ? before.substring(mark + 1) : "",
                fragment);
    }

    private static int firstOf(String text, String characters) {
        for (int at = 0; at < text.length(); at++) {
            if (characters.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return text.length();
    }

    private static String host(String written) {
        String plain = decoded(written).strip().toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        try {
            return IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return plain;
        }
    }

    /** The parameters of the query, in their order, what they say being decoded once. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            // Pasted from the source of a mail, an ampersand is written "&amp;".
            parameters.add(new Parameter(
                    decoded(name).replaceFirst("^amp;", "").toLowerCase(Locale.ROOT),
                    equals < 0 ? "" : decoded(part.substring(equals + 1))));
        }
        return parameters;
    }

    /** What the first parameter of that name says; empty where it has none. */
    Optional<String> parameter(String name) {
        return parameters().stream()
                .filter(parameter ->
                        parameter.name().equals(name) && !parameter.value().isBlank())
                .map(Parameter::value)
                .findFirst();
    }

    /** Whether its host is {@code domain} or lies below it. */
    boolean isWithin(String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    /** Host and path, by which a page is known: what is behind them often names the victim. */
    String page() {
        String trimmed = path.replaceFirst("/+$", "");
        return host + trimmed;
    }

    /** The text with what is written as a percent sign and two digits read as UTF-8; what cannot be read so stays. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int value = text.charAt(at) == '%' ? hexadecimal(text, at + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                at += 3;
            } else {
                int point = text.codePointAt(at);
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(point);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hexadecimal(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Any text so that no program makes a link of it, shortened, with what is invisible in it shown. */
    static String defanged(String text) {
        StringBuilder shown = new StringBuilder();
        int count = 0;
        for (int point : straightened(text).codePoints().toArray()) {
            if (count++ == LONGEST_SHOWN) {
                shown.append('…');
                break;
            }
            shown.append(shown(point));
        }
        return shown.toString()
                .replaceAll("(?i)http(s?):", "hxxp$1[:]")
                .replaceFirst("^([a-zA-Z][a-zA-Z0-9+-]{0,20}):", "$1[:]");
    }

    private static String shown(int point) {
        return switch (point) {
            case '.' -> "[.]";
            case '@' -> "[@]";
            default -> Quote.isVisible(point) ? Character.toString(point) : "[U+%04X]".formatted(point);
        };
    }
}

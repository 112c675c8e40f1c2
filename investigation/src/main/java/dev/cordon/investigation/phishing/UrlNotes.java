package dev.cordon.investigation.phishing;

import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is odd about an address, for whoever must decide what to block. */
final class UrlNotes {
    private static final String LINK = "T1566.002";
    private static final Pattern NUMBER = Pattern.compile("\\[.*]|\\d+(\\.\\d+){3}|0x[0-9a-f]+|\\d{6,}");

    private UrlNotes() {}

    static List<Reason> of(String text) {
        return WebAddress.of(text).map(UrlNotes::of).orElseGet(() -> List.of(noAddress(text)));
    }

    private static Reason noAddress(String text) {
        return note("no-web-address", "It is no address of the web: " + Quote.of(WebAddress.defanged(text)) + ".");
    }

    private static List<Reason> of(WebAddress address) {
        List<Reason> notes = new ArrayList<>();
        handsOnTo(address)
                .forEach(
                        inner -> notes.add(
                                note(
                                        "hands-on",
                                        "It is an address of " + WebAddress.defanged(address.host())
                                                + " that names another one, of "
                                                + WebAddress.defanged(inner.host())
                                                + ": whoever clicks may be handed on there. Block that one; the first may be an innocent redirector.")));
        if (!address.user().isEmpty()) {
            notes.add(note(
                    "pretends-host",
                    "What stands before the @, " + Quote.of(WebAddress.defanged(address.user()))
                            + ", is no host: it leads to " + WebAddress.defanged(address.host()) + "."));
        }
        if (NUMBER.matcher(address.host()).matches()) {
            notes.add(note("host-is-number", "It leads to a number, not to a name."));
        }
        if (address.host().contains("xn--")) {
            notes.add(note(
                    "foreign-letters",
                    "Its host is written with letters of another script, or pretends to be: "
                            + WebAddress.defanged(address.host()) + "."));
        }
        return notes;
    }

    /** The addresses of other hosts that stand in it: where an open redirector sends a visitor on to. */
    static List<WebAddress> handsOnTo(WebAddress address) {
        return Stream.concat(
                        address.parameters().stream().map(WebAddress.Parameter::value),
                        Stream.of(behindSlash(address.path()), WebAddress.decoded(address.fragment())))
                .filter(UrlNotes::isWritten)
                .map(WebAddress::of)
                .flatMap(Optional::stream)
                .filter(inner -> !inner.host().equals(address.host()))
                .distinct()
                .toList();
    }

    /** A bare name in a parameter is a name; only with its scheme is it an address to go to. */
    private static boolean isWritten(String value) {
        return value.strip().matches("(?is)^(https?:|//).*");
    }

    private static String behindSlash(String path) {
        String decoded = WebAddress.decoded(path);
        int at = Math.max(decoded.indexOf("/http:"), decoded.indexOf("/https:"));
        return at < 0 ? "" : decoded.substring(at + 1);
    }

    private static Reason note(String signal, String text) {
        return new Reason(signal, text, Optional.of(LINK));
    }
}

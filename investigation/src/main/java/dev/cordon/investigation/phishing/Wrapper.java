package dev.cordon.investigation.phishing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wrappings that mail filters put around links.
 *
 * @see <a href="https://learn.microsoft.com/defender-office-365/safe-links-about">Safe Links</a>
 */
final class Wrapper {
    private static final List<String> SAFE_LINKS = List.of(
            "safelinks.protection.outlook.com",
            "safelinks.protection.office365.us",
            "safelinks.protection.outlook.cn",
            "safelinks.o365.us");

    private static final String TEAMS = "statics.teams.cdn.office.net";

    private static final List<String> PROOFPOINT =
            List.of("urldefense.proofpoint.com", "urldefense.com", "urldefense.us");
    private static final Pattern PROOFPOINT_3 = Pattern.compile("/v3/__(.+?)__;([^!]*)!", Pattern.DOTALL);
    private static final String LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final List<String> MIMECAST = List.of("mimecast.com", "mimecastprotect.com");

    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly",
            "tinyurl.com",
            "t.co",
            "lnkd.in",
            "ow.ly",
            "is.gd",
            "v.gd",
            "goo.gl",
            "rebrand.ly",
            "cutt.ly",
            "shorturl.at",
            "rb.gy",
            "t.ly",
            "buff.ly",
            "aka.ms",
            "s.id",
            "qrco.de",
            "me-qr.com");

    private Wrapper() {}

    /** What came of opening one wrapping. */
    sealed interface Opening {
        /** An address lies inside. */
        record Inside(String by, String address) implements Opening {}

        /** It is wrapped, and only whoever wrapped it knows what lies inside. */
        record Sealed(String by, String why) implements Opening {}

        /** No wrapping that is known. */
        record NotWrapped() implements Opening {}
    }

    /** Opens the outermost one. */
    static Opening open(String text) {
        Optional<WebAddress> address = WebAddress.of(text);
        return address.isEmpty() ? new Opening.NotWrapped() : open(text, address.get());
    }

    private static Opening open(String text, WebAddress address) {
        if (SAFE_LINKS.stream().anyMatch(address::isWithin)
                || (address.host().equals(TEAMS) && address.path().contains("safelinks"))) {
            return inside("Safe Links", address.parameter("url"));
        }
        if (PROOFPOINT.contains(address.host())) {
            return proofpoint(text, address);
        }
        if (address.isWithin("linkprotect.cudasvc.com")) {
            return inside("Barracuda", address.parameter("a"));
        }
        if (MIMECAST.stream().anyMatch(address::isWithin) && address.path().startsWith("/s/")) {
            return new Opening.Sealed("Mimecast", mimecast(address));
        }
        if (SHORTENERS.contains(address.host()) && address.path().length() > 1) {
            return new Opening.Sealed(
                    "a link shortener",
                    "The address is only the shortener's number for it; where it leads is known there, and asking is a visit.");
        }
        return new Opening.NotWrapped();
    }

    private static String mimecast(WebAddress address) {
        String claimed = address.parameter("domain")
                .map(domain -> " It says that it leads to " + WebAddress.defanged(domain) + ".")
                .orElse("");
        return "Mimecast puts a number for the address into the link and keeps the address: only Mimecast's own"
                + " console can decode it." + claimed;
    }

    private static Opening proofpoint(String text, WebAddress address) {
        if (address.path().startsWith("/v1/")) {
            return inside("Proofpoint", address.parameter("u"));
        }
        if (address.path().startsWith("/v2/")) {
            return inside("Proofpoint", address.parameter("u").map(Wrapper::versionTwo));
        }
        Matcher three = PROOFPOINT_3.matcher(text);
        return three.find()
                ? inside("Proofpoint", versionThree(three.group(1), three.group(2)))
                : inside("Proofpoint", Optional.empty());
    }

    private static Opening inside(String by, Optional<String> address) {
        return address.filter(inner -> WebAddress.of(inner).isPresent())
                .<Opening>map(inner -> new Opening.Inside(by, inner))
                .orElseGet(
                        () -> new Opening.Sealed(
                                by,
                                by
                                        + " wrapped it, and the part that has the address is missing or cut off: paste the whole link."));
    }

    /** A minus stands for a percent sign, a low line for a slash. */
    private static String versionTwo(String written) {
        return WebAddress.decoded(written.replace('-', '%').replace('_', '/'));
    }

    /**
     * A star stands for the next of the characters that are kept apart, two stars and a letter for as many of them as the letter counts. The
     * second slash behind the scheme is lost on the way.
     */
    private static Optional<String> versionThree(String written, String keptApart) {
        Optional<String> kept = base64(keptApart);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        int[] characters = kept.get().codePoints().toArray();
        StringBuilder address = new StringBuilder();
        int next = 0;
        for (int at = 0; at < written.length(); at++) {
            if (written.charAt(at) != '*') {
                address.append(written.charAt(at));
                continue;
            }
            int count = 1;
            if (at + 2 < written.length()
                    && written.charAt(at + 1) == '*'
                    && LENGTHS.indexOf(written.charAt(at + 2)) >= 0) {
                count = LENGTHS.indexOf(written.charAt(at + 2)) + 2;
                at += 2;
            }
            if (next + count > characters.length) {
                return Optional.empty();
            }
            for (int taken = 0; taken < count; taken++) {
                address.appendCodePoint(characters[next++]);
            }
        }
        return Optional.of(address.toString().replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*:/)(?!/)", "$1/"));
    }

    private static Optional<String> base64(String text) {
        try {
            return Optional.of(
                    new String(Base64.getUrlDecoder().decode(text.replaceAll("=+$", "")), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

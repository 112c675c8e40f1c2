package dev.cordon.simulator.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as it may stand in the header of a message (RFC 5322, 2047, 2231), whatever somebody wrote into it. */
final class HeaderText {

    private static final int LONGEST_WORD = 200;
    private static final int LINE = 76;
    /** What base64 makes of these fits, with its frame and the name of the header, into a line. */
    private static final int BYTES_IN_A_WORD = 36;

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,200}@[A-Za-z0-9.-]{1,200}");
    private static final Pattern PLAIN =
            Pattern.compile("[\\x21-\\x7e]{1," + LONGEST_WORD + "}( {1,20}[\\x21-\\x7e]{1," + LONGEST_WORD + "})*+");

    private HeaderText() {}

    /** Text of a header without structure: as it is where that is possible, else as encoded words. */
    static String unstructured(String text) {
        return text.isEmpty() || isPlain(text) ? text : encodedWords(text);
    }

    private static boolean isPlain(String text) {
        return !text.contains("=?") && PLAIN.matcher(text).matches();
    }

    private static String encodedWords(String text) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (bytes(word + Character.toString(sign)).length > BYTES_IN_A_WORD) {
                append(words, word);
            }
            word.appendCodePoint(sign);
        });
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder word) {
        words.append(words.isEmpty() ? "" : " ")
                .append("=?utf-8?B?")
                .append(Base64.getEncoder().encodeToString(bytes(word.toString())))
                .append("?=");
        word.setLength(0);
    }

    /** An address, with the name somebody has, if any. */
    static String mailbox(String name, String address) {
        var inBrackets = "<" + (isAddress(address) ? address : encapsulated(address)) + ">";
        if (name.isBlank()) {
            return inBrackets;
        }
        return isPlain(name)
                ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" " + inBrackets
                : encodedWords(name) + " " + inBrackets;
    }

    /** Whether mail can be addressed to it. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** How Exchange writes what is no address of the Internet's. */
    private static String encapsulated(String address) {
        var local = new StringBuilder("IMCEAINVALID-");
        for (var each : bytes(address)) {
            local.append(isLetterOrDigit(each) ? String.valueOf((char) each) : "+%02X".formatted(each & 0xff));
        }
        return local.substring(0, Math.min(local.length(), LONGEST_WORD)) + "@invalid";
    }

    /** A parameter such as a file name. */
    static String parameter(String name, String value) {
        if (isPlain(value)) {
            return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        var encoded = new StringBuilder();
        for (var each : bytes(value)) {
            encoded.append(
                    isLetterOrDigit(each) || each == '.' || each == '-'
                            ? String.valueOf((char) each)
                            : "%%%02X".formatted(each & 0xff));
        }
        return name + "*=utf-8''" + encoded;
    }

    /** A header as it stands in a message, in lines that are not too long; unfolding them gives the value again. */
    static String line(String name, String value) {
        var folded = new StringBuilder();
        var line = new StringBuilder(name + ":");
        for (var word : value.split("(?<=[^ ])(?= )")) {
            var next = folded.isEmpty() && line.length() == name.length() + 1 ? " " + word : word;
            if (line.length() + next.length() > LINE && line.length() > name.length() + 1) {
                folded.append(line).append("\r\n");
                line.setLength(0);
            }
            line.append(next);
        }
        return folded.append(line).append("\r\n").toString();
    }

    /** For a page of HTML. */
    static String html(String text) {
        return text.codePoints()
                .mapToObj(sign -> switch (sign) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    case '\n' -> "<br>\n";
                    default -> Character.toString(sign);
                })
                .collect(Collectors.joining());
    }

    /** The domain of an address, in small letters. */
    static String domain(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domain.matches("[a-z0-9.-]{1,200}") ? domain : "invalid";
    }

    private static boolean isLetterOrDigit(byte sign) {
        return sign > 0 && Character.isLetterOrDigit(sign);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

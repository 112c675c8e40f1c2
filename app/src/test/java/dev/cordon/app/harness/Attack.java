package dev.cordon.app.harness;

import static dev.cordon.app.harness.Yaml.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the attacker comes from, what the logs show of him, and what he will do. One thread. */
final class Attack {
    static final String ADDRESS = "203.0.113.77";
    private static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36";

    private final Dice dice;
    private final AccountKind account;
    private final String userAgent;
    private final String country;
    private final int beganMinutesAgo;

    Attack(Dice dice, AccountKind account) {
        this.dice = dice;
        this.account = account;
        this.userAgent = dice.chance(70) ? dice.of("axios/1.7.9", "python-requests/2.32.3") : BROWSER;
        this.country = dice.of("RO", "NG", "NL", "RU");
        this.beganMinutesAgo = dice.between(60, 2400);
    }

    /** When something was made after he came in, perhaps so lately that no log shows it yet. */
    String madeSince() {
        return dice.minutesAgo(5, beganMinutesAgo - 15);
    }

    Map<String, Object> from() {
        return map("ip", ADDRESS, "country", country, "userAgent", userAgent);
    }

    /** His sign-ins to that account: the first one, and some that go on with its session. */
    List<Map<String, Object>> signIns(String user) {
        List<Map<String, Object>> signIns = new ArrayList<>();
        signIns.add(signIn(user, beganMinutesAgo, true));
        int more = dice.between(1, 3);
        for (int i = 0; i < more; i++) {
            signIns.add(signIn(user, dice.between(5, beganMinutesAgo - 1), dice.chance(40)));
        }
        return signIns;
    }

    private Map<String, Object> signIn(String user, int minutesAgo, boolean interactive) {
        Map<String, Object> signIn = map(
                "user", user,
                "at", "-PT" + minutesAgo + "M",
                "ip", ADDRESS,
                "country", country,
                "session", sessionOf(user),
                "by", "attacker",
                "userAgent", userAgent,
                "app", interactive ? "OfficeHome" : "Office 365 Exchange Online",
                "interactive", interactive);
        signIn.put("mfa", account.hasMethods());
        return signIn;
    }

    /** The name of the session he stole. */
    static String sessionOf(String user) {
        return "stolen-" + user.replaceAll("[@.].*", "");
    }

    Map<String, Object> heldSession(String user) {
        return map(
                "id",
                sessionOf(user),
                "user",
                user,
                "resources",
                List.of("graph", "exchange"),
                "cae",
                dice.chance(50),
                "mfa",
                account.hasMethods(),
                "issued",
                "-PT" + beganMinutesAgo + "M",
                "accessTokenIssued",
                "-PT" + dice.between(1, 25) + "M",
                "accessTokenLife",
                "PT" + dice.between(60, 90) + "M");
    }

    /** His moves against one account, whose planted things these are. */
    List<Map<String, Object>> moves(String user, List<Map<String, Object>> planted, List<String> methods) {
        List<Map<String, Object>> moves = new ArrayList<>();
        String second = "second-" + user.replaceAll("[@.].*", "");
        moves.add(map("at", "PT20S", "do", "refresh", "session", sessionOf(user), "every", "PT8M", "times", 12));
        boolean signsIn = account != AccountKind.GUEST;
        if (signsIn) {
            List<String> with = new ArrayList<>(List.of("password"));
            with.addAll(methods);
            moves.add(map(
                    "when",
                    "session-revoked",
                    "after",
                    "PT" + dice.between(1, 40) + "S",
                    "do",
                    "sign-in",
                    "user",
                    user,
                    "with",
                    with,
                    "as",
                    second,
                    "every",
                    "PT" + dice.between(5, 30) + "S",
                    "times",
                    dice.between(3, 12)));
        }
        if (signsIn && dice.chance(40)) {
            moves.add(map(
                    "when",
                    "password-reset",
                    "after",
                    "PT20S",
                    "user",
                    user,
                    "do",
                    "refresh",
                    "session",
                    second,
                    "every",
                    "PT30S",
                    "times",
                    4));
        }
        if (account.hasMethods() && dice.chance(30)) {
            moves.add(map(
                    "when",
                    "session-revoked",
                    "user",
                    user,
                    "after",
                    "PT12S",
                    "do",
                    "create",
                    "kind",
                    "authentication-method",
                    "object",
                    map("type", "phone", "phoneNumber", "+7 9005550124", "phoneType", "mobile"),
                    "as",
                    "late-phone-" + second,
                    "session",
                    second,
                    "every",
                    "PT6S",
                    "times",
                    6));
        }
        for (Map<String, Object> thing : planted) {
            if (dice.chance(45)) {
                putsBack(thing).ifPresent(moves::add);
            }
        }
        if (account.hasMailbox() && dice.chance(40)) {
            moves.add(map(
                    "at",
                    "PT2M",
                    "do",
                    "search",
                    "query",
                    "invoice",
                    "session",
                    sessionOf(user),
                    "every",
                    "PT10M",
                    "times",
                    4));
        }
        return moves;
    }

    private Optional<Map<String, Object>> putsBack(Map<String, Object> thing) {
        String id = Yaml.text(thing, "id");
        String happened = switch (Yaml.text(thing, "kind")) {
            case "inbox-rule" -> "rule-deleted";
            case "forwarding" -> "forwarding-cleared";
            case "delegate", "folder-permission" -> "delegate-removed";
            case "consent" -> "consent-deleted";
            case "authentication-method" -> "method-deleted";
            default -> "";
        };
        if (happened.isEmpty()) {
            return Optional.empty();
        }
        boolean late = dice.chance(50);
        return Optional.of(map(
                "when",
                happened,
                "match",
                id,
                "after",
                late ? "PT" + dice.between(15, 50) + "M" : "PT" + dice.between(5, 90) + "S",
                "do",
                "create",
                "like",
                id,
                "session",
                "any-live",
                "every",
                "PT1M",
                "times",
                dice.between(1, 3)));
    }
}

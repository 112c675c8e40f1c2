package dev.cordon.app.harness;

import static dev.cordon.app.harness.Yaml.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes scenarios out of seeds: kinds of account, licences, one to twelve things the attacker has left with legitimate ones beside each,
 * and a plan. The same seed makes the same text. One thread, once.
 */
final class ScenarioGenerator {
    private static final String DOMAIN = "litware.example";
    private static final String FEDERATED_DOMAIN = "works.example";
    private static final String OPERATOR = "it.admin@" + DOMAIN;
    private static final String OPERATORS_PASSWORD = "Pumpe-Nordsee-77";
    private static final List<String> IN_MAILBOX =
            List.of("inbox-rule", "forwarding", "delegate", "folder-permission", "calendar-publishing", "auto-reply");
    private static final List<String> IN_DIRECTORY = List.of("consent", "app-role-assignment", "device");
    private static final List<String> OF_THE_TENANT = List.of("transport-rule", "connector", "remote-domain");
    private static final Set<String> ONLY_ONE =
            Set.of("forwarding", "calendar-publishing", "auto-reply", "role", "remote-domain");

    private static final List<String> EVERY_PERMISSION = List.of(
            "Directory.Read.All",
            "AuditLog.Read.All",
            "Policy.Read.All",
            "User.RevokeSessions.All",
            "User.EnableDisableAccount.All",
            "User-PasswordProfile.ReadWrite.All",
            "UserAuthenticationMethod.Read.All",
            "UserAuthenticationMethod.ReadWrite.All",
            "MailboxSettings.ReadWrite",
            "Mail.ReadBasic.All",
            "DelegatedPermissionGrant.ReadWrite.All",
            "AppRoleAssignment.ReadWrite.All",
            "Application.ReadWrite.All",
            "Device.ReadWrite.All",
            "RoleManagement.Read.Directory",
            "RoleManagement.ReadWrite.Directory",
            "RoleEligibilitySchedule.Read.Directory",
            "RoleEligibilitySchedule.ReadWrite.Directory",
            "IdentityRiskyUser.Read.All",
            "IdentityRiskEvent.Read.All",
            "Exchange.ManageAsApp");

    private final long seed;
    private final Dice dice;
    private final AccountKind account;
    private final Attack attack;
    private final List<String> suspects;
    private final List<String> colleagues;
    private final List<Map<String, Object>> persistence = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> attackersOf = new LinkedHashMap<>();

    private ScenarioGenerator(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.account = kind(seed, dice);
        this.attack = new Attack(dice, account);
        this.suspects = suspects();
        this.colleagues = List.of("bo.lund@" + DOMAIN, "dora.engel@" + DOMAIN, "karin.vogt@" + DOMAIN);
    }

    static GeneratedScenario of(long seed) {
        ScenarioGenerator generator = new ScenarioGenerator(seed);
        return new GeneratedScenario(seed, generator.account, generator.yaml());
    }

    /** Half of them are the usual case; the others take turns, so that a small sample has each. */
    private static AccountKind kind(long seed, Dice dice) {
        AccountKind[] kinds = AccountKind.values();
        AccountKind inTurn = kinds[(int) Math.floorMod(seed, (long) kinds.length)];
        return dice.chance(40) ? AccountKind.MANAGED : inTurn;
    }

    private List<String> suspects() {
        return switch (account) {
            case GUEST -> List.of("anna.berg@partner.example");
            case SHARED_MAILBOX -> List.of("orders@" + DOMAIN);
            case SEVERAL ->
                List.of("anna.berg@" + DOMAIN, "emil.roth@" + DOMAIN, "fay.hill@" + DOMAIN)
                        .subList(0, dice.between(2, 3));
            case FEDERATED -> List.of("anna.berg@" + FEDERATED_DOMAIN);
            case BREAK_GLASS -> List.of("break.glass@" + DOMAIN);
            case OPERATOR -> List.of(OPERATOR);
            case RESOURCE_MAILBOX -> List.of("rhein@" + DOMAIN);
            case MANAGED, ADMINISTRATOR, HASH_SYNC, WRITE_BACK -> List.of("anna.berg@" + DOMAIN);
        };
    }

    private String yaml() {
        suspects.forEach(this::plant);
        StringBuilder yaml = new StringBuilder();
        yaml.append("schema: cordon-scenario/1\nname: generated-" + seed + "\nseed: " + Math.abs(seed) + "\n");
        yaml.append("clock: {start: \"2026-03-09T07:40:00Z\", speed: 240}\n");
        yaml.append("organisation: " + Yaml.flow(organisation()) + "\n");
        yaml.append("operator: " + Yaml.flow(operator()) + "\n");
        yaml.append("application: " + Yaml.flow(application()) + "\n");
        yaml.append("people:\n" + Yaml.block(people(), "  "));
        if (account.hasMailbox()) {
            yaml.append("mailboxes:\n" + Yaml.block(mailboxes(), "  "));
        }
        yaml.append("persistence:\n" + Yaml.block(persistence, "  "));
        yaml.append("history:\n  noise: {days: 10, signInsPerPersonPerDay: 4, mailsPerPersonPerDay: 1}\n");
        yaml.append("  signIns:\n"
                + Yaml.block(
                        suspects.stream()
                                .flatMap(user -> attack.signIns(user).stream())
                                .toList(),
                        "    "));
        yaml.append("delays: " + Yaml.flow(delays()) + "\n");
        yaml.append("throttling: {enabled: " + dice.chance(10) + "}\n");
        return yaml.append(attacker()).toString();
    }

    private Map<String, Object> organisation() {
        String licence = dice.of("E3", "E3", "E3-MDO-P1", "E5");
        return map(
                "name",
                "Litware",
                "domains",
                List.of(
                        map("name", DOMAIN, "default", true, "authentication", "managed"),
                        map("name", FEDERATED_DOMAIN, "default", false, "authentication", "federated")),
                "hybrid",
                switch (account) {
                    case HASH_SYNC -> "hash-sync";
                    case WRITE_BACK -> "write-back";
                    case MANAGED,
                            ADMINISTRATOR,
                            GUEST,
                            SHARED_MAILBOX,
                            SEVERAL,
                            FEDERATED,
                            BREAK_GLASS,
                            OPERATOR,
                            RESOURCE_MAILBOX -> "none";
                },
                "timeZone",
                dice.of("Europe/Berlin", "Europe/Dublin", "America/New_York"),
                "licences",
                List.of(licence),
                "policies",
                map(
                        "continuousAccessEvaluation",
                        dice.chance(70),
                        "temporaryAccessPass",
                        dice.chance(70),
                        "externalForwarding",
                        dice.chance(80),
                        "userConsent",
                        dice.chance(60)),
                "generatedUsers",
                dice.between(4, 15));
    }

    private static Map<String, Object> operator() {
        return map(
                "upn",
                OPERATOR,
                "displayName",
                "Jonas Weber (IT)",
                "password",
                OPERATORS_PASSWORD,
                "roles",
                List.of("Privileged Authentication Administrator", "Exchange Administrator", "Security Administrator"));
    }

    /** Roles can only be taken away with a permission that {@code respond} does not hold. */
    private Map<String, Object> application() {
        return map(
                "permissions",
                account == AccountKind.ADMINISTRATOR ? EVERY_PERMISSION : "respond",
                "roles",
                List.of(
                        "Privileged Authentication Administrator",
                        "Privileged Role Administrator",
                        "Exchange Administrator"));
    }

    private List<Map<String, Object>> people() {
        List<Map<String, Object>> people = new ArrayList<>();
        for (String suspect : suspects) {
            Map<String, Object> person = map(
                    "upn",
                    suspect,
                    "displayName",
                    nameOf(suspect),
                    "department",
                    "Finance",
                    "suspect",
                    true,
                    "password",
                    "Pumpe-Nordsee-" + dice.between(10, 99),
                    "passwordChanged",
                    "-P90D");
            switch (account) {
                case GUEST -> person.put("userType", "guest");
                case SHARED_MAILBOX -> person.put("licensed", false);
                case ADMINISTRATOR ->
                    person.put("roles", List.of(dice.of("Exchange Administrator", "User Administrator")));
                case BREAK_GLASS -> {
                    person.put("licensed", false);
                    person.put("breakGlass", true);
                    person.put("roles", List.of("Global Administrator"));
                }
                case OPERATOR -> person.put("password", OPERATORS_PASSWORD);
                case RESOURCE_MAILBOX -> person.put("licensed", false);
                case MANAGED, HASH_SYNC, WRITE_BACK, SEVERAL, FEDERATED -> {}
            }
            people.add(person);
        }
        colleagues.forEach(colleague -> people.add(map("upn", colleague, "displayName", nameOf(colleague))));
        if (account == AccountKind.BREAK_GLASS) {
            people.add(map(
                    "upn",
                    "break.glass2@" + DOMAIN,
                    "licensed",
                    false,
                    "breakGlass",
                    true,
                    "roles",
                    List.of("Global Administrator")));
        }
        return people;
    }

    private static String nameOf(String upn) {
        StringBuilder name = new StringBuilder();
        for (String part : upn.substring(0, upn.indexOf('@')).split("\\.", -1)) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(part.charAt(0)))
                    .append(part.substring(1));
        }
        return name.toString();
    }

    private List<Map<String, Object>> mailboxes() {
        return suspects.stream()
                .map(suspect -> map(
                        "owner",
                        suspect,
                        "type",
                        mailboxType(),
                        "folders",
                        List.of("Rechnungen", "RSS Feeds"),
                        "messages",
                        30))
                .toList();
    }

    private String mailboxType() {
        return switch (account) {
            case SHARED_MAILBOX -> "shared";
            case RESOURCE_MAILBOX -> dice.of("room", "equipment");
            case MANAGED, ADMINISTRATOR, HASH_SYNC, WRITE_BACK, GUEST, SEVERAL, FEDERATED, BREAK_GLASS, OPERATOR ->
                "user";
        };
    }

    private void plant(String suspect) {
        Things things = new Things(dice, suspect, colleagues);
        List<Map<String, Object>> his = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        int wanted = dice.between(1, account == AccountKind.SEVERAL ? 5 : 12);
        List<String> kinds = kinds(suspect);
        for (int i = 0; i < wanted; i++) {
            String kind = dice.of(kinds);
            int n = counts.merge(kind, 1, Integer::sum) - 1;
            if (n < most(kind)) {
                his.add(attackers(things, suspect, kind, n));
            }
        }
        Set<String> withTwins = new LinkedHashSet<>(counts.keySet());
        if (account.hasMethods()) {
            withTwins.add("authentication-method");
        }
        withTwins.addAll(List.of(dice.of(kinds), dice.of(kinds)));
        for (String kind : withTwins) {
            for (Map<String, Object> thing : things.legitimate(account, kind)) {
                persistence.add(named("own-" + persistence.size(), thing));
            }
        }
        attackersOf.put(suspect, his);
        persistence.addAll(his);
    }

    /** What can be there, the likelier the oftener. */
    private List<String> kinds(String suspect) {
        List<String> kinds = new ArrayList<>(IN_DIRECTORY);
        if (account.hasMailbox()) {
            kinds.addAll(IN_MAILBOX);
            kinds.addAll(List.of("inbox-rule", "inbox-rule"));
        }
        if (account.hasMethods()) {
            kinds.addAll(List.of("authentication-method", "authentication-method"));
        }
        if (account == AccountKind.ADMINISTRATOR && suspect.equals(suspects.getFirst())) {
            kinds.addAll(OF_THE_TENANT);
            kinds.add("role");
        }
        if (account == AccountKind.GUEST) {
            kinds.remove("device");
        }
        return kinds;
    }

    private static int most(String kind) {
        return switch (kind) {
            case "inbox-rule" -> 5;
            case "authentication-method" -> 6;
            case "folder-permission", "app-role-assignment", "device" -> 2;
            default -> ONLY_ONE.contains(kind) ? 1 : 3;
        };
    }

    private Map<String, Object> attackers(Things things, String suspect, String kind, int n) {
        Map<String, Object> object = things.attackers(kind, n);
        Map<String, Object> thing = map("kind", kind);
        if (!OF_THE_TENANT.contains(kind)) {
            thing.put("owner", suspect);
        }
        thing.put("by", "attacker");
        thing.put("created", attack.madeSince());
        if (kind.equals("inbox-rule") && !object.containsKey("sweep") && dice.chance(35)) {
            thing.put("hidden", true);
        }
        thing.put("object", object);
        return named("evil-" + suspect.replaceAll("[@.].*", "") + "-" + kind + "-" + n, thing);
    }

    private static Map<String, Object> named(String id, Map<String, Object> thing) {
        Map<String, Object> named = map("id", id);
        named.putAll(thing);
        return named;
    }

    private Map<String, Object> delays() {
        return map(
                "latency",
                "PT0S",
                "revokeVisible",
                map("min", "PT0S", "max", "PT" + dice.between(1, 40) + "S"),
                "replication",
                map("min", "PT0S", "max", "PT" + dice.between(1, 20) + "S"));
    }

    private String attacker() {
        List<Map<String, Object>> moves = new ArrayList<>();
        List<String> methods = new ArrayList<>();
        attackersOf.forEach((user, his) -> {
            List<String> own = his.stream()
                    .filter(thing -> Yaml.text(thing, "kind").equals("authentication-method"))
                    .map(thing -> Yaml.text(thing, "id"))
                    .toList();
            methods.addAll(own);
            moves.addAll(attack.moves(user, his, own));
        });
        boolean knows = account != AccountKind.GUEST && dice.chance(85);
        return "attacker:\n  from: [" + Yaml.flow(attack.from()) + "]\n"
                + (knows
                        ? "  knows:\n"
                                + Yaml.block(
                                        suspects.stream()
                                                .map(user -> map("user", user, "password", true))
                                                .toList(),
                                        "    ")
                        : "")
                + "  holds:\n    sessions:\n"
                + Yaml.block(suspects.stream().map(attack::heldSession).toList(), "      ")
                + "    methods: " + Yaml.flow(methods) + "\n"
                + "  plan:\n" + Yaml.block(moves, "    ");
    }
}

package dev.cordon.app.harness;

import static dev.cordon.app.harness.Yaml.map;

import dev.cordon.testing.HostileStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be planted, of every kind: the attacker's, and beside it the legitimate thing that looks like it. One thread. */
final class Things {
    private static final String OUTSIDE = "ledger@litware-pumps.example";
    private static final List<String> NAMES = List.of(".", "..", ",", "Invoices", "Junk E-mail Rule", "RSS");
    private static final List<String> HOSTILE =
            HostileStrings.all().stream().filter(Things::canBeAName).toList();

    private final Dice dice;
    private final String owner;
    private final List<String> colleagues;

    /** Whether the attacker's forwarding leaves the mailbox's other address to its owner. */
    private boolean leavesRecipient;

    /** Things in the account of {@code owner}, whose colleagues are at least three: the first is trusted, the second an accomplice. */
    Things(Dice dice, String owner, List<String> colleagues) {
        this.dice = dice;
        this.owner = owner;
        this.colleagues = List.copyOf(colleagues);
    }

    /** A text that a name field takes: what is cut off or refused on the way in tests nothing here. */
    private static boolean canBeAName(String text) {
        return text.length() <= 60
                && !text.isBlank()
                && text.chars().noneMatch(character -> character == 0 || Character.isSurrogate((char) character));
    }

    /** The attacker's object of that kind; the {@code n}th of it. */
    Map<String, Object> attackers(String kind, int n) {
        return switch (kind) {
            case "inbox-rule" -> rule(n);
            case "forwarding" -> forwarding();
            case "delegate" -> map("User", colleagues.get(1), "AccessRights", List.of(right(n)));
            case "folder-permission" ->
                n == 0
                        ? map("Folder", "Inbox", "User", "Default", "AccessRights", List.of("Reviewer"))
                        : map("Folder", "Rechnungen", "User", colleagues.get(1), "AccessRights", List.of("Editor"));
            case "calendar-publishing" ->
                map("PublishEnabled", true, "DetailLevel", "FullDetails", "SearchableUrlEnabled", dice.chance(50));
            case "authentication-method" -> method(n);
            case "consent" -> consent(n);
            case "app-role-assignment" -> map("app", map("displayName", "Outlook Mail Helper " + n));
            case "device" -> device(n);
            case "auto-reply" ->
                map(
                        "status",
                        "alwaysEnabled",
                        "externalAudience",
                        "all",
                        "externalReplyMessage",
                        "Our bank details have changed. Please ask " + OUTSIDE + ".");
            case "role" -> map("role", "Helpdesk Administrator");
            case "transport-rule" ->
                map(
                        "Name",
                        "Microsoft Archive" + n,
                        "SubjectOrBodyContainsWords",
                        List.of("invoice", "IBAN"),
                        "BlindCopyTo",
                        List.of(OUTSIDE));
            case "connector" ->
                map(
                        "Name",
                        "Exchange Online Protection" + n,
                        "direction",
                        "inbound",
                        "ConnectorType",
                        "Partner",
                        "SenderDomains",
                        List.of("*"),
                        "SenderIPAddresses",
                        List.of(Attack.ADDRESS));
            case "remote-domain" ->
                map("Name", "pumps" + n, "DomainName", "litware-pumps.example", "AutoForwardEnabled", true);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String right(int n) {
        return List.of("FullAccess", "SendAs", "SendOnBehalf").get(n % 3);
    }

    private Map<String, Object> rule(int n) {
        String name = n > 0 && dice.chance(40) ? dice.of(HOSTILE) : NAMES.get((n + dice.between(0, 5)) % NAMES.size());
        return switch (dice.between(0, 4)) {
            case 0 ->
                map(
                        "displayName",
                        name,
                        "conditions",
                        map("bodyOrSubjectContains", List.of("IBAN", "payment")),
                        "actions",
                        map("moveToFolder", "RSS Feeds", "markAsRead", true, "stopProcessingRules", true));
            case 1 ->
                map(
                        "displayName",
                        name,
                        "conditions",
                        map("subjectContains", List.of("phishing", "hacked", "invoice")),
                        "actions",
                        map("delete", true, "markAsRead", true));
            case 2 -> map("displayName", name, "actions", map("redirectTo", List.of(OUTSIDE)));
            case 3 ->
                map(
                        "displayName",
                        name,
                        "conditions",
                        map("subjectContains", List.of("invoice")),
                        "actions",
                        map("forwardTo", List.of(OUTSIDE), "delete", true));
            default ->
                map(
                        "sweep",
                        map("Name", name, "Sender", "alerts@hausbank.example", "DestinationFolder", "Deleted Items"));
        };
    }

    private Map<String, Object> forwarding() {
        boolean toOutside = dice.chance(75);
        boolean keepsCopy = !toOutside || dice.chance(80);
        leavesRecipient = toOutside && keepsCopy;
        return toOutside
                ? map("ForwardingSmtpAddress", "smtp:" + OUTSIDE, "DeliverToMailboxAndForward", keepsCopy)
                : map("ForwardingAddress", colleagues.get(1), "DeliverToMailboxAndForward", true);
    }

    private Map<String, Object> method(int n) {
        return switch (n % 6) {
            case 0 -> map("type", "softwareOath");
            case 1 -> map("type", "microsoftAuthenticator", "displayName", dice.of("SM-G991B", "iPhone 15", "Pixel 8"));
            case 2 -> map("type", "phone", "phoneNumber", "+7 9005550123", "phoneType", "alternateMobile");
            case 3 -> map("type", "email", "emailAddress", "drop@mailbox.example");
            case 4 -> map("type", "fido2", "displayName", "Passkey", "passkeyType", "synced");
            default -> map("type", "temporaryAccessPass", "lifetimeInMinutes", 2880, "isUsableOnce", false);
        };
    }

    private Map<String, Object> consent(int n) {
        return map(
                "app",
                map("displayName", dice.of("Outlook Mail Helper ", "File Sync Pro ", "PDF Viewer ") + n),
                "scope",
                dice.of(
                        "Mail.ReadWrite Mail.Send offline_access",
                        "Mail.Read MailboxSettings.ReadWrite offline_access",
                        "Files.Read.All offline_access"));
    }

    private Map<String, Object> device(int n) {
        return n % 2 == 0
                ? map(
                        "displayName",
                        "DESKTOP-7Q2K9V" + n,
                        "operatingSystem",
                        "Windows",
                        "operatingSystemVersion",
                        dice.of("10.0.19045.2006", "10.0.26100.3194"),
                        "trustType",
                        "Workplace",
                        "isCompliant",
                        false,
                        "isManaged",
                        false)
                : map(
                        "mobile",
                        true,
                        "displayName",
                        "iPhone",
                        "deviceType",
                        "iPhone",
                        "deviceUserAgent",
                        "Apple-iPhone14C2/2201.51");
    }

    /** What the owner and his colleagues have had for long, one for each kind that is planted, and some of what every account has. */
    List<Map<String, Object>> legitimate(AccountKind account, String kind) {
        List<Map<String, Object>> things = new ArrayList<>();
        switch (kind) {
            case "inbox-rule" -> {
                add(things, kind, owner, ownRule());
                if (dice.chance(30)) {
                    add(
                            things,
                            kind,
                            owner,
                            map(
                                    "displayName",
                                    "Play a sound",
                                    "clientOnly",
                                    true,
                                    "actions",
                                    map("assignCategories", List.of("Blue"))));
                }
                if (dice.chance(40)) {
                    add(
                            things,
                            kind,
                            owner,
                            map(
                                    "sweep",
                                    map(
                                            "Name",
                                            "Newsletter",
                                            "Sender",
                                            "news@press.example",
                                            "DestinationFolder",
                                            "Archive",
                                            "KeepForDays",
                                            10)));
                }
            }
            case "forwarding" -> {
                Map<String, Object> own =
                        map("ForwardingAddress", colleagues.get(2), "DeliverToMailboxAndForward", true);
                add(things, kind, colleagues.get(0), own);
                if (leavesRecipient) {
                    add(things, kind, owner, own);
                }
            }
            case "delegate" ->
                add(
                        things,
                        kind,
                        owner,
                        map(
                                "User",
                                colleagues.get(0),
                                "AccessRights",
                                List.of(dice.of("FullAccess", "SendAs", "SendOnBehalf"))));
            case "folder-permission" ->
                add(
                        things,
                        kind,
                        owner,
                        map("Folder", "Calendar", "User", colleagues.get(0), "AccessRights", List.of("Reviewer")));
            case "calendar-publishing" ->
                add(things, kind, colleagues.get(2), map("PublishEnabled", true, "DetailLevel", "AvailabilityOnly"));
            case "authentication-method" -> {
                if (account.hasMethods()) {
                    add(
                            things,
                            kind,
                            owner,
                            map("type", "microsoftAuthenticator", "displayName", "iPhone 15", "default", true));
                    if (dice.chance(50)) {
                        add(
                                things,
                                kind,
                                owner,
                                map("type", "phone", "phoneNumber", "+49 1715550114", "phoneType", "mobile"));
                    }
                    if (dice.chance(30)) {
                        add(
                                things,
                                kind,
                                owner,
                                map("type", "fido2", "displayName", "Blue key", "model", "Security Key NFC"));
                    }
                }
            }
            case "consent" ->
                add(
                        things,
                        kind,
                        owner,
                        map(
                                "app",
                                map(
                                        "displayName",
                                        "SignatureSync",
                                        "publisherName",
                                        "SignatureSync Ltd",
                                        "verifiedPublisher",
                                        "SignatureSync Ltd"),
                                "scope",
                                "openid profile User.Read"));
            case "app-role-assignment" -> add(things, kind, owner, map("app", map("displayName", "SignatureSync")));
            case "device" -> {
                add(
                        things,
                        kind,
                        owner,
                        map(
                                "displayName",
                                "LIT-LT-0114",
                                "operatingSystem",
                                "Windows",
                                "operatingSystemVersion",
                                "10.0.26100.3194",
                                "trustType",
                                "AzureAd",
                                "isCompliant",
                                true,
                                "isManaged",
                                true));
                if (account.hasMailbox() && dice.chance(40)) {
                    add(
                            things,
                            kind,
                            owner,
                            map(
                                    "mobile",
                                    true,
                                    "displayName",
                                    "iPhone",
                                    "deviceType",
                                    "iPhone",
                                    "deviceUserAgent",
                                    "Apple-iPhone12C1/2001.50"));
                }
            }
            case "auto-reply" ->
                add(
                        things,
                        kind,
                        colleagues.get(0),
                        map(
                                "status",
                                "alwaysEnabled",
                                "externalAudience",
                                "all",
                                "externalReplyMessage",
                                "I am on leave until Monday."));
            case "role" -> add(things, kind, colleagues.get(2), map("role", "Reports Reader"));
            case "transport-rule" ->
                add(
                        things,
                        kind,
                        "",
                        map("Name", "Disclaimer", "FromScope", "InOrganization", "SentToScope", "NotInOrganization"));
            case "connector" ->
                add(
                        things,
                        kind,
                        "",
                        map(
                                "Name",
                                "Scanner",
                                "direction",
                                "inbound",
                                "ConnectorType",
                                "OnPremises",
                                "SenderIPAddresses",
                                List.of("192.0.2.20")));
            case "remote-domain" ->
                add(
                        things,
                        kind,
                        "",
                        map("Name", "Parent company", "DomainName", "parent.example", "AutoForwardEnabled", true));
            default -> throw new IllegalArgumentException(kind);
        }
        return things;
    }

    private Map<String, Object> ownRule() {
        return switch (dice.between(0, 3)) {
            case 0 ->
                map(
                        "displayName",
                        "Invoices",
                        "conditions",
                        map("subjectContains", List.of("invoice")),
                        "actions",
                        map("moveToFolder", "Rechnungen"));
            case 1 ->
                map(
                        "displayName",
                        "Newsletters",
                        "conditions",
                        map("senderContains", List.of("newsletter")),
                        "actions",
                        map("moveToFolder", "Archive"));
            case 2 ->
                map(
                        "displayName",
                        dice.of(HOSTILE),
                        "conditions",
                        map("fromAddresses", List.of(colleagues.get(0))),
                        "actions",
                        map("assignCategories", List.of("Team")));
            default ->
                map(
                        "displayName",
                        "Backup of invoices",
                        "conditions",
                        map("subjectContains", List.of("invoice")),
                        "actions",
                        map("copyToFolder", "Rechnungen"));
        };
    }

    private void add(List<Map<String, Object>> things, String kind, String whose, Map<String, Object> object) {
        Map<String, Object> thing = map("kind", kind);
        if (!whose.isEmpty()) {
            thing.put("owner", whose);
        }
        thing.put("by", "legitimate");
        thing.put("created", dice.daysAgo(60, 500));
        thing.put("object", object);
        things.add(thing);
    }
}

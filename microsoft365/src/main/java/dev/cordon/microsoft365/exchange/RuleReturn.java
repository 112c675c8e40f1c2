package dev.cordon.microsoft365.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.exchange.ExchangeRules.Listed;
import dev.cordon.microsoft365.exchange.Folders.Folder;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives inbox and sweep rules back through Exchange. A hidden rule comes back visible, and client-only rules are dropped, as by every edit
 * here.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/new-inboxrule">New-InboxRule</a>
 */
public record RuleReturn(ExchangeClient exchange) {
    private static final String RULES = "Get-InboxRule";
    private static final String SWEEPS = "Get-SweepRule";
    private static final String ENABLED = "Enabled";
    private static final String SWEEP = "sweep";
    private static final Map<String, String> DISABLED =
            new Fields().with(ENABLED, false).map();
    private static final Pattern RECIPIENT = Pattern.compile("^\"?(.*?)\"?\\s*\\[(SMTP|EX):([^\\]]+)\\]$");
    private static final Set<String> RECIPIENTS = Set.of(
            "ForwardTo", "ForwardAsAttachmentTo", "RedirectTo", "From", "SentTo", "ExceptIfFrom", "ExceptIfSentTo");

    /** What else says nothing about what the rule does, or cannot be set. */
    private static final Set<String> NOT_SETTABLE =
            Set.of("ObjectClass", "Id", "Guid", "RuleId", "WhenCreated", "WhenChanged", "Provider");

    /**
     * A rule as it was kept.
     *
     * @param listed the rule as it is listed
     * @param former the rule field by field
     */
    public record Kept(Listed listed, Former former) {}

    /** Whether the answers to this question show rules. */
    public boolean reads(String request) {
        return Sheet.isOf(request, RULES) || Sheet.isOf(request, SWEEPS);
    }

    /** The server rules that these answers show. */
    public List<Kept> readRules(List<SealedAnswer> answers) {
        return Sheet.rows(answers, RULES).stream().map(RuleReturn::rule).toList();
    }

    /** The sweep rules that these answers show. */
    public List<Former> readSweeps(List<SealedAnswer> answers) {
        return Sheet.rows(answers, SWEEPS).stream().map(RuleReturn::sweep).toList();
    }

    private static Kept rule(JsonItem row) {
        Listed listed = ExchangeRules.inboxRule(row);
        Map<String, String> others = new Fields()
                .with("id", listed.rule().id())
                .with("sequence", row.object().get("Priority"))
                .map();
        Former former = Former.of(listed.rule().id(), "rule " + listed.rule().name(), settable(row), others);
        return new Kept(listed, former.whenDisabled(DISABLED));
    }

    private static Former sweep(JsonItem row) {
        String id = ExchangeRules.sweepRule(row).id();
        return Former.of(
                        id,
                        SWEEP + " " + row.textOrEmpty("Name"),
                        settable(row),
                        new Fields().with("id", id).map())
                .whenDisabled(DISABLED)
                .withMeans(Map.of(SWEEP, "true"));
    }

    /** Every member that is set: one that is false or empty is as good as absent. */
    private static Map<String, String> settable(JsonItem row) {
        Fields fields = new Fields();
        for (String name : row.object().keySet()) {
            JsonElement value = comparable(name, row.object().get(name));
            String text = Fields.text(value);
            boolean isSet = !text.equals("null") && !text.equals("false");
            if (isSet && !NOT_SETTABLE.contains(name) && !RuleText.isOfTheService(name)) {
                fields.with(name, value);
            }
        }
        return fields.with("Name", row.textOrEmpty("Name"))
                .with(ENABLED, Rows.isTrue(row, ENABLED))
                .map();
    }

    /** Recipients are printed with a name that may change; the address is what counts. Of a folder the name is printed, or its whole path. */
    private static JsonElement comparable(String name, JsonElement value) {
        if (RECIPIENTS.contains(name) && value instanceof JsonArray recipients) {
            JsonArray addresses = new JsonArray();
            recipients.forEach(recipient -> addresses.add(address(recipient)));
            return addresses;
        }
        if (isFolder(name) && value instanceof JsonPrimitive printed) {
            return new JsonPrimitive(leaf(printed.getAsString()));
        }
        return value;
    }

    private static String address(JsonElement recipient) {
        if (!(recipient instanceof JsonPrimitive text)) {
            return recipient.toString();
        }
        Matcher matcher = RECIPIENT.matcher(text.getAsString());
        return matcher.matches()
                ? (matcher.group(2).equals("SMTP") ? matcher.group(3).toLowerCase(Locale.ROOT) : matcher.group(3))
                : text.getAsString();
    }

    private static boolean isFolder(String name) {
        return name.endsWith("ToFolder") || name.equals("DestinationFolder") || name.equals("SourceFolder");
    }

    /** A name may hold any sign; only behind the mailbox and a colon is it a path. */
    private static String leaf(String folder) {
        boolean isPath = folder.startsWith("\\") || folder.contains(":\\");
        return isPath ? folder.substring(folder.lastIndexOf('\\') + 1) : folder;
    }

    /** Makes the rule again. */
    public Receipt giveBack(String mailbox, Former former) {
        return former.means().containsKey(SWEEP) ? giveSweepBack(mailbox, former) : giveRuleBack(mailbox, former);
    }

    /** Enables the rule again, which was disabled and not deleted. */
    public Receipt enable(String mailbox, Former former) {
        Cmdlet cmdlet = former.means().containsKey(SWEEP)
                ? Cmdlet.named("Enable-SweepRule")
                : Cmdlet.named("Enable-InboxRule").with("Force", true);
        return exchange.change(
                "Enable the rule " + former.id() + " of " + mailbox + " again",
                mailbox,
                cmdlet.with("Mailbox", mailbox).with("Identity", former.id()));
    }

    /** A rule is always made enabled; one that was not is disabled at once. */
    private Receipt giveRuleBack(String mailbox, Former former) {
        Cmdlet cmdlet = filled(Cmdlet.named("New-InboxRule").with("Mailbox", mailbox), mailbox, former);
        Sent<List<JsonItem>> made =
                exchange.create("Make the rule " + former.id() + " of " + mailbox + " again", mailbox, cmdlet);
        Receipt receipt = made.receipt(false, List.of());
        if (isEnabled(former)) {
            return receipt;
        }
        String identity = made.value().stream()
                .findFirst()
                .map(row -> ExchangeRules.inboxRule(row).rule().id())
                .orElse("");
        return identity.isEmpty()
                ? receipt
                : Receipts.joined(
                        receipt,
                        exchange.change(
                                "Disable the rule " + identity + " of " + mailbox + " as it was",
                                mailbox,
                                Cmdlet.named("Disable-InboxRule")
                                        .with("Mailbox", mailbox)
                                        .with("Identity", identity)
                                        .with("Force", true)));
    }

    private Receipt giveSweepBack(String mailbox, Former former) {
        Cmdlet cmdlet = filled(Cmdlet.named("New-SweepRule").with("Mailbox", mailbox), mailbox, former)
                .with(ENABLED, isEnabled(former));
        return exchange.create("Make the sweep rule " + former.id() + " of " + mailbox + " again", mailbox, cmdlet)
                .receipt(false, List.of());
    }

    private Cmdlet filled(Cmdlet cmdlet, String mailbox, Former former) {
        Cmdlet filled = cmdlet.name().equals("New-InboxRule") ? cmdlet.with("Force", true) : cmdlet;
        for (Map.Entry<String, String> field : former.settable().entrySet()) {
            String name = field.getKey();
            JsonElement value = isFolder(name)
                    ? new JsonPrimitive(folder(mailbox, Fields.plain(field.getValue())))
                    : Fields.element(field.getValue());
            filled = name.equals(ENABLED) ? filled : filled.with(name, value);
        }
        return filled;
    }

    private static boolean isEnabled(Former former) {
        return former.field(ENABLED).equals("true");
    }

    /** Exchange prints a folder's name and wants its path; where more than one has the name, it is taken for one at the top. */
    private String folder(String mailbox, String name) {
        List<Folder> namesakes = Folders.fetch(exchange, mailbox).value().stream()
                .filter(folder -> folder.path()
                        .substring(folder.path().lastIndexOf('/') + 1)
                        .equals(name))
                .toList();
        String path = namesakes.size() == 1 ? namesakes.getFirst().path() : "/" + name;
        return mailbox + ":" + path.replace('/', '\\');
    }
}

package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.Mailbox;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Translates rules between the shape they are kept in (Graph's) and the cmdlets'. */
final class RuleShapes {

    private static final Map<String, String> CONDITIONS =
            pairs("subjectContains SubjectContainsWords bodyContains BodyContainsWords"
                    + " bodyOrSubjectContains SubjectOrBodyContainsWords fromAddresses From"
                    + " senderContains FromAddressContainsWords recipientContains RecipientAddressContainsWords"
                    + " headerContains HeaderContainsWords sentToAddresses SentTo hasAttachments HasAttachment"
                    + " importance WithImportance sensitivity WithSensitivity sentToMe MyNameInToBox"
                    + " sentOnlyToMe SentOnlyToMe sentCcMe MyNameInCcBox sentToOrCcMe MyNameInToOrCcBox"
                    + " notSentToMe MyNameNotInToBox categories HasClassification messageActionFlag FlaggedForAction");
    private static final Map<String, String> ACTIONS =
            pairs("moveToFolder MoveToFolder copyToFolder CopyToFolder delete DeleteMessage"
                    + " permanentDelete SoftDeleteMessage markAsRead MarkAsRead markImportance MarkImportance"
                    + " stopProcessingRules StopProcessingRules forwardTo ForwardTo"
                    + " forwardAsAttachmentTo ForwardAsAttachmentTo redirectTo RedirectTo"
                    + " assignCategories ApplyCategory");
    private static final String SIZE = "withinSizeRange";
    private static final Map<String, String> SIZES =
            pairs("minimumSize WithinSizeRangeMinimum maximumSize WithinSizeRangeMaximum");
    private static final Set<String> RECIPIENTS =
            Set.of("forwardTo", "redirectTo", "forwardAsAttachmentTo", "fromAddresses", "sentToAddresses");
    private static final Set<String> FLAGS = Set.of(
            "HasAttachment",
            "MyNameInToBox",
            "SentOnlyToMe",
            "MyNameInCcBox",
            "MyNameInToOrCcBox",
            "MyNameNotInToBox",
            "DeleteMessage",
            "SoftDeleteMessage",
            "MarkAsRead",
            "StopProcessingRules");

    private RuleShapes() {}

    private static Map<String, String> pairs(String text) {
        var words = text.split(" ");
        var pairs = new LinkedHashMap<String, String>();
        for (var i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return pairs;
    }

    /** The parameters New-InboxRule and Set-InboxRule share. */
    static String parameters() {
        var names = new StringBuilder("Mailbox Name Priority");
        for (var prefix : List.of("", "ExceptIf")) {
            CONDITIONS.values().forEach(name -> names.append(' ').append(prefix).append(name));
            SIZES.values().forEach(name -> names.append(' ').append(prefix).append(name));
        }
        ACTIONS.values().forEach(name -> names.append(' ').append(name));
        return names.toString();
    }

    /** The cmdlets' name for a condition or an action; other names stay as they are. */
    static String parameterName(String name) {
        var condition = CONDITIONS.get(name);
        var action = ACTIONS.get(name);
        return condition == null ? action == null ? name : action : condition;
    }

    /** A rule as Get-InboxRule shows it. */
    static JsonObject row(InboxRule rule, Mailbox mailbox, Iterable<MailFolder> folders) {
        var row = Json.object(
                "Description",
                description(rule),
                "Enabled",
                rule.enabled(),
                "Identity",
                mailbox.ownerId() + "\\" + rule.identity(),
                "InError",
                false,
                "ErrorType",
                "NoError",
                "Name",
                rule.name(),
                "Priority",
                rule.sequence(),
                "RuleIdentity",
                new BigInteger(rule.identity()),
                "SupportedByTask",
                true,
                "MailboxOwnerId",
                mailbox.ownerId(),
                "IsValid",
                true,
                "ObjectState",
                "Unchanged");
        CONDITIONS.forEach((from, to) -> {
            row.add(to, shown(from, rule.conditions().get(from), folders));
            row.add("ExceptIf" + to, shown(from, rule.exceptions().get(from), folders));
        });
        SIZES.forEach((from, to) -> {
            row.add(to, size(rule.conditions(), from));
            row.add("ExceptIf" + to, size(rule.exceptions(), from));
        });
        ACTIONS.forEach((from, to) -> row.add(to, shown(from, rule.actions().get(from), folders)));
        FLAGS.stream().filter(flag -> row.get(flag).isJsonNull()).forEach(flag -> row.addProperty(flag, false));
        return row;
    }

    private static JsonElement shown(String name, @Nullable JsonElement value, Iterable<MailFolder> folders) {
        if (value == null || value.isJsonNull()) {
            return JsonNull.INSTANCE;
        }
        if (RECIPIENTS.contains(name) && value instanceof JsonArray recipients) {
            var shown = new JsonArray();
            recipients.forEach(recipient -> shown.add(recipient(recipient.getAsJsonObject())));
            return shown;
        }
        if (name.endsWith("ToFolder")) {
            for (var folder : folders) {
                if (folder.id().equals(value.getAsString())) {
                    return new JsonPrimitive(folder.name());
                }
            }
        }
        return value;
    }

    /** Graph counts kilobytes; Exchange writes them with the bytes behind. */
    private static JsonElement size(JsonObject part, String limit) {
        return Json.member(part, SIZE)
                .filter(range -> range.has(limit))
                .map(range -> range.get(limit).getAsInt())
                .<JsonElement>map(kilobytes ->
                        new JsonPrimitive(String.format(Locale.ROOT, "%d KB (%,d bytes)", kilobytes, kilobytes * 1024)))
                .orElse(JsonNull.INSTANCE);
    }

    private static int kilobytes(String text) {
        var digits = text.replaceAll("\\(.*", "").replaceAll("[^0-9]", "");
        var number = Integer.parseInt(digits);
        return text.toUpperCase(Locale.ROOT).contains("KB") ? number : number / 1024;
    }

    private static String recipient(JsonObject recipient) {
        var address = Json.member(recipient, "emailAddress").orElse(new JsonObject());
        var smtp = Json.text(address, "address").orElse("");
        return "\"" + Json.text(address, "name").orElse(smtp) + "\" [SMTP:" + smtp + "]";
    }

    private static String description(InboxRule rule) {
        return "If the message:\r\n\t" + words(rule.conditions()) + "\r\nTake the following actions:\r\n\t"
                + words(rule.actions());
    }

    private static String words(JsonObject part) {
        return part.isEmpty()
                ? "is any message"
                : Json.write(part).replaceAll("[{}\"\\[\\]]", " ").trim();
    }

    /** Conditions (or, with the prefix {@code ExceptIf}, exceptions) from a cmdlet's parameters. */
    static JsonObject conditions(CmdletCall call, String prefix) {
        var conditions = new JsonObject();
        CONDITIONS.forEach((to, from) -> take(call, prefix + from, to, conditions, UnaryOperator.identity()));
        var range = new JsonObject();
        SIZES.forEach((to, from) -> call.find(prefix + from).ifPresent(text -> range.addProperty(to, kilobytes(text))));
        if (!range.isEmpty()) {
            conditions.add(SIZE, range);
        }
        return conditions;
    }

    /** Actions from a cmdlet's parameters; folders become ids. */
    static JsonObject actions(CmdletCall call, UnaryOperator<String> folderId) {
        var actions = new JsonObject();
        ACTIONS.forEach((to, from) -> take(call, from, to, actions, folderId));
        return actions;
    }

    private static void take(
            CmdletCall call, String parameter, String name, JsonObject into, UnaryOperator<String> folderId) {
        if (!call.has(parameter) || call.value(parameter).isJsonNull()) {
            return;
        }
        if (RECIPIENTS.contains(name)) {
            var recipients = new JsonArray();
            call.texts(parameter).forEach(text -> recipients.add(parsed(text)));
            into.add(name, recipients);
        } else if (name.endsWith("ToFolder")) {
            into.addProperty(name, folderId.apply(call.text(parameter)));
        } else if (name.endsWith("ontains") || name.equals("assignCategories") || name.equals("categories")) {
            into.add(name, Json.array(call.texts(parameter)));
        } else {
            into.add(name, call.value(parameter));
        }
    }

    private static JsonObject parsed(String text) {
        var open = text.toUpperCase(Locale.ROOT).indexOf("[SMTP:");
        var address = open < 0 ? text : text.substring(open + 6).replace("]", "");
        var name = open < 0 ? text : text.substring(0, open).replace("\"", "").trim();
        return Json.object("emailAddress", Json.object("name", name.isEmpty() ? address : name, "address", address));
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conditions and exceptions of a rule: every member that is set and is neither an action nor a description of the rule itself. */
record RuleText(JsonItem row) {
    private static final String EXCEPTION = "ExceptIf";
    private static final Set<String> OF_THE_SERVICE = Set.of(
            "Priority",
            "RuleIdentity",
            "Identity",
            "MailboxOwnerId",
            "Description",
            "DescriptionTimeFormat",
            "DescriptionTimeZone",
            "ErrorType",
            "IsValid",
            "InError",
            "Legacy",
            "SupportedByTask",
            "ObjectState");

    private static final Set<String> NOT_CONDITIONS = Set.of(
            "Name",
            "Enabled",
            "ForwardTo",
            "ForwardAsAttachmentTo",
            "RedirectTo",
            "MoveToFolder",
            "CopyToFolder",
            "DeleteMessage",
            "SoftDeleteMessage",
            "DeleteSystemCategory",
            "MarkAsRead",
            "MarkImportance",
            "ApplyCategory",
            "ApplySystemCategory",
            "PinMessage",
            "SendTextMessageNotificationTo",
            "StopProcessingRules");

    /** Whether only the service says that of a rule: where it stands, whose it is, how it is described. */
    static boolean isOfTheService(String name) {
        return OF_THE_SERVICE.contains(name);
    }

    Map<String, List<String>> conditions() {
        return members(false);
    }

    Map<String, List<String>> exceptions() {
        return members(true);
    }

    private Map<String, List<String>> members(boolean exceptions) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (String name : row.object().keySet()) {
            if (name.startsWith(EXCEPTION) == exceptions && !NOT_CONDITIONS.contains(name) && !isOfTheService(name)) {
                List<String> words = Rows.texts(row, name).stream()
                        .filter(word -> !word.equalsIgnoreCase("false"))
                        .toList();
                if (!words.isEmpty()) {
                    members.put(name, words);
                }
            }
        }
        return members;
    }
}

package dev.cordon.simulator.mailbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a mailbox's rules put a message that arrives: the first that moves or deletes it decides. A rule with a condition
 * that is not judged here leaves it alone.
 *
 * @param folder by name; empty for nowhere
 */
record Filing(String folder, boolean read) {

    static Filing of(TenantState state, Mailbox mailbox, Message message) {
        var mailboxes = new Mailboxes(state);
        var read = message.read();
        for (var rule : mailboxes.rules(mailbox.ownerId())) {
            var takes = rule.enabled()
                    && rule.origin() != InboxRule.Origin.SYSTEM
                    && !rule.created().isAfter(message.at())
                    && meets(rule.conditions(), message, true)
                    && (rule.exceptions().isEmpty() || !meets(rule.exceptions(), message, false));
            if (!takes) {
                continue;
            }
            read |= Json.bool(rule.actions(), "markAsRead").orElse(false);
            if (Json.bool(rule.actions(), "permanentDelete").orElse(false)) {
                return new Filing("", read);
            }
            if (Json.bool(rule.actions(), "delete").orElse(false)) {
                return new Filing("Deleted Items", read);
            }
            var moved = Json.text(rule.actions(), "moveToFolder")
                    .flatMap(id -> mailboxes.findFolder(mailbox.ownerId(), id));
            if (moved.isPresent()) {
                return new Filing(moved.get().name(), read);
            }
            if (Json.bool(rule.actions(), "stopProcessingRules").orElse(false)) {
                break;
            }
        }
        return new Filing(message.folder(), read);
    }

    /** Conditions hold all together; of exceptions one is enough. */
    private static boolean meets(JsonObject words, Message message, boolean all) {
        return all
                ? words.entrySet().stream().allMatch(word -> meets(word, message))
                : words.entrySet().stream().anyMatch(word -> meets(word, message));
    }

    private static boolean meets(Map.Entry<String, JsonElement> condition, Message message) {
        return switch (condition.getKey()) {
            case "subjectContains" -> any(condition.getValue(), message.subject());
            case "bodyContains" -> any(condition.getValue(), message.plainText());
            case "bodyOrSubjectContains" -> any(condition.getValue(), message.subject() + "\n" + message.plainText());
            case "senderContains", "fromAddresses" -> any(condition.getValue(), message.from());
            default -> false;
        };
    }

    private static boolean any(@Nullable JsonElement words, String text) {
        var low = text.toLowerCase(Locale.ROOT);
        return texts(words).stream().anyMatch(word -> low.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Texts, or the addresses of recipients. */
    private static List<String> texts(@Nullable JsonElement list) {
        return list instanceof JsonArray array
                ? array.asList().stream()
                        .map(item -> item instanceof JsonObject recipient
                                ? Json.member(recipient, "emailAddress")
                                        .flatMap(email -> Json.text(email, "address"))
                                        .orElse("")
                                : item.getAsString())
                        .filter(word -> !word.isEmpty())
                        .toList()
                : List.of();
    }
}

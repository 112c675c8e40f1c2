package dev.cordon.simulator.sinks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be read on the cards of a message to a workflow (F5). */
final class AdaptiveCards {

    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    private AdaptiveCards() {}

    /** The lines on all its cards; nothing where it has no card, so that the workflow has nothing to post. */
    static Optional<List<String>> lines(JsonObject message) {
        var lines = new ArrayList<String>();
        var cards = 0;
        if (message.get("attachments") instanceof JsonArray attachments) {
            for (var attachment : attachments) {
                var content = card(attachment);
                content.ifPresent(card -> read(card, lines));
                cards += content.isPresent() ? 1 : 0;
            }
        }
        return cards == 0 ? Optional.empty() : Optional.of(lines);
    }

    private static Optional<JsonObject> card(JsonElement attachment) {
        return attachment instanceof JsonObject object
                        && Json.text(object, "contentType").filter(CARD::equals).isPresent()
                ? Json.member(object, "content")
                        .filter(content -> Json.text(content, "type").orElse("").equals("AdaptiveCard"))
                : Optional.empty();
    }

    private static void read(JsonElement element, List<String> lines) {
        switch (element) {
            case JsonArray array -> array.forEach(item -> read(item, lines));
            case JsonObject object -> {
                Json.text(object, "text").ifPresent(lines::add);
                fact(object).ifPresent(lines::add);
                object.entrySet().stream()
                        .filter(member -> !member.getValue().isJsonPrimitive())
                        .forEach(member -> read(member.getValue(), lines));
            }
            default -> {}
        }
    }

    private static Optional<String> fact(JsonObject object) {
        return Json.text(object, "title")
                .flatMap(title -> Json.text(object, "value").map(value -> title + ": " + value));
    }
}

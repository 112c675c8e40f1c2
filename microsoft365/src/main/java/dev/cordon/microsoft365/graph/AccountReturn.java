package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets an account sign in again that was blocked. */
public record AccountReturn(GraphClient graph) implements Returnable {
    private static final String ENABLED = "accountEnabled";

    @Override
    public boolean reads(String request) {
        return request.startsWith("GET ") && request.contains("/users");
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        return answers.stream()
                .filter(answer -> reads(answer.request()))
                .flatMap(AccountReturn::users)
                .filter(user -> user.textOrEmpty("id").equalsIgnoreCase(objectId) && user.has(ENABLED))
                .limit(1)
                .map(user -> Former.of(
                                objectId,
                                objectId,
                                new Fields().with(ENABLED, user.isTrue(ENABLED)).map(),
                                Map.of())
                        .whenRemoved(new Fields().with(ENABLED, false).map()))
                .toList();
    }

    private static Stream<JsonItem> users(SealedAnswer answer) {
        try {
            JsonItem body = StrictJson.object(answer.body().toArray());
            return body.has("value") ? body.items("value").stream() : Stream.of(body);
        } catch (UnreadableJson e) {
            return Stream.empty();
        }
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        return new GraphDirectory(graph).setAccountEnabled(objectId, true);
    }
}

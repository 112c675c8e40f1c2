package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.function.Predicate;

/** Pages of listings as they were kept. */
final class Page {
    private Page() {}

    /** The items of every page that answers one of these questions; a page that cannot be understood is left out. */
    static List<JsonItem> items(List<SealedAnswer> answers, Predicate<String> question) {
        return answers.stream()
                .filter(answer -> question.test(answer.request()))
                .flatMap(answer -> items(answer).stream())
                .toList();
    }

    private static List<JsonItem> items(SealedAnswer answer) {
        try {
            return StrictJson.object(answer.body().toArray()).items("value");
        } catch (UnreadableJson e) {
            return List.of();
        }
    }
}

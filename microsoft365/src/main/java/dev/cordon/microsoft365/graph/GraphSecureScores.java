package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SecureScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Secure scores over Graph, which lists one of each day, the newest first.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-list-securescores">List secureScores</a>
 */
public record GraphSecureScores(GraphClient graph) implements SecureScores {
    private static final String ATTEMPTED = "Read the newest secure score";

    /** The newest score with what of it could not be understood, a sentence, or empty text. */
    private record Page(Optional<SecureScore> newest, String lack) {}

    @Override
    public Reading<Optional<SecureScore>> fetchNewest() {
        Sent<Page> sent =
                graph.get(Need.READ_SCORES, ATTEMPTED, V1 + "/security/secureScores?$top=1", GraphSecureScores::page);
        String lack = sent.value().lack();
        Completeness completeness =
                lack.isEmpty() ? Completeness.complete() : new Completeness.Incomplete(ATTEMPTED + ": " + lack);
        return new Reading<>(sent.value().newest(), completeness, sent.answer().date(), List.of(sent.answer()));
    }

    private static Page page(JsonItem page) {
        if (!page.has("value")) {
            throw new UnreadableJson("The page has no member value");
        }
        try {
            return page.items("value").stream()
                    .map(GraphSecureScores::score)
                    .max(Comparator.comparing(
                            each -> each.newest().orElseThrow().at()))
                    .orElse(new Page(Optional.empty(), ""));
        } catch (IllegalArgumentException e) {
            throw new UnreadableJson("The score makes no sense");
        }
    }

    private static Page score(JsonItem row) {
        List<Control> controls = new ArrayList<>();
        int unread = 0;
        for (JsonItem each : row.items("controlScores")) {
            try {
                controls.add(new Control(each.text("controlName"), number(each, "score")));
            } catch (UnreadableJson | IllegalArgumentException e) {
                unread++;
            }
        }
        SecureScore score = new SecureScore(
                row.findInstant("createdDateTime").orElseThrow(() -> new UnreadableJson("A score has no time")),
                number(row, "currentScore"),
                number(row, "maxScore"),
                controls);
        return new Page(
                Optional.of(score), row.has("controlScores") ? lack(unread) : "its controls did not come with it.");
    }

    private static String lack(int unread) {
        return unread == 0 ? "" : "what " + unread + " of its controls say could not be understood.";
    }

    private static double number(JsonItem row, String name) {
        return row.findNumber(name).orElseThrow(() -> new UnreadableJson("The member " + name + " is missing"));
    }
}

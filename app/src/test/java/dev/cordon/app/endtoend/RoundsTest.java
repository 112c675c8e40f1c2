package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attacker whose token lives on puts a rule and a forwarding back after every clean-up. */
class RoundsTest {
    private static final String PUTS_BACK = """
              plan:
                - {when: rule-deleted, match: evil-rule, after: PT2S, do: create, like: evil-rule, as: evil-rule, session: stolen}
                - {when: forwarding-cleared, match: evil-fwd, after: PT2S, do: create, like: evil-fwd, as: evil-fwd, session: stolen}
            """;

    @TempDir
    Path folder;

    private static String withOneWhoPutsBack(String yaml) {
        return yaml.substring(0, yaml.indexOf("  plan:")).replace("accessTokenLife: PT75M", "accessTokenLife: PT20H")
                + PUTS_BACK;
    }

    @Test
    void every_object_that_was_seen_is_an_item_with_its_true_end_and_every_round_is_counted() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", RoundsTest::withOneWhoPutsBack, folder)) {
            CaseRecord record = field.respond();
            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);

            List<Item> rules = record.state().items().values().stream()
                    .filter(item -> item.key().kind().equals("inbox-rule"))
                    .filter(item -> isHis(item.key().id(), field, rulesMadeBy(field)))
                    .toList();
            assertThat(rules).hasSizeGreaterThan(2);
            Item newest = rules.getLast();
            assertThat(newest.outcome()).contains(ItemOutcome.STILL_THERE);
            assertThat(held(field, "rules")).contains(newest.key().id());
            for (int i = 0; i < rules.size() - 1; i++) {
                assertThat(rules.get(i).outcome()).contains(ItemOutcome.REMOVED);
                assertThat(rules.get(i).cameBackAs()).contains(rules.get(i + 1).key());
            }
            assertThat(record.state().items().values())
                    .filteredOn(item -> item.key().kind().equals("forwarding"))
                    .singleElement()
                    .satisfies(item -> assertThat(item.outcome()).contains(ItemOutcome.STILL_THERE));
            int removed = rules.size() - 1;
            StepOutcome step = record.state()
                    .step(new StepId("inbox-rules"))
                    .orElseThrow()
                    .outcome()
                    .orElseThrow();
            assertThat(step).isInstanceOf(StepOutcome.Succeeded.class);
            assertThat(step.explanation()).contains(removed + " removed in " + removed + " rounds");
        }
    }

    private static boolean isHis(String id, Battlefield field, List<String> made) {
        return made.contains(id) || held(field, "rules").contains(id);
    }

    /** What was removed in this scenario was his, and so is what the truth says he still has. */
    private static List<String> rulesMadeBy(Battlefield field) {
        return field.requests().stream()
                .filter(row -> row.get("cmdlet").isJsonNull()
                        ? row.get("method").getAsString().equals("DELETE")
                        : row.get("cmdlet").getAsString().endsWith("Remove-InboxRule"))
                .flatMap(row -> target(row).stream())
                .toList();
    }

    private static List<String> target(JsonObject row) {
        return row.get("target").isJsonNull()
                ? List.of()
                : List.of(row.get("target").getAsString().replaceFirst("^[^/]*/", ""));
    }

    private static List<String> held(Battlefield field, String kind) {
        return StreamSupport.stream(
                        field.suspectsTruth()
                                .getAsJsonObject("holds")
                                .getAsJsonArray(kind)
                                .spliterator(),
                        false)
                .flatMap(one -> Stream.of(one.getAsJsonObject().get("wireId").getAsString()))
                .toList();
    }
}

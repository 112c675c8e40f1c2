package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.DecideItem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is disabled and kept is met again by every later review, last changed by us. */
class DisabledTest {
    @TempDir
    Path folder;

    @Test
    void what_was_said_of_a_thing_stands_although_our_own_hand_was_the_last_to_change_it() throws Exception {
        try (Battlefield field = Battlefield.resource("besieged.yaml", folder)) {
            CaseRecord before = field.respond();
            List<Item> disabled = disabled(before);
            assertThat(disabled).extracting(item -> item.key().kind()).contains("transport-rule", "connector");

            new DecideItem(field.workspace(UnaryOperator.identity()))
                    .decide(id(before), keptMethod(before), ItemDecision.REMOVE, "lost", Actor.person("tester"));
            CaseRecord after = field.resume(id(before));

            assertThat(after.state()
                            .step(new StepId("other-persistence"))
                            .orElseThrow()
                            .attempts())
                    .isGreaterThan(1);
            assertThat(disabled(after)).containsAll(disabled);
            assertThat(disabled).extracting(Item::verdict).containsOnly(Verdict.MALICIOUS);
            assertThat(after.state().state()).as(changes(after)).isEqualTo(IncidentState.VERIFIED);
        }
    }

    private static String changes(CaseRecord record) {
        return record.entries().stream()
                .map(recorded -> recorded.entry())
                .filter(CaseEntry.StateChanged.class::isInstance)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String id(CaseRecord record) {
        return record.incident().id().value();
    }

    private static String keptMethod(CaseRecord record) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals("authentication-method"))
                .filter(item -> item.outcome().filter(ItemOutcome.KEPT::equals).isPresent())
                .map(item -> item.key().id())
                .findFirst()
                .orElseThrow();
    }

    private static List<Item> disabled(CaseRecord record) {
        return record.state().items().values().stream()
                .filter(item ->
                        item.outcome().filter(ItemOutcome.DISABLED::equals).isPresent())
                .toList();
    }
}

package dev.cordon.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The promised names, written out once more: scripts outside rely on them. */
class ContractTest {
    private final JsonObject incident = IncidentDocument.of(Cases.verified());

    @Test
    void the_incident_has_the_promised_keys() {
        assertThat(incident.keySet())
                .contains(
                        "incident",
                        "procedure",
                        "user",
                        "state",
                        "steps",
                        "items",
                        "openTasks",
                        "residual",
                        "logsThrough",
                        "evidence",
                        "report",
                        "targets",
                        "timings",
                        "linkedIncidents");
        assertThat(incident.getAsJsonObject("user").keySet()).contains("id", "upn", "displayName");
        assertThat(incident.getAsJsonObject("residual").keySet()).contains("until", "channels");
        assertThat(incident.getAsJsonObject("evidence").keySet()).contains("path", "exhibits", "rootHash");
        assertThat(incident.getAsJsonObject("report").keySet()).contains("html", "pdf", "markdown");
        assertThat(incident.getAsJsonObject("timings").keySet()).contains("snapshotMs", "containedMs", "verifiedMs");
    }

    @Test
    void steps_items_and_targets_have_the_promised_keys() {
        JsonObject step = first("steps");
        assertThat(step.keySet()).contains("id", "outcome", "startedAt", "endedAt", "proof", "reason", "repeated");
        assertThat(step.getAsJsonObject("proof").keySet())
                .contains("what", "expected", "actual", "readAt", "requestId", "exhibit");
        assertThat(first("items").keySet())
                .contains("kind", "id", "name", "verdict", "decision", "outcome", "reasons", "exhibit");
        assertThat(first("targets").keySet()).contains("id", "limitMs", "elapsedMs", "met");
    }

    @Test
    void a_format_that_could_not_be_made_is_null() {
        assertThat(incident.getAsJsonObject("report").get("pdf").isJsonNull()).isTrue();
    }

    @Test
    void what_was_undone_has_the_promised_keys() {
        JsonObject undone = UndoDocument.of(
                Cases.ID,
                List.of(new UndoneItem(
                        "inbox-rule",
                        "1",
                        "Invoices",
                        UndoneItem.Ending.ALREADY_IN_PLACE,
                        Optional.empty(),
                        List.of(),
                        "",
                        "",
                        false)));
        JsonObject item = undone.getAsJsonArray("items").get(0).getAsJsonObject();
        assertThat(item.keySet()).contains("id", "kind", "outcome", "differs");
        assertThat(item.get("outcome").getAsString()).isEqualTo("already-in-place");
    }

    private JsonObject first(String array) {
        return incident.getAsJsonArray(array).get(0).getAsJsonObject();
    }
}

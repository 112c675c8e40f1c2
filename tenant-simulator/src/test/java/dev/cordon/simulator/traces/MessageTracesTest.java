package dev.cordon.simulator.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTracesTest {

    private static final String OWN = "{id: own, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate,"
            + " created: -P90D, object: {displayName: x, actions: {markAsRead: true}}}";
    private static final String MANY = TestingTenant.SMALL.replace(
            "attacker: {}\n",
            "throttling: {enabled: false}\nhistory: {drawn: {days: 9, traces: 3000}}\nattacker: {}\n");

    private static String key(JsonObject row) {
        return row.get("MessageId").getAsString() + " "
                + row.get("RecipientAddress").getAsString();
    }

    /** Everything, by the cursor of the last row, so many at a time. */
    private static List<String> all(Responder responder, int size) {
        var keys = new ArrayList<String>();
        var end = "2026-03-02T08:30:00Z";
        String cursor = null;
        while (true) {
            var parameters = Json.object("StartDate", "2026-02-20T08:30:00Z", "EndDate", end, "ResultSize", size);
            if (cursor != null) {
                parameters.addProperty("StartingRecipientAddress", cursor);
            }
            var flat = new ArrayList<Object>();
            parameters.entrySet().forEach(member -> flat.addAll(List.of(member.getKey(), member.getValue())));
            var reply = responder.ask("Get-MessageTraceV2", flat.toArray());
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            var rows = reply.value();
            rows.forEach(row -> keys.add(key(row)));
            if (reply.json().getAsJsonArray("@adminapi.warnings").isEmpty()) {
                return keys;
            }
            end = rows.getLast().get("Received").getAsString();
            cursor = rows.getLast().get("RecipientAddress").getAsString();
        }
    }

    @Test
    void the_cursor_loses_nothing_though_many_came_in_the_same_second() {
        try (var responder = Responder.in(MANY, OWN)) {
            responder.tenant().advance("PT20M");
            var keys = all(responder, 70);

            var exist = responder
                    .tenant()
                    .control("/truth/rows")
                    .json()
                    .getAsJsonObject("messageTrace")
                    .get("exist")
                    .getAsInt();
            assertThat(exist).isGreaterThanOrEqualTo(3000);
            assertThat(new HashSet<>(keys)).hasSize(exist);
        }
    }

    @Test
    void windows_are_ten_days_wide_and_ninety_days_back_at_most() {
        try (var responder = Responder.in(MANY, OWN)) {
            assertThat(responder
                            .ask("Get-MessageTraceV2", "StartDate", "2026-02-01", "EndDate", "2026-02-20")
                            .status())
                    .isEqualTo(400);
            assertThat(responder
                            .ask("Get-MessageTraceV2", "StartDate", "2025-11-01", "EndDate", "2025-11-05")
                            .status())
                    .isEqualTo(400);
            assertThat(responder.ask("Get-MessageTrace").status()).isEqualTo(400);
            assertThat(responder.ask("Get-MessageTraceV2", "ResultSize", 5001).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void more_than_a_hundred_requests_in_five_minutes_are_too_many() {
        try (var responder = Responder.in(TestingTenant.SMALL.replace("speed: 1", "speed: 0.001"), OWN)) {
            for (var number = 0; number < 100; number++) {
                assertThat(responder
                                .ask("Get-MessageTraceV2", "SenderAddress", "nobody@contoso.example")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(responder.ask("Get-MessageTraceV2").status()).isEqualTo(429);
        }
    }

    @Test
    void graph_has_the_same_rows_and_the_stops_of_each() {
        try (var responder = Responder.in(MANY, OWN)) {
            var row = responder.run("Get-MessageTraceV2", "ResultSize", 1).getFirst();
            var same = responder
                    .done(
                            "GET",
                            "/admin/exchange/tracing/messageTraces?$filter=messageId eq '"
                                    + row.get("MessageId").getAsString() + "'")
                    .getAsJsonArray("value")
                    .get(0)
                    .getAsJsonObject();

            assertThat(same.get("id")).isEqualTo(row.get("MessageTraceId"));
            var stops = responder.done(
                    "GET",
                    "/admin/exchange/tracing/messageTraces/" + same.get("id").getAsString()
                            + "/getDetailsByRecipient(recipientAddress='"
                            + same.get("recipientAddress").getAsString() + "')");
            assertThat(stops.getAsJsonArray("value")).hasSize(2);
            assertThat(responder.run(
                            "Get-MessageTraceDetailV2",
                            "MessageTraceId",
                            row.get("MessageTraceId"),
                            "RecipientAddress",
                            row.get("RecipientAddress")))
                    .hasSize(2);
        }
    }
}

package dev.cordon.simulator.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.traces.MessageTraces;
import java.util.LinkedHashSet;
import java.util.List;

/** What the attacker has read, sent and searched for in one account. */
final class Harm {

    private Harm() {}

    static JsonObject of(TenantState state, String userId) {
        var reading = new LinkedHashSet<String>();
        var synced = new JsonArray();
        var deleted = new JsonArray();
        var sent = new JsonArray();
        var searches = new JsonArray();
        for (var event : state.events()) {
            if (event.actor().caller() != Caller.ATTACKER || !event.ownerId().equals(userId)) {
                continue;
            }
            if (event.activity() == Activity.READ_MAIL && event.after().get("messages") instanceof JsonArray ids) {
                ids.forEach(id -> reading.add(id.getAsString()));
                if (event.after().has("access")) {
                    synced.add(Json.object(
                            "folder", event.after().get("folder"),
                            "at", Json.exactTime(event.at()),
                            "messages", ids.size()));
                }
            } else if (event.activity() == Activity.DELETE_MAIL
                    && event.after().get("items") instanceof JsonArray gone) {
                gone.forEach(item -> deleted.add(item.getAsJsonObject().get("internetMessageId")));
            } else if (event.activity() == Activity.SEND_MAIL) {
                sent.add(event.after());
            } else if (event.activity() == Activity.SEARCH) {
                searches.add(event.after().get("query"));
            }
        }
        var mailbox = state.table(Mailbox.TABLE).find(userId);
        return Json.object(
                "mailRead", reading,
                "mailReadInternetMessageIds",
                        reading.stream()
                                .map(Message::internetMessageId)
                                .distinct()
                                .toList(),
                "foldersSynchronised", synced,
                "mailSent", sent,
                "mailForwarded", mailbox.map(new MessageTraces(state)::stolen).orElse(List.of()),
                "mailDeleted", deleted,
                "searches", searches,
                "files", new JsonArray());
    }
}

package dev.cordon.simulator.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantState;

/** What the attacker has read, sent and searched for in one account. */
final class Harm {

    private Harm() {}

    static JsonObject of(TenantState state, String userId) {
        var read = new JsonArray();
        var sent = new JsonArray();
        var searches = new JsonArray();
        for (var event : state.events()) {
            if (event.actor().caller() != Caller.ATTACKER || !event.ownerId().equals(userId)) {
                continue;
            }
            if (event.activity() == Activity.READ_MAIL && event.after().get("messages") instanceof JsonArray ids) {
                ids.asList().stream().filter(id -> !read.contains(id)).forEach(read::add);
            } else if (event.activity() == Activity.SEND_MAIL) {
                sent.add(event.after());
            } else if (event.activity() == Activity.SEARCH) {
                searches.add(event.after().get("query"));
            }
        }
        return Json.object("mailRead", read, "mailSent", sent, "searches", searches, "files", new JsonArray());
    }
}

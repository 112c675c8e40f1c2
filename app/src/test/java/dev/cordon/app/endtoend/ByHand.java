package dev.cordon.app.endtoend;

import com.google.gson.JsonParser;
import dev.cordon.app.battlefield.Battlefield;
import java.net.http.HttpResponse;
import java.util.List;

/** Somebody else's hand in the tenant: changes what Cordon does not know of. One thread. */
record ByHand(Battlefield field) {
    /** Asks Graph as the user himself; what is refused fails the test. */
    String graph(String method, String path, String body) {
        HttpResponse<String> response = field.graph(field.suspect(), method, path, body);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    String rulesPath() {
        return "/v1.0/users/" + field.suspect() + "/mailFolders/inbox/messageRules";
    }

    /** Graph's ids of the rules that the user sees. */
    List<String> rules() {
        return JsonParser.parseString(graph("GET", rulesPath(), ""))
                .getAsJsonObject()
                .getAsJsonArray("value")
                .asList()
                .stream()
                .map(rule -> rule.getAsJsonObject().get("id").getAsString())
                .toList();
    }
}

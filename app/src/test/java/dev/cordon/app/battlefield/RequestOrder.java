package dev.cordon.app.battlefield;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order that is law, read off the tenant's own log of requests. */
public final class RequestOrder {
    private RequestOrder() {}

    /** Revoke before the one reset, revoke after it, and nothing deleted that was not read before. */
    public static void assertThatOrderIsKept(List<JsonObject> requests) {
        List<JsonObject> ours = requests.stream()
                .filter(row -> Set.of("app", "operator").contains(text(row, "caller")))
                .filter(row -> row.get("status").getAsInt() < 300)
                .toList();
        List<Integer> revokes = positions(ours, "POST", ".*/revokeSignInSessions");
        List<Integer> resets = positions(ours, "PATCH", "/v1.0/users/[^/]+");
        assertThat(revokes).isNotEmpty();
        assertThat(resets).hasSize(1);
        assertThat(revokes.getFirst()).isLessThan(resets.getFirst());
        assertThat(revokes.getLast()).isGreaterThan(resets.getFirst());
        Set<String> seen = new HashSet<>();
        for (JsonObject row : ours) {
            if (row.get("method").getAsString().equals("DELETE")) {
                assertThat(seen).contains(lastSegment(row.get("path").getAsString()));
            }
            if (row.get("objects") != null && row.get("objects").isJsonArray()) {
                for (JsonElement id : row.getAsJsonArray("objects")) {
                    seen.add(id.getAsString());
                }
            }
        }
    }

    private static String text(JsonObject row, String name) {
        return row.get(name) == null || row.get(name).isJsonNull()
                ? ""
                : row.get(name).getAsString();
    }

    private static String lastSegment(String path) {
        String plain = path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?'));
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static List<Integer> positions(List<JsonObject> requests, String method, String pattern) {
        return java.util.stream.IntStream.range(0, requests.size())
                .filter(i -> requests.get(i).get("method").getAsString().equals(method)
                        && requests.get(i).get("path").getAsString().matches(pattern))
                .boxed()
                .toList();
    }
}

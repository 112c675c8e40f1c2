package dev.cordon.app.battlefield;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The order that is law, read off the tenant's own log of requests. */
public final class RequestOrder {
    private static final Set<String> TAKING_AWAY = Set.of("Remove", "Disable", "Set", "Clear");

    private RequestOrder() {}

    /** Revoke before the one reset, revoke after it, and nothing deleted that was not read before. */
    public static void assertThatOrderIsKept(List<JsonObject> requests) {
        assertThat(violations(requests)).isEmpty();
        List<JsonObject> ours = ours(requests);
        assertThat(positions(ours, RequestOrder::isRevoke)).isNotEmpty();
        assertThat(positions(ours, RequestOrder::isReset)).hasSize(1);
    }

    /** What was done in the wrong order, in words; {@code requests} is about one response to one account. */
    public static List<String> violations(List<JsonObject> requests) {
        // A revoke that failed was tried in its place; whether it took effect is read back elsewhere.
        List<JsonObject> ours =
                requests.stream().filter(row -> isRevoke(row) || isOurs(row)).toList();
        List<String> wrong = new ArrayList<>();
        List<Integer> revokes = positions(ours, RequestOrder::isRevoke);
        List<Integer> resets = positions(ours, RequestOrder::isReset);
        if (!resets.isEmpty() && (revokes.isEmpty() || revokes.getFirst() > resets.getFirst())) {
            wrong.add("reset before the first revoke");
        }
        if (!resets.isEmpty() && (revokes.isEmpty() || revokes.getLast() < resets.getLast())) {
            wrong.add("no revoke after the reset");
        }
        Set<String> seen = new HashSet<>();
        for (JsonObject row : ours) {
            if (isRemoval(row) && !wasRead(row, seen)) {
                wrong.add("taken away before it was read: " + row);
            }
            cmdlet(row).ifPresent(seen::add);
            if (row.get("objects") != null && row.get("objects").isJsonArray()) {
                for (JsonElement id : row.getAsJsonArray("objects")) {
                    seen.add(id.getAsString());
                }
            }
        }
        return wrong;
    }

    private static List<JsonObject> ours(List<JsonObject> requests) {
        return requests.stream().filter(RequestOrder::isOurs).toList();
    }

    private static boolean isOurs(JsonObject row) {
        return Set.of("app", "operator").contains(text(row, "caller"))
                && row.get("status").getAsInt() < 300;
    }

    private static boolean isRevoke(JsonObject row) {
        return text(row, "method").equals("POST") && text(row, "path").endsWith("/revokeSignInSessions");
    }

    private static boolean isReset(JsonObject row) {
        return text(row, "method").equals("PATCH") && text(row, "path").matches("/v1.0/users/[^/]+");
    }

    private static boolean isRemoval(JsonObject row) {
        return text(row, "method").equals("DELETE")
                || cmdlet(row)
                        .filter(name -> TAKING_AWAY.contains(name.split("-", 2)[0]))
                        .isPresent();
    }

    /** By its own id, or by the cmdlet that shows things of that noun. */
    private static boolean wasRead(JsonObject row, Set<String> seen) {
        return cmdlet(row)
                .map(name -> seen.contains("Get-" + name.split("-", 2)[1]))
                .orElseGet(() -> seen.contains(lastSegment(text(row, "path"))));
    }

    private static java.util.Optional<String> cmdlet(JsonObject row) {
        String cmdlet = text(row, "cmdlet");
        return cmdlet.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(cmdlet.substring(cmdlet.lastIndexOf('\\') + 1));
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

    private static List<Integer> positions(List<JsonObject> requests, Predicate<JsonObject> kind) {
        return java.util.stream.IntStream.range(0, requests.size())
                .filter(i -> kind.test(requests.get(i)))
                .boxed()
                .toList();
    }
}

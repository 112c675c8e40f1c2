package dev.cordon.microsoft365.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads many objects in one request. Items come back in any order and are throttled one by one: only those that were are asked for again,
 * after the longest wait that any of them was told. One batch, one thread.
 *
 * @param <T> what an item means
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class Batch<T> {
    private static final int MOST_ITEMS = 20;
    private static final int ROUNDS = 5;

    private final GraphClient graph;
    private final Need need;
    private final String attempted;
    private final Function<JsonItem, T> meaning;
    private final Sleep sleep;
    private final Map<String, Item<T>> items = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    Batch(GraphClient graph, Need need, String attempted, Function<JsonItem, T> meaning, Sleep sleep) {
        this.graph = graph;
        this.need = need;
        this.attempted = attempted;
        this.meaning = meaning;
        this.sleep = sleep;
    }

    /**
     * What became of one item.
     *
     * @param <T> what it means
     */
    sealed interface Item<T> {
        /** It was read. */
        record Found<T>(T value) implements Item<T> {}

        /** It does not exist. */
        record Missing<T>() implements Item<T> {}

        /** It could not be read. */
        record Failed<T>(Failure failure) implements Item<T> {}
    }

    /**
     * Everything that was read.
     *
     * @param items what became of each path
     * @param answers the batches' answers, in order
     */
    record Result<T>(Map<String, Item<T>> items, List<Answer> answers) {}

    /**
     * Reads the paths, version left out.
     *
     * @throws TenantException when a whole batch was refused
     */
    Result<T> read(List<String> paths) {
        for (int from = 0; from < paths.size(); from += MOST_ITEMS) {
            rounds(paths.subList(from, Math.min(paths.size(), from + MOST_ITEMS)));
        }
        return new Result<>(items, answers);
    }

    private void rounds(List<String> paths) {
        List<String> left = paths;
        for (int round = 1; !left.isEmpty(); round++) {
            Map<String, Response> responses = send(left);
            List<String> again = new ArrayList<>();
            Duration pause = Duration.ZERO;
            for (String path : left) {
                Response response = responses.get(path);
                if (round < ROUNDS && isPassing(response)) {
                    again.add(path);
                    pause = longer(pause, pauseOf(response, round));
                } else {
                    items.put(path, item(path, response));
                }
            }
            left = again;
            rest(pause);
        }
    }

    private Map<String, Response> send(List<String> paths) {
        JsonArray requests = new JsonArray();
        for (int index = 0; index < paths.size(); index++) {
            JsonObject request = new JsonObject();
            request.addProperty("id", String.valueOf(index));
            request.addProperty("method", "GET");
            request.addProperty("url", paths.get(index));
            requests.add(request);
        }
        JsonObject body = new JsonObject();
        body.add("requests", requests);
        URI address = graph.address(GraphClient.V1 + "/$batch");
        Call call = Call.change(
                        attempted,
                        Audience.GRAPH,
                        "POST",
                        address,
                        body.toString().getBytes(StandardCharsets.UTF_8),
                        Repeat.READ,
                        need.bucket())
                .shownAs("POST " + address + " GET " + String.join(" GET ", paths));
        Sent<Map<String, Response>> sent =
                graph.send(need, call, Expectation.success(response -> responses(response, paths)));
        answers.add(sent.answer());
        return sent.value();
    }

    private static Map<String, Response> responses(Response response, List<String> paths) {
        JsonItem body = StrictJson.object(response.body());
        if (!body.has("responses")) {
            throw new UnreadableJson("The batch has no member responses");
        }
        Map<String, Response> responses = new HashMap<>();
        for (JsonItem each : body.items("responses")) {
            int index = index(each.text("id"), paths.size());
            int status = each.findInteger("status")
                    .orElseThrow(() -> new UnreadableJson("An item of the batch has no status"));
            if (responses.put(paths.get(index), new Response(status, headers(each), inner(each))) != null) {
                throw new UnreadableJson("An item of the batch was answered twice");
            }
        }
        return responses;
    }

    private static int index(String id, int size) {
        try {
            int index = Integer.parseInt(id);
            if (index >= 0 && index < size) {
                return index;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableJson("The batch answers an item that was not asked for");
        }
        throw new UnreadableJson("The batch answers an item that was not asked for");
    }

    private static Map<String, String> headers(JsonItem item) {
        Map<String, String> headers = new HashMap<>();
        item.findItem("headers")
                .ifPresent(found -> found.object()
                        .keySet()
                        .forEach(name -> found.findScalar(name)
                                .ifPresent(value -> headers.put(name.toLowerCase(Locale.ROOT), value))));
        return headers;
    }

    private static byte[] inner(JsonItem item) {
        return item.has("body") ? item.object().get("body").toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    private boolean isPassing(@org.jspecify.annotations.Nullable Response response) {
        return response == null || new GraphDialect(need).trouble(response).isPresent();
    }

    private static Duration pauseOf(@org.jspecify.annotations.Nullable Response response, int round) {
        Duration doubled = Duration.ofMillis(500L << round);
        return response == null ? doubled : response.retryAfter().orElse(doubled);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void rest(Duration pause) {
        if (pause.isZero()) {
            return;
        }
        try {
            sleep.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TenantException(failure(Failure.Reason.INTERRUPTED, "It was interrupted before it was done."), e);
        }
    }

    private Item<T> item(String path, @org.jspecify.annotations.Nullable Response response) {
        if (response == null) {
            return new Item.Failed<>(failure(Failure.Reason.UNREADABLE_ANSWER, "The batch left an item unanswered."));
        }
        if (response.isSuccess()) {
            try {
                return new Item.Found<>(meaning.apply(StrictJson.object(response.body())));
            } catch (UnreadableJson e) {
                return new Item.Failed<>(
                        failure(Failure.Reason.UNREADABLE_ANSWER, "An item of the batch cannot be understood."));
            }
        }
        if (GraphClient.isMissing(response)) {
            return new Item.Missing<>();
        }
        Optional<dev.cordon.microsoft365.wire.Trouble> trouble = new GraphDialect(need).trouble(response);
        if (trouble.isPresent() && response.status() == 429) {
            return new Item.Failed<>(failure(Failure.Reason.THROTTLED, "The service still refuses " + path + "."));
        }
        if (trouble.isPresent()) {
            return new Item.Failed<>(
                    failure(Failure.Reason.SERVICE_FAULT, "The service did not answer for " + path + "."));
        }
        Call call = Call.get(attempted, Audience.GRAPH, graph.address(GraphClient.V1 + path), need.bucket());
        return new Item.Failed<>(new GraphDialect(need).refusal(call, response, graph.claims()));
    }

    private Failure failure(Failure.Reason reason, String meaning) {
        return new Failure(reason, attempted, 0, "", "", "", meaning, "Run it again.");
    }
}

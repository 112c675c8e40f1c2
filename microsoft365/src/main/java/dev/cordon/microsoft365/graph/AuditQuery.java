package dev.cordon.microsoft365.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.Addresses;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.AuditLogQueries.Position;
import dev.cordon.tenant.AuditLogQueries.Progress;
import dev.cordon.tenant.AuditLogQueries.Query;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.TenantException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One question on its way through Microsoft's queries. One thread. */
final class AuditQuery {
    private static final String QUERIES = "/security/auditLog/queries";
    private static final int PAGE = 1000;
    private static final int MOST_FAILURES = 3;
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration FULL = Duration.ofMinutes(2);
    private static final Set<Reason> UNKNOWN_THERE = Set.of(Reason.NOT_FOUND, Reason.NOT_AVAILABLE);

    private final GraphClient graph;
    private final AuditQuestion question;
    private final Consumer<? super LogPage<Position>> sink;

    AuditQuery(GraphClient graph, AuditQuestion question, Consumer<? super LogPage<Position>> sink) {
        this.graph = graph;
        this.question = question;
        this.sink = sink;
    }

    CollectionEnd collect(Progress progress) {
        return switch (progress) {
            case Progress.NotAsked(int failures) -> create(failures);
            case Progress.Asked asked -> poll(asked);
            case Progress.Succeeded succeeded -> records(succeeded);
        };
    }

    private CollectionEnd create(int failures) {
        Sent<Query> made;
        try {
            made = make();
        } catch (TenantException e) {
            if (isFull(e.failure())) {
                return new CollectionEnd.StillRunning(FULL);
            }
            throw e;
        }
        Progress.Asked asked = new Progress.Asked(made.value(), failures);
        hand(made.answer(), asked);
        return poll(asked);
    }

    private Sent<Query> make() {
        try {
            return make(false);
        } catch (TenantException e) {
            if (!UNKNOWN_THERE.contains(e.failure().reason())) {
                throw e;
            }
            return make(true);
        }
    }

    private Sent<Query> make(boolean beta) {
        return graph.send(
                Need.QUERY_AUDIT,
                graph.call(
                        Need.QUERY_AUDIT,
                        "Ask for a query of the unified audit log",
                        "POST",
                        root(beta) + QUERIES,
                        body(),
                        Repeat.ONCE),
                Expectation.success(
                        response -> new Query(StrictJson.object(response.body()).text("id"), beta)));
    }

    /** Ten queries of a caller are worked off at once, and one more is refused. */
    private static boolean isFull(Failure failure) {
        return failure.reason() == Reason.THROTTLED
                || (failure.status() == 400
                        && failure.message().toLowerCase(Locale.ROOT).contains("concurrent"));
    }

    private String body() {
        JsonObject body = new JsonObject();
        body.addProperty("displayName", "Cordon " + question.from() + " to " + question.until());
        body.addProperty("filterStartDateTime", question.from().toString());
        body.addProperty("filterEndDateTime", question.until().toString());
        restrict(body, "userPrincipalNameFilters", question.users());
        restrict(body, "operationFilters", question.operations());
        restrict(body, "ipAddressFilters", question.addresses());
        return body.toString();
    }

    private static void restrict(JsonObject body, String name, List<String> values) {
        if (!values.isEmpty()) {
            JsonArray array = new JsonArray();
            values.forEach(array::add);
            body.add(name, array);
        }
    }

    private CollectionEnd poll(Progress.Asked asked) {
        Sent<Optional<String>> status = status(asked.query());
        return switch (status.value().orElse("gone")) {
            case "notStarted", "running" -> new CollectionEnd.StillRunning(POLL);
            case "succeeded" -> {
                Progress.Succeeded succeeded =
                        new Progress.Succeeded(asked.query(), dev.cordon.tenant.PageProgress.beginning());
                hand(status.answer(), succeeded);
                yield records(succeeded);
            }
            case "failed", "gone" -> again(asked.failures() + 1, status.answer());
            case "cancelled" ->
                abandoned(status.answer(), "The query of the unified audit log was cancelled by somebody else.");
            case String other ->
                abandoned(
                        status.answer(),
                        "The query of the unified audit log is in a state we do not know: " + other + ".");
        };
    }

    private Sent<Optional<String>> status(Query query) {
        return graph.find(
                Need.QUERY_AUDIT,
                "Ask how far the query of the unified audit log is",
                path(query),
                item -> item.text("status"));
    }

    /** Nothing comes of that query any more: whoever goes on from here makes another one. */
    private CollectionEnd abandoned(Answer answer, String why) {
        hand(answer, new Progress.NotAsked(0));
        return new CollectionEnd.CutOff(why + " The next time another one is made.");
    }

    private CollectionEnd again(int failures, Answer answer) {
        hand(answer, new Progress.NotAsked(failures % MOST_FAILURES));
        return failures < MOST_FAILURES
                ? create(failures)
                : new CollectionEnd.CutOff("The query of the unified audit log failed " + failures + " times.");
    }

    private CollectionEnd records(Progress.Succeeded succeeded) {
        CollectionEnd end;
        try {
            end = new LogListing(
                            graph,
                            Need.QUERY_AUDIT,
                            "Read the rows of a query of the unified audit log",
                            AuditQuery::row)
                    .collect(
                            succeeded.pages(),
                            path(succeeded.query()) + "/records?$top=" + PAGE,
                            pages -> new Position(question, new Progress.Succeeded(succeeded.query(), pages)),
                            sink);
        } catch (TenantException e) {
            if (e.failure().reason() != Reason.NOT_FOUND) {
                throw e;
            }
            return gone(succeeded.query(), e);
        }
        return end instanceof CollectionEnd.Complete ? AuditWorkloads.seen(graph.claims()) : end;
    }

    private CollectionEnd gone(Query query, TenantException refused) {
        Sent<Optional<String>> status = status(query);
        if (status.value().isPresent()) {
            throw refused;
        }
        return abandoned(status.answer(), "Microsoft does not know the query of the unified audit log any more.");
    }

    private void hand(Answer answer, Progress progress) {
        sink.accept(new LogPage<>(List.of(), List.of(answer), new Position(question, progress)));
    }

    private static String path(Query query) {
        return root(query.beta()) + QUERIES + "/" + GraphClient.segment(query.id());
    }

    private static String root(boolean beta) {
        return beta ? GraphClient.BETA : GraphClient.V1;
    }

    private static LogRow row(JsonItem row) {
        Optional<JsonItem> data = row.findItem("auditData");
        String address = row.find("clientIp")
                .or(() -> data.flatMap(each -> each.find("ClientIP")))
                .or(() -> data.flatMap(each -> each.find("ClientIPAddress")))
                .orElse("");
        return new LogRow(
                row.text("id"),
                row.findInstant("createdDateTime"),
                row.textOrEmpty("userPrincipalName"),
                row.textOrEmpty("operation"),
                Addresses.withoutPort(address),
                row.object().toString());
    }
}

package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.ConsentGrants.Application;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads the applications behind service principal ids.
 *
 * @param graph the client
 * @param sleep lets wall time pass
 */
record Applications(GraphClient graph, Sleep sleep) {
    /** {@code rows} with their applications beside them; an application that could not be read leaves the reading incomplete. */
    <R, T> Reading<List<T>> beside(
            Reading<List<R>> rows, Function<R, String> idOf, BiFunction<R, Application, T> join) {
        List<String> ids = rows.value().stream().map(idOf).distinct().toList();
        if (ids.isEmpty()) {
            return rows.map(none -> List.of());
        }
        Batch.Result<Application> result;
        try {
            result = new Batch<>(graph, Need.READ_DIRECTORY, "Read the applications", Applications::application, sleep)
                    .read(ids.stream().map(Applications::path).toList());
        } catch (TenantException e) {
            return unnamed(rows, idOf, join, e.failure());
        }
        Map<String, Application> applications = new HashMap<>();
        Completeness completeness = rows.completeness();
        for (String id : ids) {
            switch (result.items().get(path(id))) {
                case Batch.Item.Found<Application>(Application application) -> applications.put(id, application);
                case Batch.Item.Missing<Application> missing -> applications.put(id, unknown(id));
                case Batch.Item.Failed<Application>(Failure failure) -> {
                    applications.put(id, unknown(id));
                    completeness = completeness.and(new Completeness.Incomplete("The application " + id
                            + " could not be read (" + failure.reason().inWords() + ")."));
                }
                case null -> throw new IllegalStateException("The batch forgot " + id);
            }
        }
        List<Answer> answers = new ArrayList<>(rows.answers());
        answers.addAll(result.answers());
        List<T> joined = rows.value().stream()
                .map(row -> join.apply(row, applications.getOrDefault(idOf.apply(row), unknown(idOf.apply(row)))))
                .toList();
        return new Reading<>(joined, completeness, answers.getLast().date(), answers);
    }

    /** The rows matter more than the names of the applications. */
    private static <R, T> Reading<List<T>> unnamed(
            Reading<List<R>> rows, Function<R, String> idOf, BiFunction<R, Application, T> join, Failure failure) {
        Completeness why = rows.completeness()
                .and(new Completeness.Incomplete("The applications could not be read ("
                        + failure.reason().inWords() + "), only their ids are known."));
        List<T> joined = rows.value().stream()
                .map(row -> join.apply(row, unknown(idOf.apply(row))))
                .toList();
        return new Reading<>(joined, why, rows.readAt(), rows.answers());
    }

    private static String path(String id) {
        return "/servicePrincipals/" + segment(id);
    }

    private static Application application(JsonItem principal) {
        String id = principal.text("id");
        return new Application(
                id,
                principal.textOrEmpty("appId"),
                principal.find("displayName").orElse(id),
                principal.find("appOwnerOrganizationId"),
                principal.findItem("verifiedPublisher").flatMap(publisher -> publisher.find("displayName")),
                principal.findInstant("createdDateTime"),
                principal.findFlag("accountEnabled").orElse(true),
                principal.texts("replyUrls"));
    }

    private static Application unknown(String id) {
        return new Application(id, "", id, Optional.empty(), Optional.empty(), Optional.empty(), true, List.of());
    }
}

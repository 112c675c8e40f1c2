package dev.cordon.simulator.graph;

import dev.cordon.simulator.wire.WireResponse;
import java.util.List;

/**
 * One operation of Graph that is served.
 *
 * @param template path without the version, variables in braces, such as {@code /users/{user}}
 * @param versions {@code v1.0}, {@code beta}, or both
 * @param bucket throttling bucket
 * @param cost resource units, before {@code $select} and the like
 * @param source where the behaviour is described: an operation of the wire reference
 * @param errors how this area says that a permission is missing
 */
public record GraphRoute(
        String method,
        String template,
        List<String> versions,
        Permit permit,
        String bucket,
        int cost,
        String source,
        Evidence evidence,
        Refusal errors,
        Handler handler) {

    /** Answers a call that has passed authentication, throttling and permissions. */
    @FunctionalInterface
    public interface Handler {
        /** Answers, or throws a {@link GraphRefusal}. */
        WireResponse answer(GraphCall call);
    }

    /** How an area refuses who has no permission. */
    @FunctionalInterface
    public interface Refusal {
        /** The refusal. */
        GraphRefusal denied();
    }

    /** A {@code GET}, both versions, of the directory's kind, costing one unit. */
    public static GraphRoute get(String template, Permit permit, String source, Handler handler) {
        return route("GET", template, permit, source, handler);
    }

    /** A {@code POST}. */
    public static GraphRoute post(String template, Permit permit, String source, Handler handler) {
        return route("POST", template, permit, source, handler);
    }

    /** A {@code PATCH}. */
    public static GraphRoute patch(String template, Permit permit, String source, Handler handler) {
        return route("PATCH", template, permit, source, handler);
    }

    /** A {@code DELETE}. */
    public static GraphRoute delete(String template, Permit permit, String source, Handler handler) {
        return route("DELETE", template, permit, source, handler);
    }

    /** The same route in beta alone. */
    public GraphRoute beta() {
        return new GraphRoute(
                method, template, List.of("beta"), permit, bucket, cost, source, evidence, errors, handler);
    }

    /** The same route in another bucket. */
    public GraphRoute bucket(String name) {
        return new GraphRoute(method, template, versions, permit, name, cost, source, evidence, errors, handler);
    }

    /** The same route at another price. */
    public GraphRoute cost(int units) {
        return new GraphRoute(method, template, versions, permit, bucket, units, source, evidence, errors, handler);
    }

    /** The same route, known from elsewhere. */
    public GraphRoute evidence(Evidence known) {
        return new GraphRoute(method, template, versions, permit, bucket, cost, source, known, errors, handler);
    }

    /** The same route with the area's own word for a missing permission. */
    public GraphRoute denying(Refusal refusal) {
        return new GraphRoute(method, template, versions, permit, bucket, cost, source, evidence, refusal, handler);
    }

    private static GraphRoute route(String method, String template, Permit permit, String source, Handler handler) {
        return new GraphRoute(
                method,
                template,
                List.of("v1.0", "beta"),
                permit,
                "identity",
                1,
                source,
                Evidence.DOCUMENTED,
                GraphErrors::denied,
                handler);
    }
}

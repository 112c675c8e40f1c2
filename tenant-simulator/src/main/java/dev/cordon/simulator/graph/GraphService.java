package dev.cordon.simulator.graph;

import dev.cordon.simulator.faults.Reception;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.Bearer;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.odata.ODataException;
import dev.cordon.simulator.odata.Query;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.throttling.Admission;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Graph host: from a request to the route that answers it. Safe for many threads. */
public final class GraphService implements Service {

    private final Tenant tenant;
    private final Throttle throttle;
    private final RouteTable table;
    private final Batch batch;

    /** The host, with the routes of these areas. */
    public GraphService(Tenant tenant, Throttle throttle, Reception reception, List<GraphArea> areas) {
        this.tenant = tenant;
        this.throttle = throttle;
        this.table = new RouteTable(
                areas.stream().flatMap(area -> area.routes().stream()).toList());
        this.batch = new Batch(tenant.state(), reception);
    }

    @Override
    public WireResponse answer(WireRequest request) {
        try {
            return decorate(route(request));
        } catch (GraphRefusal refusal) {
            return decorate(GraphErrors.answer(refusal, request, tenant.state().now()));
        } catch (ODataException unreadable) {
            var refusal = new GraphRefusal(400, unreadable.code(), unreadable.getMessage() + "");
            return decorate(GraphErrors.answer(refusal, request, tenant.state().now()));
        }
    }

    private WireResponse route(WireRequest request) {
        Bearer bearer = Bearer.of(request, Resource.GRAPH, tenant);
        GraphPath path = GraphPath.of(request.segments(), me(bearer));
        if (path.segments().equals(List.of("$batch")) && request.method().equals("POST")) {
            request.trace().caller(accepted(bearer, request).actor().caller());
            return batch.answer(request);
        }
        RouteTable.Found found = table.find(request.method(), path.version(), path.segments())
                .orElseThrow(() -> unserved(path, request));
        name(found, request);
        AccessToken token = accepted(bearer, request);
        request.trace().caller(token.actor().caller());
        return admitted(found.route(), request, token, () -> answer(found, path, token, request));
    }

    /** Who {@code /me} is; a token that is refused later still finds its route. */
    private static @Nullable String me(Bearer bearer) {
        return switch (bearer) {
            case Bearer.Accepted good -> good.token().userId();
            case Bearer.Challenged old -> old.token().userId();
            case Bearer.Missing _, Bearer.Invalid _ -> "me";
        };
    }

    /** Notes early whom it is about, so that refused and throttled requests say so too. */
    private void name(RouteTable.Found found, WireRequest request) {
        String wanted = found.variables().getOrDefault("user", "");
        if (!wanted.isEmpty()) {
            tenant.state().table(User.TABLE).all().stream()
                    .filter(user -> user.id().equalsIgnoreCase(wanted)
                            || user.userPrincipalName().equalsIgnoreCase(wanted))
                    .findFirst()
                    .ifPresent(user -> request.trace().target(user.id()));
        }
    }

    private GraphRefusal unserved(GraphPath path, WireRequest request) {
        boolean betaOnly = path.version().equals("v1.0")
                && table.find(request.method(), "beta", path.segments()).isPresent();
        String last = path.segments().isEmpty() ? "" : path.segments().getLast();
        return betaOnly
                ? new GraphRefusal(400, "BadRequest", "Resource not found for the segment '" + last + "'.")
                : GraphErrors.notServed(request);
    }

    private AccessToken accepted(Bearer bearer, WireRequest request) {
        return switch (bearer) {
            case Bearer.Accepted good -> good.token();
            case Bearer.Missing none -> throw GraphErrors.tokenMissing();
            case Bearer.Invalid bad -> throw GraphErrors.tokenInvalid(bad.message());
            case Bearer.Challenged old -> {
                request.trace().caller(old.token().actor().caller());
                throw GraphErrors.claimsChallenge(old.code(), old.since());
            }
        };
    }

    private WireResponse answer(RouteTable.Found found, GraphPath path, AccessToken token, WireRequest request) {
        GraphRoute route = found.route();
        boolean own = token.isDelegated() && isOwn(found, token);
        if (!route.permit().permits(token) && !(own && permitsOwn(route, token))) {
            throw route.errors().denied();
        }
        if (!own && !route.permit().suits(token)) {
            throw route.errors().denied();
        }
        Instant now = tenant.state().now();
        Query query = request.method().equals("GET") ? Query.parse(request.parameters()) : Query.parse(Map.of());
        return route.handler()
                .answer(new GraphCall(tenant, request, path.version(), found.variables(), token, query, now));
    }

    private boolean isOwn(RouteTable.Found found, AccessToken token) {
        String user = found.variables().getOrDefault("user", "");
        return user.equalsIgnoreCase(token.userId())
                || user.equalsIgnoreCase(token.actor().userPrincipalName());
    }

    /** Somebody's own things need only the permission without {@code .All}. */
    private static boolean permitsOwn(GraphRoute route, AccessToken token) {
        return route.permit().delegated().stream()
                .map(name -> name.replace(".All", ""))
                .anyMatch(name ->
                        token.grants().contains(name) || token.grants().contains(name.replace(".Read", ".ReadWrite")));
    }

    private WireResponse admitted(
            GraphRoute route, WireRequest request, AccessToken token, Supplier<WireResponse> answer) {
        request.trace().bucket(route.bucket());
        String key = throttleKey(route, request, token);
        boolean write = route.bucket().equals("identity") && !request.method().equals("GET");
        enterTenantWide(request, token);
        try (Admission.Admitted in = entered(throttle.admit(route.bucket(), key, cost(route, request)), token)) {
            if (write) {
                entered(throttle.admit("identity-writes", key, 1), token).close();
            }
            return used(answer.get(), route, request, in);
        }
    }

    /** What one application may ask of Graph altogether, whichever service answers. */
    private void enterTenantWide(WireRequest request, AccessToken token) {
        switch (throttle.admit("global", token.actor().appId() + "", 1)) {
            case Admission.Admitted in -> in.close();
            case Admission.Refused refused -> {
                request.trace().bucket("global");
                throw refusal(refused, token);
            }
        }
    }

    private Admission.Admitted entered(Admission admission, AccessToken token) {
        return switch (admission) {
            case Admission.Admitted in -> in;
            case Admission.Refused refused -> throw refusal(refused, token);
        };
    }

    private GraphRefusal refusal(Admission.Refused refused, AccessToken token) {
        long seconds = refused.retryAfter()
                .map(wait -> Math.max(1, tenant.state().clock().wallSeconds(wait)))
                .orElse(0L);
        return GraphErrors.throttled(
                refused,
                seconds,
                "Tenant_Application/ReadWrite/" + token.actor().appId() + "/" + tenant.tenantId());
    }

    private static WireResponse used(
            WireResponse response, GraphRoute route, WireRequest request, Admission.Admitted in) {
        WireResponse told = route.bucket().equals("identity")
                ? response.with("x-ms-resource-unit", String.valueOf(cost(route, request)))
                : response;
        return in.used() > 0.8
                ? told.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.1f", in.used()))
                : told;
    }

    private static String throttleKey(GraphRoute route, WireRequest request, AccessToken token) {
        List<String> path = request.segments();
        boolean mailbox = route.bucket().equals("outlook") && path.size() > 2;
        return List.of("identity-protection", "hunting", "threat-submission").contains(route.bucket())
                ? "tenant"
                : token.actor().appId() + (mailbox ? " " + path.get(2).toLowerCase(Locale.ROOT) : "");
    }

    private static int cost(GraphRoute route, WireRequest request) {
        if (!route.bucket().equals("identity")) {
            return 1;
        }
        String query = request.query();
        int cost = route.cost();
        cost -= query.contains("select=") ? 1 : 0;
        cost += query.contains("expand=") ? 1 : 0;
        cost -= query.matches(".*top=1?[0-9](&.*|$)") ? 1 : 0;
        return Math.max(1, cost);
    }

    private static WireResponse decorate(WireResponse response) {
        return response.with(
                        "x-ms-ags-diagnostic",
                        "{\"ServerInfo\":{\"DataCenter\":\"Simulated\",\"Slice\":\"E\",\"Ring\":\"5\"}}")
                .with("OData-Version", "4.0");
    }
}

package dev.cordon.simulator.auditqueries;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.exchange.AuditSearch;
import dev.cordon.simulator.exchange.UnifiedAuditLog;
import dev.cordon.simulator.exchange.UnifiedAuditLog.Row;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Searches;
import dev.cordon.simulator.wire.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Queries of the audit log and their records (D6-D8). What a query found stays as it was when it ended. */
public final class AuditQueryRoutes implements GraphArea {

    private static final String QUERIES = "/security/auditLog/queries";
    private static final String ALL = "AuditLogsQuery.Read.All";
    private static final String EXCHANGE = "AuditLogsQuery-Exchange.Read.All";
    private static final String ENTRA = "AuditLogsQuery-Entra.Read.All";
    private static final String FILES = "AuditLogsQuery-SharePoint.Read.All";
    private static final Permit READ = Permit.anyOf(ALL, EXCHANGE, ENTRA, FILES)
            .roles("Exchange Administrator", "Global Reader", "Compliance Administrator");
    private static final int AT_ONCE = 10;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int REMEMBERED = 8;

    private record Found(AuditQuery query, List<Row> rows) {}

    private final Tenant tenant;
    private final UnifiedAuditLog log;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** The queries of that tenant. */
    public AuditQueryRoutes(Tenant tenant) {
        this.tenant = tenant;
        this.log = new UnifiedAuditLog(tenant);
    }

    @Override
    public String name() {
        return "audit queries";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                        GraphRoute.post(QUERIES, READ, "D6", this::create),
                        GraphRoute.get(QUERIES, READ, "D6", this::all),
                        GraphRoute.get(QUERIES + "/{query}", READ, "D7", this::one),
                        GraphRoute.get(QUERIES + "/{query}/records", READ, "D8", this::records))
                .stream()
                .map(route -> route.bucket("audit-queries").evidence(Evidence.DOCUMENTED))
                .toList();
    }

    private WireResponse create(GraphCall call) {
        var body = call.body();
        var search = search(body);
        return call.state().atomically(() -> {
            var caller = call.token().actor().appId() + "/" + call.token().userId();
            var mine = call.state().table(AuditQuery.TABLE).all().stream()
                    .filter(query -> query.caller().equals(caller) && !query.isOver(call.now()))
                    .toList();
            var unfiltered = mine.stream().anyMatch(query -> query.search().isUnfiltered());
            if (mine.size() >= AT_ONCE || (unfiltered && search.isUnfiltered())) {
                throw AuditQueryErrors.tooMany(call.state().clock().wallSeconds(Duration.ofSeconds(30)));
            }
            var number = call.state().table(AuditQuery.TABLE).all().size() + 1;
            var random = call.state().chance().generator("audit-query", number);
            var ended = call.now()
                    .plus(call.state().scenario().delays().auditQuery().draw(random));
            var query = new AuditQuery(
                    call.state().chance().guid("audit-query-id", number),
                    caller,
                    shown(body),
                    search,
                    call.now(),
                    ended,
                    Searches.isTurn(call.state().scenario().searches().breaks(), number));
            call.state().table(AuditQuery.TABLE).put(query.id(), query);
            return call.answer(201, "security/auditLog/queries/$entity", shape(call, query));
        });
    }

    private static JsonObject shown(JsonObject body) {
        var shown = new JsonObject();
        for (var name : List.of(
                "displayName",
                "filterStartDateTime",
                "filterEndDateTime",
                "recordTypeFilters",
                "keywordFilter",
                "serviceFilters",
                "operationFilters",
                "userPrincipalNameFilters",
                "ipAddressFilters",
                "objectIdFilters",
                "administrativeUnitIdFilters")) {
            if (body.has(name) && !body.get(name).isJsonNull()) {
                shown.add(name, body.get(name));
            } else {
                shown.add(name, name.endsWith("Filters") ? new JsonArray() : Json.element(null));
            }
        }
        var types = new JsonArray();
        texts(body, "recordTypeFilters")
                .forEach(word -> RecordTypes.number(word).map(RecordTypes::name).ifPresent(types::add));
        shown.add("recordTypeFilters", types);
        return shown;
    }

    private static AuditSearch search(JsonObject body) {
        var types = new HashSet<Integer>();
        for (var word : texts(body, "recordTypeFilters")) {
            types.add(RecordTypes.number(word)
                    .orElseThrow(() -> AuditQueryErrors.invalid("'" + word + "' is no auditLogRecordType.")));
        }
        var from = time(body, "filterStartDateTime");
        var to = time(body, "filterEndDateTime");
        if (!from.isBefore(to)) {
            throw AuditQueryErrors.invalid("filterStartDateTime has to lie before filterEndDateTime.");
        }
        return new AuditSearch(
                from,
                to,
                types,
                texts(body, "operationFilters"),
                texts(body, "userPrincipalNameFilters"),
                texts(body, "objectIdFilters"),
                texts(body, "ipAddressFilters"),
                Json.text(body, "keywordFilter").orElse(""));
    }

    private static List<String> texts(JsonObject body, String name) {
        var texts = new ArrayList<String>();
        if (body.get(name) instanceof JsonArray list) {
            list.forEach(item -> {
                if (!(item instanceof JsonPrimitive text) || !text.isString()) {
                    throw AuditQueryErrors.invalid(name + " has to be a list of texts.");
                }
                texts.add(text.getAsString());
            });
        }
        return texts;
    }

    private static Instant time(JsonObject body, String name) {
        var text = Json.text(body, name).orElseThrow(() -> AuditQueryErrors.invalid(name + " is missing."));
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw AuditQueryErrors.invalid(name + " is no time with a zone.");
        }
    }

    private static JsonObject shape(GraphCall call, AuditQuery query) {
        var shape = Json.object("id", query.id());
        query.shown().entrySet().forEach(member -> shape.add(member.getKey(), member.getValue()));
        shape.addProperty("status", query.status(call.now()));
        return shape;
    }

    private WireResponse all(GraphCall call) {
        return Pages.plain("security/auditLog/queries", 100, 999)
                .answer(
                        call,
                        call.state().table(AuditQuery.TABLE).all().stream()
                                .filter(query -> query.created().plus(KEPT).isAfter(call.now()))
                                .map(query -> shape(call, query))
                                .toList());
    }

    private static AuditQuery found(GraphCall call) {
        return call.state()
                .table(AuditQuery.TABLE)
                .find(call.variable("query"))
                .filter(query -> query.created().plus(KEPT).isAfter(call.now()))
                .orElseThrow(AuditQueryErrors::notFound);
    }

    private WireResponse one(GraphCall call) {
        return call.one("security/auditLog/queries/$entity", shape(call, found(call)));
    }

    private WireResponse records(GraphCall call) {
        var query = found(call);
        if (!query.status(call.now()).equals("succeeded")) {
            throw AuditQueryErrors.notOver();
        }
        var services = services(call);
        var rows = rows(call, query).stream()
                .filter(row -> services.contains(service(row)))
                .map(row -> new Pages.Unwritten(() -> Json.object("id", row.id()), () -> shape(row)))
                .toList();
        return Pages.plain("security/auditLog/queries('" + query.id() + "')/records", 150, 1000)
                .uneven(call.state().scenario().searches().shortPages())
                .answer(call, rows, Set.of("id"), "createdDateTime desc");
    }

    /** What the query found, kept for the latest queries so that every page need not search again. */
    private synchronized List<Row> rows(GraphCall call, AuditQuery query) {
        var known = found.get(query.id());
        if (known != null && known.query().equals(query)) {
            return known.rows();
        }
        var wanted = texts(query.shown(), "serviceFilters").stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        var matching = query.search().in(log, query.ended()).stream()
                .filter(row -> wanted.isEmpty() || wanted.contains(service(row).toLowerCase(Locale.ROOT)))
                .toList();
        var every = call.state().scenario().searches().duplicates();
        var rows = new ArrayList<>(matching);
        for (var number = 1; number <= matching.size(); number++) {
            if (Searches.isTurn(every, number)) {
                rows.add(Math.min(rows.size(), number + every), matching.get(number - 1));
            }
        }
        if (found.size() >= REMEMBERED) {
            found.remove(found.keySet().iterator().next());
        }
        found.put(query.id(), new Found(query, List.copyOf(rows)));
        return rows;
    }

    private static String service(Row row) {
        return switch (row.type()) {
            case 8, 15 -> "AzureActiveDirectory";
            case 6 -> "SharePoint";
            default -> "Exchange";
        };
    }

    /** A permission for one workload shows the rows of that workload alone. */
    private static Set<String> services(GraphCall call) {
        var grants = call.token().grants();
        var services = new HashSet<String>();
        if (grants.contains(ALL) || grants.contains(EXCHANGE)) {
            services.add("Exchange");
        }
        if (grants.contains(ALL) || grants.contains(ENTRA)) {
            services.add("AzureActiveDirectory");
        }
        if (grants.contains(ALL) || grants.contains(FILES)) {
            services.add("SharePoint");
        }
        return services;
    }

    private JsonObject shape(Row row) {
        var data = Json.object("@odata.type", "#microsoft.graph.security.defaultAuditData");
        var classic = row.data();
        classic.entrySet().forEach(member -> data.add(member.getKey(), member.getValue()));
        return Json.object(
                "id", row.id(),
                "createdDateTime", Json.time(row.at()),
                "auditLogRecordType", RecordTypes.name(row.type()),
                "operation", row.operation(),
                "organizationId", tenant.tenantId(),
                "userType", row.user().startsWith("ServicePrincipal_") ? "ServicePrincipal" : "Regular",
                "userId", Json.text(classic, "UserKey").orElse(row.user()),
                "service", service(row),
                "objectId", row.objectId(),
                "userPrincipalName", row.user(),
                "clientIp",
                        Optional.of(row.ip())
                                .filter(ip -> !ip.isEmpty() && row.type() != 15)
                                .orElse(null),
                "administrativeUnits", List.of(""),
                "auditData", data);
    }
}

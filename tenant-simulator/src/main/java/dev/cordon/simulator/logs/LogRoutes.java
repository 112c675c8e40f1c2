package dev.cordon.simulator.logs;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sign-ins and directory audits (D1-D3, D5). */
public final class LogRoutes implements GraphArea {

    private static final Permit READ = Permit.anyOf("AuditLog.Read.All")
            .roles("Reports Reader", "Security Reader", "Security Administrator", "Security Operator", "Global Reader");
    private static final Pattern USER = Pattern.compile("userId\\s+eq\\s+'([^']+)'", Pattern.CASE_INSENSITIVE);
    private static final Pattern UPN =
            Pattern.compile("userPrincipalName\\s+eq\\s+'([^']+)'", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM =
            Pattern.compile("(?:created|activity)DateTime\\s+g[et]\\s+([0-9T:.Z+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO =
            Pattern.compile("createdDateTime\\s+l[et]\\s+([0-9T:.Z+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BETA_ONLY = Set.of(
            "sessionId",
            "uniqueTokenIdentifier",
            "incomingTokenType",
            "authenticationRequirement",
            "authenticationProtocol",
            "originalTransferMethod",
            "crossTenantAccessType",
            "tokenIssuerType",
            "autonomousSystemNumber",
            "signInEventTypes",
            "authenticationDetails",
            "homeTenantId",
            "resourceTenantId");

    private final SignInLog signIns;
    private final AuditLog audits;

    /** The logs of that tenant. */
    public LogRoutes(Tenant tenant) {
        this.signIns = new SignInLog(tenant);
        this.audits = new AuditLog(tenant);
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                GraphRoute.get("/auditLogs/signIns", READ, "D1, D2", this::signIns)
                        .bucket("reports")
                        .evidence(Evidence.CAPTURED),
                GraphRoute.get("/auditLogs/signIns/{signIn}", READ, "D3", this::signIn)
                        .bucket("reports"),
                GraphRoute.get("/auditLogs/directoryAudits", READ, "D5", this::audits)
                        .bucket("reports"),
                GraphRoute.get("/auditLogs/directoryAudits/{audit}", READ, "D5", this::audit)
                        .bucket("reports"));
    }

    private static void checkLicence(GraphCall call) {
        if (!ServicePlans.hasPremiumP1(call.state().licences())) {
            throw LogErrors.notPremium();
        }
    }

    private static Instant retained(GraphCall call) {
        var days = ServicePlans.hasPremiumP1(call.state().licences()) ? 30 : 7;
        return call.now().minus(Duration.ofDays(days));
    }

    private static String filter(GraphCall call) {
        return call.request().parameters().getOrDefault("$filter", "");
    }

    /** Whether the filter only narrows, so that its parts may be used to read less. */
    private static boolean narrows(String filter) {
        var lower = filter.toLowerCase(Locale.ROOT);
        return !lower.contains(" or ") && !lower.contains("not ") && !lower.contains("not(");
    }

    private static Optional<String> user(GraphCall call, String filter) {
        if (!narrows(filter)) {
            return Optional.empty();
        }
        var byId = USER.matcher(filter);
        if (byId.find()) {
            return Optional.of(byId.group(1).toLowerCase(Locale.ROOT));
        }
        var byName = UPN.matcher(filter);
        return byName.find()
                ? call.state().table(User.TABLE).all().stream()
                        .filter(user -> user.userPrincipalName().equalsIgnoreCase(byName.group(1)))
                        .map(User::id)
                        .findFirst()
                : Optional.empty();
    }

    private static Instant from(GraphCall call, String filter) {
        var retained = retained(call);
        var matcher = FROM.matcher(filter);
        if (!narrows(filter) || !matcher.find()) {
            return retained;
        }
        try {
            var asked = OffsetDateTime.parse(matcher.group(1)).toInstant();
            return asked.isAfter(retained) ? asked : retained;
        } catch (DateTimeException malformed) {
            return retained;
        }
    }

    private static Instant to(String filter) {
        var matcher = TO.matcher(filter);
        if (!narrows(filter) || !matcher.find()) {
            return Instant.MAX;
        }
        try {
            return OffsetDateTime.parse(matcher.group(1)).toInstant();
        } catch (DateTimeException malformed) {
            return Instant.MAX;
        }
    }

    private WireResponse signIns(GraphCall call) {
        checkLicence(call);
        var filter = filter(call);
        var byType = filter.contains("signInEventTypes");
        if (byType && !call.isBeta()) {
            throw LogErrors.noEventTypes();
        }
        var rows = rows(call, filter, byType).stream()
                .map(row -> new Pages.Unwritten(() -> signIns.outline(row), () -> shown(call, row)))
                .toList();
        return Pages.plain("auditLogs/signIns", 100, 1000)
                .uneven(call.state().scenario().searches().shortPages())
                .answer(call, rows, SignInLog.OUTLINED, "createdDateTime desc");
    }

    /** Without a type, those at the keyboard; else of every type that is named (D2). */
    private List<LogRow> rows(GraphCall call, String filter, boolean byType) {
        var rows = new ArrayList<LogRow>();
        var from = from(call, filter);
        var to = to(filter);
        if (!byType || filter.contains("'interactiveUser'")) {
            rows.addAll(signIns.rows(user(call, filter), from, to, true));
        }
        if (filter.contains("'nonInteractiveUser'")) {
            rows.addAll(signIns.rows(user(call, filter), from, to, false));
        }
        if (filter.contains("'servicePrincipal'")) {
            rows.addAll(signIns.appRows(from, to));
        }
        rows.sort(Comparator.comparing(LogRow::at).reversed());
        return rows;
    }

    private static JsonObject shown(GraphCall call, LogRow row) {
        var json = row.json().get();
        if (!call.isBeta()) {
            BETA_ONLY.forEach(json::remove);
        }
        return json;
    }

    private WireResponse signIn(GraphCall call) {
        checkLicence(call);
        var id = call.variable("signIn");
        for (var interactive : List.of(true, false)) {
            for (var row : signIns.rows(Optional.empty(), retained(call), Instant.MAX, interactive)) {
                if (row.id().equals(id)) {
                    return call.one("auditLogs/signIns/$entity", shown(call, row));
                }
            }
        }
        for (var row : signIns.appRows(retained(call), Instant.MAX)) {
            if (row.id().equals(id)) {
                return call.one("auditLogs/signIns/$entity", shown(call, row));
            }
        }
        throw LogErrors.notFound(id);
    }

    private WireResponse audits(GraphCall call) {
        var rows = audits.rows(from(call, filter(call))).stream()
                .map(row -> row.json().get())
                .toList();
        return Pages.plain("auditLogs/directoryAudits", 100, 999).answer(call, rows);
    }

    private WireResponse audit(GraphCall call) {
        var id = call.variable("audit");
        return audits.rows(retained(call)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row ->
                        call.one("auditLogs/directoryAudits/$entity", row.json().get()))
                .orElseThrow(() -> LogErrors.notFound(id));
    }
}

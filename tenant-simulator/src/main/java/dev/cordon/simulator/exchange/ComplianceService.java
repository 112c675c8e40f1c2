package dev.cordon.simulator.exchange;

import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.Coverage;
import dev.cordon.simulator.wire.HostNames;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Security &amp; Compliance host (I.5). By its general name it sends everybody on to the host of a region, which a client
 * has to ask with its token again; there it runs cmdlets in somebody's name, and none for an application by itself (E18).
 * Safe for many threads.
 */
public final class ComplianceService implements Service {

    private static final String BANNER = "exobanner('autogensession')";

    private final Tenant tenant;
    private final CmdletEndpoint endpoint;

    /** The host. */
    public ComplianceService(Tenant tenant, Throttle throttle) {
        this.tenant = tenant;
        this.endpoint = new CmdletEndpoint(
                tenant, throttle, Resource.COMPLIANCE, ComplianceCmdlets.all(), (_, token) -> isOffered(token));
    }

    private boolean isOffered(AccessToken token) {
        return token.isDelegated() && RoleGroups.of(tenant, token).maySearch();
    }

    /** What it serves. */
    public static List<Coverage> coverage() {
        var rows = new ArrayList<Coverage>();
        rows.add(new Coverage(
                "Compliance host", "GET /adminapi/beta/{tenant}/EXOBanner('AutogenSession')", "I.5", "documented"));
        ComplianceCmdlets.all().stream()
                .map(cmdlet -> new Coverage(
                        "Compliance cmdlets",
                        cmdlet.name(),
                        cmdlet.source(),
                        "documented; relied on by published tools"))
                .forEach(rows::add);
        return rows;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        var path = request.segments();
        var lower =
                path.stream().map(segment -> segment.toLowerCase(Locale.ROOT)).toList();
        if (lower.size() != 4 || !lower.getFirst().equals("adminapi") || !tenant.isCalled(path.get(2))) {
            return ExchangeErrors.notServed(request);
        }
        return switch (request.method() + " " + lower.get(1) + "/" + lower.get(3)) {
            case "GET beta/" + BANNER ->
                isRegion(request)
                        ? endpoint.accept(request, _ -> banner())
                        : endpoint.accept(request, _ -> sendOn(request));
            case "POST beta/invokecommand" ->
                isRegion(request) ? endpoint.invoke(request) : endpoint.accept(request, _ -> sendOn(request));
            case "GET v1.0/exomodulefile" ->
                isRegion(request) ? endpoint.module(request) : endpoint.accept(request, _ -> sendOn(request));
            default -> ExchangeErrors.notServed(request);
        };
    }

    private static WireResponse banner() {
        return WireResponse.json(200, Json.object("value", List.of()));
    }

    private static boolean isRegion(WireRequest request) {
        return HostNames.isRegion(URI.create(request.origin()).getHost());
    }

    private static WireResponse sendOn(WireRequest request) {
        var origin = URI.create(request.origin());
        var port = origin.getPort() < 0 ? "" : ":" + origin.getPort();
        var query = request.query().isEmpty() ? "" : "?" + request.query();
        return WireResponse.empty(302)
                .with("Location", "https://" + HostNames.region(origin.getHost()) + port + request.path() + query);
    }
}

package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Bearer;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.PlannedRules;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.Command;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.Coverage;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The Exchange host: {@code adminapi/beta/{tenant}/InvokeCommand}, {@code $batch} and the module's bootstrap file. Safe
 * for many threads.
 */
public final class ExchangeService implements Service {

    private final Tenant tenant;
    private final CmdletEndpoint endpoint;
    private final CmdletBatch batch;

    /**
     * The host.
     *
     * @param items where the items of a batch arrive
     */
    public ExchangeService(Tenant tenant, Throttle throttle, CmdletBatch.Items items) {
        this.tenant = tenant;
        this.endpoint = new CmdletEndpoint(
                tenant,
                throttle,
                Resource.EXCHANGE,
                new CmdletTable().all(),
                (cmdlet, token) -> cmdlet.access().suits(token.roles()) || (cmdlet.own() && token.isDelegated()));
        this.batch = new CmdletBatch(items);
    }

    /** What it serves. */
    public static List<Coverage> coverage() {
        return new CmdletTable()
                .all().stream()
                        .map(cmdlet -> new Coverage(
                                "Exchange cmdlets",
                                cmdlet.name(),
                                cmdlet.source(),
                                "documented; relied on by published tools"))
                        .toList();
    }

    @Override
    public WireResponse answer(WireRequest request) {
        var path = request.segments();
        var lower =
                path.stream().map(segment -> segment.toLowerCase(Locale.ROOT)).toList();
        if (lower.size() == 4 && lower.getFirst().equals("adminapi") && tenant.isCalled(path.get(2))) {
            var operation = lower.get(1) + "/" + lower.get(3);
            return switch (request.method() + " " + operation) {
                case "POST beta/invokecommand" -> endpoint.invoke(request);
                case "POST beta/$batch" -> batch.answer(request);
                case "GET v1.0/exomodulefile" -> endpoint.module(request);
                case "POST v1.0/invokecommand" ->
                    ExchangeErrors.plain(
                            405, "MethodNotAllowed", "The requested resource does not support http method 'POST'.");
                default -> ExchangeErrors.notServed(request);
            };
        }
        return lower.equals(List.of("mapi", "emsmdb")) && request.source().attacker()
                ? outlook(request)
                : ExchangeErrors.notServed(request);
    }

    /** A rule set the way Outlook itself sets rules, hidden; stands in for MAPI and answers our attacker alone. */
    private WireResponse outlook(WireRequest request) {
        if (!(Bearer.of(request, Resource.EXCHANGE, tenant) instanceof Bearer.Accepted accepted)) {
            return ExchangeErrors.unauthorised("");
        }
        request.trace().caller(accepted.token().actor().caller());
        var mailboxes = new Mailboxes(tenant.state());
        return Optional.ofNullable(accepted.token().userId())
                .flatMap(mailboxes::find)
                .map(mailbox -> {
                    var body = Json.parseObject(request.body());
                    var rule = PlannedRules.hidden(
                            body,
                            mailboxes.newIdentity(mailbox.ownerId()),
                            mailbox.ownerId(),
                            tenant.state().now());
                    request.trace().target(mailbox.ownerId() + "/" + rule.identity());
                    var outlook = new Command(AuditOperation.UPDATE_RULES, new JsonObject());
                    mailboxes.create(new Cause(accepted.token().actor(), request.requestId(), outlook), rule);
                    return WireResponse.empty(200);
                })
                .orElseGet(() -> ExchangeErrors.notServed(request));
    }
}

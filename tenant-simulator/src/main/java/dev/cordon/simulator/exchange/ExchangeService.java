package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.Bearer;
import dev.cordon.simulator.identity.Permissions;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.PlannedRules;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.Command;
import dev.cordon.simulator.throttling.Admission;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.Coverage;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The Exchange host: {@code adminapi/beta/{tenant}/InvokeCommand}, {@code $batch} and the module's bootstrap file. Safe
 * for many threads.
 */
public final class ExchangeService implements Service {

    private static final Set<String> COMMON =
            Set.of("confirm", "force", "whatif", "resultsize", "erroraction", "warningaction", "verbose", "debug");

    private final Tenant tenant;
    private final Throttle throttle;
    private final CmdletTable cmdlets = new CmdletTable();
    private final CmdletBatch batch;

    /**
     * The host.
     *
     * @param items where the items of a batch arrive
     */
    public ExchangeService(Tenant tenant, Throttle throttle, CmdletBatch.Items items) {
        this.tenant = tenant;
        this.throttle = throttle;
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
                case "POST beta/invokecommand" -> invoke(request);
                case "POST beta/$batch" -> batch.answer(request);
                case "GET v1.0/exomodulefile" -> module(request);
                case "POST v1.0/invokecommand" ->
                    ExchangeErrors.plain(
                            405, "MethodNotAllowed", "The requested resource does not support http method 'POST'.");
                default -> notServed(request);
            };
        }
        return lower.equals(List.of("mapi", "emsmdb")) && request.source().attacker()
                ? outlook(request)
                : notServed(request);
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
                .orElseGet(() -> notServed(request));
    }

    private static WireResponse notServed(WireRequest request) {
        return ExchangeErrors.plain(
                501,
                "NotImplemented",
                "The simulated tenant does not serve " + request.method() + " " + request.path() + ".");
    }

    private WireResponse invoke(WireRequest request) {
        return switch (Bearer.of(request, Resource.EXCHANGE, tenant)) {
            case Bearer.Missing none -> ExchangeErrors.unauthorised("");
            case Bearer.Invalid bad -> ExchangeErrors.unauthorised(bad.message());
            case Bearer.Challenged old -> challenged(request, old);
            case Bearer.Accepted good -> admitted(request, good.token());
        };
    }

    private static WireResponse challenged(WireRequest request, Bearer.Challenged old) {
        request.trace().caller(old.token().actor().caller());
        return ExchangeErrors.challenged(old.code(), old.since());
    }

    private WireResponse admitted(WireRequest request, AccessToken token) {
        request.trace().caller(token.actor().caller());
        request.trace().bucket("exchange");
        if (!hasScope(token)) {
            return ExchangeErrors.unauthorised("The token has no permission for this endpoint.");
        }
        return switch (throttle.admit("exchange", token.actor().appId() + "", 1)) {
            case Admission.Refused refused -> tooMany(refused);
            case Admission.Admitted in -> {
                try (in) {
                    yield run(request, token);
                }
            }
        };
    }

    private static boolean hasScope(AccessToken token) {
        return token.grants().contains(token.isDelegated() ? Permissions.EXCHANGE_MANAGE : Permissions.EXCHANGE_AS_APP);
    }

    private WireResponse tooMany(Admission.Refused refused) {
        var answer = ExchangeErrors.plain(
                429,
                "TooManyRequests",
                "You have reached the maximum number of concurrent requests per tenant. Please wait and try again");
        return refused.retryAfter()
                .map(wait -> answer.with(
                        "Retry-After",
                        String.valueOf(Math.max(1, tenant.state().clock().wallSeconds(wait)))))
                .orElse(answer);
    }

    private WireResponse run(WireRequest request, AccessToken token) {
        JsonObject input;
        try {
            input = Json.member(Json.parseObject(request.body()), "CmdletInput").orElse(new JsonObject());
        } catch (JsonParseException malformed) {
            return ExchangeErrors.plain(400, "BadRequest", "Invalid Operation");
        }
        var name = Json.text(input, "CmdletName").orElse("");
        var parameters = Json.member(input, "Parameters").orElse(new JsonObject());
        var known = cmdlets.find(name);
        if (known.isEmpty()) {
            return ExchangeErrors.plain(
                    501, "NotImplemented", "The simulated tenant does not serve the cmdlet " + name + ".");
        }
        var cmdlet = known.get();
        if (!isOffered(cmdlet, token)) {
            return ExchangeErrors.forbidden();
        }
        if (!cmdlet.bucket().isEmpty()) {
            request.trace().bucket(cmdlet.bucket());
            switch (throttle.admit(cmdlet.bucket(), "tenant", 1)) {
                case Admission.Refused refused -> {
                    return tooMany(refused);
                }
                case Admission.Admitted in -> in.close();
            }
        }
        try {
            checkParameters(cmdlet, parameters);
            var call = new CmdletCall(tenant, cmdlet, parameters, token, request);
            return CmdletAnswers.answer(
                    tenant, request, parameters, cmdlet.handler().run(call));
        } catch (CmdletRefusal refusal) {
            return ExchangeErrors.refused(refusal);
        } catch (NumberFormatException notANumber) {
            return ExchangeErrors.refused(
                    CmdletRefusal.invalid("Cannot convert a value to the type the parameter needs."));
        }
    }

    /** What the tenant's licences or the caller's roles leave out is as unknown to him as what does not exist (I.3). */
    private boolean isOffered(Cmdlet cmdlet, AccessToken token) {
        return cmdlet.licensed().test(tenant.state().licences())
                && (cmdlet.access().suits(token.roles()) || (cmdlet.own() && token.isDelegated()));
    }

    private static void checkParameters(Cmdlet cmdlet, JsonObject parameters) {
        for (var name : parameters.keySet()) {
            var known = name.contains("@")
                    || COMMON.contains(name.toLowerCase(Locale.ROOT))
                    || cmdlet.parameters().stream().anyMatch(name::equalsIgnoreCase);
            if (!known) {
                throw CmdletRefusal.unknownParameter(name);
            }
        }
    }

    private WireResponse module(WireRequest request) {
        if (!(Bearer.of(request, Resource.EXCHANGE, tenant) instanceof Bearer.Accepted accepted)) {
            return ExchangeErrors.unauthorised("");
        }
        request.trace().caller(accepted.token().actor().caller());
        var allowed = cmdlets.all().stream()
                .filter(cmdlet -> isOffered(cmdlet, accepted.token()))
                .map(Cmdlet::name)
                .toList();
        return WireResponse.json(
                200, Json.object("value", List.of(Json.object("exportedCmdlets", String.join(",", allowed)))));
    }
}

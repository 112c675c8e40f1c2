package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.Bearer;
import dev.cordon.simulator.identity.Permissions;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.throttling.Admission;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What runs cmdlets on one host: admits, checks and answers {@code InvokeCommand} (microsoft365-api.md, I.1-I.3). */
final class CmdletEndpoint {

    private static final Set<String> COMMON =
            Set.of("confirm", "force", "whatif", "resultsize", "erroraction", "warningaction", "verbose", "debug");

    private final Tenant tenant;
    private final Throttle throttle;
    private final Resource resource;
    private final List<Cmdlet> cmdlets;
    private final Offer offer;

    /** Whether a caller has a cmdlet at all. */
    @FunctionalInterface
    interface Offer {
        boolean offers(Cmdlet cmdlet, AccessToken token);
    }

    CmdletEndpoint(Tenant tenant, Throttle throttle, Resource resource, List<Cmdlet> cmdlets, Offer offer) {
        this.tenant = tenant;
        this.throttle = throttle;
        this.resource = resource;
        this.cmdlets = List.copyOf(cmdlets);
        this.offer = offer;
    }

    /** Answers a caller whose token is good for this host. */
    @FunctionalInterface
    interface Accepting {
        WireResponse answer(AccessToken token);
    }

    /** Lets a caller in, or refuses him. */
    WireResponse accept(WireRequest request, Accepting accepting) {
        return switch (Bearer.of(request, resource, tenant)) {
            case Bearer.Missing none -> ExchangeErrors.unauthorised("");
            case Bearer.Invalid bad -> ExchangeErrors.unauthorised(bad.message());
            case Bearer.Challenged old -> challenged(request, old);
            case Bearer.Accepted good -> {
                request.trace().caller(good.token().actor().caller());
                yield accepting.answer(good.token());
            }
        };
    }

    private static WireResponse challenged(WireRequest request, Bearer.Challenged old) {
        request.trace().caller(old.token().actor().caller());
        return ExchangeErrors.challenged(old.code(), old.since());
    }

    WireResponse invoke(WireRequest request) {
        return accept(request, token -> admitted(request, token));
    }

    private WireResponse admitted(WireRequest request, AccessToken token) {
        request.trace().bucket("exchange");
        if (!hasScope(token)) {
            return ExchangeErrors.unauthorised("The token has no permission for this endpoint.");
        }
        return switch (throttle.admit("exchange", token.actor().appId() + key(), 1)) {
            case Admission.Refused refused -> tooMany(refused);
            case Admission.Admitted in -> {
                try (in) {
                    yield run(request, token);
                }
            }
        };
    }

    private String key() {
        return resource == Resource.EXCHANGE ? "" : " " + resource.word();
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
        var known = cmdlets.stream()
                .filter(cmdlet -> cmdlet.name().equalsIgnoreCase(name))
                .findFirst();
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
        return run(new CmdletCall(tenant, cmdlet, parameters, token, request));
    }

    private WireResponse run(CmdletCall call) {
        try {
            checkParameters(call.cmdlet(), call.parameters());
            return CmdletAnswers.answer(
                    tenant,
                    call.request(),
                    call.parameters(),
                    call.cmdlet().handler().run(call));
        } catch (CmdletRefusal refusal) {
            return ExchangeErrors.refused(refusal);
        } catch (NumberFormatException notANumber) {
            return ExchangeErrors.refused(
                    CmdletRefusal.invalid("Cannot convert a value to the type the parameter needs."));
        }
    }

    /** What the tenant's licences or the caller's roles leave out is as unknown to him as what does not exist (I.3). */
    private boolean isOffered(Cmdlet cmdlet, AccessToken token) {
        return cmdlet.licensed().test(tenant.state().licences()) && offer.offers(cmdlet, token);
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

    /** The module's bootstrap file: which cmdlets the caller has (I.6). */
    WireResponse module(WireRequest request) {
        return accept(request, token -> {
            var allowed = cmdlets.stream()
                    .filter(cmdlet -> isOffered(cmdlet, token))
                    .map(Cmdlet::name)
                    .toList();
            return WireResponse.json(
                    200, Json.object("value", List.of(Json.object("exportedCmdlets", String.join(",", allowed)))));
        });
    }
}

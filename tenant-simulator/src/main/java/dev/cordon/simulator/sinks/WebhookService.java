package dev.cordon.simulator.sinks;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.throttling.Admission;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.Coverage;
import dev.cordon.simulator.wire.HostNames;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;

/**
 * The host of the workflow's webhook (F5): 202 for whoever has the address, whatever he posts, for the workflow runs later and
 * fails where nobody sees it. Connectors are retired and gone. What it says beside the status is from memory.
 *
 * @see <a href="https://github.com/polymind-inc/acmebot/issues/869">a message without cards, accepted and never posted</a>
 * @see <a href="https://github.com/MicrosoftDocs/msteams-docs/issues/10995">a retired connector answers 410</a>
 */
public final class WebhookService implements Service {

    /** What a message may weigh. */
    private static final int MOST_BYTES = 28 * 1024;

    private final Tenant tenant;
    private final Throttle throttle;
    private final Workflow workflow;

    /** The webhook of that tenant; its signature is a secret from now on. */
    public WebhookService(Tenant tenant, Throttle throttle) {
        this.tenant = tenant;
        this.throttle = throttle;
        this.workflow = Workflow.of(tenant.state().chance());
        tenant.state().secrets().add("webhook-signature", Workflow.CHANNEL, workflow.signature());
    }

    /** What it serves. */
    public static List<Coverage> coverage() {
        return List.of(
                new Coverage(
                        "Workflow webhook",
                        "POST /workflows/{workflow}/triggers/manual/paths/invoke",
                        "F5",
                        "documented; error texts from memory, unverified"),
                new Coverage(
                        "Workflow webhook", "POST *.webhook.office.com: 410", "F5", "relied on by published tools"));
    }

    @Override
    public WireResponse answer(WireRequest request) {
        request.trace().bucket("webhook");
        if (HostNames.isConnector(name(request))) {
            return error(410, "Gone", "Connectors have been retired.");
        }
        if (!request.path().equals(workflow.path())) {
            return error(404, "WorkflowNotFound", "The workflow could not be found.");
        }
        request.trace().target(workflow.id());
        if (!request.method().equals("POST")) {
            return error(501, "NotImplemented", "The simulated webhook does not serve " + request.method() + ".");
        }
        if (!workflow.signature().equals(request.parameters().get("sig"))) {
            return error(
                    401,
                    "DirectApiAuthorizationRequired",
                    "The request must be authenticated only by Shared Access scheme.");
        }
        return switch (throttle.admit("webhook", workflow.id(), 1)) {
            case Admission.Refused refused -> throttled(refused);
            case Admission.Admitted admitted -> {
                try (admitted) {
                    yield accept(request);
                }
            }
        };
    }

    /** The host it was sent to, without scheme and port. */
    private static String name(WireRequest request) {
        return request.origin().replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
    }

    private WireResponse accept(WireRequest request) {
        if (request.body().length > MOST_BYTES) {
            return error(413, "RequestEntityTooLarge", "The message is larger than 28 KB.");
        }
        try {
            AdaptiveCards.lines(Json.parseObject(request.body())).ifPresent(lines -> post(request, lines));
            return WireResponse.empty(202);
        } catch (JsonParseException noObject) {
            return error(400, "InvalidRequestContent", "The content is no JSON object.");
        }
    }

    private void post(WireRequest request, List<String> lines) {
        var state = tenant.state();
        new Dispatch(
                        Dispatch.Kind.WEBHOOK,
                        state.now(),
                        request.trace().caller(),
                        "",
                        List.of(Workflow.CHANNEL),
                        lines.stream().findFirst().orElse(""),
                        String.join("\n", lines),
                        request.requestId())
                .keep(state);
    }

    private WireResponse throttled(Admission.Refused refused) {
        var refusal = error(429, "TooManyRequests", "Too many requests.");
        return refused.retryAfter()
                .map(wait -> refusal.with(
                        "Retry-After",
                        String.valueOf(Math.max(1, tenant.state().clock().wallSeconds(wait)))))
                .orElse(refusal);
    }

    private static WireResponse error(int status, String code, String message) {
        JsonObject error = Json.object("code", code, "message", message);
        return WireResponse.json(status, Json.object("error", error));
    }
}

package dev.cordon.simulator.faults;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Fault;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.Host;
import dev.cordon.simulator.wire.RequestLog;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import dev.cordon.simulator.wire.WireResponse.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where every request arrives: it is counted, waits its latency, meets the planned faults, goes to the service of its
 * host, and is logged. Items of a batch pass here too, without latency. Safe for many threads.
 */
public final class Reception {

    private final TenantState state;
    private final FaultBook faults;
    private final RequestLog log;
    private final Map<Host, Service> services = new EnumMap<>(Host.class);

    /** A reception without services. */
    public Reception(TenantState state, FaultBook faults, RequestLog log) {
        this.state = state;
        this.faults = faults;
        this.log = log;
    }

    /** Puts a service behind a host, before the first request. */
    public void serve(Host host, Service service) {
        services.put(host, service);
    }

    /** Answers one request from outside. */
    public WireResponse receive(WireRequest request) {
        long seq = log.arrive();
        Instant at = state.now();
        long started = System.nanoTime();
        pause(latency(seq));
        return answered(seq, at, started, request);
    }

    /** Answers one item of a batch. */
    public WireResponse receiveItem(WireRequest request) {
        long seq = log.arrive();
        return answered(seq, state.now(), System.nanoTime(), request);
    }

    private static void recognise(WireRequest request) {
        if (request.source().attacker()) {
            request.trace().caller(Caller.ATTACKER);
        }
    }

    private WireResponse answered(long seq, Instant at, long started, WireRequest request) {
        recognise(request);
        request.trace().arrivedAt(at);
        WireResponse response = decorate(request, answer(request));
        log.answered(seq, at, request, response, (System.nanoTime() - started) / 1_000_000);
        return response;
    }

    private WireResponse answer(WireRequest request) {
        String cmdlet = cmdlet(request);
        if (cmdlet != null) {
            request.trace().cmdlet(cmdlet);
        }
        Optional<Fault> struck = faults.strike(request, cmdlet);
        if (struck.isEmpty()) {
            return serve(request);
        }
        Fault fault = struck.get();
        return switch (fault.effect()) {
            case STATUS ->
                FaultyAnswers.status(fault, request, fault.status() == null ? 503 : fault.status(), state.now());
            case RESET_BEFORE -> WireResponse.empty(0).ending(Ending.CUT);
            case RESET_AFTER_COMMIT -> serve(request).ending(Ending.CUT);
            case SLOW -> slow(request, fault.slowness() == null ? Duration.ZERO : fault.slowness());
            case TRUNCATE -> FaultyAnswers.truncated(serve(request));
            case WRONG_JSON -> FaultyAnswers.wrongJson(serve(request));
            case HTML_403 -> FaultyAnswers.html403();
            case NUL_403 -> FaultyAnswers.nul403();
            case EMPTY_200 -> WireResponse.empty(200);
        };
    }

    private WireResponse slow(WireRequest request, Duration slowness) {
        pause(slowness);
        return serve(request);
    }

    private WireResponse serve(WireRequest request) {
        Service service = services.get(request.host());
        return service == null ? WireResponse.empty(503) : service.answer(request);
    }

    private static WireResponse decorate(WireRequest request, WireResponse response) {
        WireResponse named = response.headers().containsKey("request-id")
                ? response
                : response.with("request-id", request.requestId());
        return request.header("client-request-id")
                .map(id -> named.with("client-request-id", id))
                .orElse(named);
    }

    private static @Nullable String cmdlet(WireRequest request) {
        if (!request.path().endsWith("/InvokeCommand")) {
            return null;
        }
        try {
            JsonObject body = Json.parseObject(request.body());
            return Json.member(body, "CmdletInput")
                    .flatMap(input -> Json.text(input, "CmdletName"))
                    .orElse(null);
        } catch (JsonParseException unreadable) {
            return null;
        }
    }

    private Duration latency(long seq) {
        return state.scenario().delays().latency().draw(state.chance().generator("latency", seq));
    }

    private static void pause(Duration wall) {
        if (wall.isPositive()) {
            try {
                Thread.sleep(wall);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

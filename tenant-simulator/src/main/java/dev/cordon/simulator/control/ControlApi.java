package dev.cordon.simulator.control;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.WireResponse;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.stream.Collectors;

/** The control API over HTTP: finds the path, reads the body, says plainly what was wrong. Safe for many threads. */
public final class ControlApi implements Handler {

    private final List<ControlRoute> routes;

    /** The API with these paths. */
    public ControlApi(List<ControlRoute> routes) {
        this.routes = List.copyOf(routes);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        byte[] body = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        WireResponse answer = answer(
                request.prologue().method().text(), request.prologue().uriPath().rawPath(), body);
        response.status(Status.create(answer.status()));
        answer.headers().forEach(response::header);
        response.send(answer.body());
    }

    private WireResponse answer(String method, String path, byte[] body) {
        for (ControlRoute route : routes) {
            if (route.method().equals(method) && route.path().equals(path)) {
                try {
                    JsonObject json = body.length == 0 ? new JsonObject() : Json.parseObject(body);
                    return route.answer().apply(json);
                } catch (ControlRefusal refusal) {
                    return error(refusal.status(), refusal.getMessage() + "");
                } catch (JsonParseException malformed) {
                    return error(400, "The body is not one JSON object.");
                }
            }
        }
        return error(404, "The control API has no " + method + " " + path + ". It has: " + known() + ".");
    }

    private String known() {
        return routes.stream()
                .map(route -> route.method() + " " + route.path())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static WireResponse error(int status, String message) {
        return WireResponse.json(status, Json.object("error", message));
    }
}

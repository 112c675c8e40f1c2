package dev.cordon.simulator.control;

import com.google.gson.JsonObject;
import dev.cordon.simulator.wire.WireResponse;
import java.util.function.Function;

/**
 * One path of the control API.
 *
 * @param answer from the JSON object in the body (empty if none) to the answer
 */
public record ControlRoute(String method, String path, Function<JsonObject, WireResponse> answer) {}

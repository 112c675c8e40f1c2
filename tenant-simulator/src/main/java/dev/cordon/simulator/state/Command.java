package dev.cordon.simulator.state;

import com.google.gson.JsonObject;

/** A cmdlet as somebody called it: the unified audit log writes down what was asked, not what came of it. */
public record Command(String name, JsonObject parameters) {

    /** Copies the parameters. */
    public Command {
        parameters = parameters.deepCopy();
    }
}

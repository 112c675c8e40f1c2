package dev.cordon.simulator;

import dev.cordon.simulator.wire.Host;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to start a simulated tenant.
 *
 * @param folder where the CA certificate and the application's certificate file go; must exist
 * @param port the port that serves all hosts by name, 0 for any free one
 * @param names host names beside Microsoft's own, each with the service it stands for
 */
public record SimulationOptions(Path folder, int port, Map<String, Host> names) {

    /** Refuses a port outside 0 to 65535 and copies the names. */
    public SimulationOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port lies between 0 and 65535, not " + port + ".");
        }
        names = Map.copyOf(names);
    }

    /** Any free port, no further names. */
    public static SimulationOptions in(Path folder) {
        return new SimulationOptions(folder, 0, Map.of());
    }

    /** The same, on that port. */
    public SimulationOptions port(int number) {
        return new SimulationOptions(folder, number, names);
    }

    /**
     * The same, with names read from {@code HOST=login|graph|exchange|compliance,...}.
     *
     * @throws IllegalArgumentException naming the part that is wrong
     */
    public SimulationOptions names(String text) {
        var all = new LinkedHashMap<>(names);
        for (String part : text.split(",")) {
            String[] sides = part.trim().split("=", -1);
            Host host = sides.length == 2 && sides[0].matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
                    ? Host.find(sides[1]).orElse(null)
                    : null;
            if (host == null) {
                throw new IllegalArgumentException(
                        "Names are written HOST=login|graph|exchange|compliance, not '" + part.trim() + "'.");
            }
            all.put(sides[0], host);
        }
        return new SimulationOptions(folder, port, all);
    }
}

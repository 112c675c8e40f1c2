package dev.cordon.simulator.wire;

import dev.cordon.simulator.wire.WireRequest.Source;
import java.util.Optional;

/**
 * How our own attacker shows from which address he comes: a header whose first word only he knows.
 *
 * @param secret drawn anew for each run
 */
public record AttackerPass(String secret) {

    /** The header's name. */
    public static final String HEADER = "x-simulated-source";

    /** The header's value for a request from that address. */
    public String value(String ip, String userAgent) {
        return secret + ";" + ip + ";" + userAgent;
    }

    /** The source a header's value names, if it is genuine. */
    public Optional<Source> source(String value) {
        String[] parts = value.split(";", 3);
        return parts.length == 3 && parts[0].equals(secret)
                ? Optional.of(new Source(parts[1], parts[2], true))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "AttackerPass[***]";
    }
}

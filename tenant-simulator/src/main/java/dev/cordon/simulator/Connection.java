package dev.cordon.simulator;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/**
 * How to reach a simulated tenant; the document {@code simulate} writes. URLs and paths are absolute.
 *
 * @param webhook the address of the workflow's webhook, which is a secret as a whole
 * @param byName address and port that serve all hosts by name
 * @param suspects UPNs
 * @param breakGlass UPNs
 * @param startedAt tenant time of the start
 */
public record Connection(
        String tenantId,
        String domain,
        String authority,
        String graph,
        String exchange,
        String compliance,
        String webhook,
        String byName,
        String control,
        Path caFile,
        String clientId,
        Path certificateFile,
        String certificatePassword,
        String operator,
        List<String> suspects,
        List<String> breakGlass,
        long seed,
        Instant startedAt) {

    /** Copies the lists. */
    public Connection {
        suspects = List.copyOf(suspects);
        breakGlass = List.copyOf(breakGlass);
    }

    /** The document. */
    public JsonObject json() {
        return Json.object(
                "tenantId", tenantId,
                "domain", domain,
                "authority", authority,
                "graph", graph,
                "exchange", exchange,
                "compliance", compliance,
                "webhook", webhook,
                "byName", byName,
                "control", control,
                "caFile", caFile.toString(),
                "clientId", clientId,
                "certificateFile", certificateFile.toString(),
                "certificatePassword", certificatePassword,
                "operator", operator,
                "suspects", suspects,
                "breakGlass", breakGlass,
                "seed", seed,
                "startedAt", Json.exactTime(startedAt));
    }

    /** Writes the document so that no reader ever sees half of it. */
    public void write(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path half = Files.createTempFile(folder == null ? Path.of(".") : folder, ".connection", ".tmp");
        try {
            Files.writeString(half, Json.write(json()) + "\n");
            Files.move(half, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    @Override
    public String toString() {
        return "Connection[" + tenantId + " at " + byName + "]";
    }
}

package dev.cordon.playbooks.account;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import java.nio.file.Path;
import java.util.Map;

/** Writes the incident's report from its journal. */
@FunctionalInterface
public interface ReportSink {
    /**
     * Writes the report in every format there is and records where it lies.
     *
     * @throws RuntimeException when it cannot be written
     */
    Written write(IncidentId incident);

    /**
     * A written report.
     *
     * @param paths format to absolute path
     * @param sha256 the digest of the first of them, hexadecimal
     */
    record Written(Map<String, Path> paths, String sha256) {
        public Written {
            paths = Map.copyOf(paths);
            requireNonNull(sha256, "sha256 is null");
        }
    }
}

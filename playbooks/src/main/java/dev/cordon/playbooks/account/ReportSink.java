package dev.cordon.playbooks.account;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.journal.CaseEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes the incident's report from its journal. */
@FunctionalInterface
public interface ReportSink {
    /**
     * Writes the report in every format that can be made here.
     *
     * @param incident which incident
     * @param recorder takes the facts that go into the journal: where it lies, and the drafts
     *
     * @throws RuntimeException when it cannot be written
     */
    Written write(IncidentId incident, Consumer<CaseEntry> recorder);

    /**
     * A written report.
     *
     * @param paths format to absolute path
     * @param notMade why a format is not among them, one sentence each
     * @param sha256 the digest of the first of them, hexadecimal
     */
    record Written(Map<String, Path> paths, List<String> notMade, String sha256) {
        public Written {
            paths = Map.copyOf(paths);
            notMade = List.copyOf(notMade);
            requireNonNull(sha256, "sha256 is null");
        }
    }
}

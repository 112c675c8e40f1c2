package dev.cordon.procedure.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * The latest run of the incident's own procedure, which is that of its first run; a run of another one is none of its runs.
 *
 * @param process which process carried it out
 * @param procedure the procedure's id
 * @param version the procedure's version
 * @param startedAt when it started, tenant time
 * @param endedAt when it ended; empty while it goes on, or when it was killed
 * @param count how many runs there were, this one included
 */
public record RunProgress(
        String process, String procedure, String version, Instant startedAt, Optional<Instant> endedAt, int count) {}

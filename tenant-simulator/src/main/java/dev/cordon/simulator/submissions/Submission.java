package dev.cordon.simulator.submissions;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/**
 * Something that was submitted.
 *
 * @param kind {@code url} or {@code email}
 * @param resource what it is about, so that a second one about the same is known
 * @param verdict what the analysis will end with, in Graph's words
 */
record Submission(
        String id,
        String kind,
        String resource,
        String category,
        String recipient,
        String createdById,
        String createdBy,
        Instant at,
        String verdict) {

    static final TableKey<Submission> TABLE = new TableKey<>("threat-submissions", Submission.class);
}

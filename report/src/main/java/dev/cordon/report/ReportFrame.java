package dev.cordon.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands around a report.
 *
 * @param version the version of Cordon that wrote it
 * @param label the classification label, for example {@code Confidential}
 * @param author who answers for it; empty while nobody signed, which is work left
 * @param writtenAt when it was written, tenant time, UTC
 */
public record ReportFrame(String version, String label, Optional<String> author, Instant writtenAt) {
    public ReportFrame {
        requireNonNull(version, "version is null");
        requireNonNull(label, "label is null");
        requireNonNull(author, "author is null");
        requireNonNull(writtenAt, "writtenAt is null");
    }
}

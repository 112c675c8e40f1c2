package dev.cordon.simulator.wire;

/**
 * One thing that is served, for {@code COVERAGE.md}.
 *
 * @param area the table it stands in
 * @param operation method and path, or cmdlet
 * @param source where its behaviour is described: an operation or section of the wire reference
 * @param known how much is known of the real service here
 */
public record Coverage(String area, String operation, String source, String known) {}

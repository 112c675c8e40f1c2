package dev.cordon.simulator.scenario;

/**
 * How late things become visible. {@code latency} is wall time and meets every request; all others are tenant time.
 *
 * @param auditQuery how long a query of the audit log over Graph takes
 */
public record Delays(
        DurationRange latency,
        DurationRange revokeVisible,
        DurationRange caeEvent,
        DurationRange replication,
        DurationRange auditQuery,
        Logs logs) {

    /** How long after an event its row can be read. */
    public record Logs(
            DurationRange signIns,
            DurationRange nonInteractive,
            DurationRange directoryAudits,
            DurationRange unifiedAudit,
            DurationRange messageTrace) {}
}

package dev.cordon.response;

import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import java.time.Duration;
import java.time.Instant;

/**
 * Appending without a connection to the tenant. The tenant's time is then reckoned from the incident's last entry and this machine's
 * clock, so it is never earlier than that entry.
 */
final class Offline {
    private Offline() {}

    static void append(Workspace workspace, CaseRecord record, Actor actor, CaseEntry entry) {
        workspace.journal().append(record.incident().id(), tenantTime(workspace, record), actor, entry);
        Anchors.put(workspace, record.incident().id());
    }

    static Instant tenantTime(Workspace workspace, CaseRecord record) {
        Recorded last = record.entries().getLast();
        Duration since = Duration.between(last.wallAt(), workspace.wallTime().instant());
        return since.isNegative() ? last.at() : last.at().plus(since);
    }
}

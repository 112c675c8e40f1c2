package dev.cordon.procedure.schedule;

import dev.cordon.incident.IncidentId;
import java.util.concurrent.Callable;

/** One process at a time works on an incident. Safe for many threads and many processes. */
public interface IncidentRuns {
    /**
     * Claims the incident, runs {@code work} at once on the calling thread, and gives the claim back however it ends. While it runs the
     * claim is kept alive; the claim of a process that died on this machine is taken over at once, that of another machine when its
     * heartbeat has lapsed.
     *
     * @throws IncidentClaimedException when another process, or another thread of this one, is working on the incident
     * @throws Exception whatever {@code work} throws
     */
    <T> T claimAndRun(IncidentId incident, Callable<T> work) throws Exception;
}

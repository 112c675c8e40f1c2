package dev.cordon.procedure.schedule;

import dev.cordon.incident.IncidentId;
import java.util.concurrent.Callable;

/** One process at a time works on an incident. Safe for many threads and many processes. */
public interface IncidentRuns {
    /**
     * Claims the incident, runs {@code work} at once on the calling thread, and gives the claim back however it ends. While it runs the
     * claim is kept alive; the claim of a process that died on this machine is taken over at once, that of another machine when its
     * heartbeat has lapsed. Of whoever lost the claim so, the journal takes nothing more about the incident until {@code work} has ended:
     * no effect begins that was not intended in the journal, so there is none beside those of the new holder.
     *
     * @throws IncidentClaimedException when another process, or another thread of this one, is working on the incident
     * @throws ClaimLostException from the journal, in {@code work}, when another process has taken the incident over
     * @throws Exception whatever {@code work} throws
     */
    <T> T claimAndRun(IncidentId incident, Callable<T> work) throws Exception;

    /**
     * Claims the collecting of the incident's logs, which keeps no run of it waiting, and otherwise does as {@link #claimAndRun}: the place of a
     * collection is compared whenever it is written, so whoever lost this claim writes nothing either.
     *
     * @throws IncidentClaimedException when another process, or another thread of this one, collects them
     * @throws Exception whatever {@code work} throws
     */
    <T> T claimAndCollect(IncidentId incident, Callable<T> work) throws Exception;
}

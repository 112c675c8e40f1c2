package dev.cordon.cli.desk;

import dev.cordon.incident.Incident;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.ReviewListener;
import dev.cordon.response.ReviewLog;
import dev.cordon.response.TenantReview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reviews of a tenant and what people answer. One thread. */
public interface ReviewDesk extends AutoCloseable {
    /**
     * Looks through the tenant and remembers what was told; changes nothing there.
     *
     * @param since from when on; empty for since the last review, and for a week at least
     */
    TenantReview review(Optional<Instant> since, ReviewListener listener) throws InterruptedException;

    /** The weekly log of its reviews; no tenant is asked. */
    ReviewLog log();

    /** Says that a finding is nothing, and why. Refused where no review told it. */
    ReviewEntry.Told dismiss(String finding, String because);

    /**
     * Opens an incident for findings about one account, its clock running.
     *
     * @param user whose account; the one that the findings name where this is empty
     */
    Incident open(List<String> findings, Optional<String> user);

    @Override
    void close();
}

package dev.cordon.evidence;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.IncidentId;
import java.util.List;
import java.util.Optional;

/**
 * Who did what to which evidence: append-only and hash-chained over all incidents of a store.
 *
 * <p>Safe for many threads and, where the store is shared, for many processes. An entry is durable when {@link #append} returns; what was
 * not acknowledged may or may not be there after a crash. Nothing is ever changed or removed.
 */
public interface CustodyLog {
    /** Appends {@code event}, stamped with this machine's clock. Not idempotent: every call is an entry of its own. */
    CustodyEntry append(IncidentId incident, CustodyEvent event);

    /** The incident's entries in order; empty for an unknown incident. */
    List<CustodyEntry> entries(IncidentId incident);

    /** The entry with this number. */
    Optional<CustodyEntry> find(long sequence);

    /** The newest entry of the whole log. */
    ChainHead head();
}

package dev.cordon.evidence;

import dev.cordon.incident.IncidentId;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of any length that a vault has received whole and that are no exhibit yet: they can be looked at, and then they are sealed, or they
 * are gone. What is looked at is what is sealed, whatever becomes of the file it came from. For one thread.
 */
public interface Intake extends AutoCloseable {
    /** What was received. */
    Fixity fixity();

    /** Reads what was received from its beginning; as often as wanted until it is sealed. Whoever opens it closes it. */
    InputStream open() throws IOException;

    /**
     * Makes it an exhibit, once, with the guarantees of {@link EvidenceVault#seal}.
     *
     * @throws IllegalStateException when it was sealed before
     */
    Exhibit seal(IncidentId incident, Provenance provenance);

    /** Takes away what was not sealed. */
    @Override
    void close();
}

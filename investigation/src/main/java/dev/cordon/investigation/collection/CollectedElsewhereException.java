package dev.cordon.investigation.collection;

import dev.cordon.incident.IncidentId;

/** Another process collects the same source of the same incident. What this one has kept so far stands; nothing is lost. */
public final class CollectedElsewhereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CollectedElsewhereException(IncidentId incident, CollectionSource source) {
        super("Another process collects " + source + " of " + incident);
    }
}

package dev.cordon.tenant;

/** Whose turn it is where requests must wait: containment never queues behind collection. */
public enum Lane {
    CONTAINMENT,
    /**
     * Collection that containment's own work in the same services waits for by the order of the procedure: it may take the one place that
     * is otherwise kept free there. Containment still goes first.
     */
    SNAPSHOT,
    COLLECTION
}

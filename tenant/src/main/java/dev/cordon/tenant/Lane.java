package dev.cordon.tenant;

/** Whose turn it is where requests must wait: containment never queues behind collection. */
public enum Lane {
    CONTAINMENT,
    COLLECTION
}

package dev.cordon.simulator.contentsearch;

/** A query that cannot be read; the message says where. */
public final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueryRefused(String message) {
        super(message, null, false, false);
    }
}

package dev.cordon.simulator.hunting;

/** A query that is refused, in words like the service's. */
final class QueryError extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueryError(String message) {
        super(message, null, false, false);
    }

    String message() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}

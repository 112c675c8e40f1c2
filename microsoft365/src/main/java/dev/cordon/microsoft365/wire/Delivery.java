package dev.cordon.microsoft365.wire;

import java.io.IOException;

/** How sending a request ended. */
public sealed interface Delivery {
    /** An answer came, whole. */
    record Arrived(Response response) implements Delivery {}

    /**
     * No connection was made: not one byte of the request left.
     *
     * @param mayPass whether another attempt may find it better; an untrusted certificate stays untrusted
     */
    record NotSent(IOException cause, boolean mayPass) implements Delivery {}

    /** The request may have arrived; its answer did not. */
    record Lost(IOException cause) implements Delivery {}
}

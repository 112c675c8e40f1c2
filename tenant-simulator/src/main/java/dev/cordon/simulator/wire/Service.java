package dev.cordon.simulator.wire;

/** What stands behind one host. */
@FunctionalInterface
public interface Service {

    /** Answers a request; never throws for anything a client can send. Called by many threads. */
    WireResponse answer(WireRequest request);
}

package dev.cordon.simulator.founding;

import dev.cordon.simulator.identity.Tenant;

/** Puts one kind of thing into an empty tenant, before its clock is looked at; leaves no events. */
@FunctionalInterface
public interface Founder {

    /** Puts it in. Founders run one after another, in the order of their list. */
    void found(Tenant tenant);
}

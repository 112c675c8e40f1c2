package dev.cordon.simulator.exchange;

import dev.cordon.simulator.scenario.Organisation.Licence;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One cmdlet.
 *
 * @param parameters the parameters it knows beside the common ones
 * @param own whether everybody may run it on the own mailbox
 * @param source the operation of the wire reference
 * @param licensed whether a tenant of these licences has it
 * @param bucket the tenant's throttling bucket beside Exchange's own, or empty
 */
record Cmdlet(
        String name,
        Access access,
        boolean own,
        Set<String> parameters,
        String source,
        Handler handler,
        Predicate<Set<Licence>> licensed,
        String bucket) {

    /** Runs a cmdlet. */
    @FunctionalInterface
    interface Handler {
        /** Answers, or throws a {@link CmdletRefusal}. */
        CmdletResult run(CmdletCall call);
    }

    static Cmdlet of(String name, Access access, String parameters, String source, Handler handler) {
        return new Cmdlet(name, access, false, Set.of(parameters.split(" ")), source, handler, _ -> true, "");
    }

    /** The same cmdlet, for the own mailbox open to everybody. */
    Cmdlet ownToo() {
        return new Cmdlet(name, access, true, parameters, source, handler, licensed, bucket);
    }

    /** The same cmdlet, also counted in that bucket. */
    Cmdlet bucket(String name) {
        return new Cmdlet(this.name, access, own, parameters, source, handler, licensed, name);
    }

    /** The same cmdlet, which only tenants of such licences have. */
    Cmdlet licensed(Predicate<Set<Licence>> needed) {
        return new Cmdlet(name, access, own, parameters, source, handler, needed, bucket);
    }
}

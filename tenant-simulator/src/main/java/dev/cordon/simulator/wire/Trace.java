package dev.cordon.simulator.wire;

import dev.cordon.simulator.state.Caller;
import org.jspecify.annotations.Nullable;

/** What the request log learns about one request while it is answered. Of one thread. */
public final class Trace {

    private @Nullable String cmdlet;
    private @Nullable String target;
    private @Nullable String bucket;
    private Caller caller = Caller.SERVICE;

    /** The Exchange cmdlet it runs. */
    public void cmdlet(String name) {
        cmdlet = name;
    }

    /** The object it is about: an object id, or object id, slash, item id. */
    public void target(String id) {
        target = id;
    }

    /** The throttling bucket it draws from. */
    public void bucket(String name) {
        bucket = name;
    }

    /** Who it is; the attacker stays the attacker, whose token he may hold. */
    public void caller(Caller who) {
        if (caller != Caller.ATTACKER) {
            caller = who;
        }
    }

    /** The Exchange cmdlet, if any. */
    public @Nullable String cmdlet() {
        return cmdlet;
    }

    /** The object it is about, if known. */
    public @Nullable String target() {
        return target;
    }

    /** The throttling bucket, if any. */
    public @Nullable String bucket() {
        return bucket;
    }

    /** Who it is; the service itself while unknown. */
    public Caller caller() {
        return caller;
    }
}

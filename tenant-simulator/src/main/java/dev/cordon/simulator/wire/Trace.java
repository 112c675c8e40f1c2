package dev.cordon.simulator.wire;

import dev.cordon.simulator.state.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the request log learns about one request while it is answered. Of one thread. */
public final class Trace {

    private @Nullable String cmdlet;
    private @Nullable String target;
    private @Nullable String bucket;
    private @Nullable Instant arrivedAt;
    private Caller caller = Caller.SERVICE;

    /** It reached the service at that tenant time. */
    public void arrivedAt(Instant at) {
        arrivedAt = at;
    }

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

    /** The tenant time at which it reached the service; null while it is being made. */
    public @Nullable Instant arrivedAt() {
        return arrivedAt;
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

package dev.cordon.simulator.truth;

import com.google.gson.JsonObject;
import dev.cordon.simulator.scenario.ObjectKind;

/**
 * One thing that could keep somebody in, as it stands now.
 *
 * @param ownerId object id of the account, or empty for the whole tenant
 * @param active whether it works
 * @param essence what somebody could set; a thing made again is equal in it
 */
record Thing(ObjectKind kind, String ownerId, String wireId, boolean active, JsonObject essence) {

    boolean isSame(Thing other) {
        return kind == other.kind && ownerId.equals(other.ownerId) && wireId.equals(other.wireId);
    }

    boolean isEqual(Thing other) {
        return kind == other.kind
                && ownerId.equals(other.ownerId)
                && active == other.active
                && essence.equals(other.essence);
    }
}

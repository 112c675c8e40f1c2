package dev.cordon.simulator.state;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the tenant's state, or one sign-in; never altered. Audit rows, the truth and later logs derive from
 * these.
 *
 * @param number position in the log, from 0
 * @param at tenant time
 * @param actor who did it
 * @param activity what was done
 * @param targetType {@code User}, {@code Device}, {@code InboxRule}, ...
 * @param targetId wire id of the object
 * @param ownerId object id of the person it belongs to; the same as {@code targetId} for a person
 * @param correlationId the request
 * @param command the cmdlet that caused it, or null
 * @param before the changed members before, empty when created
 * @param after the changed members after, empty when removed; the facts of a sign-in
 */
public record TenantEvent(
        long number,
        Instant at,
        Actor actor,
        Activity activity,
        String targetType,
        String targetId,
        String ownerId,
        String correlationId,
        @Nullable Command command,
        JsonObject before,
        JsonObject after) {}

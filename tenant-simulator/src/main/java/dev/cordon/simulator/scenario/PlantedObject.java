package dev.cordon.simulator.scenario;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thing that stands in the tenant at the start, good or bad. {@code object} has the keys of {@code
 * docs/manual/scenarios.md} for its kind, people as UPNs and folders by name; treat it as read-only, or copy it.
 *
 * @param owner UPN of the account it belongs to; absent for tenant-wide kinds and tenant-wide consents
 * @param madeBy UPN of who made it where that was neither its owner nor, of what nobody owns, the stolen account or the operator
 * @param ip where its maker was; absent: the attacker at his first address, anybody else in the office
 * @param hidden only inbox rules: listed with IncludeHidden alone
 */
public record PlantedObject(
        String id,
        ObjectKind kind,
        @Nullable String owner,
        Author by,
        Instant created,
        boolean hidden,
        @Nullable String ip,
        @Nullable String madeBy,
        JsonObject object) {

    /** Refuses an object without id, and one that needs an owner and has none. */
    public PlantedObject {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a planted object needs an id");
        }
        if (hidden && kind != ObjectKind.INBOX_RULE) {
            throw new IllegalArgumentException("only an inbox-rule can be hidden, not a " + kind.word());
        }
    }
}

package dev.cordon.procedure.engine;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.ItemKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change to the tenant, before it is made.
 *
 * @param key names it within the incident, so that a repeat is recognised; a new effect has a new key
 * @param what what is to happen, for people, without secrets
 * @param target what it happens to, usually an object id
 * @param destroys every item that will be gone or changed beyond repair afterwards
 * @param exhibits for each of them the exhibit that holds its sealed copy
 */
public record Effect(String key, String what, String target, List<ItemKey> destroys, Map<ItemKey, ExhibitId> exhibits) {
    public Effect {
        requireNonNull(key, "key is null");
        requireNonNull(what, "what is null");
        requireNonNull(target, "target is null");
        requireNonNull(destroys, "destroys is null");
        requireNonNull(exhibits, "exhibits is null");
        destroys = List.copyOf(destroys);
        exhibits = Collections.unmodifiableMap(new LinkedHashMap<>(exhibits));
        if (key.isBlank()) {
            throw new IllegalArgumentException("key is blank");
        }
    }

    /** An effect that destroys nothing so far. */
    public static Effect of(String key, String what, String target) {
        return new Effect(key, what, target, List.of(), Map.of());
    }

    /** This effect, also destroying {@code item}, of which {@code exhibit} holds the sealed copy. */
    public Effect destroying(ItemKey item, ExhibitId exhibit) {
        Map<ItemKey, ExhibitId> more = new LinkedHashMap<>(exhibits);
        more.put(item, exhibit);
        return new Effect(key, what, target, destroying(item).destroys(), more);
    }

    /** This effect, also destroying {@code item}, of which there is no copy: the gate will stay closed. */
    public Effect destroying(ItemKey item) {
        List<ItemKey> more = new ArrayList<>(destroys);
        more.add(item);
        return new Effect(key, what, target, more, exhibits);
    }
}

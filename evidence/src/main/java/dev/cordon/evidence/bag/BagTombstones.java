package dev.cordon.evidence.bag;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.ChainRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The exhibits of a bag whose bytes were lawfully given up, as its custody log tells it: by a tombstone that names an exhibit by its digest,
 * while no legal hold stood. Judges as {@link dev.cordon.evidence.Tombstones} does, from texts that somebody may have forged. For one thread.
 */
final class BagTombstones {
    private final Map<String, String> acquired = new HashMap<>();
    private final Map<String, Long> lawful = new HashMap<>();
    private boolean isHeld;

    /** Takes in the next entry of the incident; what is wrong with it where it is a tombstone that is not lawful. */
    Optional<String> take(ChainRecord entry) {
        Map<String, String> facts = FlatJson.read(entry.value("facts")).orElse(Map.of());
        switch (entry.value("kind")) {
            case "acquired" -> acquired.put(ExhibitId.of(entry.sequence()).value(), facts.getOrDefault("sha256", ""));
            case "held" -> isHeld = true;
            case "released" -> isHeld = false;
            case "deleted" -> {
                return judged(entry.sequence(), facts);
            }
            default -> {}
        }
        return Optional.empty();
    }

    private Optional<String> judged(long sequence, Map<String, String> facts) {
        String exhibit = facts.getOrDefault("exhibit", "");
        if (isHeld) {
            return Optional.of("a tombstone while a legal hold stands");
        }
        String sha256 = acquired.get(exhibit);
        if (sha256 == null || !sha256.equals(facts.get("sha256"))) {
            return Optional.of("a tombstone that names no exhibit of this incident by its digest");
        }
        lawful.putIfAbsent(exhibit, sequence);
        return Optional.empty();
    }

    /** Whether the exhibit has a lawful tombstone. */
    boolean covers(String exhibit) {
        return lawful.containsKey(exhibit);
    }
}

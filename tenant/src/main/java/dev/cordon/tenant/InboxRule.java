package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One inbox rule, however it was seen. Rules carry no dates. Names and words in it are untrusted text: a rule named like a system rule
 * may be the attacker's.
 *
 * @param id Exchange's RuleIdentity in decimal digits (unsigned 64-bit, never a number), or the sweep rule's identity
 * @param graphId the id Graph knows it by; empty for hidden and sweep rules and when Graph could not be read
 * @param kind server rule or sweep rule
 * @param name its name as stored
 * @param enabled whether it acts
 * @param hidden whether only a listing with hidden rules shows it; empty when Graph could not be compared
 * @param conditions each condition with its words, named as Exchange names them
 * @param exceptions likewise
 * @param forwardTo where it forwards, forwards as attachment or redirects: addresses as text
 * @param moveToFolder the folder's name as Exchange prints it
 * @param deletes whether it deletes, softly or for good
 * @param marksAsRead whether it marks as read
 * @param stopsProcessing whether later rules are skipped
 * @param description Exchange's own description in words
 */
public record InboxRule(
        String id,
        Optional<String> graphId,
        Kind kind,
        String name,
        boolean enabled,
        Optional<Boolean> hidden,
        Map<String, List<String>> conditions,
        Map<String, List<String>> exceptions,
        List<String> forwardTo,
        Optional<String> moveToFolder,
        boolean deletes,
        boolean marksAsRead,
        boolean stopsProcessing,
        String description) {
    public InboxRule {
        requireNonNull(id, "id is null");
        requireNonNull(graphId, "graphId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(hidden, "hidden is null");
        conditions = Map.copyOf(conditions);
        exceptions = Map.copyOf(exceptions);
        forwardTo = List.copyOf(forwardTo);
        requireNonNull(moveToFolder, "moveToFolder is null");
        requireNonNull(description, "description is null");
    }

    /** What kind of rule it is. */
    public enum Kind {
        SERVER,
        SWEEP
    }
}

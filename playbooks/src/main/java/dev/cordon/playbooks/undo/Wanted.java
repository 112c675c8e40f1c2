package dev.cordon.playbooks.undo;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.ItemKey;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a person wants back.
 *
 * @param key which one
 * @param name its name: untrusted text
 * @param named whether the person named it, rather than everything that was removed
 * @param copy the exhibit that holds its sealed copy; empty where there is none
 * @param sealed the answers of that reading, the copy first; empty where there is no copy
 * @param left whether it may still be there, disabled, since it is not known to be gone although a call to take it away went through
 * @param knownAs ids that it was given back under before
 * @param taken ids that stand in the place of other things that were given back
 */
public record Wanted(
        ItemKey key,
        String name,
        boolean named,
        Optional<ExhibitId> copy,
        List<SealedAnswer> sealed,
        boolean left,
        Set<String> knownAs,
        Set<String> taken) {
    public Wanted {
        requireNonNull(key, "key is null");
        requireNonNull(name, "name is null");
        requireNonNull(copy, "copy is null");
        sealed = List.copyOf(sealed);
        knownAs = Set.copyOf(knownAs);
        taken = Set.copyOf(taken);
    }
}

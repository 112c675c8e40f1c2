package dev.cordon.playbooks.undo;

import static java.util.Objects.requireNonNull;

import dev.cordon.procedure.ItemKey;
import java.util.List;
import java.util.Optional;

/**
 * What became of a thing that a person wanted back.
 *
 * @param key which one
 * @param name its name: untrusted text
 * @param ending how it ended
 * @param as what stands in its place now, where it is there; the thing itself where it has its old id
 * @param changes the fields in which what is there is not what the sealed copy shows
 * @param detail how it came about or why not, for people
 * @param remedy what to do now; empty text where nothing is left to do
 * @param notPermitted whether it failed because a permission, a role or a licence is missing
 */
public record Returned(
        ItemKey key,
        String name,
        Ending ending,
        Optional<ItemKey> as,
        List<Change> changes,
        String detail,
        String remedy,
        boolean notPermitted) {
    public Returned {
        requireNonNull(key, "key is null");
        requireNonNull(name, "name is null");
        requireNonNull(ending, "ending is null");
        requireNonNull(as, "as is null");
        changes = List.copyOf(changes);
        requireNonNull(detail, "detail is null");
        requireNonNull(remedy, "remedy is null");
    }

    static Returned without(Wanted wanted, Ending ending, String detail, String remedy) {
        return new Returned(wanted.key(), wanted.name(), ending, Optional.empty(), List.of(), detail, remedy, false);
    }

    static Returned with(Wanted wanted, Ending ending, ItemKey as, List<Change> changes, String detail) {
        return new Returned(wanted.key(), wanted.name(), ending, Optional.of(as), changes, detail, "", false);
    }

    Returned todo(String what) {
        return new Returned(key, name, ending, as, changes, detail, what, notPermitted);
    }

    Returned differing(List<Change> what) {
        return new Returned(key, name, ending, as, what, detail, remedy, notPermitted);
    }

    Returned notPermitted(boolean isSo) {
        return new Returned(key, name, ending, as, changes, detail, remedy, isSo);
    }

    /**
     * A field that is not as it was.
     *
     * @param field its name, as Microsoft has it
     * @param before what the sealed copy shows, JSON; empty text where it shows no such field
     * @param now what was read now, likewise
     */
    public record Change(String field, String before, String now) {
        public Change {
            requireNonNull(field, "field is null");
            requireNonNull(before, "before is null");
            requireNonNull(now, "now is null");
        }
    }

    /** How it ended. */
    public enum Ending {
        /** It was made or enabled again, and every field that a client can set was read back equal. */
        GIVEN_BACK,
        /** It was there, equal in every field that a client can set; nothing was done. */
        ALREADY_IN_PLACE,
        /** Something is there in its place and differs: somebody changed it since. Nothing was done. */
        CHANGED_SINCE,
        /** It was made again, and fields that a client can set were read back otherwise. */
        PARTIAL,
        /** It was refused, or could not be tried. */
        FAILED,
        /** Nobody knows whether it is there. */
        INDETERMINATE,
        /** No call gives things of this kind back. */
        CANNOT_BE_GIVEN_BACK;

        /** Whether what was wanted is there. */
        public boolean isThere() {
            return this == GIVEN_BACK || this == ALREADY_IN_PLACE;
        }
    }
}

package dev.cordon.cli.document;

import java.util.List;
import java.util.Optional;

/**
 * What became of a thing that was wanted back. All names are the attacker's until proven otherwise.
 *
 * @param kind what it is
 * @param id Microsoft's id of it, as it was
 * @param name its name
 * @param ending how it ended
 * @param as the id of what stands in its place now; empty where nothing does
 * @param changes the fields in which that is not what the sealed copy shows
 * @param detail how it came about, or why not
 * @param remedy what to do now; empty text where nothing is left to do
 * @param notPermitted whether a permission, a role or a licence is missing
 */
public record UndoneItem(
        String kind,
        String id,
        String name,
        Ending ending,
        Optional<String> as,
        List<Change> changes,
        String detail,
        String remedy,
        boolean notPermitted) {
    public UndoneItem {
        changes = List.copyOf(changes);
    }

    /**
     * A field that is not as it was.
     *
     * @param field its name
     * @param before what the sealed copy shows, JSON; empty text where it shows none
     * @param now what is there now, likewise
     */
    public record Change(String field, String before, String now) {}

    /** How it ended; the words others read. */
    public enum Ending {
        GIVEN_BACK,
        ALREADY_IN_PLACE,
        CHANGED_SINCE,
        PARTIAL,
        FAILED,
        INDETERMINATE,
        CANNOT_BE_GIVEN_BACK,
        LEFT_OUT
    }
}

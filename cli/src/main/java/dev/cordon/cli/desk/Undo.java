package dev.cordon.cli.desk;

import dev.cordon.incident.IncidentId;
import java.util.List;
import java.util.Optional;

/** What is said and answered about giving back. All names are the attacker's until proven otherwise. */
public final class Undo {
    private Undo() {}

    /**
     * What is to be given back.
     *
     * @param incident of which incident
     * @param item the item's id, or its name where only one has it; empty for everything that is not judged malicious
     * @param unblock whether a sign-in that the response blocked is unblocked too
     * @param because why; empty text where nothing was said
     */
    public record Request(IncidentId incident, Optional<String> item, boolean unblock, String because) {}

    /**
     * A thing that would be given back.
     *
     * @param kind what it is
     * @param id Microsoft's id of it
     * @param name its name
     * @param verdict how it was judged, in a word
     */
    public record Thing(String kind, String id, String name, String verdict) {}

    /**
     * What would be given back.
     *
     * @param things what is
     * @param leftOut what is not, because it is judged malicious and was not named
     */
    public record Preview(List<Thing> things, List<Thing> leftOut) {
        public Preview {
            things = List.copyOf(things);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * What became of a thing that was wanted back.
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
    public record Item(
            String kind,
            String id,
            String name,
            Ending ending,
            Optional<String> as,
            List<Change> changes,
            String detail,
            String remedy,
            boolean notPermitted) {
        public Item {
            changes = List.copyOf(changes);
        }
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

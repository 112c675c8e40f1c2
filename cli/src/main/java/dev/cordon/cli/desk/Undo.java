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
}

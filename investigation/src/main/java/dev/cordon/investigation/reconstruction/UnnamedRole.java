package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

/**
 * A role that the attacker gave or took, as a row tells that does not say which: it names none, or its exhibit, where the name stands, could not
 * be read. Texts are untrusted, empty where the row does not say.
 *
 * @param operation as the log spells it
 * @param actor who did it as the log names him
 * @param object to what, as the row has it without its exhibit
 * @param failed whether the row says that it did not work
 * @param shownBy the row
 */
public record UnnamedRole(String operation, String actor, String object, boolean failed, RowRef shownBy) {
    public UnnamedRole {
        requireNonNull(operation, "operation is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(object, "object is null");
        requireNonNull(shownBy, "shownBy is null");
    }
}

package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something done in the directory, from its audit. Texts are untrusted, empty where the row does not say.
 *
 * @param party whose it is: the attacker's, or unknown where nobody can say whose hand it was and it was done by or to an account that is
 *     responded to, since the attacker was first seen
 * @param operation as the log spells it
 * @param actor who did it as the log names him
 * @param targets to what, as the log names them
 * @param result what the row says of whether it worked
 * @param failed whether the row says that it did not work
 * @param address where from
 * @param shownBy the row
 */
public record DirectoryAct(
        Party party,
        String operation,
        String actor,
        List<String> targets,
        String result,
        boolean failed,
        String address,
        RowRef shownBy) {
    public DirectoryAct {
        requireNonNull(party, "party is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(actor, "actor is null");
        targets = List.copyOf(targets);
        requireNonNull(result, "result is null");
        requireNonNull(address, "address is null");
        requireNonNull(shownBy, "shownBy is null");
    }
}

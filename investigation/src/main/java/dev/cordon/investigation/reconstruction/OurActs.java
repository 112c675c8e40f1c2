package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.util.List;

/**
 * What was done with the identity of Cordon's own application. It is no proof that Cordon did it: whoever stole its certificate acts so too.
 *
 * @param application whether it is known as which application Cordon signed in; where not, its acts stand among those of nobody known
 * @param rows how many rows show something done with its identity while Cordon was at work
 * @param outside what was done with it from an address of the attacker's, or while the incident's journal does not show Cordon at work, by kind
 *     and place, in order of time
 */
public record OurActs(boolean application, long rows, List<Outside> outside) {
    /** Nothing, and nobody knows as whom we came. */
    public static final OurActs NONE = new OurActs(false, 0, List.of());

    public OurActs {
        outside = List.copyOf(outside);
        if (rows < 0) {
            throw new IllegalArgumentException("rows is negative: " + rows);
        }
    }

    /**
     * Acts of one kind from one place. Texts are untrusted.
     *
     * @param log of which log
     * @param operation as the log spells it
     * @param address where from; empty text where the rows do not say
     * @param rows how many rows
     * @param last the last of them
     * @param targets to what, a few of them as the log names them
     * @param shownBy the first of them
     */
    public record Outside(
            Log log, String operation, String address, long rows, Instant last, List<String> targets, RowRef shownBy) {
        public Outside {
            requireNonNull(log, "log is null");
            requireNonNull(operation, "operation is null");
            requireNonNull(address, "address is null");
            requireNonNull(last, "last is null");
            targets = List.copyOf(targets);
            requireNonNull(shownBy, "shownBy is null");
        }
    }
}

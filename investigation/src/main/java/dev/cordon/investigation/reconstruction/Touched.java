package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Something else that the attacker touched, with the rows that show it.
 *
 * @param kind what it is
 * @param name its name as the log has it; untrusted
 * @param succeeded whether any of it worked, as far as the rows say
 * @param operations what was done, sorted
 * @param actors through which accounts, sorted, the first {@value Judged#MOST_ACTORS}
 * @param holders of a role who got or lost it, sorted; of anything else, and where the rows do not say, none
 * @param addresses where from, sorted
 * @param rows how many rows show it
 * @param first the first
 * @param last the last
 * @param shownBy the earliest of the rows, {@value #MOST_SHOWN} at most
 */
public record Touched(
        Kind kind,
        String name,
        boolean succeeded,
        List<String> operations,
        List<String> actors,
        List<String> holders,
        List<String> addresses,
        long rows,
        Instant first,
        Instant last,
        List<RowRef> shownBy) {
    static final int MOST_SHOWN = 20;

    public Touched {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        operations = List.copyOf(operations);
        actors = List.copyOf(actors);
        holders = List.copyOf(holders);
        addresses = List.copyOf(addresses);
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        shownBy = List.copyOf(shownBy);
        if (shownBy.isEmpty()) {
            throw new IllegalArgumentException("nothing shows it: " + name);
        }
    }

    /** Whether all that was done is that somebody tried to sign in and was refused. */
    public boolean isOnlyRefusedSignIn() {
        return !succeeded && operations.stream().allMatch(EvidenceRow::isSignIn);
    }

    /** What can be touched. */
    public enum Kind {
        ACCOUNT,
        MAILBOX,
        APPLICATION,
        DEVICE,
        GROUP,
        ROLE,
        POLICY,
        /** Something else of the directory. */
        OTHER,
        /** A transport or journal rule, a connector, a remote domain: the mail of the whole organisation. */
        MAIL_FLOW
    }
}

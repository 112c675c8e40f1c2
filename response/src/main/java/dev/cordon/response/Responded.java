package dev.cordon.response;

import dev.cordon.incident.Account;

/** What came of the response to one of several accounts. */
public sealed interface Responded {
    /** Whose. */
    Account account();

    /**
     * Its run came to an end, of whatever kind.
     *
     * @param record the incident as it is now
     */
    record Ended(Account account, CaseRecord record) implements Responded {}

    /**
     * It was not begun or could not go on; where an incident was opened, its journal has what was done. Where it only could not be linked
     * with the others, it has also ended.
     *
     * @param reason what was thrown
     */
    record NotDone(Account account, RuntimeException reason) implements Responded {}
}

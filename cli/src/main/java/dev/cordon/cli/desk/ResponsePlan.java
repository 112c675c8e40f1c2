package dev.cordon.cli.desk;

import dev.cordon.incident.Account;
import java.util.List;

/**
 * What a response would do.
 *
 * @param account whom it is about
 * @param about who that is and what may be done, a line each
 * @param items each thing found, with what would be decided
 * @param calls every change, in order
 * @param notRead what could not be read
 */
public record ResponsePlan(
        Account account, List<String> about, List<Item> items, List<Call> calls, List<String> notRead) {
    public ResponsePlan {
        about = List.copyOf(about);
        items = List.copyOf(items);
        calls = List.copyOf(calls);
        notRead = List.copyOf(notRead);
    }

    /**
     * A thing and what would be decided about it.
     *
     * @param found the thing with its judgement
     * @param remove whether it would be removed
     */
    public record Item(Question found, boolean remove) {}

    /**
     * A change.
     *
     * @param step the step's id
     * @param what the change in words
     * @param call the call, as an administrator would make it by hand
     */
    public record Call(String step, String what, String call) {}
}

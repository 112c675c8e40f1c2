package dev.cordon.cli.desk;

import dev.cordon.incident.Account;
import dev.cordon.incident.ClickResult;
import java.util.List;

/**
 * What a response to a phishing click would do.
 *
 * @param account whom the incident would be about
 * @param people whoever was judged
 * @param scope whom the mail reached, a line each
 * @param calls every change, in order
 * @param notRead what could not be read
 */
public record ClickPlan(
        Account account, List<Person> people, List<String> scope, List<ResponsePlan.Call> calls, List<String> notRead) {
    public ClickPlan {
        people = List.copyOf(people);
        scope = List.copyOf(scope);
        calls = List.copyOf(calls);
        notRead = List.copyOf(notRead);
    }

    /** Whether somebody reached the page, and why. */
    public record Person(String user, ClickResult result, List<String> reasons) {
        public Person {
            reasons = List.copyOf(reasons);
        }
    }
}

package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.casefile.EarlyReading;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One place where an attacker can leave something. Stateless; safe for many threads.
 *
 * @param <T> the tenant's record of one thing there
 */
public interface PersistenceArea<T> {
    /** The kinds of things found here. */
    Set<ItemKind> kinds();

    /** Whether the item of one of these kinds with that id lies here and not in another area with things of the same kind. */
    default boolean holds(String itemId) {
        return true;
    }

    /** The exhibit kind of its answers, plural, for example {@code inbox-rules}. */
    String exhibitKind();

    /** What the area is called in a sentence, for example {@code inbox rules, hidden and sweep rules included}. */
    String inWords();

    /** Whether it lies in the mailbox and so does not apply where there is none. */
    boolean isInMailbox();

    /** Reads everything that is there now. */
    Reading<List<T>> fetch(Tenant tenant, UserAccount user);

    /** Whether pre-flight has read it, so that the snapshot need not read it a second time. */
    default boolean isOnTheCard() {
        return false;
    }

    /** What pre-flight has read; empty when it has not, or could not. Only for the snapshot: before a change it is read anew. */
    default Optional<Reading<List<T>>> of(PreFlightCard card) {
        return Optional.empty();
    }

    /** What was read before the account was known; empty where nothing was. Only for the snapshot, as above. */
    default Optional<Attempt<List<T>>> of(EarlyReading early) throws InterruptedException {
        return Optional.empty();
    }

    /** Whether a reading that is as complete as that would still show the thing of that name, were it there. */
    default boolean shows(Completeness completeness, String name) {
        return true;
    }

    /** What tells one thing of this area from another: the first of its proposal's ids. */
    String idOf(T thing);

    /** Whether an earlier version listed the thing, together with others, as the item of that id and name. */
    default boolean isPartOf(T thing, String itemId, String itemName) {
        return false;
    }

    /** Whether the thing acts. What is disabled and kept does not: it counts as removed, and as back when somebody enables it. */
    default boolean isInForce(T thing) {
        return true;
    }

    /** Whether the service refuses to remove others while this one is there. */
    default boolean goesFirst(T thing) {
        return false;
    }

    /**
     * All that somebody can change of the thing while its id stays the same, written in the same way for the same thing; empty where nothing
     * can be, or where what it does stands in its id.
     */
    default List<String> substance(T thing) {
        return List.of();
    }

    /** The same as an earlier version of the program wrote it; empty where it wrote the same. */
    default List<String> substanceOfBefore(T thing) {
        return List.of();
    }

    /** Whether its things are places with one content each, so that what is met in one that was empty is not what was there before. */
    default boolean isPlace() {
        return false;
    }

    /** Judges one thing. */
    Proposal judge(T thing, Judge judge);

    /** What must all stand in the answer that shows the thing, where its id alone does not tell the answer; none by default. */
    default List<String> marks(T thing) {
        return List.of();
    }

    /** How a person removes the thing where no call does; empty text where every thing can be removed by calls. */
    default String byHand(T thing) {
        return "";
    }

    /** What is left to a person after the thing was removed by calls, a sentence; empty text where nothing is. */
    default String leftAfterRemoval(T thing) {
        return "";
    }

    /** How to remove a thing that can be removed by calls. */
    Removal<T> removal();

    /**
     * The calls of its removal for this one thing, in order, each as an administrator would send or type it; none where no call removes it.
     * For people to read: what is sent is the removal's own.
     */
    List<String> changes(UserAccount user, T thing);

    /** How a thing that was removed is given back; empty where no call does that. */
    default Optional<Returnable> returnable(Tenant tenant) {
        return Optional.empty();
    }

    /** Why no call gives back what was removed here, and who can; empty text where one does. */
    default String whyNotGivenBack() {
        return "";
    }
}

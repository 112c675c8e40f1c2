package dev.cordon.playbooks.persistence;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.function.Function;

/**
 * How things of an area are removed.
 *
 * @param <T> the tenant's record of one thing
 */
public sealed interface Removal<T> {
    /**
     * By calls, in order: a rule is disabled before it is deleted. Every call is safe to repeat.
     *
     * @param calls the calls
     */
    record ByCalls<T>(List<RemovalCall<T>> calls) implements Removal<T> {
        public ByCalls {
            calls = List.copyOf(calls);
        }
    }

    /**
     * By a person.
     *
     * @param how where and how for one thing, in sentences
     */
    record ByHand<T>(Function<? super T, String> how) implements Removal<T> {
        public ByHand {
            requireNonNull(how, "how is null");
        }

        /** By a person who does the same for everything, said in one sentence. */
        public ByHand(String how) {
            this(thing -> how);
        }
    }

    /**
     * One call of a removal.
     *
     * @param word what it does, one word that becomes part of the effect's key, for example {@code delete}
     * @param call the call
     */
    record RemovalCall<T>(String word, Carrier<T> call) {
        public RemovalCall {
            requireNonNull(word, "word is null");
            requireNonNull(call, "call is null");
        }
    }

    /** Carries a removal's call out. */
    @FunctionalInterface
    interface Carrier<T> {
        /** Asks the tenant to change {@code thing}. */
        Receipt carryOut(Tenant tenant, UserAccount user, T thing);
    }
}

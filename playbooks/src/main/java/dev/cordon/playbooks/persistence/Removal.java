package dev.cordon.playbooks.persistence;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;

/**
 * How things of an area are removed: by calls, in order, since a rule is disabled before it is deleted. Every call is safe to repeat.
 *
 * @param calls the calls
 * @param <T> the tenant's record of one thing
 */
public record Removal<T>(List<RemovalCall<T>> calls) {
    public Removal {
        calls = List.copyOf(calls);
    }

    /** By one call. */
    static <T> Removal<T> by(String word, Carrier<T> call) {
        return new Removal<>(List.of(new RemovalCall<>(word, call)));
    }

    /**
     * One call of a removal.
     *
     * @param word what it does, one word that becomes part of the effect's key, for example {@code delete}
     * @param call the call
     */
    public record RemovalCall<T>(String word, Carrier<T> call) {
        public RemovalCall {
            requireNonNull(word, "word is null");
            requireNonNull(call, "call is null");
        }
    }

    /** Carries a removal's call out. */
    @FunctionalInterface
    public interface Carrier<T> {
        /** Asks the tenant to change {@code thing}. */
        Receipt carryOut(Tenant tenant, UserAccount user, T thing);
    }
}

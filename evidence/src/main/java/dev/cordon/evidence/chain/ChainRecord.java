package dev.cordon.evidence.chain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a chain as it is stored, whether or not it is still what was written.
 *
 * @param chain which chain
 * @param sequence its number
 * @param values its columns, in the order of {@link Chain#columns}
 * @param previous the previous hash, of whatever shape
 * @param hash its hash, of whatever shape
 */
public record ChainRecord(Chain chain, long sequence, List<String> values, String previous, String hash) {
    public ChainRecord {
        requireNonNull(chain, "chain is null");
        requireNonNull(previous, "previous is null");
        requireNonNull(hash, "hash is null");
        values = List.copyOf(values);
        if (values.size() != chain.columns().size()) {
            throw new IllegalArgumentException("the " + chain + " has other columns");
        }
    }

    /** The value of that column. */
    public String value(String column) {
        return values.get(chain.columns().indexOf(column));
    }

    /** The hash it should have. */
    public Digest recomputed() {
        List<String> hashed = new ArrayList<>();
        hashed.add(Long.toString(sequence));
        hashed.addAll(values);
        return HashChain.link(chain, previous, hashed);
    }
}

package dev.cordon.evidence.chain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest entry of a chain at some moment. Kept outside the chain (in the store's {@code heads}, in a report, in a bag, on paper) it
 * is an anchor: an end that is cut off behind it, or a chain rewritten as a whole, no longer agrees with it.
 *
 * @param chain which chain
 * @param sequence the number of its newest entry; 0 while it is empty
 * @param hash that entry's hash; {@link HashChain#genesis} while it is empty
 */
public record ChainHead(Chain chain, long sequence, Digest hash) {
    private static final Pattern TEXT = Pattern.compile("(journal|custody):([0-9]{1,18}):([0-9a-f]{64})");

    public ChainHead {
        requireNonNull(chain, "chain is null");
        requireNonNull(hash, "hash is null");
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence is negative: " + sequence);
        }
        if (hash.hex().length() != 64) {
            throw new IllegalArgumentException("hash is not SHA-256");
        }
    }

    /** The head of an empty chain. */
    public static ChainHead empty(Chain chain) {
        return new ChainHead(chain, 0, HashChain.genesis(chain));
    }

    /** Reads {@link #text} back; empty when {@code text} is anything else. */
    public static Optional<ChainHead> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(of(matcher.toMatchResult())) : Optional.empty();
    }

    /** Every head that is written somewhere in {@code text}, for example in a report. */
    public static List<ChainHead> findAll(String text) {
        return TEXT.matcher(text).results().map(ChainHead::of).toList();
    }

    private static ChainHead of(MatchResult match) {
        return new ChainHead(
                Chain.valueOf(match.group(1).toUpperCase(Locale.ROOT)),
                Long.parseLong(match.group(2)),
                new Digest(match.group(3)));
    }

    /** The head on one line, for people and files: {@code journal:42:9f86d0...}. */
    public String text() {
        return chain.name().toLowerCase(Locale.ROOT) + ":" + sequence + ":" + hash;
    }
}

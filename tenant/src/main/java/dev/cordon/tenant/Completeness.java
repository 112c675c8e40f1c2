package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Whether a listing was read to its end. */
public sealed interface Completeness {
    /** Every page was read and the last one said that it was the last. */
    record Complete() implements Completeness {}

    /**
     * Everything that the tenant's licences serve was read to its end. The rest was not looked at: that nothing is there must not be said of
     * it, and nothing that was seen there before is gone for not being in this reading.
     *
     * @param leftOut what is not served and which licence it needs, a sentence
     */
    record AsLicensed(String leftOut) implements Completeness {
        public AsLicensed {
            requireNonNull(leftOut, "leftOut is null");
        }
    }

    /**
     * Something is missing, so "none found" must not be said.
     *
     * @param reason what was not read and why, a sentence
     */
    record Incomplete(String reason) implements Completeness {
        public Incomplete {
            requireNonNull(reason, "reason is null");
        }
    }

    /** A listing read to its end. */
    static Completeness complete() {
        return new Complete();
    }

    /** Incomplete as soon as either is, and as licensed as soon as either is that; the reasons are joined. */
    default Completeness and(Completeness other) {
        return switch (this) {
            case Complete _ -> other;
            case AsLicensed(String first) ->
                switch (other) {
                    case Complete _ -> this;
                    case AsLicensed(String second) -> new AsLicensed(joined(first, second));
                    case Incomplete(String second) -> new Incomplete(joined(first, second));
                };
            case Incomplete(String first) ->
                switch (other) {
                    case Complete _ -> this;
                    case AsLicensed(String second) -> new Incomplete(joined(first, second));
                    case Incomplete(String second) -> new Incomplete(joined(first, second));
                };
        };
    }

    /** What was not looked at for want of a licence, a sentence; empty where nothing is left out for that. */
    default Optional<String> notLookedAt() {
        return switch (this) {
            case Complete _ -> Optional.empty();
            case AsLicensed(String what) -> Optional.of(what);
            case Incomplete _ -> Optional.empty();
        };
    }

    private static String joined(String first, String second) {
        return first.equals(second) ? first : first + " " + second;
    }
}

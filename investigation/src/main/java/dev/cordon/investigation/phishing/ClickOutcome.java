package dev.cordon.investigation.phishing;

import java.util.List;
import java.util.Optional;

/** What became of one person's click. Every one has its reasons, the one that decided first. */
public sealed interface ClickOutcome {
    /** Why, the deciding reason first; never empty. */
    List<OutcomeReason> reasons();

    /** Safe Links showed its warning and nothing speaks for more: no password is reset for it. */
    record Blocked(List<OutcomeReason> reasons) implements ClickOutcome {
        public Blocked {
            reasons = checked(reasons);
        }
    }

    /**
     * The page was reached.
     *
     * @param kinds what it was after, by the order in which their first moves are made; at least one
     * @param reasons why
     */
    record Reached(List<PhishingKind> kinds, List<OutcomeReason> reasons) implements ClickOutcome {
        public Reached {
            kinds = kinds.stream().distinct().sorted().toList();
            reasons = checked(reasons);
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("a page of no kind");
            }
        }
    }

    /** Nobody can say; treated as reached. */
    record Unknown(List<OutcomeReason> reasons) implements ClickOutcome {
        public Unknown {
            reasons = checked(reasons);
        }
    }

    /** Whether what is done is what is done for a page that was reached. */
    default boolean isTreatedAsReached() {
        return switch (this) {
            case Blocked _ -> false;
            case Reached _, Unknown _ -> true;
        };
    }

    /** As the contract spells it: {@code blocked}, {@code reached} or {@code unknown}. */
    default String word() {
        return switch (this) {
            case Blocked _ -> "blocked";
            case Reached _ -> "reached";
            case Unknown _ -> "unknown";
        };
    }

    /** What is done first, in that order, each once; nothing for one that was blocked. */
    default List<FirstMove> firstMoves() {
        return switch (this) {
            case Blocked _ -> List.of();
            case Reached reached ->
                reached.kinds().stream().map(PhishingKind::firstMove).distinct().toList();
            case Unknown _ -> List.of(FirstMove.RESPOND_TO_ACCOUNT);
        };
    }

    /** Whether the account is responded to as compromised: never for one that was blocked. */
    default boolean needsAccountResponse() {
        return firstMoves().stream().anyMatch(FirstMove::needsAccountResponse);
    }

    /** The reason of that signal; empty where it is none of them. */
    default Optional<OutcomeReason> reason(String signal) {
        return reasons().stream()
                .filter(reason -> reason.signal().equals(signal))
                .findFirst();
    }

    private static List<OutcomeReason> checked(List<OutcomeReason> reasons) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("an outcome without a reason");
        }
        return List.copyOf(reasons);
    }
}

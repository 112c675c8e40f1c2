package dev.cordon.procedure;

/** What is left to do or to decide about a thing that was judged. */
public final class Unsettled {
    private Unsettled() {}

    /** Whether something is still to be done about it or decided. */
    public static boolean isOpen(Item item) {
        if (isHarmless(item)) {
            return false;
        }
        return item.decision() == ItemDecision.REMOVE || (item.verdict() != Verdict.BENIGN && !isKeptByAPerson(item));
    }

    /** Whether only a person's word is missing. */
    public static boolean isUndecided(Item item) {
        return isKept(item) && item.verdict() != Verdict.MALICIOUS;
    }

    /** Whether it is the attacker's and was kept all the same, because it cannot be removed from here. */
    public static boolean isForAHand(Item item) {
        return isKept(item) && item.verdict() == Verdict.MALICIOUS;
    }

    /** Whether its removal was decided and has not been carried out, as far as is known. */
    public static boolean isUndone(Item item) {
        return isOpen(item) && item.decision() == ItemDecision.REMOVE;
    }

    /** Whether it is there although it had been removed, and no person has decided about that since. */
    public static boolean isThereAgain(Item item) {
        return item.outcome().filter(ItemOutcome.STILL_THERE::equals).isPresent();
    }

    /** Whether it is judged the attacker's, and acts again because a person gave it back. */
    public static boolean isGivenBackToAttacker(Item item) {
        return item.verdict() == Verdict.MALICIOUS
                && item.outcome().filter(ItemOutcome.GIVEN_BACK::equals).isPresent();
    }

    /** Whether it acts no longer. */
    public static boolean isHarmless(Item item) {
        return item.outcome().filter(ItemOutcome::isHarmless).isPresent();
    }

    /** Whether a person has said that it stays. */
    public static boolean isKeptByAPerson(Item item) {
        return item.decision() == ItemDecision.KEEP
                && item.decidedBy()
                        .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                        .isPresent();
    }

    private static boolean isKept(Item item) {
        return isOpen(item) && item.decision() != ItemDecision.REMOVE && !isThereAgain(item);
    }
}

package dev.cordon.investigation.review;

import dev.cordon.investigation.review.Change.Effect;
import java.util.List;
import java.util.Set;

/**
 * Deeds that people do every day: their own methods, devices and rules, and of an administrator accounts, passes, delegates among colleagues, policies
 * and rules of mail. Never what gives the outside something, nor an application or a person power over others: from where he works that is for a
 * person to look at all the same. Immutable.
 */
final class EverydayDeeds {
    private final Verdicts verdicts;

    EverydayDeeds(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    boolean are(List<Change> changes) {
        return changes.stream().allMatch(this::isOne);
    }

    private boolean isOne(Change change) {
        return switch (change.meaning()) {
            case Meaning.Rule(var rule, boolean _) ->
                isOwn(change) && rule.forwardTo().stream().allMatch(verdicts::isInside);
            case Meaning.Forward(var forwarding) ->
                change.effect() == Effect.UNDOES || verdicts.isInside(forwarding.target());
            case Meaning.Right(var right, boolean isToGiver) -> !isToGiver && verdicts.isInside(right.trustee());
            case Meaning.Reply(var _) -> isOwn(change);
            case Meaning.Route(var sends, var acts, boolean isTold, boolean isTakenAway) ->
                change.kind() == FindingKind.TRANSPORT_RULE
                        && isTold
                        && !isTakenAway
                        && sends.isEmpty()
                        && acts.isEmpty();
            case Meaning.Account(boolean isGuest) -> !isGuest;
            case Meaning.Protection(int _, String _, String _, Meaning.Whose whose) ->
                switch (whose) {
                    case NOBODYS -> false;
                    case OWNERS -> isOwn(change);
                    case ADMINISTRATORS -> true;
                };
            case Meaning.Method _, Meaning.Device _ -> true;
            case Meaning.Calendar _,
                    Meaning.Role _,
                    Meaning.Consent _,
                    Meaning.Permission _,
                    Meaning.Assignment _,
                    Meaning.Credential _,
                    Meaning.Application _,
                    Meaning.Logging _,
                    Meaning.Search _,
                    Meaning.Link _ -> false;
        };
    }

    /** Whether whoever did it did it to what is his. */
    static boolean isOwn(Change change) {
        return Names.areOfOne(
                change.places(), Set.of(Names.plain(change.origin().person())));
    }

    /** Whether all that was done is that somebody else's mail was sent on. */
    static boolean areForwardingsOfOthers(List<Change> changes) {
        return changes.stream().allMatch(change -> change.meaning() instanceof Meaning.Forward && !isOwn(change));
    }
}

package dev.cordon.playbooks.decision;

import static java.util.Objects.requireNonNull;

import dev.cordon.procedure.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing found, judged, and waiting for keep or remove. Names and addresses are untrusted text.
 *
 * @param kind what it is
 * @param ids every id Microsoft knows it by; the first is the one shown
 * @param name its name
 * @param addresses addresses it sends to or trusts
 * @param clientId the application's client id, where it is one
 * @param verdict the judgement
 * @param reasons why, in words
 * @param removable whether this procedure can remove it
 * @param whatIsLost what removing it destroys and how that is undone, a sentence
 */
public record Proposal(
        ItemKind kind,
        List<String> ids,
        String name,
        Set<String> addresses,
        Optional<String> clientId,
        Verdict verdict,
        List<String> reasons,
        boolean removable,
        String whatIsLost) {
    public Proposal {
        requireNonNull(kind, "kind is null");
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a proposal needs an id");
        }
        requireNonNull(name, "name is null");
        addresses = Set.copyOf(addresses);
        requireNonNull(clientId, "clientId is null");
        requireNonNull(verdict, "verdict is null");
        reasons = List.copyOf(reasons);
        requireNonNull(whatIsLost, "whatIsLost is null");
    }

    /** The id it is shown by. */
    public String id() {
        return ids.getFirst();
    }

    /** The same thing, for a person to decide about at least, for one more reason. */
    public Proposal forPersonAtLeast(String reason) {
        List<String> more = new ArrayList<>(reasons);
        more.add(reason);
        return new Proposal(
                kind,
                ids,
                name,
                addresses,
                clientId,
                verdict == Verdict.BENIGN ? Verdict.REVIEW : verdict,
                more,
                removable,
                whatIsLost);
    }

    /** What we recommend: removal of what is judged malicious and can be removed, nothing else. */
    public boolean isRemovalRecommended() {
        return verdict == Verdict.MALICIOUS && removable;
    }
}

package dev.cordon.response;

import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.MailDestinations;
import dev.cordon.investigation.Organisation;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses outside the organisation to which mail was sent on by what is judged malicious or was removed: the forwarding of the mailbox, inbox
 * rules, transport rules. What went there stands in the message trace under that address alone.
 *
 * @param addresses which, no more than {@link #MOST}
 * @param notes what could not be looked at, or is left out, a sentence each
 */
record AttackersDestinations(List<String> addresses, List<String> notes) {
    /** So many are traced: a rule names as many as its maker likes, and each costs requests that the tenant counts. */
    static final int MOST = 20;

    private static final String FORWARDING = "forwarding";
    private static final Set<String> RULES = Set.of("inbox-rule", "transport-rule");

    AttackersDestinations {
        addresses = List.copyOf(addresses);
        notes = List.copyOf(notes);
    }

    static AttackersDestinations of(CaseRecord record, Organisation organisation, Workspace workspace) {
        Set<ExhibitId> gone =
                workspace.vault().tombstones(record.incident().id()).keySet();
        Set<String> addresses = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (Item item : record.state().items().values()) {
            if (isHostile(item) && item.key().kind().equals(FORWARDING)) {
                addresses.addAll(MailDestinations.in(item.name()));
            } else if (isHostile(item) && RULES.contains(item.key().kind())) {
                Optional<byte[]> shown = item.exhibit()
                        .filter(exhibit -> !gone.contains(exhibit))
                        .flatMap(exhibit -> open(exhibit, workspace));
                shown.ifPresentOrElse(
                        answer -> addresses.addAll(
                                MailDestinations.of(answer, item.key().id())),
                        () -> notes.add("Where the " + item.key().kind() + " "
                                + item.key().id()
                                + " sends mail is not known and so not traced: its exhibit cannot be read."));
            }
        }
        return bounded(outside(addresses, organisation), notes);
    }

    private static Optional<byte[]> open(ExhibitId exhibit, Workspace workspace) {
        try {
            return Optional.of(workspace.vault().open(exhibit, workspace.process(), "finding where mail was sent on"));
        } catch (EvidenceDamagedException _) {
            return Optional.empty();
        }
    }

    private static boolean isHostile(Item item) {
        return item.verdict() == Verdict.MALICIOUS || item.decision() == ItemDecision.REMOVE;
    }

    /** The mail of a colleague is not asked for because a rule names him. */
    private static List<String> outside(Set<String> addresses, Organisation organisation) {
        return addresses.stream()
                .filter(address -> !organisation.ownsDomain(address.substring(address.lastIndexOf('@') + 1)))
                .toList();
    }

    static AttackersDestinations bounded(List<String> addresses, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        if (addresses.size() > MOST) {
            all.add("Mail was sent on to " + addresses.size() + " addresses outside. The trace is asked for the first "
                    + MOST + "; '--whose everybody' asks for all mail.");
        }
        return new AttackersDestinations(addresses.subList(0, Math.min(MOST, addresses.size())), all);
    }
}

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
 * rules, transport rules. What went there stands in the message trace under that address alone. What sends mail on without naming an address (a
 * connector, a recipient of the directory) cannot be asked for, and is said.
 *
 * @param addresses which, no more than {@link #MOST}
 * @param notes what could not be looked at, or is left out, a sentence each
 */
record AttackersDestinations(List<String> addresses, List<String> notes) {
    /** So many are traced: a rule names as many as its maker likes, and each costs requests that the tenant counts. */
    static final int MOST = 20;

    private static final String FORWARDING = "forwarding";
    private static final Set<String> SENDING = Set.of("inbox-rule", "transport-rule", "connector");
    private static final String ALL_MAIL = " '--whose everybody' asks for all mail.";

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
                forwarding(item, addresses, notes);
            } else if (isHostile(item) && SENDING.contains(item.key().kind())) {
                Optional<byte[]> shown = item.exhibit()
                        .filter(exhibit -> !gone.contains(exhibit))
                        .flatMap(exhibit -> open(exhibit, workspace));
                sending(item, shown, addresses, notes);
            }
        }
        return bounded(outside(addresses, organisation), notes);
    }

    static void forwarding(Item item, Set<String> addresses, List<String> notes) {
        Set<String> named = MailDestinations.in(item.name());
        addresses.addAll(named);
        if (named.isEmpty()) {
            notes.add("The mailbox was forwarded to a recipient of the directory, \"" + item.name()
                    + "\". A mail contact leads outside; its address is not read, and so not traced." + ALL_MAIL);
        }
    }

    static void sending(Item item, Optional<byte[]> shown, Set<String> addresses, List<String> notes) {
        String which =
                item.key().kind() + " \"" + item.name() + "\" (" + item.key().id() + ")";
        if (shown.isEmpty()) {
            notes.add(
                    "Where the " + which + " sends mail is not known and so not traced: its exhibit cannot be opened.");
            return;
        }
        Optional<MailDestinations> read =
                MailDestinations.of(shown.get(), item.key().id());
        if (read.isEmpty()) {
            notes.add("Where the " + which + " sends mail is not known and so not traced: "
                    + "its exhibit is no JSON, or does not show it.");
            return;
        }
        addresses.addAll(read.get().addresses());
        if (!read.get().hosts().isEmpty()) {
            notes.add("The " + which + " hands mail to "
                    + String.join(", ", read.get().hosts())
                    + ". The trace cannot be asked by a host, and so what went there is not traced." + ALL_MAIL);
        }
        if (read.get().unnamed() > 0) {
            int unnamed = read.get().unnamed();
            notes.add("The " + which + " also sends mail to " + unnamed
                    + (unnamed == 1 ? " destination" : " destinations")
                    + " without an address, recipients of the directory or a connector. A mail contact leads outside; this is"
                    + " not traced." + ALL_MAIL);
        }
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

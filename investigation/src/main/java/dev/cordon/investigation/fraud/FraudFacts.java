package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.reconstruction.Bound;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the response to an account holds already, as far as it tells of fraud.
 *
 * @param organisation whose account
 * @param items the rules, forwardings and automatic replies that were found, as they were judged
 * @param searches searches of the mailbox
 * @param syncs folders that a program fetched whole
 * @param mails what left the mailbox; empty where nobody looked
 * @param threads mails of the mailbox that came in since the attacker was there
 * @param lookAlikes what domains are compared with
 * @param changeRequested whether somebody was asked to pay elsewhere, or to change where a payment goes
 * @param looked what all this stands on
 */
public record FraudFacts(
        Organisation organisation,
        List<Item> items,
        List<Search> searches,
        List<FolderSync> syncs,
        Optional<FraudMails> mails,
        List<MailSeen> threads,
        LookAlikeDomains lookAlikes,
        Answer changeRequested,
        List<Coverage> looked) {
    /**
     * A thing that was found in the account.
     *
     * @param kind as in the decision file: {@code inbox-rule}, {@code forwarding}, {@code auto-reply}, {@code transport-rule} …
     * @param name its name: untrusted text
     * @param targets where it sends mail to: untrusted texts
     * @param judgement what the judge of its kind said
     * @param shownBy its exhibit
     */
    public record Item(String kind, String name, List<String> targets, Judgement judgement, EvidenceRef shownBy) {
        public Item {
            requireNonNull(kind, "kind is null");
            requireNonNull(name, "name is null");
            targets = List.copyOf(targets);
            requireNonNull(judgement, "judgement is null");
            requireNonNull(shownBy, "shownBy is null");
        }
    }

    /**
     * A search of the mailbox.
     *
     * @param at when
     * @param text what for: untrusted text
     * @param hand whose
     * @param shownBy the row
     */
    public record Search(Instant at, String text, Party hand, EvidenceRef shownBy) {
        public Search {
            requireNonNull(at, "at is null");
            requireNonNull(text, "text is null");
            requireNonNull(hand, "hand is null");
            requireNonNull(shownBy, "shownBy is null");
        }

        /** The attacker's among the acts of a reconstruction, which holds no others. */
        public static List<Search> of(List<MailAct> acts) {
            return acts.stream()
                    .filter(act -> act.kind() == MailAct.Kind.SEARCHED)
                    .map(act ->
                            new Search(act.shownBy().at(), act.text(), Party.ATTACKER, EvidenceRef.of(act.shownBy())))
                    .toList();
        }
    }

    /**
     * A folder that a program fetched whole.
     *
     * @param at when
     * @param folder which: untrusted text
     * @param hand whose program
     * @param shownBy the row
     */
    public record FolderSync(Instant at, String folder, Party hand, EvidenceRef shownBy) {
        public FolderSync {
            requireNonNull(at, "at is null");
            requireNonNull(folder, "folder is null");
            requireNonNull(hand, "hand is null");
            requireNonNull(shownBy, "shownBy is null");
        }

        /** The attacker's by what a reconstruction found him to have accessed. */
        public static List<FolderSync> of(List<MailAccess> access) {
            return access.stream()
                    .flatMap(one -> one.bounds().stream())
                    .flatMap(bound -> bound instanceof Bound.WholeFolder folder ? Stream.of(folder) : Stream.empty())
                    .map(folder -> new FolderSync(
                            folder.from(), folder.folder(), Party.ATTACKER, EvidenceRef.of(folder.shownBy())))
                    .toList();
        }
    }

    public FraudFacts {
        requireNonNull(organisation, "organisation is null");
        items = List.copyOf(items);
        searches = List.copyOf(searches);
        syncs = List.copyOf(syncs);
        requireNonNull(mails, "mails is null");
        threads = List.copyOf(threads);
        requireNonNull(lookAlikes, "lookAlikes is null");
        requireNonNull(changeRequested, "changeRequested is null");
        looked = List.copyOf(looked);
    }
}

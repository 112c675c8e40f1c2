package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Words;
import dev.cordon.investigation.lines.MailDomains;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What finance is asked to hold until it was confirmed by telephone, at a number that was on file before. Which payments there are only finance
 * knows: this says since when and with whom to look.
 *
 * @param since from when on; empty where nobody knows since when the attacker reads along
 * @param items what, the general ones first
 */
public record PaymentHold(Optional<Instant> since, List<Item> items) {
    /**
     * One thing to be held.
     *
     * @param kind what
     * @param counterpart with whom: a domain, or an address where anybody gets one there; empty text for everybody
     * @param text what to do, a sentence
     * @param shownBy why: the mails that name the counterpart
     */
    public record Item(Kind kind, String counterpart, String text, List<EvidenceRef> shownBy) {
        public Item {
            requireNonNull(kind, "kind is null");
            requireNonNull(counterpart, "counterpart is null");
            requireNonNull(text, "text is null");
            shownBy = List.copyOf(shownBy);
        }
    }

    /** What is held. */
    public enum Kind {
        /** Every change of where money goes, whoever asked for it. */
        PAYEE_CHANGES,
        /** Every payment that was asked for by mail. */
        PAYMENTS_ASKED_BY_MAIL,
        /** Payments to one counterpart, whom the attacker wrote to or who may be somebody else. */
        PAYMENTS_TO,
        /** Payments we expect from one counterpart, who may have been told to pay elsewhere. */
        PAYMENTS_FROM
    }

    public PaymentHold {
        requireNonNull(since, "since is null");
        items = List.copyOf(items);
    }

    /**
     * What to hold.
     *
     * @param since the first activity of the attacker
     * @param sent what left the account; empty where nobody looked
     * @param received mails about money that came in since, or that a fraud consists of
     */
    public static PaymentHold of(
            Optional<Instant> since,
            Optional<FraudMails> sent,
            Collection<MailSeen> received,
            Organisation organisation) {
        String from = since.map(at -> "since " + Minutes.of(at))
                .orElse("in the last 90 days (nobody knows since when he reads along)");
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                Kind.PAYEE_CHANGES,
                "",
                "Hold every change of a payee's bank details made or asked for " + from
                        + ", whoever asked, until it was confirmed by telephone at a number that was on file before.",
                List.of()));
        items.add(new Item(
                Kind.PAYMENTS_ASKED_BY_MAIL,
                "",
                "Hold every payment that was asked for, released or made urgent by mail " + from
                        + ", until likewise confirmed.",
                List.of()));
        counterparts(sent.stream()
                        .flatMap(all -> all.mails().stream())
                        .filter(FraudMail::isToBeTold)
                        .toList())
                .forEach((who, refs) -> items.add(new Item(
                        Kind.PAYMENTS_FROM,
                        who,
                        "Tell " + Quote.of(who) + " by telephone that bank details in mails " + from
                                + " are void, and ask which of our invoices they paid and where to.",
                        refs)));
        senders(received, organisation)
                .forEach((who, refs) -> items.add(new Item(
                        Kind.PAYMENTS_TO,
                        who,
                        "Hold payments to " + Quote.of(who) + " until they confirmed the bank details by telephone.",
                        refs)));
        return new PaymentHold(since, items);
    }

    private static Map<String, List<EvidenceRef>> counterparts(List<FraudMail> mails) {
        return grouped(mails.stream()
                .flatMap(mail -> mail.external().stream()
                        .flatMap(address -> mail.shownBy().stream().map(ref -> Map.entry(counterpart(address), ref)))));
    }

    private static Map<String, List<EvidenceRef>> senders(Collection<MailSeen> received, Organisation organisation) {
        return grouped(received.stream()
                .filter(mail -> !organisation.ownsDomain(Addresses.domain(mail.from())))
                .filter(mail -> Words.FINANCE.list().foundIn(mail.subject()))
                .map(mail -> Map.entry(counterpart(Addresses.bare(mail.from())), mail.shownBy())));
    }

    private static Map<String, List<EvidenceRef>> grouped(Stream<Map.Entry<String, EvidenceRef>> each) {
        Map<String, List<EvidenceRef>> grouped = new TreeMap<>();
        each.filter(entry -> !entry.getKey().isEmpty())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .forEach((who, refs) -> grouped.put(who, EvidenceRef.ordered(refs.stream())));
        return grouped;
    }

    /** Whom an address stands for: its domain, or itself where anybody gets one there. */
    private static String counterpart(String address) {
        String domain = Addresses.domain(address);
        return MailDomains.isAnybodys(domain) ? address : domain;
    }

    /** The counterparts to be telephoned, each once, by name. */
    public List<String> counterparts() {
        return items.stream()
                .map(Item::counterpart)
                .filter(who -> !who.isEmpty())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}

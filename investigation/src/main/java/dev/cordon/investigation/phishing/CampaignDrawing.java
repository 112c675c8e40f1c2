package dev.cordon.investigation.phishing;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Subject;
import dev.cordon.investigation.fraud.LookAlikeDomains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a {@link Campaign}. */
final class CampaignDrawing {
    private static final String PHISHING = "T1566";

    private final Lure lure;
    private final Map<String, String> people;
    private final Organisation organisation;
    private final List<Reach> reaches;

    CampaignDrawing(Lure lure, Map<String, String> people, Organisation organisation, List<Reach> reaches) {
        this.lure = lure;
        this.people = people.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Addresses.bare(entry.getKey()),
                        entry -> Addresses.bare(entry.getValue()),
                        (one, other) -> one.compareTo(other) < 0 ? one : other));
        this.organisation = organisation;
        this.reaches = reaches;
    }

    Campaign drawn(Collection<Delivery> deliveries, Collection<ClickRecord> clicks, Collection<String> reporters) {
        List<List<Delivery>> mails = mails(deliveries);
        List<List<Delivery>> own =
                mails.stream().filter(mail -> belonging(mail).isPresent()).toList();
        List<CampaignMail> alike = mails.stream()
                .filter(mail -> belonging(mail).isEmpty())
                .map(mail -> mail(mail, likeness(mail)))
                .flatMap(Optional::stream)
                .sorted(IN_TIME)
                .toList();
        List<CampaignMail> drawn = own.stream()
                .map(mail -> mail(mail, belonging(mail).stream().toList()))
                .flatMap(Optional::stream)
                .sorted(IN_TIME)
                .toList();
        Lure whole = lure.and(ids(drawn));
        List<Delivery> copies = own.stream().flatMap(List::stream).toList();
        return new Campaign(
                whole,
                drawn,
                alike,
                recipients(copies, whole.clicksOn(clicks.stream().distinct().toList()), reporters),
                reaches);
    }

    private static final Comparator<CampaignMail> IN_TIME = Comparator.comparing(CampaignMail::receivedAt)
            .thenComparing(CampaignMail::internetMessageId)
            .thenComparing(mail -> mail.networkMessageIds().toString())
            .thenComparing(mail -> mail.senders().toString())
            .thenComparing(CampaignMail::subject);

    private static Lure ids(List<CampaignMail> mails) {
        return new Lure(
                Set.of(),
                Set.of(),
                mails.stream().map(CampaignMail::internetMessageId).collect(Collectors.toSet()),
                mails.stream()
                        .flatMap(mail -> mail.networkMessageIds().stream())
                        .collect(Collectors.toSet()),
                List.of());
    }

    /** What the sources say, mail by mail: rows that have either id in common are of one mail. */
    private static List<List<Delivery>> mails(Collection<Delivery> deliveries) {
        List<Delivery> ordered =
                deliveries.stream().distinct().sorted(Delivery.IN_TIME).toList();
        Map<String, String> idOfNetworkId = new HashMap<>();
        for (Delivery row : ordered) {
            if (!row.internetMessageId().isEmpty() && !row.networkMessageId().isEmpty()) {
                idOfNetworkId.merge(
                        row.networkMessageId(),
                        row.internetMessageId(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        Function<Delivery, String> key = row -> {
            if (!row.internetMessageId().isEmpty()) {
                return row.internetMessageId();
            }
            if (!row.networkMessageId().isEmpty()) {
                return idOfNetworkId.getOrDefault(row.networkMessageId(), row.networkMessageId());
            }
            return "no id: " + row.receivedAt() + " " + SenderAddress.normalised(row.sender()) + " " + row.subject();
        };
        return List.copyOf(ordered.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
                .values());
    }

    /** Why a mail belongs to it; empty where it does not. */
    private Optional<Reason> belonging(List<Delivery> mail) {
        boolean sameMail = mail.stream()
                .anyMatch(row -> lure.internetMessageIds().contains(row.internetMessageId())
                        || lure.networkMessageIds().contains(row.networkMessageId()));
        if (sameMail) {
            return Optional.of(reason("same-mail", "It is the mail that was reported, by its id."));
        }
        if (hasSender(mail) && hasSubject(mail)) {
            return Optional.of(reason(
                    "sender-and-subject",
                    "It is from the same sender and has the same subject"
                            + " but for numbers and marks of an answer."));
        }
        boolean sameLink = mail.stream()
                .flatMap(row -> row.urls().stream())
                .map(SafeLinksUrl::of)
                .anyMatch(lure::leadsThere);
        return sameLink ? Optional.of(reason("same-link", "Its link leads to the same page.")) : Optional.empty();
    }

    /** What makes a mail look as if it belonged; none where nothing does. */
    private List<Reason> likeness(List<Delivery> mail) {
        List<Reason> reasons = new ArrayList<>();
        String sender = senders(mail).stream().findFirst().orElse("");
        if (hasSender(mail)) {
            reasons.add(
                    reason(
                            "same-sender-only",
                            "It is from the same sender with another subject. Where somebody else has that mailbox, its owner's own mails look so too."));
        } else if (hasSubject(mail)) {
            reasons.add(
                    organisation.ownsDomain(Addresses.domain(sender))
                            ? reason(
                                    "passed-on",
                                    "It has the same subject and is from " + Quote.of(sender)
                                            + ", inside the organisation: most likely somebody passed it on or warned of it.")
                            : reason(
                                    "same-subject-only",
                                    "It has the same subject and is from another sender, " + Quote.of(sender) + "."));
        }
        alikeSender(mail).ifPresent(reasons::add);
        return reasons;
    }

    private Optional<Reason> alikeSender(List<Delivery> mail) {
        Set<String> domains = lure.senders().stream().map(Addresses::domain).collect(Collectors.toSet());
        return senders(mail).stream()
                .map(Addresses::domain)
                .filter(domain -> !organisation.ownsDomain(domain))
                .map(new LookAlikeDomains(domains, Set.of())::judge)
                .flatMap(Optional::stream)
                .map(found -> reason(
                        "alike-sender",
                        "Its sender's domain, " + Quote.of(found.domain()) + ", reads like " + Quote.of(found.of())
                                + "."))
                .findFirst();
    }

    private boolean hasSender(List<Delivery> mail) {
        return senders(mail).stream().anyMatch(lure.senders()::contains);
    }

    private static Set<String> senders(List<Delivery> mail) {
        return mail.stream()
                .map(row -> SenderAddress.normalised(row.sender()))
                .filter(sender -> !sender.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean hasSubject(List<Delivery> mail) {
        return mail.stream().map(row -> Subject.normalised(row.subject())).anyMatch(lure.subjects()::contains);
    }

    private static Optional<CampaignMail> mail(List<Delivery> rows, List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CampaignMail(
                first(rows, Delivery::internetMessageId),
                rows.stream()
                        .map(Delivery::networkMessageId)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                rows.stream()
                        .map(row -> row.sender().strip())
                        .filter(sender -> !sender.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                first(rows, Delivery::subject),
                rows.getFirst().receivedAt(),
                rows.getLast().receivedAt(),
                rows.stream()
                        .map(Delivery::recipient)
                        .filter(recipient -> !recipient.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                reasons));
    }

    private static String first(List<Delivery> rows, Function<Delivery, String> text) {
        return rows.stream().map(text).filter(one -> !one.isBlank()).findFirst().orElse("");
    }

    private List<CampaignRecipient> recipients(
            List<Delivery> copies, List<ClickRecord> clicks, Collection<String> reporters) {
        Map<String, List<Delivery>> byPerson = copies.stream()
                .filter(row -> !row.recipient().isEmpty())
                .collect(Collectors.groupingBy(row -> person(row.recipient())));
        Map<String, List<ClickRecord>> clicked = clicks.stream()
                .filter(click -> !click.user().isEmpty())
                .collect(Collectors.groupingBy(click -> person(click.user())));
        Set<String> reported = reporters.stream()
                .map(Addresses::bare)
                .filter(reporter -> !reporter.isEmpty())
                .map(this::person)
                .collect(Collectors.toSet());
        return Stream.of(byPerson.keySet(), clicked.keySet(), reported)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .map(person -> recipient(
                        person,
                        byPerson.getOrDefault(person, List.of()),
                        clicked.getOrDefault(person, List.of()),
                        reported.contains(person)))
                .toList();
    }

    private String person(String address) {
        return people.getOrDefault(address, address);
    }

    private CampaignRecipient recipient(
            String person, List<Delivery> rows, List<ClickRecord> clicks, boolean reported) {
        List<Fate> fates = mails(rows).stream()
                .flatMap(mail -> mail.stream().collect(Collectors.groupingBy(Delivery::recipient)).values().stream())
                .map(CampaignDrawing::fate)
                .toList();
        List<String> addresses =
                rows.stream().map(Delivery::recipient).distinct().sorted().toList();
        boolean inside = organisation.ownsDomain(Addresses.domain(person))
                || addresses.stream().anyMatch(address -> organisation.ownsDomain(Addresses.domain(address)));
        return new CampaignRecipient(
                person,
                addresses,
                inside,
                fates.stream().min(Comparator.naturalOrder()).orElse(Fate.UNKNOWN),
                fates.size(),
                clicks,
                reported);
    }

    /** What became of one copy: what was known last; of what was known at one time, what leaves most to be done. */
    private static Fate fate(List<Delivery> rows) {
        List<Delivery> telling =
                rows.stream().filter(row -> row.fate() != Fate.UNKNOWN).toList();
        return telling.stream()
                .min(Comparator.comparing(Delivery::knownAt).reversed().thenComparing(Delivery::fate))
                .map(Delivery::fate)
                .orElse(Fate.UNKNOWN);
    }

    private static Reason reason(String signal, String text) {
        return new Reason(signal, text, Optional.of(PHISHING));
    }
}

package dev.cordon.investigation.fraud;

import dev.cordon.incident.Party;
import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.Words;
import dev.cordon.investigation.fraud.FraudMail.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Screens an account for business e-mail compromise. What speaks for it stands in {@link FraudSignal}, with its weight. */
public final class FraudScreen {
    private static final int MOST_NAMED = 3;

    /** Reasons of the judge of rules that say the owner does not see the mail. */
    private static final Set<String> HIDING = Set.of(
            "deletes",
            "sweeps-away",
            "moves-to-forgotten-folder",
            "moves-to-junk",
            "moves-to-archive",
            "hides-and-marks-as-read",
            "hides-warnings",
            "hides-colleagues",
            "hidden-rule");

    private final FraudFacts facts;

    private FraudScreen(FraudFacts facts) {
        this.facts = facts;
    }

    /** Total: any facts are answered; their order changes nothing. */
    public static FraudVerdict screen(FraudFacts facts) {
        return new FraudScreen(facts).verdict();
    }

    private FraudVerdict verdict() {
        List<FraudIndicator> indicators = Stream.of(items(), acts(), sent(), threads(), said())
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingInt(
                                (FraudIndicator one) -> -one.signal().weight())
                        .thenComparing(FraudIndicator::signal)
                        .thenComparing(FraudIndicator::text))
                .toList();
        int score = FraudVerdict.score(indicators);
        if (score >= FraudSignal.LIKELY_FROM) {
            return new FraudVerdict.Likely(indicators, facts.looked());
        }
        if (score >= FraudSignal.POSSIBLE_FROM) {
            return new FraudVerdict.Possible(indicators, facts.looked());
        }
        boolean nothingLookedAt =
                indicators.isEmpty() && facts.looked().stream().noneMatch(log -> log.isComplete() || log.rows() > 0);
        return nothingLookedAt
                ? new FraudVerdict.NotLooked(facts.looked())
                : new FraudVerdict.None(indicators, facts.looked());
    }

    private List<FraudIndicator> items() {
        List<FraudIndicator> found = new ArrayList<>();
        ofItems(
                        FraudSignal.RULE_TAKES_PAYMENT_MAIL,
                        item -> item.judgement().names("diverts-finance-mail"),
                        "looks for mail about money and takes it out of sight or out of the house")
                .ifPresent(found::add);
        ofItems(
                        FraudSignal.RULE_HIDES_MAIL,
                        item -> isRule(item)
                                && item.judgement().verdict() == Verdict.MALICIOUS
                                && HIDING.stream().anyMatch(item.judgement()::names),
                        "keeps mail from its owner")
                .ifPresent(found::add);
        ofItems(
                        FraudSignal.FORWARDS_OUTSIDE,
                        item -> item.judgement().names("forwards-outside"),
                        "sends mail out of the organisation")
                .ifPresent(found::add);
        ofItems(
                        FraudSignal.FORWARDS_TO_LOOK_ALIKE,
                        this::sendsToLookAlike,
                        "sends mail to a domain that reads like one you trust")
                .ifPresent(found::add);
        ofItems(
                        FraudSignal.AUTO_REPLY_CHANGED,
                        item -> item.kind().equals("auto-reply"),
                        "answers everybody who writes")
                .ifPresent(found::add);
        return found;
    }

    private static boolean isRule(FraudFacts.Item item) {
        return item.kind().equals("inbox-rule") || item.kind().equals("transport-rule");
    }

    private boolean sendsToLookAlike(FraudFacts.Item item) {
        return item.targets().stream()
                .map(Addresses::domain)
                .anyMatch(domain -> facts.lookAlikes().judge(domain).isPresent());
    }

    /** One indicator for all the things of which it holds and that are not harmless. */
    private Optional<FraudIndicator> ofItems(FraudSignal signal, Predicate<FraudFacts.Item> which, String does) {
        List<FraudFacts.Item> found = facts.items().stream()
                .filter(item -> item.judgement().verdict() != Verdict.BENIGN)
                .filter(which)
                .sorted(Comparator.comparing(FraudFacts.Item::name)
                        .thenComparing(item -> item.shownBy().record()))
                .toList();
        return indicator(
                signal,
                found.stream().map(item -> Quote.of(item.name())).toList(),
                " " + does + ".",
                found.stream().map(FraudFacts.Item::shownBy));
    }

    /** What was done in the mailbox by somebody who is not shown to be its user. */
    private List<FraudIndicator> acts() {
        List<FraudIndicator> found = new ArrayList<>();
        List<FraudFacts.Search> searches = facts.searches().stream()
                .filter(search -> isNotUsers(search.hand()))
                .filter(search -> Words.FINANCE.list().foundIn(search.text()))
                .sorted(Comparator.comparing(FraudFacts.Search::at).thenComparing(FraudFacts.Search::text))
                .toList();
        indicator(
                        FraudSignal.SEARCHED_FOR_PAYMENTS,
                        searches.stream().map(search -> Quote.of(search.text())).toList(),
                        " was searched for in the mailbox, a word about money.",
                        searches.stream().map(FraudFacts.Search::shownBy))
                .ifPresent(found::add);
        List<FraudFacts.FolderSync> syncs = facts.syncs().stream()
                .filter(sync -> sync.hand() == Party.ATTACKER)
                .sorted(Comparator.comparing(FraudFacts.FolderSync::at).thenComparing(FraudFacts.FolderSync::folder))
                .toList();
        indicator(
                        FraudSignal.SYNCHRONISED_MAILBOX,
                        syncs.stream().map(sync -> Quote.of(sync.folder())).toList(),
                        " was fetched whole by a program of the attacker's.",
                        syncs.stream().map(FraudFacts.FolderSync::shownBy))
                .ifPresent(found::add);
        return found;
    }

    private static boolean isNotUsers(Party hand) {
        return hand == Party.ATTACKER || hand == Party.UNKNOWN;
    }

    /** What left the mailbox. */
    private List<FraudIndicator> sent() {
        List<FraudIndicator> found = new ArrayList<>();
        ofMails(
                        FraudSignal.ATTACKER_SENT_IN_THREAD,
                        mail -> mail.standing() == Standing.ATTACKERS && mail.inThread(),
                        " was sent by the attacker into a conversation that was there already.")
                .ifPresent(found::add);
        ofMails(
                        FraudSignal.ATTACKER_SENT_MAIL,
                        mail -> mail.standing() == Standing.ATTACKERS,
                        " was sent by the attacker.")
                .ifPresent(found::add);
        ofMails(
                        FraudSignal.SENT_WITHOUT_COPY,
                        mail -> mail.copy() == SentCopy.GONE || mail.copy() == SentCopy.DELETED,
                        " left the mailbox, and its copy is not where its owner would find it.")
                .ifPresent(found::add);
        ofMails(
                        FraudSignal.PAYMENT_WORDS_IN_SENT_MAIL,
                        mail -> Words.FINANCE.list().foundIn(mail.subject())
                                && !mail.external().isEmpty(),
                        " is about money and went out of the organisation.")
                .ifPresent(found::add);
        ofMails(
                        FraudSignal.REPLY_TO_ELSEWHERE,
                        mail -> mail.reasons().stream()
                                .anyMatch(reason -> reason.signal().equals("reply-to-elsewhere")),
                        " was sent so that answers go elsewhere.")
                .ifPresent(found::add);
        return found;
    }

    private Optional<FraudIndicator> ofMails(FraudSignal signal, Predicate<FraudMail> which, String what) {
        List<FraudMail> mails = facts.mails().stream()
                .flatMap(all -> all.mails().stream())
                .filter(FraudMail::isToBeTold)
                .filter(which)
                .toList();
        return indicator(
                signal,
                mails.stream().map(mail -> Quote.of(mail.subject())).toList(),
                what,
                mails.stream().flatMap(mail -> mail.shownBy().stream()));
    }

    /** What came into the mailbox. */
    private List<FraudIndicator> threads() {
        List<MailSeen> received = facts.threads().stream()
                .filter(mail -> !facts.organisation().ownsDomain(Addresses.domain(mail.from())))
                .sorted(MailSeen.IN_TIME)
                .toList();
        List<FraudIndicator> found = new ArrayList<>();
        List<MailSeen> alike = facts.threads().stream()
                .filter(mail -> Stream.concat(Stream.of(mail.from(), mail.replyTo()), mail.recipients().stream())
                        .map(Addresses::domain)
                        .anyMatch(domain -> facts.lookAlikes().judge(domain).isPresent()))
                .sorted(MailSeen.IN_TIME)
                .toList();
        ofThreads(
                        FraudSignal.LOOK_ALIKE_IN_THREAD,
                        alike,
                        " has an address in it whose domain reads like one you trust.")
                .ifPresent(found::add);
        ofThreads(
                        FraudSignal.REPLY_TO_ELSEWHERE,
                        received.stream()
                                .filter(mail -> ReplyTo.isDiverted(mail.from(), mail.replyTo()))
                                .filter(mail -> Words.FINANCE.list().foundIn(mail.subject()))
                                .toList(),
                        " is about money, and answers to it go elsewhere than to its sender.")
                .ifPresent(found::add);
        return found;
    }

    private static Optional<FraudIndicator> ofThreads(FraudSignal signal, List<MailSeen> mails, String what) {
        return indicator(
                signal,
                mails.stream().map(mail -> Quote.of(mail.subject())).toList(),
                what,
                mails.stream().map(MailSeen::shownBy));
    }

    private List<FraudIndicator> said() {
        return facts.changeRequested() == Answer.YES
                ? List.of(new FraudIndicator(
                        FraudSignal.PAYMENT_CHANGE_REPORTED,
                        "Somebody was asked to pay elsewhere, or to change where a payment goes.",
                        List.of()))
                : List.of();
    }

    private static Optional<FraudIndicator> indicator(
            FraudSignal signal, List<String> named, String what, Stream<EvidenceRef> shownBy) {
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<String> each = named.stream().distinct().toList();
        String more = each.size() > MOST_NAMED ? " and " + (each.size() - MOST_NAMED) + " more:" : "";
        String text = String.join(", ", each.stream().limit(MOST_NAMED).toList()) + more + what;
        return Optional.of(new FraudIndicator(signal, text, EvidenceRef.ordered(shownBy)));
    }
}

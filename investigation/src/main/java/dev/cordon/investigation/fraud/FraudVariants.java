package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.WordList;
import dev.cordon.investigation.Words;
import dev.cordon.investigation.lines.MailDomains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells in what shape a fraud comes. Several may hold of one.
 *
 * @param organisation whose
 * @param account what the sign-ins say of the account; {@link Certainty#UNKNOWN} where none is suspected
 * @param managers names and addresses of people whose word moves money
 * @param partners domains of suppliers, customers and partners, lower-case
 * @param lookAlikes what domains are compared with
 */
public record FraudVariants(
        Organisation organisation,
        Certainty account,
        Set<String> managers,
        Set<String> partners,
        LookAlikeDomains lookAlikes) {
    private static final WordList PAYROLL = WordList.of("""
            payroll, salary, direct deposit, pay slip, payslip, wages, gehalt, lohn, lohnabrechnung, salaire, nomina, salario, stipendio, salaris,
            loonstrook, palkka, wynagrodzenie, зарплат, 給与, 工资, 급여""");

    private static final WordList GIFT_CARDS = WordList.of("""
            gift card, gift cards, giftcard, itunes card, google play card, steam card, amazon card, voucher code, gutscheinkarte, gutscheinkarten,
            gutscheincode, carte cadeau, cartes cadeaux, tarjeta regalo, tarjetas regalo, carta regalo, cadeaukaart, cadeaubon""");

    private static final WordList STAFF_DATA = WordList.of("""
            w-2, w2 form, w-2s, 1099, p60, p45, tax form, tax forms, employee list, staff list, list of employees, social security, date of birth,
            lohnsteuer, steuerbescheinigung, mitarbeiterliste, liste du personnel, liste des employes, lista de empleados""");

    public FraudVariants {
        requireNonNull(organisation, "organisation is null");
        requireNonNull(account, "account is null");
        managers = managers.stream()
                .map(WordList::plain)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        partners = Set.copyOf(partners);
        requireNonNull(lookAlikes, "lookAlikes is null");
    }

    /**
     * One that holds.
     *
     * @param variant which
     * @param because why, a sentence each
     * @param shownBy what shows it
     */
    public record Found(FraudVariant variant, String because, List<EvidenceRef> shownBy) {
        public Found {
            requireNonNull(variant, "variant is null");
            requireNonNull(because, "because is null");
            shownBy = List.copyOf(shownBy);
        }
    }

    /**
     * Those that hold, in the order of {@link FraudVariant}.
     *
     * @param received the mails that ask for money or data, as they were received
     * @param sent what left the account; empty where nobody looked
     */
    public List<Found> judge(Collection<MailSeen> received, Optional<FraudMails> sent) {
        List<MailSeen> ordered = received.stream()
                .filter(mail -> !organisation.ownsDomain(Addresses.domain(mail.from())))
                .sorted(MailSeen.IN_TIME)
                .toList();
        List<Found> found = new ArrayList<>();
        ownUser(sent).ifPresent(found::add);
        ofReceived(
                        FraudVariant.VENDOR_MAILBOX,
                        ordered,
                        this::isOfPartner,
                        "comes from a partner's own domain and is about money")
                .filter(_ -> account != Certainty.ATTACK)
                .ifPresent(found::add);
        ofReceived(
                        FraudVariant.LOOK_ALIKE_DOMAIN,
                        ordered,
                        this::isLookAlike,
                        "comes from a domain that reads like one you trust")
                .ifPresent(found::add);
        ofReceived(
                        FraudVariant.SPOOFED_EXECUTIVE,
                        ordered,
                        this::pretendsManager,
                        "has a manager's name before an address outside")
                .ifPresent(found::add);
        ofWords(FraudVariant.PAYROLL_DIVERSION, PAYROLL, ordered, sent, "is about salaries")
                .ifPresent(found::add);
        ofWords(FraudVariant.GIFT_CARDS, GIFT_CARDS, ordered, sent, "is about gift cards")
                .ifPresent(found::add);
        ofWords(FraudVariant.TAX_OR_STAFF_DATA, STAFF_DATA, ordered, sent, "is about tax forms or data of employees")
                .ifPresent(found::add);
        return found.stream().sorted(Comparator.comparing(Found::variant)).toList();
    }

    private Optional<Found> ownUser(Optional<FraudMails> sent) {
        List<FraudMail> mails = sent.stream()
                .flatMap(all -> all.mails().stream())
                .filter(mail -> mail.standing() == FraudMail.Standing.ATTACKERS
                        || (mail.standing() == FraudMail.Standing.SUSPECT && account == Certainty.ATTACK))
                .toList();
        return mails.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        FraudVariant.OWN_USER_IMPERSONATED,
                        mails.size() + (mails.size() == 1 ? " mail" : " mails")
                                + " left the account while the attacker was there, and the user is not shown to have sent "
                                + (mails.size() == 1 ? "it." : "them."),
                        EvidenceRef.ordered(mails.stream().flatMap(mail -> mail.shownBy().stream()))));
    }

    private boolean isOfPartner(MailSeen mail) {
        return MailDomains.isWithin(Addresses.domain(mail.from()), partners)
                && (Words.FINANCE.list().foundIn(mail.subject()) || ReplyTo.isDiverted(mail.from(), mail.replyTo()));
    }

    private boolean isLookAlike(MailSeen mail) {
        return Stream.of(mail.from(), mail.replyTo())
                .map(Addresses::domain)
                .anyMatch(domain -> lookAlikes.judge(domain).isPresent());
    }

    private boolean pretendsManager(MailSeen mail) {
        String from = WordList.plain(mail.from());
        int bracket = from.lastIndexOf('<');
        String name = (bracket < 0 ? "" : from.substring(0, bracket))
                .replaceAll("[\"',]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return !name.isEmpty() && managers.stream().anyMatch(manager -> name.equals(manager) || name.contains(manager));
    }

    private static Optional<Found> ofReceived(
            FraudVariant variant, List<MailSeen> received, Predicate<MailSeen> which, String because) {
        List<MailSeen> mails = received.stream().filter(which).toList();
        return mails.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        variant,
                        "A mail, " + Quote.of(mails.getFirst().subject()) + " from "
                                + Quote.of(mails.getFirst().from()) + ", " + because + ".",
                        EvidenceRef.ordered(mails.stream().map(MailSeen::shownBy))));
    }

    private static Optional<Found> ofWords(
            FraudVariant variant, WordList words, List<MailSeen> received, Optional<FraudMails> sent, String because) {
        List<MailSeen> in =
                received.stream().filter(mail -> words.foundIn(mail.subject())).toList();
        List<FraudMail> out = sent.stream()
                .flatMap(all -> all.mails().stream())
                .filter(FraudMail::isToBeTold)
                .filter(mail -> words.foundIn(mail.subject()))
                .toList();
        return Stream.concat(in.stream().map(MailSeen::subject), out.stream().map(FraudMail::subject))
                .findFirst()
                .map(subject -> new Found(
                        variant,
                        "A mail, " + Quote.of(subject) + ", " + because + ".",
                        EvidenceRef.ordered(Stream.concat(
                                in.stream().map(MailSeen::shownBy),
                                out.stream().flatMap(mail -> mail.shownBy().stream())))));
    }
}

package dev.cordon.investigation.fraud;

import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.WordList;
import dev.cordon.investigation.lines.Lookalikes;
import dev.cordon.investigation.lines.MailDomains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows domains that read like the organisation's own or a partner's: by letters that look the same, by a letter more, less, other or changed
 * about, by added words, by another ending, and by the whole domain set before somebody else's. Immutable; safe for many threads.
 */
public final class LookAlikeDomains {
    private static final String DOMAINS = "T1583.001";

    /** Shorter names have too many neighbours that are somebody's own. */
    private static final int SHORTEST_FOR_SLIP = 5;

    private static final int SHORTEST_FOR_TWO_SLIPS = 9;
    private static final int SHORTEST_FOR_WORD = 4;

    private static final Set<String> ADDED = Set.of(
            "account",
            "accounts",
            "accounting",
            "admin",
            "ap",
            "ar",
            "bank",
            "banking",
            "billing",
            "buchhaltung",
            "cloud",
            "co",
            "company",
            "corp",
            "corporate",
            "de",
            "department",
            "dept",
            "docs",
            "email",
            "eu",
            "facture",
            "faktura",
            "finance",
            "global",
            "gmbh",
            "group",
            "gruppe",
            "help",
            "helpdesk",
            "hr",
            "inc",
            "info",
            "international",
            "intl",
            "invoice",
            "invoices",
            "invoicing",
            "it",
            "limited",
            "llc",
            "login",
            "ltd",
            "mail",
            "my",
            "net",
            "office",
            "online",
            "pay",
            "payable",
            "payables",
            "payment",
            "payments",
            "payroll",
            "portal",
            "rechnung",
            "sales",
            "secure",
            "security",
            "service",
            "services",
            "sso",
            "support",
            "team",
            "uk",
            "us",
            "usa",
            "web",
            "the");

    private final Set<String> own;
    private final Set<String> partners;

    /** Compares with the organisation's own domains and those of its partners, in whatever case. */
    public LookAlikeDomains(Collection<String> own, Collection<String> partners) {
        this.own = plain(own);
        this.partners = plain(partners);
    }

    private static Set<String> plain(Collection<String> domains) {
        return domains.stream()
                .map(RegisteredDomain::readable)
                .filter(domain -> domain.indexOf('.') > 0)
                .filter(domain -> !MailDomains.isAnybodys(domain))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a domain reads like, the organisation's own before a partner's; empty where it is one of them, or reads like none. */
    public Optional<LookAlike> judge(String domain) {
        String met = RegisteredDomain.readable(domain);
        if (met.indexOf('.') < 1
                || MailDomains.isWithin(met, own)
                || MailDomains.isWithin(met, partners)
                || MailDomains.isAnybodys(met)) {
            return Optional.empty();
        }
        return Stream.concat(
                        own.stream().sorted().map(one -> alike(domain, met, one, false)),
                        partners.stream().sorted().map(one -> alike(domain, met, one, true)))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(LookAlike::ofPartner).thenComparing(LookAlike::of));
    }

    /** The look-alikes among many domains, each once, by name. */
    public List<LookAlike> among(Collection<String> domains) {
        return domains.stream()
                .map(RegisteredDomain::readable)
                .distinct()
                .sorted()
                .map(this::judge)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LookAlike> alike(String domain, String met, String trusted, boolean ofPartner) {
        List<Reason> reasons = reasons(met, trusted);
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new LookAlike(domain.strip().toLowerCase(Locale.ROOT), trusted, ofPartner, reasons));
    }

    private static List<Reason> reasons(String met, String trusted) {
        RegisteredDomain other = RegisteredDomain.of(met);
        RegisteredDomain known = RegisteredDomain.of(trusted);
        List<Reason> reasons = new ArrayList<>();
        if (!other.equals(known) && isSetBefore(met, trusted)) {
            reasons.add(
                    reason("set-before", trusted, "stands before somebody else's domain, " + Quote.of(other.whole())));
        }
        if (other.name().equals(known.name())) {
            if (!other.ending().equals(known.ending())) {
                reasons.add(reason(
                        "other-ending",
                        trusted,
                        "has the same name with another ending; ask whether it is theirs too"));
            }
            return reasons;
        }
        if (looksTheSame(other.name(), known.name())) {
            reasons.add(reason("same-look", trusted, "is written with letters that look like those of"));
        } else if (isSlip(other.name(), known.name())) {
            reasons.add(reason("slip", trusted, "is but a letter or two away from"));
        } else if (hasAddedWord(other.name(), known.name())) {
            reasons.add(reason("added-word", trusted, "has the name with something added to it:"));
        }
        return reasons;
    }

    private static boolean isSetBefore(String met, String trusted) {
        return ("." + met).contains("." + trusted + ".");
    }

    private static boolean looksTheSame(String name, String known) {
        return !name.equals(known) && look(name).equals(look(known));
    }

    private static String look(String name) {
        return MailDomains.straightened(WordList.plain(Lookalikes.latin(name)));
    }

    private static boolean isSlip(String name, String known) {
        if (known.length() < SHORTEST_FOR_SLIP) {
            return false;
        }
        return Lookalikes.isSlipOf(known, name)
                || (known.length() >= SHORTEST_FOR_TWO_SLIPS && distance(known, name) == 2);
    }

    private static boolean hasAddedWord(String name, String known) {
        if (known.length() < SHORTEST_FOR_WORD) {
            return false;
        }
        List<String> parts = List.of(name.split("-"));
        boolean isPart = parts.size() > 1
                && (parts.contains(known) || name.replace("-", "").contains(known.replace("-", "")));
        return isPart
                || (name.startsWith(known) && ADDED.contains(name.substring(known.length())))
                || (name.endsWith(known) && ADDED.contains(name.substring(0, name.length() - known.length())));
    }

    /** How many letters must be put in, taken out or changed to make one of the other. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, Math.min(before[column], current[column - 1]) + 1);
            }
            before = current;
        }
        return before[other.length()];
    }

    private static Reason reason(String signal, String trusted, String how) {
        boolean joined = how.endsWith("of") || how.endsWith("from") || how.endsWith(":");
        String text =
                joined ? "It " + how + " " + Quote.of(trusted) + "." : "Of " + Quote.of(trusted) + " it " + how + ".";
        return new Reason(signal, text, Optional.of(DOMAINS));
    }
}

package dev.cordon.investigation.facts;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the organisation has said about itself. A fact moves a verdict one step towards harmless and no further, so that one that is wrong, or
 * that an attacker hides behind, leaves a malicious thing for a person to look at; and what it does not explain counts as before. What an attacker can write is never compared: no names that
 * he chooses, only addresses, ids, countries and times. Immutable.
 *
 * @param domains domains of its own beside those that the directory knows, lower-case
 * @param partners domains of partners, lower-case
 * @param journeys who is where, and when
 * @param exits networks that its people come from all over, such as a VPN's
 * @param applications applications that are approved
 * @param forwardings mail that is sent on by contract
 */
public record OrganisationFacts(
        List<String> domains,
        List<Partner> partners,
        List<Journey> journeys,
        List<Exit> exits,
        List<Approved> applications,
        List<Agreed> forwardings) {
    /** The name of the reason that a fact gives. */
    public static final String SIGNAL = "organisation-facts";

    /** Nothing was said. */
    public static final OrganisationFacts NONE =
            new OrganisationFacts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public OrganisationFacts {
        domains = List.copyOf(domains);
        partners = List.copyOf(partners);
        journeys = List.copyOf(journeys);
        exits = List.copyOf(exits);
        applications = List.copyOf(applications);
        forwardings = List.copyOf(forwardings);
    }

    /** A partner's domain. */
    public record Partner(String domain, String because) {
        public Partner {
            requireNonNull(domain, "domain is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * Somebody's journey.
     *
     * @param user his sign-in name, lower-case
     * @param countries ISO codes, upper-case
     * @param from the first day, UTC
     * @param until the last day, UTC
     */
    public record Journey(String user, List<String> countries, LocalDate from, LocalDate until, String because) {
        public Journey {
            requireNonNull(user, "user is null");
            countries = List.copyOf(countries);
            requireNonNull(because, "because is null");
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("the journey ends before it begins");
            }
        }

        boolean covers(Instant at) {
            LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** A network. */
    public record Exit(AddressRange range, String because) {
        public Exit {
            requireNonNull(range, "range is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * An approved application.
     *
     * @param id its client id, lower-case; never its name, which anybody may choose
     */
    public record Approved(String id, String because) {
        public Approved {
            requireNonNull(id, "id is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * Mail that is sent on by contract.
     *
     * @param mailbox whose mail, a sign-in name, lower-case
     * @param to where to, lower-case
     */
    public record Agreed(String mailbox, String to, String because) {
        public Agreed {
            requireNonNull(mailbox, "mailbox is null");
            requireNonNull(to, "to is null");
            requireNonNull(because, "because is null");
        }
    }

    /** Why a sign-in may be the user's all the same; empty where nothing was said of it. A network explains more than a journey. */
    public Optional<Fact> ofSignIn(String user, Instant at, String address, String country) {
        return ofAddress(address)
                .or(() -> journeys.stream()
                        .filter(each -> each.user().equals(lower(user))
                                && each.covers(at)
                                && each.countries().contains(country.toUpperCase(Locale.ROOT)))
                        .map(each -> new Fact(
                                Fact.Kind.TRAVEL,
                                "travel of this user to " + Quote.of(country) + " from " + each.from() + " to "
                                        + each.until() + because(each.because())))
                        .findFirst());
    }

    /** Why people may come from an address all over. */
    public Optional<Fact> ofAddress(String address) {
        return exits.stream()
                .filter(each -> each.range().contains(address))
                .map(each -> new Fact(
                        Fact.Kind.NETWORK,
                        "users come from the network of " + Quote.of(address) + because(each.because())))
                .findFirst();
    }

    /**
     * Why mail may be sent on there.
     *
     * @param mailboxes whose mail, by each of its names
     * @param to where to; every one must be explained
     */
    public Optional<Fact> ofForwarding(Collection<String> mailboxes, Collection<String> to) {
        List<Optional<Fact>> each =
                to.stream().map(target -> ofForwarding(mailboxes, target)).toList();
        return !each.isEmpty() && each.stream().allMatch(Optional::isPresent) ? each.getFirst() : Optional.empty();
    }

    private Optional<Fact> ofForwarding(Collection<String> mailboxes, String to) {
        String target = Addresses.bare(to);
        String domain = Addresses.domain(to);
        return forwardings.stream()
                .filter(agreed -> agreed.to().equals(target)
                        && mailboxes.stream().anyMatch(mailbox -> lower(mailbox).equals(agreed.mailbox())))
                .map(agreed -> new Fact(Fact.Kind.FORWARDING, "agreed forwarding" + because(agreed.because())))
                .findFirst()
                .or(() -> partners.stream()
                        .filter(partner -> partner.domain().equals(domain))
                        .map(partner -> new Fact(
                                Fact.Kind.PARTNER, "partner domain " + Quote.of(domain) + because(partner.because())))
                        .findFirst());
    }

    /** Why an application may be there, by any of its ids. */
    public Optional<Fact> ofApplication(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> applications.stream().filter(each -> each.id().equals(lower(id))))
                .map(each ->
                        new Fact(Fact.Kind.APPLICATION, "approved application " + each.id() + because(each.because())))
                .findFirst();
    }

    /** That one of these addresses is in a domain of the organisation's own, or below one, by these facts alone. */
    public Optional<Fact> ofOwnDomain(Collection<String> addresses) {
        return addresses.stream()
                .map(Addresses::domain)
                .filter(domain -> domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own)))
                .map(domain ->
                        new Fact(Fact.Kind.OWN_DOMAIN, Quote.of(domain) + " is one of the organisation's own domains"))
                .findFirst();
    }

    private static String because(String because) {
        return " (" + Quote.of(because) + ")";
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

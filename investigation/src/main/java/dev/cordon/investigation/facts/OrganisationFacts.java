package dev.cordon.investigation.facts;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the organisation has said about itself. A fact moves a verdict one step towards harmless and no further, so that one that is wrong, or
 * that an attacker hides behind, leaves a malicious thing for a person to look at. What an attacker can write is never compared: no names that
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

    /** Why a sign-in may be the user's all the same; empty where nothing was said of it. */
    public Optional<Reason> ofSignIn(String user, Instant at, String address, String country) {
        Optional<String> journey = journeys.stream()
                .filter(each -> each.user().equals(lower(user))
                        && each.covers(at)
                        && each.countries().contains(country.toUpperCase(Locale.ROOT)))
                .map(each -> "this user is in " + Quote.of(country) + " from " + each.from() + " to " + each.until()
                        + " (" + each.because() + ")")
                .findFirst();
        return journey.or(() -> exits.stream()
                        .filter(each -> each.range().contains(address))
                        .map(each -> "users come from " + Quote.of(address) + " (" + each.because() + ")")
                        .findFirst())
                .map(OrganisationFacts::reason);
    }

    /** Why mail may be sent on there. */
    public Optional<Reason> ofForwarding(Iterable<String> mailboxes, String to) {
        String target = lower(to);
        for (String mailbox : mailboxes) {
            for (Agreed agreed : forwardings) {
                if (agreed.mailbox().equals(lower(mailbox)) && agreed.to().equals(target)) {
                    return Optional.of(reason("this forwarding is agreed (" + agreed.because() + ")"));
                }
            }
        }
        String domain = target.substring(target.lastIndexOf('@') + 1);
        return partners.stream()
                .filter(partner -> partner.domain().equals(domain))
                .findFirst()
                .map(partner -> reason(Quote.of(domain) + " is a partner's (" + partner.because() + ")"));
    }

    /** Why an application may be there, by any of its ids. */
    public Optional<Reason> ofApplication(Iterable<String> ids) {
        for (String id : ids) {
            Optional<Approved> approved = applications.stream()
                    .filter(each -> each.id().equals(lower(id)))
                    .findFirst();
            if (approved.isPresent()) {
                return Optional.of(reason("the application " + approved.get().id() + " is approved ("
                        + approved.get().because() + ")"));
            }
        }
        return Optional.empty();
    }

    private static Reason reason(String what) {
        return new Reason(SIGNAL, "Held for less bad because facts say: " + what + ".", Optional.empty());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

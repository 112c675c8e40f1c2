package dev.cordon.investigation.phishing;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.lines.MailDomains;
import dev.cordon.investigation.phishing.BlockProposal.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Works {@link BlockAdvice} out. */
final class BlockAdvising {
    private final BlockAdvice known;

    BlockAdvising(BlockAdvice known) {
        this.known = known;
    }

    List<BlockProposal> proposals(Lure lure) {
        return Stream.concat(
                        lure.senders().stream()
                                .filter(sender -> sender.indexOf('@') > 0
                                        && !Addresses.domain(sender).isEmpty())
                                .flatMap(sender -> Stream.of(sender(sender), domain(Addresses.domain(sender)))),
                        lure.links().stream()
                                .flatMap(link -> link.webAddress().stream())
                                .flatMap(this::places)
                                .flatMap(address -> Stream.of(url(address), host(address.host()))))
                .distinct()
                .sorted(Comparator.comparing(BlockProposal::kind).thenComparing(BlockProposal::entry))
                .toList();
    }

    /** The address and those it hands on to: of a redirector the last is meant. */
    private Stream<WebAddress> places(WebAddress address) {
        return Stream.concat(Stream.of(address), UrlNotes.handsOnTo(address).stream());
    }

    private BlockProposal sender(String address) {
        List<Reason> against = new ArrayList<>();
        String domain = Addresses.domain(address);
        own(domain).ifPresent(against::add);
        innocent(address).ifPresent(against::add);
        return new BlockProposal(Kind.SENDER, address, against.isEmpty(), against);
    }

    private BlockProposal domain(String domain) {
        List<Reason> against = new ArrayList<>();
        own(domain).ifPresent(against::add);
        if (MailDomains.isAnybodys(domain)) {
            against.add(reason(
                    "free-mail",
                    "Anybody gets an address at " + Quote.of(domain)
                            + ": mail of customers and applicants would be lost. Block the address alone."));
        }
        partner(domain).ifPresent(against::add);
        if (MailDomains.isService(domain) || SharedPlaces.isShared(domain)) {
            against.add(reason(
                    "shared-service",
                    Quote.of(domain) + " sends mail for many others, among them perhaps for people you deal with."));
        }
        correspondentsThere(domain).ifPresent(against::add);
        return new BlockProposal(Kind.DOMAIN, domain, against.isEmpty(), against);
    }

    private BlockProposal url(WebAddress address) {
        List<Reason> against = new ArrayList<>();
        own(address.host()).ifPresent(against::add);
        boolean isWholeHost = address.path().length() < 2 && address.query().isEmpty();
        if (isWholeHost) {
            ofHost(address.host()).stream()
                    .filter(reason -> !reason.signal().equals("own-domain"))
                    .forEach(against::add);
        }
        return new BlockProposal(Kind.URL, isWholeHost ? address.host() : address.page(), against.isEmpty(), against);
    }

    private BlockProposal host(String host) {
        List<Reason> against = ofHost(host);
        return new BlockProposal(Kind.HOST, host + "/*", against.isEmpty(), against);
    }

    private List<Reason> ofHost(String host) {
        List<Reason> against = new ArrayList<>();
        own(host).ifPresent(against::add);
        if (SharedPlaces.isFileSharing(host)) {
            against.add(reason(
                    "file-sharing",
                    "Files and forms of many others lie at " + Quote.of(host)
                            + ". Block the one address, and report the file there."));
        } else if (SharedPlaces.isHosting(host)) {
            against.add(reason(
                    "shared-hosting", "Anybody gets a page at " + Quote.of(host) + ", others than the attacker too."));
        } else if (SharedPlaces.isEverybodys(host)) {
            against.add(reason(
                    "everybodys-service",
                    "Nearly everybody uses " + Quote.of(host) + ": it was only misused to hand the click on."));
        }
        partner(host).ifPresent(against::add);
        return against;
    }

    private Optional<Reason> own(String domain) {
        return known.organisation().ownsDomain(domain)
                ? Optional.of(reason(
                        "own-domain",
                        Quote.of(domain)
                                + " is the organisation's own. Mail that only pretends to come from it is stopped by SPF, DKIM and DMARC,"
                                + " not by this list."))
                : Optional.empty();
    }

    private Optional<Reason> partner(String domain) {
        return MailDomains.isWithin(domain, known.partners())
                ? Optional.of(
                        reason(
                                "partner-domain",
                                Quote.of(domain)
                                        + " is a partner's or a supplier's: their mail would stop, invoices and answers among it. Call them first."))
                : Optional.empty();
    }

    private Optional<Reason> innocent(String address) {
        boolean isKnown = known.correspondents().contains(address)
                || MailDomains.isWithin(Addresses.domain(address), known.partners());
        return isKnown
                ? Optional.of(reason(
                        "innocent-sender",
                        Quote.of(address)
                                + " wrote to the organisation before, or is a partner's: most likely somebody else has that mailbox. Call"
                                + " its owner, and block it only until he has it back."))
                : Optional.empty();
    }

    private Optional<Reason> correspondentsThere(String domain) {
        long others = known.correspondents().stream()
                .filter(address -> Addresses.domain(address).equals(domain))
                .count();
        return others == 0
                ? Optional.empty()
                : Optional.of(reason(
                        "correspondents-there",
                        "The organisation exchanged mail with " + others + (others == 1 ? " address" : " addresses")
                                + " there before."));
    }

    private static Reason reason(String signal, String text) {
        return new Reason(signal, text, Optional.empty());
    }
}

package dev.cordon.simulator.campaigns;

import dev.cordon.simulator.blocklist.BlockList;
import dev.cordon.simulator.blocklist.Entry;
import dev.cordon.simulator.campaigns.Delivery.Arrival;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.mailbox.MailMoves;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.Campaign;
import dev.cordon.simulator.scenario.Campaign.Fate;
import dev.cordon.simulator.scenario.Campaign.Treatment;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Sends the mails of campaigns, each at its time, and takes out again what is taken out later. */
final class Sending {

    private static final Duration RULE_TAKES = Duration.ofSeconds(20);
    private static final Duration BETWEEN_COPIES = Duration.ofMinutes(2);

    private final TenantState state;

    Sending(TenantState state) {
        this.state = state;
    }

    void begin() {
        for (var campaign : state.scenario().campaigns()) {
            for (var envelope : envelopes(campaign)) {
                due(envelope.at(), () -> send(envelope));
            }
        }
    }

    /** At once what lies in the past, so that it is there when the tenant opens. */
    private void due(Instant at, Runnable action) {
        if (at.isAfter(state.now())) {
            state.clock().at(at, action);
        } else {
            action.run();
        }
    }

    /** One mail for one recipient. */
    private record Envelope(Campaign campaign, Mailbox mailbox, Treatment treatment, int copy, String base) {

        Instant at() {
            return campaign.at().plus(BETWEEN_COPIES.multipliedBy(copy));
        }

        String internetMessageId() {
            return Message.internetMessageId(base);
        }
    }

    private List<Envelope> envelopes(Campaign campaign) {
        var envelopes = new ArrayList<Envelope>();
        var drawnTreatments = new ArrayList<Treatment>();
        campaign.treatments().stream()
                .filter(treatment -> treatment.to() == null)
                .forEach(treatment -> {
                    for (var times = 0; times < treatment.drawn(); times++) {
                        drawnTreatments.add(treatment);
                    }
                });
        for (var mailbox : named(campaign)) {
            add(envelopes, campaign, mailbox, treatment(campaign, mailbox));
        }
        var drawn = drawn(campaign);
        for (var number = 0; number < drawn.size(); number++) {
            var special = number < drawnTreatments.size();
            add(
                    envelopes,
                    campaign,
                    drawn.get(number),
                    special ? drawnTreatments.get(number) : usual(drawn.get(number)));
        }
        return envelopes;
    }

    private void add(List<Envelope> envelopes, Campaign campaign, Mailbox mailbox, Treatment treatment) {
        for (var copy = 0; copy < treatment.copies(); copy++) {
            envelopes.add(new Envelope(campaign, mailbox, treatment, copy, base(campaign, mailbox, copy)));
        }
    }

    /** The first mail is one for all; a further one goes to him alone. */
    private String base(Campaign campaign, Mailbox mailbox, int copy) {
        var whose = copy == 0 ? "everybody" : mailbox.ownerId();
        return "AAMk" + state.chance().letters(40, "campaign", campaign.id(), whose, copy) + "=";
    }

    private List<Mailbox> named(Campaign campaign) {
        var mailboxes = new Mailboxes(state);
        return campaign.recipients().stream()
                .flatMap(upn -> mailboxes.find(upn).stream())
                .toList();
    }

    private List<Mailbox> drawn(Campaign campaign) {
        var taken = new LinkedHashSet<String>();
        named(campaign).forEach(mailbox -> taken.add(mailbox.ownerId()));
        return state.table(Mailbox.TABLE).all().stream()
                .filter(mailbox -> mailbox.type() == PlannedMailbox.Type.USER && !taken.contains(mailbox.ownerId()))
                .filter(mailbox -> !isNamed(mailbox))
                .sorted(Comparator.comparing(
                        mailbox -> state.chance().guid("campaign-recipient", campaign.id(), mailbox.ownerId())))
                .limit(campaign.drawn())
                .toList();
    }

    /** Whom the scenario names is a recipient only where it says so. */
    private boolean isNamed(Mailbox mailbox) {
        return state.scenario().operator().upn().equalsIgnoreCase(mailbox.address())
                || state.scenario().people().stream()
                        .anyMatch(person -> person.upn().equalsIgnoreCase(mailbox.address()));
    }

    private static Treatment treatment(Campaign campaign, Mailbox mailbox) {
        return campaign.treatments().stream()
                .filter(treatment -> mailbox.address().equalsIgnoreCase(treatment.to()))
                .findFirst()
                .orElseGet(() -> usual(mailbox));
    }

    private static Treatment usual(Mailbox mailbox) {
        return new Treatment(mailbox.address(), 0, Fate.DELIVER, null, "Inbox", null, 1, false);
    }

    private void send(Envelope envelope) {
        var campaign = envelope.campaign();
        var blocked = new BlockList(state).blocking(campaign.sender(), campaign.urls(), envelope.at());
        var arrival = blocked.isPresent()
                ? Arrival.QUARANTINED
                : arrival(envelope.treatment().fate());
        state.atomically(
                () -> arrive(envelope, arrival, blocked.map(Entry::value).orElse("")));
    }

    private static Arrival arrival(Fate fate) {
        return switch (fate) {
            case DELIVER, ZAP, FORWARD -> Arrival.DELIVERED;
            case JUNK -> Arrival.JUNKED;
            case QUARANTINE -> Arrival.QUARANTINED;
            case FAIL -> Arrival.FAILED;
        };
    }

    private void arrive(Envelope envelope, Arrival arrival, String by) {
        var campaign = envelope.campaign();
        var folder = switch (arrival) {
            case DELIVERED -> folder(envelope);
            case JUNKED -> "Junk Email";
            case QUARANTINED, FAILED -> "";
        };
        var message = message(envelope, folder);
        var delivery = new Delivery(
                message.id(),
                campaign.id(),
                envelope.mailbox().ownerId(),
                envelope.mailbox().address(),
                envelope.at(),
                campaign.sender(),
                campaign.senderName(),
                campaign.subject(),
                envelope.internetMessageId(),
                arrival,
                folder,
                by,
                null,
                envelope.treatment().unindexed(),
                false,
                message.size());
        keep(delivery, message);
        if (arrival == Arrival.DELIVERED) {
            later(envelope, delivery);
        }
    }

    private String folder(Envelope envelope) {
        var wanted = envelope.treatment().folder();
        return new Mailboxes(state)
                .findFolder(envelope.mailbox().ownerId(), wanted)
                .map(found -> found.name())
                .orElse("Inbox");
    }

    private void keep(Delivery delivery, Message message) {
        state.table(Delivery.TABLE).put(delivery.id(), delivery);
        if (delivery.hasCopy()) {
            state.table(Message.TABLE).put(message.id(), message);
        }
    }

    private Message message(Envelope envelope, String folder) {
        var campaign = envelope.campaign();
        var address = envelope.mailbox().address();
        return new Message(
                envelope.base() + "-" + envelope.mailbox().ownerId(),
                envelope.mailbox().ownerId(),
                folder,
                envelope.at(),
                campaign.sender(),
                List.of(address),
                campaign.subject(),
                body(envelope, address),
                campaign.attachments(),
                isRead(envelope),
                Author.ATTACKER);
    }

    private String body(Envelope envelope, String address) {
        var campaign = envelope.campaign();
        if (!ServicePlans.hasDefenderP1(state.licences())) {
            return campaign.body();
        }
        var network = Message.networkMessageId(envelope.internetMessageId(), campaign.sender(), state.chance());
        var tail = state.chance().letters(24, "safe-link", campaign.id(), address);
        return SafeLink.wrapped(campaign.body(), campaign.urls(), address, network, tail);
    }

    private static boolean isRead(Envelope envelope) {
        return envelope.campaign().clicks().stream()
                .anyMatch(click ->
                        click.user().equalsIgnoreCase(envelope.mailbox().address()));
    }

    private void later(Envelope envelope, Delivery delivery) {
        var treatment = envelope.treatment();
        var zap = treatment.at();
        if (zap != null) {
            due(zap, () -> zap(delivery.id(), zap));
        }
        var forwardTo = treatment.forwardTo();
        if (forwardTo != null) {
            due(envelope.at().plus(RULE_TAKES), () -> forward(envelope, forwardTo));
        }
    }

    /** What was purged or deleted meanwhile is not there to be taken. */
    private void zap(String id, Instant at) {
        state.atomically(() -> {
            var delivery = state.table(Delivery.TABLE).find(id);
            var moves = new MailMoves(state);
            if (delivery.isPresent() && moves.isVisible(id)) {
                moves.quarantine(id, at);
                state.table(Delivery.TABLE).put(id, delivery.get().zappedAt(at));
            }
        });
    }

    /** A rule that forwards sends a mail of its own, from its owner. */
    private void forward(Envelope envelope, String to) {
        var campaign = envelope.campaign();
        var other = new Mailboxes(state).find(to);
        var from = envelope.mailbox();
        var base = "AAMk"
                + state.chance().letters(40, "campaign-forward", campaign.id(), from.ownerId(), envelope.copy()) + "=";
        var ownerId = other.map(Mailbox::ownerId).orElse("");
        var message = new Message(
                base + "-" + ownerId,
                ownerId,
                "Inbox",
                envelope.at().plus(RULE_TAKES),
                from.address(),
                List.of(to),
                "FW: " + campaign.subject(),
                "From: " + campaign.sender() + "\n\n" + body(envelope, from.address()),
                campaign.attachments(),
                false,
                Author.ATTACKER);
        var delivery = new Delivery(
                message.id(),
                campaign.id(),
                ownerId,
                other.map(Mailbox::address).orElse(to.toLowerCase(Locale.ROOT)),
                message.at(),
                from.address(),
                "",
                message.subject(),
                message.internetMessageId(),
                Arrival.DELIVERED,
                other.isPresent() ? "Inbox" : "",
                "",
                null,
                false,
                true,
                message.size());
        state.atomically(() -> keep(delivery, message));
    }
}

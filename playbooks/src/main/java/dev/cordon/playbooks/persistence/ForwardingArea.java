package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Forwarding set on the mailbox itself: both addresses are one thing, since one revives when the other is cleared. */
final class ForwardingArea implements PersistenceArea<Mailbox> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.FORWARDING);
    }

    @Override
    public String exhibitKind() {
        return "mailbox";
    }

    @Override
    public String inWords() {
        return "mailbox forwarding, both addresses";
    }

    @Override
    public boolean isInMailbox() {
        return true;
    }

    @Override
    public Reading<List<Mailbox>> fetch(Tenant tenant, UserAccount user) {
        return forwarding(tenant.mailboxes().fetchMailbox(user.objectId()));
    }

    private static Reading<List<Mailbox>> forwarding(Reading<Optional<Mailbox>> reading) {
        return reading.map(
                mailbox -> mailbox.filter(Mailbox::isForwarding).stream().toList());
    }

    @Override
    public boolean isOnTheCard() {
        return true;
    }

    @Override
    public Optional<Reading<List<Mailbox>>> of(PreFlightCard card) {
        return card.mailbox().findReading().map(ForwardingArea::forwarding);
    }

    @Override
    public String idOf(Mailbox mailbox) {
        return mailbox.identity();
    }

    @Override
    public List<String> substance(Mailbox mailbox) {
        return List.of(
                mailbox.forwardingSmtpAddress().orElse(""),
                mailbox.forwardingAddress().orElse(""),
                "" + mailbox.deliversAndForwards());
    }

    @Override
    public Proposal judge(Mailbox mailbox, Judge judge) {
        Set<String> addresses = new LinkedHashSet<>();
        mailbox.forwardingSmtpAddress().ifPresent(addresses::add);
        mailbox.forwardingAddress().ifPresent(addresses::add);
        return Verdicts.proposal(
                ItemKind.FORWARDING,
                List.of(idOf(mailbox)),
                String.join(", ", addresses),
                addresses,
                judge.forwarding(mailbox),
                "The mailbox stops forwarding; the addresses can be set again from the sealed copy.");
    }

    @Override
    public List<String> changes(UserAccount user, Mailbox mailbox) {
        return List.of("Set-Mailbox -Identity " + Spelled.quoted(user.objectId())
                + " -ForwardingSmtpAddress $null -ForwardingAddress $null -DeliverToMailboxAndForward $false");
    }

    @Override
    public Removal<Mailbox> removal() {
        return Removal.by("clear", (tenant, user, mailbox) -> tenant.mailboxes().clearForwarding(user.objectId()));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().forwarding());
    }
}

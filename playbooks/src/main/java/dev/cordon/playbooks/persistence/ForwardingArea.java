package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forwarding set on the mailbox itself: two addresses, each a thing of its own, since one may be the user's and the other the attacker's. Whether
 * a copy stays is the mailbox's as a whole and so no part of either.
 */
final class ForwardingArea implements PersistenceArea<Forwarding> {
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
    public Reading<List<Forwarding>> fetch(Tenant tenant, UserAccount user) {
        return forwardings(tenant.mailboxes().fetchMailbox(user.objectId()));
    }

    private static Reading<List<Forwarding>> forwardings(Reading<Optional<Mailbox>> reading) {
        return reading.map(mailbox -> mailbox.map(Mailbox::forwardings).orElse(List.of()));
    }

    @Override
    public boolean isOnTheCard() {
        return true;
    }

    @Override
    public Optional<Reading<List<Forwarding>>> of(PreFlightCard card) {
        return card.mailbox().findReading().map(ForwardingArea::forwardings);
    }

    @Override
    public String idOf(Forwarding forwarding) {
        return forwarding.id();
    }

    /** Until 2026-11 both addresses were one item, under the mailbox's id, with the addresses joined as its name. */
    @Override
    public boolean isPartOf(Forwarding forwarding, String itemId, String itemName) {
        String target = forwarding.target();
        return itemId.equals(forwarding.mailbox())
                && (itemName.equals(target) || itemName.startsWith(target + ", ") || itemName.endsWith(", " + target));
    }

    @Override
    public boolean isPlace() {
        return true;
    }

    @Override
    public List<String> substance(Forwarding forwarding) {
        return List.of(forwarding.target());
    }

    /** The answer that shows it, and a decision file of an earlier version, name the mailbox. */
    @Override
    public Proposal judge(Forwarding forwarding, Judge judge) {
        return Verdicts.proposal(
                ItemKind.FORWARDING,
                List.of(idOf(forwarding), forwarding.mailbox()),
                forwarding.target(),
                Set.of(forwarding.target()),
                judge.forwarding(forwarding),
                "The mailbox stops forwarding to this address; its other one stays, and comes into force if it was held back. It"
                        + " can be set again from the sealed copy.");
    }

    @Override
    public List<String> changes(UserAccount user, Forwarding forwarding) {
        return List.of("Set-Mailbox -Identity " + Spelled.quoted(user.objectId()) + " -"
                + forwarding.kind().parameter() + " $null");
    }

    @Override
    public Removal<Forwarding> removal() {
        return Removal.by(
                "clear",
                (tenant, user, forwarding) -> tenant.mailboxes().clearForwarding(user.objectId(), forwarding.kind()));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().forwarding());
    }
}

package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.Mailboxes.AutoReply;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The automatic reply, which can carry an attacker's account number to every sender. */
final class AutoReplyArea implements PersistenceArea<AutoReply> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.AUTO_REPLY);
    }

    @Override
    public String exhibitKind() {
        return "auto-reply";
    }

    @Override
    public String inWords() {
        return "the automatic reply";
    }

    @Override
    public boolean isInMailbox() {
        return true;
    }

    @Override
    public Reading<List<AutoReply>> fetch(Tenant tenant, UserAccount user) {
        return tenant.mailboxes()
                .fetchAutoReply(user.objectId())
                .map(reply -> reply.stream().toList());
    }

    @Override
    public String idOf(AutoReply thing) {
        return "auto-reply";
    }

    @Override
    public boolean isPlace() {
        return true;
    }

    @Override
    public List<String> substance(AutoReply reply) {
        return List.of(reply.state(), reply.externalAudience(), reply.internalMessage(), reply.externalMessage());
    }

    @Override
    public Proposal judge(AutoReply thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.AUTO_REPLY,
                List.of(idOf(thing)),
                "automatic reply (" + thing.state() + ")",
                Set.of(),
                judge.autoReply(thing),
                "The reply is switched off; its texts stay and are in the sealed copy.");
    }

    @Override
    public List<String> changes(UserAccount user, AutoReply reply) {
        return List.of("Set-MailboxAutoReplyConfiguration -Identity " + Spelled.quoted(user.objectId())
                + " -AutoReplyState Disabled");
    }

    @Override
    public Removal<AutoReply> removal() {
        return Removal.by(
                "switch-off", (tenant, user, reply) -> tenant.mailboxes().disableAutoReply(user.objectId()));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().autoReply());
    }
}

package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** People with rights over the whole mailbox. */
final class DelegateArea implements PersistenceArea<MailboxDelegate> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.DELEGATE);
    }

    @Override
    public String exhibitKind() {
        return "delegates";
    }

    @Override
    public String inWords() {
        return "delegates of the mailbox (full access, send as, send on behalf)";
    }

    @Override
    public boolean isInMailbox() {
        return true;
    }

    @Override
    public Reading<List<MailboxDelegate>> fetch(Tenant tenant, UserAccount user) {
        return tenant.mailboxes().fetchDelegates(user.objectId());
    }

    @Override
    public String idOf(MailboxDelegate thing) {
        return thing.id();
    }

    @Override
    public List<String> substance(MailboxDelegate thing) {
        return thing.rights().stream().sorted().toList();
    }

    @Override
    public Proposal judge(MailboxDelegate thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.DELEGATE,
                List.of(idOf(thing)),
                thing.trustee(),
                Set.of(thing.trustee()),
                judge.delegate(thing),
                "The right " + inWords(thing) + " is lost; it can be given again from its sealed copy.");
    }

    /** One person may hold several, and each is asked about. */
    private static String inWords(MailboxDelegate thing) {
        return switch (right(thing)) {
            case "send-as" -> "to send as this mailbox";
            case "send-on-behalf" -> "to send on behalf of this mailbox";
            default -> "in the whole mailbox (" + String.join(", ", thing.rights()) + ")";
        };
    }

    private static String right(MailboxDelegate thing) {
        return thing.id().split("\\|", 2)[0];
    }

    /** Three answers make the reading, and one person may stand in all of them. */
    @Override
    public List<String> marks(MailboxDelegate thing) {
        return List.of(
                thing.trustee(),
                switch (right(thing)) {
                    case "send-as" -> "Get-RecipientPermission";
                    case "send-on-behalf" -> "GrantSendOnBehalfTo";
                    default -> "Get-MailboxPermission";
                });
    }

    @Override
    public List<String> changes(UserAccount user, MailboxDelegate right) {
        String mailbox = " -Identity " + Spelled.quoted(user.objectId());
        String trustee = Spelled.quoted(right.trustee());
        List<String> commands = new ArrayList<>();
        List<String> rights = new ArrayList<>();
        for (String one : right.rights()) {
            switch (one.toLowerCase(Locale.ROOT)) {
                case "sendas" ->
                    commands.add("Remove-RecipientPermission" + mailbox + " -Trustee " + trustee
                            + " -AccessRights SendAs -Confirm:$false");
                case "sendonbehalf" ->
                    commands.add("Set-Mailbox" + mailbox + " -GrantSendOnBehalfTo @{remove = " + trustee + "}");
                default -> rights.add(Spelled.quoted(one));
            }
        }
        if (!rights.isEmpty()) {
            commands.add("Remove-MailboxPermission" + mailbox + " -User " + trustee + " -AccessRights "
                    + String.join(",", rights) + " -InheritanceType All -Confirm:$false");
        }
        return commands;
    }

    @Override
    public Removal<MailboxDelegate> removal() {
        return Removal.by("remove", (tenant, user, right) -> tenant.mailboxes().removeDelegate(user.objectId(), right));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().delegates());
    }
}

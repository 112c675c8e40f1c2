package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Inbox rules, hidden and sweep rules included; disabled first, then deleted. */
final class InboxRuleArea implements PersistenceArea<InboxRule> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.INBOX_RULE);
    }

    @Override
    public String exhibitKind() {
        return "inbox-rules";
    }

    @Override
    public String inWords() {
        return "inbox rules, hidden and sweep rules included (client-only rules are visible to nobody but Outlook)";
    }

    @Override
    public boolean isInMailbox() {
        return true;
    }

    @Override
    public Reading<List<InboxRule>> fetch(Tenant tenant, UserAccount user) {
        return tenant.inboxRules().fetchRules(user.objectId());
    }

    @Override
    public String idOf(InboxRule rule) {
        return rule.id();
    }

    @Override
    public List<String> substance(InboxRule rule) {
        return List.of(
                rule.name(),
                "" + rule.enabled(),
                new TreeMap<>(rule.conditions()).toString(),
                new TreeMap<>(rule.exceptions()).toString(),
                rule.forwardTo().stream().sorted().toList().toString(),
                rule.moveToFolder().orElse(""),
                "" + rule.deletes(),
                "" + rule.marksAsRead(),
                "" + rule.stopsProcessing());
    }

    @Override
    public Proposal judge(InboxRule rule, Judge judge) {
        return Verdicts.proposal(
                ItemKind.INBOX_RULE,
                Stream.concat(Stream.of(idOf(rule)), rule.graphId().stream()).toList(),
                rule.name(),
                addresses(rule),
                judge.inboxRule(rule),
                "The rule is lost; it can be made again from its sealed copy. Rules that only Outlook knows may go with it.");
    }

    @Override
    public List<String> changes(UserAccount user, InboxRule rule) {
        if (rule.graphId().isPresent() && !rule.hidden().orElse(true)) {
            String of = "/mailFolders/inbox/messageRules/";
            String id = rule.graphId().get();
            return List.of(
                    Spelled.request("PATCH", "/users/", user.objectId(), of, id) + " isEnabled=false",
                    Spelled.request("DELETE", "/users/", user.objectId(), of, id));
        }
        String named = " -Mailbox " + Spelled.quoted(user.objectId()) + " -Identity " + Spelled.quoted(rule.id());
        return switch (rule.kind()) {
            case SERVER ->
                List.of(
                        "Disable-InboxRule" + named + " -Force -Confirm:$false",
                        "Remove-InboxRule" + named + " -Force -Confirm:$false");
            case SWEEP ->
                List.of(
                        "Disable-SweepRule" + named + " -Confirm:$false",
                        "Remove-SweepRule" + named + " -Confirm:$false");
        };
    }

    @Override
    public Removal<InboxRule> removal() {
        return new Removal<>(List.of(
                new Removal.RemovalCall<>(
                        "disable", (tenant, user, rule) -> tenant.inboxRules().disable(user.objectId(), rule)),
                new Removal.RemovalCall<>(
                        "delete", (tenant, user, rule) -> tenant.inboxRules().delete(user.objectId(), rule))));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().inboxRules());
    }

    private static Set<String> addresses(InboxRule rule) {
        return new LinkedHashSet<>(rule.forwardTo());
    }
}

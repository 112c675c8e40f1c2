package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.InboxRule.Kind;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Inbox and sweep rules over Exchange's administration endpoint, hidden ones included. Every edit here drops client-only rules. */
public record ExchangeRules(ExchangeClient exchange) {
    /**
     * A rule as Exchange shows it.
     *
     * @param rule the rule, not yet compared with Graph
     * @param priority its place; -1 when Exchange gives none
     */
    public record Listed(InboxRule rule, int priority) {}

    /** Every server rule of the mailbox. */
    public Reading<List<Listed>> fetchInboxRules(String mailbox) {
        return exchange.read(
                "Read the inbox rules of " + mailbox + ", hidden ones included",
                mailbox,
                Cmdlet.named("Get-InboxRule").with("Mailbox", mailbox).with("IncludeHidden", true),
                ExchangeRules::inboxRule);
    }

    /** Every sweep rule of the mailbox. */
    public Reading<List<InboxRule>> fetchSweepRules(String mailbox) {
        return exchange.read(
                "Read the sweep rules of " + mailbox,
                mailbox,
                Cmdlet.named("Get-SweepRule").with("Mailbox", mailbox),
                ExchangeRules::sweepRule);
    }

    static Listed inboxRule(JsonItem row) {
        RuleText text = new RuleText(row);
        InboxRule rule = new InboxRule(
                identity(row),
                Optional.empty(),
                Kind.SERVER,
                row.textOrEmpty("Name"),
                Rows.isTrue(row, "Enabled"),
                Optional.empty(),
                text.conditions(),
                text.exceptions(),
                Stream.of("ForwardTo", "ForwardAsAttachmentTo", "RedirectTo")
                        .flatMap(member -> Rows.texts(row, member).stream())
                        .toList(),
                Rows.find(row, "MoveToFolder"),
                Rows.isTrue(row, "DeleteMessage") || Rows.isTrue(row, "SoftDeleteMessage"),
                Rows.isTrue(row, "MarkAsRead"),
                Rows.isTrue(row, "StopProcessingRules"),
                Rows.textOrEmpty(row, "Description"));
        return new Listed(rule, row.findInteger("Priority").orElse(-1));
    }

    /** The digits: the number is larger than any signed one. */
    private static String identity(JsonItem row) {
        return row.findScalar("RuleIdentity").orElseGet(() -> {
            String identity = row.text("Identity");
            return identity.substring(identity.lastIndexOf('\\') + 1);
        });
    }

    static InboxRule sweepRule(JsonItem row) {
        String name = row.textOrEmpty("Name");
        Optional<String> sender = Rows.find(row, "Sender");
        return new InboxRule(
                Rows.find(row, "RuleId").or(() -> Rows.find(row, "Identity")).orElse(name),
                Optional.empty(),
                Kind.SWEEP,
                name,
                Rows.isTrue(row, "Enabled"),
                Optional.of(false),
                sender.map(address -> Map.of("Sender", List.of(address))).orElse(Map.of()),
                Map.of(),
                List.of(),
                Rows.find(row, "DestinationFolder"),
                false,
                false,
                false,
                Rows.textOrEmpty(row, "Description"));
    }

    /** Idempotent. What is gone already is a receipt that says so. */
    public Receipt disable(String mailbox, InboxRule rule) {
        String attempted = "Disable the rule " + rule.id() + " of " + mailbox;
        return switch (rule.kind()) {
            case SERVER ->
                exchange.change(
                        attempted,
                        mailbox,
                        named("Disable-InboxRule", mailbox, rule).with("Force", true));
            case SWEEP -> exchange.change(attempted, mailbox, named("Disable-SweepRule", mailbox, rule));
        };
    }

    /** Idempotent. What is gone already is a receipt that says so. */
    public Receipt delete(String mailbox, InboxRule rule) {
        String attempted = "Delete the rule " + rule.id() + " of " + mailbox;
        return switch (rule.kind()) {
            case SERVER ->
                exchange.change(
                        attempted,
                        mailbox,
                        named("Remove-InboxRule", mailbox, rule).with("Force", true));
            case SWEEP -> exchange.change(attempted, mailbox, named("Remove-SweepRule", mailbox, rule));
        };
    }

    /** An identity that is empty would mean every rule. */
    private static Cmdlet named(String cmdlet, String mailbox, InboxRule rule) {
        if (rule.id().isBlank()) {
            throw new IllegalArgumentException("A rule without identity would be every rule");
        }
        return Cmdlet.named(cmdlet).with("Mailbox", mailbox).with("Identity", rule.id());
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.Fields;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives rights over a whole mailbox back: full access and its like, send as, send on behalf.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission">Add-MailboxPermission</a>
 */
public record DelegateReturn(ExchangeClient exchange) implements Returnable {
    private static final String TRUSTEE = "Trustee";
    private static final String RIGHTS = "AccessRights";
    private static final String INHERITANCE = "InheritanceType";

    @Override
    public boolean reads(String request) {
        return Stream.of("Get-MailboxPermission", "Get-RecipientPermission", "Get-Mailbox")
                .anyMatch(cmdlet -> Sheet.isOf(request, cmdlet));
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        List<Former> all = new ArrayList<>();
        Sheet.rows(answers, "Get-MailboxPermission")
                .forEach(row -> DelegateReading.permission(row)
                        .forEach(right -> all.add(former(right, Rows.textOrEmpty(row, INHERITANCE)))));
        Sheet.rows(answers, "Get-RecipientPermission")
                .forEach(row -> DelegateReading.sendAs(row).forEach(right -> all.add(former(right, ""))));
        Sheet.rows(answers, "Get-Mailbox")
                .forEach(row -> DelegateReading.onBehalf(row).forEach(right -> all.add(former(right, ""))));
        return merged(all);
    }

    private static Former former(MailboxDelegate right, String inheritance) {
        Map<String, String> settable = new Fields()
                .with(TRUSTEE, right.trustee())
                .withSet(RIGHTS, right.rights())
                .with(INHERITANCE, inheritance)
                .map();
        Former former = Former.of(right.id(), right.id(), settable, Map.of());
        return right.rights().stream().anyMatch("FullAccess"::equalsIgnoreCase)
                ? former.withNote(
                        "Whether Outlook opens the mailbox by itself (AutoMapping) cannot be read; it does now, as is usual.")
                : former;
    }

    /** One person may stand in several rows. */
    private static List<Former> merged(List<Former> rows) {
        Map<String, Former> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.merge(row.id(), row, DelegateReturn::together));
        return List.copyOf(byId.values());
    }

    private static Former together(Former one, Former other) {
        List<String> rights =
                Stream.concat(rights(one).stream(), rights(other).stream()).toList();
        Map<String, String> settable = new LinkedHashMap<>(one.settable());
        settable.putAll(new Fields().withSet(RIGHTS, rights).map());
        return Former.of(one.id(), one.likeness(), settable, Map.of())
                .withNote(one.note().isEmpty() ? other.note() : one.note());
    }

    private static List<String> rights(Former former) {
        return Fields.texts(former.field(RIGHTS));
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        String trustee = Fields.plain(former.field(TRUSTEE));
        List<Receipt> receipts = new ArrayList<>();
        List<String> mailboxRights = new ArrayList<>();
        for (String right : rights(former)) {
            if (right.equalsIgnoreCase("SendAs")) {
                receipts.add(sendAs(objectId, trustee));
            } else if (right.equalsIgnoreCase("SendOnBehalf")) {
                receipts.add(onBehalf(objectId, trustee));
            } else {
                mailboxRights.add(right);
            }
        }
        if (!mailboxRights.isEmpty()) {
            receipts.add(permission(objectId, trustee, mailboxRights, former));
        }
        return receipts.stream()
                .reduce(Receipts::joined)
                .orElseThrow(() -> new IllegalArgumentException("A delegate without rights has nothing to get back"));
    }

    private Receipt permission(String mailbox, String trustee, List<String> rights, Former former) {
        String inheritance = Fields.plain(former.field(INHERITANCE));
        return exchange.create(
                        "Give " + trustee + " the rights " + String.join(", ", rights) + " in the mailbox of " + mailbox
                                + " again",
                        mailbox,
                        Cmdlet.named("Add-MailboxPermission")
                                .with("Identity", mailbox)
                                .with("User", trustee)
                                .with(RIGHTS, rights)
                                .with(INHERITANCE, inheritance.isEmpty() ? "All" : inheritance)
                                .with("AutoMapping", true))
                .receipt(false, List.of());
    }

    private Receipt sendAs(String mailbox, String trustee) {
        return exchange.create(
                        "Give " + trustee + " the right to send as " + mailbox + " again",
                        mailbox,
                        Cmdlet.named("Add-RecipientPermission")
                                .with("Identity", mailbox)
                                .with(TRUSTEE, trustee)
                                .with(RIGHTS, List.of("SendAs")))
                .receipt(false, List.of());
    }

    private Receipt onBehalf(String mailbox, String trustee) {
        return exchange.change(
                "Give " + trustee + " the right to send on behalf of " + mailbox + " again",
                mailbox,
                Cmdlet.named("Set-Mailbox").with("Identity", mailbox).including("GrantSendOnBehalfTo", trustee));
    }
}

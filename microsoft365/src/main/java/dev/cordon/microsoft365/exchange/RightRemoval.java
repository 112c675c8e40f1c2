package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes rights in a mailbox away, each kind with the cmdlet that gave it.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/remove-mailboxpermission">Remove-MailboxPermission</a>
 */
record RightRemoval(ExchangeClient exchange, String mailbox) {
    private static final String NONE = "None";
    private static final String FREE_BUSY = "AvailabilityOnly";

    Receipt ofMailbox(MailboxDelegate delegate) {
        List<Receipt> receipts = new ArrayList<>();
        List<String> mailboxRights = new ArrayList<>();
        for (String right : delegate.rights()) {
            switch (right.toLowerCase(Locale.ROOT)) {
                case "sendas" -> receipts.add(sendAs(delegate));
                case "sendonbehalf" -> receipts.add(onBehalf(delegate));
                default -> mailboxRights.add(right);
            }
        }
        if (!mailboxRights.isEmpty()) {
            receipts.add(permission(delegate, mailboxRights));
        }
        return receipts.stream()
                .reduce(Receipts::joined)
                .orElseThrow(() -> new IllegalArgumentException("A delegate without rights has nothing to lose"));
    }

    private Receipt permission(MailboxDelegate delegate, List<String> rights) {
        return exchange.change(
                "Take the rights " + String.join(", ", rights) + " in the mailbox of " + mailbox + " from "
                        + delegate.trustee(),
                mailbox,
                Cmdlet.named("Remove-MailboxPermission")
                        .with("Identity", mailbox)
                        .with("User", named(delegate))
                        .with("AccessRights", rights)
                        .with("InheritanceType", "All"));
    }

    private Receipt sendAs(MailboxDelegate delegate) {
        return exchange.change(
                "Take the right to send as " + mailbox + " from " + delegate.trustee(),
                mailbox,
                Cmdlet.named("Remove-RecipientPermission")
                        .with("Identity", mailbox)
                        .with("Trustee", named(delegate))
                        .with("AccessRights", List.of("SendAs")));
    }

    private Receipt onBehalf(MailboxDelegate delegate) {
        return exchange.change(
                "Take the right to send on behalf of " + mailbox + " from " + delegate.trustee(),
                mailbox,
                Cmdlet.named("Set-Mailbox").with("Identity", mailbox).removing("GrantSendOnBehalfTo", named(delegate)));
    }

    Receipt ofFolder(MailboxDelegate permission) {
        Cmdlet cmdlet = isEverybody(permission)
                ? Cmdlet.named("Set-MailboxFolderPermission")
                        .with("Identity", identity(permission))
                        .with("User", named(permission))
                        .with("AccessRights", List.of(least(permission)))
                : Cmdlet.named("Remove-MailboxFolderPermission")
                        .with("Identity", identity(permission))
                        .with("User", named(permission));
        return exchange.change(
                "Take the rights in the folder " + permission.folder() + " of " + mailbox + " from "
                        + permission.trustee(),
                mailbox,
                cmdlet);
    }

    private String identity(MailboxDelegate permission) {
        return Folders.identity(mailbox, permission.folderId());
    }

    /** Colleagues see free and busy in every calendar as Exchange makes it. */
    private String least(MailboxDelegate permission) {
        boolean calendar = Folders.fetch(exchange, mailbox).value().stream()
                .anyMatch(folder -> folder.isCalendar() && folder.id().equals(permission.folderId()));
        return least(permission, calendar);
    }

    static String least(MailboxDelegate permission, boolean calendar) {
        return calendar && permission.trustee().equalsIgnoreCase("Default") ? FREE_BUSY : NONE;
    }

    static boolean isEverybody(MailboxDelegate permission) {
        return permission.trustee().equalsIgnoreCase("Default")
                || permission.trustee().equalsIgnoreCase("Anonymous");
    }

    /** Without a name a cmdlet would mean everybody. */
    private static String named(MailboxDelegate delegate) {
        if (delegate.trustee().isBlank()) {
            throw new IllegalArgumentException("A right without a trustee would be everybody's");
        }
        return delegate.trustee();
    }
}

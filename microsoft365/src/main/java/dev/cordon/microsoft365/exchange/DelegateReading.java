package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import dev.cordon.tenant.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;

/** Reads who has rights over a whole mailbox: three places, at once. */
record DelegateReading(ExchangeClient exchange, String mailbox) {
    Reading<List<MailboxDelegate>> read() {
        ExecutorService threads = exchange.wire().transport().threads();
        Beside<Reading<List<JsonItem>>> sendAs =
                Beside.start(threads, () -> rows("Read who may send as " + mailbox, "Get-RecipientPermission"));
        Beside<Reading<List<JsonItem>>> onBehalf =
                Beside.start(threads, () -> rows("Read who may send on behalf of " + mailbox, "Get-Mailbox"));
        return rows("Read who has rights in the mailbox of " + mailbox, "Get-MailboxPermission")
                .map(DelegateReading::permissions)
                .with(sendAs.join(), (some, more) -> joined(some, recipients(more)))
                .with(onBehalf.join(), (some, more) -> joined(some, onBehalf(more)));
    }

    private Reading<List<JsonItem>> rows(String attempted, String cmdlet) {
        return exchange.read(attempted, mailbox, Cmdlet.named(cmdlet).with("Identity", mailbox));
    }

    private static List<MailboxDelegate> permissions(List<JsonItem> rows) {
        return rows.stream()
                .filter(row -> !Rows.isTrue(row, "IsInherited") && !Rows.isTrue(row, "Deny"))
                .filter(row -> !isSelf(row, "User", "UserSid"))
                .map(row -> delegate("mailbox", row, "User"))
                .toList();
    }

    private static List<MailboxDelegate> recipients(List<JsonItem> rows) {
        return rows.stream()
                .filter(row -> !Rows.isTrue(row, "IsInherited"))
                .filter(row -> !Rows.textOrEmpty(row, "AccessControlType").equals("Deny"))
                .filter(row -> !isSelf(row, "Trustee", "TrusteeSidString"))
                .map(row -> delegate("send-as", row, "Trustee"))
                .toList();
    }

    private static List<MailboxDelegate> onBehalf(List<JsonItem> rows) {
        return rows.stream()
                .flatMap(row -> Rows.texts(row, "GrantSendOnBehalfTo").stream())
                .map(trustee -> new MailboxDelegate(
                        "send-on-behalf|" + key(trustee), Scope.MAILBOX, "", trustee, List.of("SendOnBehalf")))
                .toList();
    }

    private static MailboxDelegate delegate(String right, JsonItem row, String member) {
        String trustee = Rows.textOrEmpty(row, member);
        return new MailboxDelegate(
                right + "|" + key(trustee), Scope.MAILBOX, "", trustee, Rows.rights(row, "AccessRights"));
    }

    private static boolean isSelf(JsonItem row, String member, String sid) {
        return Rows.textOrEmpty(row, member).equalsIgnoreCase("NT AUTHORITY\\SELF")
                || Rows.textOrEmpty(row, sid).equals("S-1-5-10");
    }

    private static String key(String trustee) {
        return trustee.toLowerCase(Locale.ROOT);
    }

    private static List<MailboxDelegate> joined(List<MailboxDelegate> some, List<MailboxDelegate> more) {
        List<MailboxDelegate> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import dev.cordon.tenant.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads who has rights over a whole mailbox: three places, at once. */
record DelegateReading(ExchangeClient exchange, String mailbox) {
    Reading<List<MailboxDelegate>> read() {
        List<Supplier<Reading<List<MailboxDelegate>>>> reads = List.of(this::permissions, this::sendAs, this::onBehalf);
        return Beside.all(exchange.wire().transport().threads(), reads).stream()
                .reduce((some, more) -> some.with(more, DelegateReading::joined))
                .orElseThrow();
    }

    private Reading<List<MailboxDelegate>> permissions() {
        return rows(
                "Read who has rights in the mailbox of " + mailbox,
                "Get-MailboxPermission",
                DelegateReading::permission);
    }

    static List<MailboxDelegate> permission(JsonItem row) {
        return Rows.isTrue(row, "IsInherited") || Rows.isTrue(row, "Deny") || isSelf(row, "User", "UserSid")
                ? List.of()
                : List.of(delegate("mailbox", row, "User"));
    }

    private Reading<List<MailboxDelegate>> sendAs() {
        return rows("Read who may send as " + mailbox, "Get-RecipientPermission", DelegateReading::sendAs);
    }

    static List<MailboxDelegate> sendAs(JsonItem row) {
        return Rows.isTrue(row, "IsInherited")
                        || Rows.textOrEmpty(row, "AccessControlType").equals("Deny")
                        || isSelf(row, "Trustee", "TrusteeSidString")
                ? List.of()
                : List.of(delegate("send-as", row, "Trustee"));
    }

    private Reading<List<MailboxDelegate>> onBehalf() {
        return rows("Read who may send on behalf of " + mailbox, "Get-Mailbox", DelegateReading::onBehalf);
    }

    static List<MailboxDelegate> onBehalf(JsonItem row) {
        return Rows.texts(row, "GrantSendOnBehalfTo").stream()
                .map(trustee -> new MailboxDelegate(
                        "send-on-behalf|" + key(trustee), Scope.MAILBOX, "", trustee, List.of("SendOnBehalf")))
                .toList();
    }

    private Reading<List<MailboxDelegate>> rows(
            String attempted, String cmdlet, Function<JsonItem, List<MailboxDelegate>> row) {
        return exchange.read(attempted, mailbox, Cmdlet.named(cmdlet).with("Identity", mailbox), row)
                .map(rows -> rows.stream().flatMap(List::stream).toList());
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

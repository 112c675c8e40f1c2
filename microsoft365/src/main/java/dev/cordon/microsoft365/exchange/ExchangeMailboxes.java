package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes;
import dev.cordon.tenant.MobileDevice;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.List;
import java.util.Optional;

/** Mailboxes over Exchange's administration endpoint. */
public record ExchangeMailboxes(ExchangeClient exchange) implements Mailboxes {
    @Override
    public Reading<Optional<Mailbox>> fetchMailbox(String mailbox) {
        Cmdlet cmdlet = Cmdlet.named("Get-Mailbox").with("Identity", mailbox);
        Sent<Optional<Mailbox>> sent = exchange.wire()
                .send(
                        exchange.call("Read the mailbox of " + mailbox, mailbox, cmdlet, exchange.address()),
                        exchange.lane(),
                        new ExchangeDialect(false),
                        new Expectation<>(
                                response -> response.isSuccess() || isMissing(response),
                                response -> response.isSuccess() ? only(mailbox, response) : Optional.empty()));
        return sent.reading();
    }

    private static boolean isMissing(Response response) {
        return (response.status() == 404 || response.status() == 400)
                && new ExchangeDialect(false).stated(response).code().equals(ExchangeDialect.NOT_FOUND);
    }

    private static Optional<Mailbox> only(String mailbox, Response response) {
        Output output = Output.of(response);
        if (output.rows().size() != 1
                || output.next().isPresent()
                || !output.errors().isEmpty()) {
            throw new UnreadableJson("The output is not one mailbox");
        }
        return Optional.of(mailbox(mailbox, output.rows().getFirst()));
    }

    private static Mailbox mailbox(String askedBy, JsonItem row) {
        return new Mailbox(
                Rows.find(row, "ExchangeGuid").or(() -> Rows.find(row, "Guid")).orElse(askedBy),
                Rows.find(row, "RecipientTypeDetails")
                        .orElseThrow(() -> new UnreadableJson("The mailbox has no RecipientTypeDetails")),
                Rows.find(row, "ForwardingSmtpAddress").map(ExchangeMailboxes::withoutScheme),
                Rows.find(row, "ForwardingAddress"),
                Rows.isTrue(row, "DeliverToMailboxAndForward"),
                Rows.texts(row, "GrantSendOnBehalfTo"),
                Rows.instant(row, "StsRefreshTokensValidFrom"),
                Rows.find(row, "AuditEnabled").map(Boolean::parseBoolean),
                Rows.instant(row, "WhenChangedUTC"));
    }

    private static String withoutScheme(String address) {
        return address.regionMatches(true, 0, "smtp:", 0, 5) ? address.substring(5) : address;
    }

    @Override
    public Receipt clearForwarding(String mailbox, Forwarding.Kind kind) {
        boolean isLast = fetchMailbox(mailbox).value().stream()
                .flatMap(now -> now.forwardings().stream())
                .allMatch(one -> one.kind() == kind);
        Cmdlet clearing = Cmdlet.named("Set-Mailbox").with("Identity", mailbox).clearing(kind.parameter());
        return exchange.change(
                "Clear " + kind.parameter() + " of " + mailbox,
                mailbox,
                isLast ? clearing.with("DeliverToMailboxAndForward", false) : clearing);
    }

    @Override
    public Reading<List<MailboxDelegate>> fetchDelegates(String mailbox) {
        return new DelegateReading(exchange, mailbox).read();
    }

    @Override
    public Reading<List<MailboxDelegate>> fetchFolderPermissions(String mailbox) {
        return new FolderPermissionReading(exchange, mailbox).read();
    }

    @Override
    public Receipt removeDelegate(String mailbox, MailboxDelegate delegate) {
        return new RightRemoval(exchange, mailbox).ofMailbox(delegate);
    }

    @Override
    public Receipt removeFolderPermission(String mailbox, MailboxDelegate permission) {
        return new RightRemoval(exchange, mailbox).ofFolder(permission);
    }

    @Override
    public Receipt disableAutoReply(String mailbox) {
        return exchange.change(
                "Switch the automatic reply of " + mailbox + " off",
                mailbox,
                Cmdlet.named("Set-MailboxAutoReplyConfiguration")
                        .with("Identity", mailbox)
                        .with("AutoReplyState", "Disabled"));
    }

    @Override
    public Receipt unpublishCalendar(String mailbox, PublishedCalendar calendar) {
        return new CalendarPublishing(exchange, mailbox).end(calendar);
    }

    @Override
    public Receipt removeMobileDevice(String mailbox, MobileDevice device) {
        return exchange.change(
                "End the partnership of the telephone " + device.id() + " with " + mailbox,
                mailbox,
                Cmdlet.named("Remove-MobileDevice").with("Identity", device.id()));
    }

    @Override
    public Reading<Optional<AutoReply>> fetchAutoReply(String mailbox) {
        return exchange.read(
                        "Read the automatic reply of " + mailbox,
                        mailbox,
                        Cmdlet.named("Get-MailboxAutoReplyConfiguration").with("Identity", mailbox),
                        ExchangeMailboxes::autoReply)
                .map(rows -> rows.stream().flatMap(Optional::stream).findFirst());
    }

    private static Optional<AutoReply> autoReply(JsonItem row) {
        String state = row.text("AutoReplyState");
        return state.equals("Disabled")
                ? Optional.empty()
                : Optional.of(new AutoReply(
                        state,
                        Rows.textOrEmpty(row, "ExternalAudience"),
                        Rows.textOrEmpty(row, "InternalMessage"),
                        Rows.textOrEmpty(row, "ExternalMessage")));
    }

    @Override
    public Reading<List<PublishedCalendar>> fetchPublishedCalendars(String mailbox) {
        return new CalendarPublishing(exchange, mailbox).read();
    }

    @Override
    public Reading<List<MobileDevice>> fetchMobileDevices(String mailbox) {
        return new MobileDeviceReading(exchange, mailbox).read();
    }
}

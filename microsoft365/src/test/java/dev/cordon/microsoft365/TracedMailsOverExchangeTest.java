package dev.cordon.microsoft365;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.InMemoryTracedMails;
import dev.cordon.tenant.TracedMails;
import dev.cordon.tenant.TracedMails.TracedMail;
import dev.cordon.tenant.TracedMailsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;

/** The client against a trace in memory, spoken to as Exchange Online is: at most ten days and 5 000 rows at once, newest first. */
class TracedMailsOverExchangeTest extends TracedMailsContract {
    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected TracedMails on(InMemoryTracedMails world) {
        return connected.answeredBy(request -> reply(world, request)).tracedMails();
    }

    private static Reply reply(InMemoryTracedMails world, Asked request) {
        if (!request.path().endsWith("InvokeCommand")) {
            return Reply.json("{}");
        }
        Invoked cmdlet = Invoked.of(request);
        Instant start = cmdlet.time("StartDate");
        Instant end = cmdlet.time("EndDate");
        int size = cmdlet.number("ResultSize");
        if (Duration.between(start, end).compareTo(Duration.ofDays(10)) > 0 || size > 5_000) {
            return Invoked.refused("At most ten days and 5000 rows.");
        }
        List<TracedMail> rows = world.mails().stream()
                .filter(mail ->
                        !mail.receivedAt().isBefore(start) && !mail.receivedAt().isAfter(end))
                .filter(mail -> isAsked(mail, cmdlet))
                .filter(mail -> isBehind(mail, cmdlet, end))
                .sorted(Comparator.comparing(TracedMail::receivedAt).reversed().thenComparing(TracedMail::recipient))
                .toList();
        List<JsonObject> page =
                rows.stream().limit(size).map(TracedMailsOverExchangeTest::row).toList();
        return rows.size() > size
                ? Invoked.rows(page, "There are more results, use the following command to get more.")
                : Invoked.rows(page);
    }

    private static boolean isAsked(TracedMail mail, Invoked cmdlet) {
        return cmdlet.find("SenderAddress")
                        .filter(each -> !each.equalsIgnoreCase(mail.sender()))
                        .isEmpty()
                && cmdlet.find("RecipientAddress")
                        .filter(each -> !each.equalsIgnoreCase(mail.recipient()))
                        .isEmpty()
                && cmdlet.find("MessageId")
                        .filter(each -> !each.equals(mail.internetMessageId()))
                        .isEmpty()
                && cmdlet.find("Subject")
                        .filter(each ->
                                !mail.subject().toLowerCase(Locale.ROOT).contains(each.toLowerCase(Locale.ROOT)))
                        .isEmpty();
    }

    private static boolean isBehind(TracedMail mail, Invoked cmdlet, Instant end) {
        return cmdlet.find("StartingRecipientAddress")
                .filter(last ->
                        mail.receivedAt().equals(end) && mail.recipient().compareTo(last) <= 0)
                .isEmpty();
    }

    private static JsonObject row(TracedMail mail) {
        JsonObject row = new JsonObject();
        row.addProperty("MessageTraceId", mail.traceId());
        row.addProperty("MessageId", mail.internetMessageId());
        row.addProperty("Received", mail.receivedAt().toString());
        row.addProperty("SenderAddress", mail.sender());
        row.addProperty("RecipientAddress", mail.recipient());
        row.addProperty("Subject", mail.subject());
        row.addProperty("Status", mail.statusText());
        row.addProperty("FromIP", mail.fromIp());
        row.addProperty("Size", mail.bytes());
        return row;
    }
}

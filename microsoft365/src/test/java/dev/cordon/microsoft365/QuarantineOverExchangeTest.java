package dev.cordon.microsoft365;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.InMemoryQuarantine;
import dev.cordon.tenant.Made;
import dev.cordon.tenant.Quarantine;
import dev.cordon.tenant.Quarantine.QuarantineQuestion;
import dev.cordon.tenant.Quarantine.QuarantinedMessage;
import dev.cordon.tenant.QuarantineContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The client against a quarantine in memory, spoken to as Exchange Online is. */
class QuarantineOverExchangeTest extends QuarantineContract {
    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected Quarantine on(InMemoryQuarantine world) {
        return connected.answeredBy(request -> reply(world, request)).quarantine();
    }

    private static Reply reply(InMemoryQuarantine world, Asked request) {
        Invoked cmdlet = Invoked.of(request);
        return switch (cmdlet.name()) {
            case "Get-QuarantineMessage" -> page(world, cmdlet);
            case "Delete-QuarantineMessage" -> deleted(world, cmdlet.text("Identity"));
            default -> Reply.status(501);
        };
    }

    private static Reply page(InMemoryQuarantine world, Invoked cmdlet) {
        List<QuarantinedMessage> all = world.fetchMessages(new QuarantineQuestion(
                        cmdlet.find("SenderAddress"),
                        cmdlet.find("RecipientAddress"),
                        cmdlet.find("Subject"),
                        cmdlet.find("MessageId"),
                        cmdlet.time("StartReceivedDate"),
                        cmdlet.time("EndReceivedDate")))
                .value();
        int size = cmdlet.number("PageSize");
        int first = Math.min(all.size(), (cmdlet.number("Page") - 1) * size);
        return Invoked.rows(all.subList(first, Math.min(all.size(), first + size)).stream()
                .map(QuarantineOverExchangeTest::row)
                .toList());
    }

    private static Reply deleted(InMemoryQuarantine world, String id) {
        QuarantineQuestion all = new QuarantineQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Made.NOW.minus(Duration.ofDays(90)),
                Made.NOW);
        Optional<QuarantinedMessage> message = world.fetchMessages(all).value().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        message.ifPresent(world::delete);
        return message.isPresent() ? Invoked.nothing() : Invoked.notFound();
    }

    private static JsonObject row(QuarantinedMessage message) {
        JsonObject row = new JsonObject();
        row.addProperty("Identity", message.id());
        row.addProperty("ReceivedTime", message.receivedAt().orElseThrow().toString());
        row.addProperty("SenderAddress", message.sender());
        JsonArray recipients = new JsonArray();
        message.recipients().forEach(recipients::add);
        row.add("RecipientAddress", recipients);
        row.addProperty("Subject", message.subject());
        row.addProperty("MessageId", message.internetMessageId());
        row.addProperty("QuarantineTypes", message.type());
        row.addProperty("ReleaseStatus", message.releaseText());
        row.addProperty("Expires", message.expiresAt().orElseThrow().toString());
        return row;
    }
}

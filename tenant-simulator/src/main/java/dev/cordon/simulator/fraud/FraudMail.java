package dev.cordon.simulator.fraud;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Letter;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.FraudCampaign;
import dev.cordon.simulator.scenario.FraudCampaign.BankAccount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a fraud, sent from a mailbox of ours or come to some.
 *
 * @param message one of its copies
 * @param mailbox object id of whose mailbox it was sent from, or null for mail from outside
 * @param sentCopy what became of the sender's copy, or null for mail from outside
 * @param campaign the fraud it belongs to, or null where no scenario says
 * @param asks where the money is to go, as its text or a file in it says
 */
record FraudMail(
        Message message,
        Optional<Letter> letter,
        @Nullable String mailbox,
        @Nullable String sentCopy,
        @Nullable FraudCampaign campaign,
        List<String> inside,
        List<String> outside,
        List<BankAccount> asks) {

    FraudMail {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
        asks = List.copyOf(asks);
    }

    boolean isOf(FraudCampaign other) {
        return campaign != null && campaign.id().equals(other.id());
    }

    JsonObject json() {
        return Json.object(
                "internetMessageId",
                message.internetMessageId(),
                "way",
                mailbox == null ? "in" : "out",
                "at",
                Json.exactTime(message.at()),
                "from",
                message.from(),
                "subject",
                message.subject(),
                "campaign",
                campaign == null ? null : campaign.id(),
                "conversation",
                letter.flatMap(found -> Optional.ofNullable(found.conversation())),
                "replyTo",
                letter.map(Letter::replyTo).orElse(List.of()),
                "inside",
                inside,
                "outside",
                outside,
                "attachments",
                message.attachments(),
                "sentCopy",
                sentCopy,
                "asksForPaymentTo",
                asks.stream().map(BankAccount::id).toList());
    }

    /** What it asks for, one row for each account it names. */
    List<JsonObject> requests() {
        return asks.stream()
                .map(account -> Json.object(
                        "internetMessageId",
                        message.internetMessageId(),
                        "at",
                        Json.exactTime(message.at()),
                        "inside",
                        inside,
                        "outside",
                        outside,
                        "account",
                        json(account)))
                .toList();
    }

    static JsonObject json(BankAccount account) {
        return Json.object(
                "id", account.id(),
                "holder", account.holder(),
                "bank", account.bank(),
                "country", account.country(),
                "iban", account.iban(),
                "swift", account.swift());
    }
}

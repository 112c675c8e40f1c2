package dev.cordon.microsoft365.exchange;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.Map;

/** Gives forwarding of the mailbox back: both addresses and whether a copy stays. */
public record ForwardingReturn(ExchangeClient exchange) implements Returnable {
    private static final String CMDLET = "Get-Mailbox";
    private static final String SMTP = "ForwardingSmtpAddress";
    private static final String RECIPIENT = "ForwardingAddress";
    private static final String COPY = "DeliverToMailboxAndForward";

    @Override
    public boolean reads(String request) {
        return Sheet.isOf(request, CMDLET);
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        return Sheet.rows(answers, CMDLET).stream()
                .map(row -> former(objectId, row))
                .toList();
    }

    private static Former former(String objectId, JsonItem row) {
        Map<String, String> settable = new Fields()
                .with(
                        SMTP,
                        Rows.find(row, SMTP)
                                .map(ForwardingReturn::withoutScheme)
                                .orElse(""))
                .with(RECIPIENT, Rows.textOrEmpty(row, RECIPIENT))
                .with(COPY, Rows.isTrue(row, COPY))
                .map();
        Map<String, String> cleared = new Fields()
                .with(SMTP, "")
                .with(RECIPIENT, "")
                .with(COPY, false)
                .map();
        return Former.of(
                        Rows.find(row, "ExchangeGuid")
                                .or(() -> Rows.find(row, "Guid"))
                                .orElse(objectId),
                        "forwarding",
                        settable,
                        Map.of())
                .whenRemoved(cleared);
    }

    private static String withoutScheme(String address) {
        return address.regionMatches(true, 0, "smtp:", 0, 5) ? address.substring(5) : address;
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        return exchange.change(
                "Set the forwarding of " + objectId + " again",
                objectId,
                Cmdlet.named("Set-Mailbox")
                        .with("Identity", objectId)
                        .with(SMTP, withScheme(former))
                        .with(RECIPIENT, Fields.element(former.field(RECIPIENT)))
                        .with(COPY, Fields.element(former.field(COPY))));
    }

    private static JsonElement withScheme(Former former) {
        String address = Fields.plain(former.field(SMTP));
        return address.isEmpty() ? Fields.element(former.field(SMTP)) : new JsonPrimitive("smtp:" + address);
    }
}

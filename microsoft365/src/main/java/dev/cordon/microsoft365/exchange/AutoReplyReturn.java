package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.Fields;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.Map;

/** Switches the automatic reply on again; its texts and times stayed when it was switched off. */
public record AutoReplyReturn(ExchangeClient exchange) implements Returnable {
    private static final String CMDLET = "Get-MailboxAutoReplyConfiguration";
    private static final String STATE = "AutoReplyState";

    @Override
    public boolean reads(String request) {
        return Sheet.isOf(request, CMDLET);
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        return Sheet.rows(answers, CMDLET).stream()
                .map(row -> Former.of(
                                "auto-reply",
                                "auto-reply",
                                Fields.of(
                                                row,
                                                STATE,
                                                "ExternalAudience",
                                                "InternalMessage",
                                                "ExternalMessage",
                                                "StartTime",
                                                "EndTime")
                                        .map(),
                                Map.of())
                        .whenRemoved(new Fields().with(STATE, "Disabled").map()))
                .toList();
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        return exchange.change(
                "Switch the automatic reply of " + objectId + " on again",
                objectId,
                Cmdlet.named("Set-MailboxAutoReplyConfiguration")
                        .with("Identity", objectId)
                        .with(STATE, Fields.plain(former.field(STATE))));
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.Addresses;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON text inside an audit row; each workload spells actor, address and parameters its own way. */
final class AuditData {
    private AuditData() {}

    /** The event of a row; empty when its text cannot be read. */
    static Optional<MailboxEvent> event(JsonItem row) {
        try {
            JsonItem data = StrictJson.object(row.text("AuditData").getBytes(StandardCharsets.UTF_8));
            Optional<Instant> at = Rows.instant(data, "CreationTime");
            return at.map(time -> new MailboxEvent(
                    data.text("Id"),
                    time,
                    data.text("Operation"),
                    data.textOrEmpty("UserId"),
                    address(data),
                    Rows.find(data, "ObjectId")
                            .or(() -> Rows.find(data, "MailboxOwnerUPN"))
                            .orElse(""),
                    parameters(data)));
        } catch (UnreadableJson unreadable) {
            return Optional.empty();
        }
    }

    private static String address(JsonItem data) {
        String text = Rows.find(data, "ClientIP")
                .or(() -> Rows.find(data, "ClientIPAddress"))
                .orElse("");
        return Addresses.withoutPort(text);
    }

    private static Map<String, String> parameters(JsonItem data) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String list : List.of("Parameters", "OperationProperties")) {
            if (data.has(list)) {
                data.items(list)
                        .forEach(pair -> named.put(Rows.textOrEmpty(pair, "Name"), Rows.textOrEmpty(pair, "Value")));
            }
        }
        Rows.find(data, "MailboxOwnerUPN").ifPresent(owner -> named.put("MailboxOwnerUPN", owner));
        return named;
    }
}

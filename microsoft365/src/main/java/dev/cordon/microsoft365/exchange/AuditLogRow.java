package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.LogRow;
import java.util.Optional;

/**
 * A row of {@code Search-UnifiedAuditLog} as it came.
 *
 * @param row what it says
 * @param place {@code ResultIndex}: its number in the session, from 1; below 0 when the session broke, 0 when it has none
 * @param announced {@code ResultCount}; 0 when it has none
 */
record AuditLogRow(LogRow row, int place, int announced) {
    static AuditLogRow of(JsonItem row) {
        return new AuditLogRow(
                logRow(row),
                row.findInteger("ResultIndex").orElse(0),
                row.findInteger("ResultCount").orElse(0));
    }

    private static LogRow logRow(JsonItem row) {
        return AuditData.event(row)
                .filter(event -> !event.id().isEmpty())
                .map(event -> new LogRow(
                        event.id(),
                        Optional.of(event.at()),
                        event.actor(),
                        event.operation(),
                        event.clientIp(),
                        row.text("AuditData")))
                .orElseGet(() -> unreadable(row));
    }

    private static LogRow unreadable(JsonItem row) {
        String text = row.object().toString();
        return new LogRow(
                Rows.find(row, "Identity").orElse(text),
                Rows.instant(row, "CreationDate"),
                Rows.textOrEmpty(row, "UserIds"),
                Rows.textOrEmpty(row, "Operations"),
                "",
                text);
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.TenantException;
import java.util.function.Consumer;

/**
 * The unified audit log by {@code Search-UnifiedAuditLog}, window after window.
 *
 * @param sleep lets wall time pass
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog">Search-UnifiedAuditLog</a>
 */
public record ExchangeAuditLogSearch(ExchangeClient exchange, Sleep sleep) implements AuditLogSearch {
    @Override
    public CollectionEnd collect(Position from, Consumer<? super LogPage<Position>> sink) {
        Position position = from;
        try {
            while (!position.left().isEmpty()) {
                position = new AuditWindow(exchange, sleep, position, sink).read();
            }
        } catch (TenantException e) {
            return CollectionEnd.of(e.failure());
        }
        return position.end();
    }
}

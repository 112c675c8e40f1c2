package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.TenantException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The message trace by {@code Get-MessageTraceV2}.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2">Get-MessageTraceV2</a>
 */
public record ExchangeMessageTrace(ExchangeClient exchange, TenantClock clock) implements MessageTrace {
    @Override
    public CollectionEnd collect(Position from, Consumer<? super LogPage<Position>> sink) {
        try {
            TraceFilter filter = TraceFilter.of(from.question().mails());
            Optional<CollectionEnd.CutOff> cut = new TraceWindows(exchange, clock, filter).read(from, sink);
            return cut.isPresent() ? cut.get() : new CollectionEnd.Complete();
        } catch (TenantException e) {
            return CollectionEnd.of(e.failure());
        }
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.TenantException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The message trace by {@code Get-MessageTraceV2}, in windows of ten days from the newest back.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2">Get-MessageTraceV2</a>
 */
public record ExchangeMessageTrace(ExchangeClient exchange, TenantClock clock) implements MessageTrace {
    @Override
    public CollectionEnd collect(Position from, Consumer<? super LogPage<Position>> sink) {
        try {
            Instant oldest = clock.now().minus(KEPT).plusSeconds(60);
            Question question = from.question();
            Instant beginning = question.from().isBefore(oldest) ? oldest : question.from();
            Optional<CollectionEnd.CutOff> cut = windows(from, beginning, sink);
            if (cut.isPresent()) {
                return cut.get();
            }
            return question.from().isBefore(oldest)
                    ? new CollectionEnd.CutOff(
                            "The message trace goes back to " + oldest + "; what was before is not kept.")
                    : new CollectionEnd.Complete();
        } catch (TenantException e) {
            return CollectionEnd.of(e.failure());
        }
    }

    private Optional<CollectionEnd.CutOff> windows(
            Position from, Instant beginning, Consumer<? super LogPage<Position>> sink) {
        Position position = from;
        while (position.until().isAfter(beginning)) {
            TracePage page = TracePage.read(exchange, position, beginning);
            sink.accept(new LogPage<>(page.rows(), page.answers(), page.next()));
            if (page.isStuck()) {
                return Optional.of(new CollectionEnd.CutOff("The message trace gave no more rows before "
                        + position.cursor().map(Cursor::received).orElse(position.until())
                        + " and said that there are more."));
            }
            position = page.next();
        }
        return Optional.empty();
    }
}

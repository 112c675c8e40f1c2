package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.MessageTrace.Cursor;
import dev.cordon.tenant.MessageTrace.Position;
import dev.cordon.tenant.MessageTrace.Question;
import dev.cordon.tenant.TenantClock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a message trace in windows of ten days from the newest back.
 *
 * @param exchange where to ask
 * @param clock the tenant's time: what is kept ends with it
 * @param filter which mails
 */
record TraceWindows(ExchangeClient exchange, TenantClock clock, TraceFilter filter) {
    /**
     * Reads from {@code from} on and hands every page over as it comes.
     *
     * @return what is missing; empty where nothing is
     * @throws dev.cordon.tenant.TenantException when a page cannot be read
     */
    Optional<CollectionEnd.CutOff> read(Position from, Consumer<? super LogPage<Position>> sink) {
        Instant oldest = clock.now().minus(MessageTrace.KEPT).plusSeconds(60);
        Question question = from.question();
        Instant beginning = question.from().isBefore(oldest) ? oldest : question.from();
        Optional<CollectionEnd.CutOff> cut = windows(from, beginning, sink);
        if (cut.isPresent()) {
            return cut;
        }
        return question.from().isBefore(oldest)
                ? Optional.of(new CollectionEnd.CutOff(
                        "The message trace goes back to " + oldest + "; what was before is not kept."))
                : Optional.empty();
    }

    private Optional<CollectionEnd.CutOff> windows(
            Position from, Instant beginning, Consumer<? super LogPage<Position>> sink) {
        Position position = from;
        while (position.until().isAfter(beginning)) {
            TracePage page = TracePage.read(exchange, filter, position, beginning);
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

package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.AuditLogSearch.Position;
import dev.cordon.tenant.AuditLogSearch.Window;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads the first window of a position, in as many sessions as it takes. A session does not give again what it gave, so one that broke off,
 * or whose answer was lost, is followed by another; a window too large for a session is divided. One window, one thread.
 */
final class AuditWindow {
    private static final int MOST_SESSIONS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int GATEWAY_TIMEOUT = 504;
    private static final Set<Reason> LOST = Set.of(Reason.SERVICE_FAULT, Reason.UNREADABLE_ANSWER);

    private final ExchangeClient exchange;
    private final Sleep sleep;
    private final Position position;
    private final Window window;
    private final Consumer<? super LogPage<Position>> sink;

    AuditWindow(ExchangeClient exchange, Sleep sleep, Position position, Consumer<? super LogPage<Position>> sink) {
        this.exchange = exchange;
        this.sleep = sleep;
        this.position = position;
        this.window = position.left().getFirst();
        this.sink = sink;
    }

    /** Where to go on: behind the window, or at its first half. */
    Position read() {
        for (int sessions = 1; ; sessions++) {
            AuditSession session = new AuditSession(window.isDivisible());
            boolean last = sessions == MOST_SESSIONS;
            switch (read(session, last)) {
                case COMPLETE -> {
                    return position.behind();
                }
                case TOO_LARGE -> {
                    return divided(session);
                }
                case BROKEN_OFF -> {
                    if (session.holdsMoreThanAPage() || last) {
                        return divided(session);
                    }
                }
                case SHORT -> {
                    if (last) {
                        return position.behind(lack(session));
                    }
                }
                case LOST -> {
                    if (last) {
                        return session.isEmpty() && window.isDivisible() ? position.divided() : divided(session);
                    }
                    pause(FIRST_PAUSE.multipliedBy(1L << (sessions - 1)));
                }
                case GOES_ON -> throw new IllegalStateException("A session was left that goes on");
            }
        }
    }

    /** What holds no more than a page is not helped by halves. */
    private Position divided(AuditSession session) {
        return window.isDivisible() && session.holdsMoreThanAPage()
                ? position.divided()
                : position.behind(lack(session));
    }

    private String lack(AuditSession session) {
        return "The audit search from " + window.from() + " to " + window.until() + " " + session.told() + ".";
    }

    private AuditSession.State read(AuditSession session, boolean last) {
        String id = UUID.randomUUID().toString();
        while (true) {
            Reading<List<AuditLogRow>> page;
            try {
                page = page(id);
            } catch (TenantException e) {
                boolean helped = !last || (e.failure().status() == GATEWAY_TIMEOUT && window.isDivisible());
                if (LOST.contains(e.failure().reason()) && helped) {
                    return AuditSession.State.LOST;
                }
                throw e;
            }
            AuditSession.State state = session.after(page.value(), page.isComplete());
            List<LogRow> rows = page.value().stream().map(AuditLogRow::row).toList();
            Position next = state == AuditSession.State.COMPLETE ? position.behind() : position;
            sink.accept(new LogPage<>(rows, page.answers(), next));
            if (state != AuditSession.State.GOES_ON) {
                return state;
            }
        }
    }

    private Reading<List<AuditLogRow>> page(String session) {
        AuditQuestion question = position.question();
        Cmdlet search = Cmdlet.named("Search-UnifiedAuditLog")
                .with("StartDate", Dates.inText(window.from()))
                .with("EndDate", Dates.inText(behind(window.until())))
                .with("SessionId", session)
                .with("SessionCommand", "ReturnLargeSet")
                .with("ResultSize", AuditSession.PAGE);
        search = restricted(search, "Operations", question.operations());
        search = restricted(search, "UserIds", question.users());
        search = restricted(search, "IPAddresses", question.addresses());
        return exchange.read("Search the unified audit log", "", search, AuditLogRow::of);
    }

    /** A second more, for nobody says whether the last moment belongs to a search. */
    private static Instant behind(Instant until) {
        return until.plusSeconds(1);
    }

    private static Cmdlet restricted(Cmdlet search, String parameter, List<String> values) {
        return values.isEmpty() ? search : search.with(parameter, String.join(",", values));
    }

    private void pause(Duration pause) {
        try {
            sleep.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.cordon.microsoft365.rules;

import dev.cordon.microsoft365.exchange.ExchangeRules;
import dev.cordon.microsoft365.exchange.ExchangeRules.Listed;
import dev.cordon.microsoft365.graph.GraphMessageRules;
import dev.cordon.microsoft365.graph.GraphMessageRules.VisibleRule;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.InboxRules;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Inbox rules: all of them from Exchange, compared with Graph's listing of the visible ones, and sweep rules; the listings at once.
 *
 * @param exchange Exchange's rules
 * @param graph Graph's rules
 * @param threads for reading beside one another
 */
public record ComparedInboxRules(ExchangeRules exchange, GraphMessageRules graph, ExecutorService threads)
        implements InboxRules {
    @Override
    public Reading<List<InboxRule>> fetchRules(String mailbox) {
        Beside<Read<List<InboxRule>>> sweep = beside(() -> exchange.fetchSweepRules(mailbox));
        Beside<Read<List<VisibleRule>>> visible = beside(() -> graph.fetchRules(mailbox), graph::mayRead);
        Read<List<Listed>> server = attempt(() -> exchange.fetchInboxRules(mailbox));
        Read<List<InboxRule>> sweepRules = sweep.join();
        Read<List<VisibleRule>> visibleRules = visible.join();
        if (server.reading().isEmpty() && (sweepRules.reading().isEmpty() || server.isMissing())) {
            throw new TenantException(server.failure().orElseThrow());
        }
        Optional<Reading<List<InboxRule>>> compared =
                server.reading().map(all -> compared(all, visibleRules.reading()));
        Reading<List<InboxRule>> found = compared.isPresent()
                ? sweepRules
                        .reading()
                        .map(more -> compared.get().with(more, ComparedInboxRules::joined))
                        .orElse(compared.get())
                : sweepRules.reading().orElseThrow();
        return incomplete(
                incomplete(found, "The inbox rules", server.failure()), "The sweep rules", sweepRules.failure());
    }

    private static Reading<List<InboxRule>> compared(
            Reading<List<Listed>> all, Optional<Reading<List<VisibleRule>>> visible) {
        Optional<Reading<List<VisibleRule>>> whole = visible.filter(Reading::isComplete);
        if (whole.isEmpty()) {
            return all.map(rules -> rules.stream().map(Listed::rule).toList());
        }
        return all.with(whole.get(), (rules, shown) -> new RuleComparison(rules, shown).rules());
    }

    /** What came of one of the listings. */
    private record Read<T>(Optional<Reading<T>> reading, Optional<Failure> failure) {
        boolean isMissing() {
            return failure.map(each -> each.reason() == Failure.Reason.NOT_FOUND)
                    .orElse(false);
        }
    }

    private <T> Beside<Read<T>> beside(Supplier<Reading<T>> read) {
        return Beside.start(threads, () -> attempt(read));
    }

    private <T> Beside<Read<T>> beside(Supplier<Reading<T>> read, Supplier<Boolean> allowed) {
        return Beside.start(
                threads, () -> allowed.get() ? attempt(read) : new Read<T>(Optional.empty(), Optional.empty()));
    }

    private static <T> Read<T> attempt(Supplier<Reading<T>> read) {
        try {
            return new Read<>(Optional.of(read.get()), Optional.empty());
        } catch (TenantException e) {
            return new Read<>(Optional.empty(), Optional.of(e.failure()));
        }
    }

    private static Reading<List<InboxRule>> incomplete(
            Reading<List<InboxRule>> reading, String what, Optional<Failure> failure) {
        return failure.map(reason -> new Reading<>(
                        reading.value(),
                        reading.completeness()
                                .and(new Incomplete(what + " could not be read ("
                                        + reason.reason().inWords() + ")." + " " + reason.remedy())),
                        reading.readAt(),
                        reading.answers()))
                .orElse(reading);
    }

    private static List<InboxRule> joined(List<InboxRule> some, List<InboxRule> more) {
        List<InboxRule> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    @Override
    public Receipt disable(String mailbox, InboxRule rule) {
        return throughGraph(rule, id -> graph.disable(mailbox, id)).orElseGet(() -> exchange.disable(mailbox, rule));
    }

    @Override
    public Receipt delete(String mailbox, InboxRule rule) {
        return throughGraph(rule, id -> graph.delete(mailbox, id)).orElseGet(() -> exchange.delete(mailbox, rule));
    }

    /** Graph spares client-only rules; where it does not let us, Exchange does it. */
    private Optional<Receipt> throughGraph(InboxRule rule, java.util.function.Function<String, Receipt> change) {
        if (rule.graphId().isEmpty() || rule.hidden().orElse(true) || !graph.mayChange()) {
            return Optional.empty();
        }
        try {
            return Optional.of(change.apply(rule.graphId().get()));
        } catch (TenantException e) {
            return switch (e.failure().reason()) {
                case MISSING_PERMISSION, MISSING_ROLE, NOT_AVAILABLE, REFUSED -> Optional.empty();
                case PROTECTED_TARGET,
                        NOT_LICENSED,
                        NOT_SIGNED_IN,
                        OWN_SESSION_ENDED,
                        NOT_FOUND,
                        DEFAULT_METHOD,
                        MASTERED_ELSEWHERE,
                        THROTTLED,
                        SERVICE_FAULT,
                        UNREACHABLE,
                        UNREADABLE_ANSWER,
                        UNKNOWN_RESULT,
                        INTERRUPTED -> throw e;
            };
        }
    }
}

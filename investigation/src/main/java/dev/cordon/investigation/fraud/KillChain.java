package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether the FBI's Financial Fraud Kill Chain takes a transfer: one of 50 000 dollars or more, by wire to another country, at most 72 hours old,
 * whose recall by SWIFT was started. Whatever it says, a complaint at IC3 is made the same day: there a smaller or domestic one goes another way.
 *
 * @param conditions each condition with whether it is met
 */
public record KillChain(List<Condition> conditions) {
    /** How old a transfer may be. */
    public static final Duration OLDEST = Duration.ofDays(3);

    private static final BigDecimal LEAST = new BigDecimal("50000");

    /**
     * One condition.
     *
     * @param text it, half a sentence
     * @param met {@link Answer#YES}, {@link Answer#NO}, or what is still to be found out
     */
    public record Condition(String text, Answer met) {
        public Condition {
            requireNonNull(text, "text is null");
            requireNonNull(met, "met is null");
        }
    }

    public KillChain {
        conditions = List.copyOf(conditions);
    }

    /** Held against a transfer at {@code now}. */
    public static KillChain of(MoneyTransfer transfer, Instant now) {
        return new KillChain(List.of(
                new Condition("50 000 US dollars or more", amount(transfer)),
                new Condition("to another country", transfer.international()),
                new Condition("by wire", transfer.wire()),
                new Condition("the sending bank has started a recall by SWIFT", transfer.recallStarted()),
                new Condition("at most 72 hours old", age(transfer, now))));
    }

    private static Answer amount(MoneyTransfer transfer) {
        if (transfer.amount().isEmpty() || transfer.currency().isEmpty()) {
            return Answer.NOT_ASKED;
        }
        if (!transfer.currency().equals("USD")) {
            return Answer.DOES_NOT_KNOW;
        }
        return transfer.amount().get().compareTo(LEAST) >= 0 ? Answer.YES : Answer.NO;
    }

    private static Answer age(MoneyTransfer transfer, Instant now) {
        return transfer.transferredAt()
                .map(at -> Duration.between(at, now).compareTo(OLDEST) <= 0 ? Answer.YES : Answer.NO)
                .orElse(Answer.NOT_ASKED);
    }

    /** {@link Answer#YES} where every condition is met, {@link Answer#NO} where one is not, else that it is not known. */
    public Answer applies() {
        if (conditions.stream().anyMatch(condition -> condition.met() == Answer.NO)) {
            return Answer.NO;
        }
        return conditions.stream().allMatch(condition -> condition.met() == Answer.YES)
                ? Answer.YES
                : Answer.DOES_NOT_KNOW;
    }
}

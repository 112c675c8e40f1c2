package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Money that went to a fraudster, as far as somebody knows.
 *
 * @param transferredAt when it was sent
 * @param amount how much
 * @param currency in ISO 4217's three letters; empty text where nobody knows
 * @param international whether it left the country
 * @param wire whether it went by wire, and not by card, cheque or gift card
 * @param recallStarted whether the sending bank has started a SWIFT recall
 */
public record MoneyTransfer(
        Optional<Instant> transferredAt,
        Optional<BigDecimal> amount,
        String currency,
        Answer international,
        Answer wire,
        Answer recallStarted) {
    /** Of which nothing is known. */
    public static final MoneyTransfer NOT_ASKED = new MoneyTransfer(
            Optional.empty(), Optional.empty(), "", Answer.NOT_ASKED, Answer.NOT_ASKED, Answer.NOT_ASKED);

    public MoneyTransfer {
        requireNonNull(transferredAt, "transferredAt is null");
        requireNonNull(amount, "amount is null");
        currency = currency.strip().toUpperCase(Locale.ROOT);
        requireNonNull(international, "international is null");
        requireNonNull(wire, "wire is null");
        requireNonNull(recallStarted, "recallStarted is null");
        if (amount.filter(value -> value.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("an amount below zero");
        }
    }
}

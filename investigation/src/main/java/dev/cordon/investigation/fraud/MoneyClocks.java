package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Confidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long there is time to call money back, counted from when it was sent. No law gives these times: they are what banks and the police say of
 * what still works, collected on {@link #AS_OF}. Whoever is in doubt calls now.
 *
 * @param jurisdiction of which bank
 * @param clocks by when each is due, the first first
 */
public record MoneyClocks(Jurisdiction jurisdiction, List<Clock> clocks) {
    /** When these facts were collected: numbers and addresses change. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private static final String BANKS = "what banks and police publish, gathered from the web";

    /**
     * One clock.
     *
     * @param id short and stable
     * @param what what is to be done, a sentence
     * @param whom who is called
     * @param within how long after the transfer it still helps; zero where it is done at once
     * @param confidence how sure that is
     * @param source where it is from
     */
    public record Clock(String id, String what, String whom, Duration within, Confidence confidence, String source) {
        public Clock {
            requireNonNull(id, "id is null");
            requireNonNull(what, "what is null");
            requireNonNull(whom, "whom is null");
            requireNonNull(confidence, "confidence is null");
            requireNonNull(source, "source is null");
            if (within.isNegative()) {
                throw new IllegalArgumentException("within is below zero: " + within);
            }
        }
    }

    /**
     * A clock that runs.
     *
     * @param clock which
     * @param due when its time is over; a clock of which that is past is still called, with less hope
     * @param over whether it is
     */
    public record Running(Clock clock, Instant due, boolean over) {
        public Running {
            requireNonNull(clock, "clock is null");
            requireNonNull(due, "due is null");
        }
    }

    public MoneyClocks {
        requireNonNull(jurisdiction, "jurisdiction is null");
        clocks = clocks.stream().sorted(Comparator.comparing(Clock::within)).toList();
    }

    /** The clocks of one jurisdiction. */
    public static MoneyClocks of(Jurisdiction jurisdiction) {
        List<Clock> all = new ArrayList<>(List.of(
                clock(
                        "own-bank",
                        "Ask for a recall or reversal, with a letter that holds the bank harmless.",
                        "the fraud desk of the bank that sent it",
                        AT_ONCE,
                        Confidence.LIKELY,
                        BANKS),
                clock(
                        "receiving-bank",
                        "Ask it to freeze what has come in.",
                        "the fraud desk of the bank that received it",
                        AT_ONCE,
                        Confidence.LIKELY,
                        BANKS),
                clock(
                        "best-odds",
                        "Until then a recall most often still finds the money.",
                        "both banks",
                        DAY,
                        Confidence.LIKELY,
                        BANKS),
                clock(
                        "fading-odds",
                        "Until then some of it may still be there.",
                        "both banks",
                        TWO_DAYS,
                        Confidence.UNKNOWN,
                        BANKS),
                clock(
                        "practical-limit",
                        "Behind it a recall seldom finds anything.",
                        "both banks",
                        THREE_DAYS,
                        Confidence.LIKELY,
                        BANKS)));
        all.addAll(
                switch (jurisdiction) {
                    case US -> ofUnitedStates();
                    case UK -> ofUnitedKingdom();
                    case EU -> ofEuropeanUnion();
                    case OTHER -> ofOthers();
                });
        return new MoneyClocks(jurisdiction, all);
    }

    private static List<Clock> ofUnitedStates() {
        return List.of(
                clock(
                        "ic3-complaint",
                        "Complain the same day, whatever the amount, with all bank data, and say that it is business email compromise: its"
                                + " Recovery Asset Team stops domestic transfers.",
                        "IC3, ic3.gov",
                        DAY,
                        Confidence.LIKELY,
                        "FBI IC3"),
                clock(
                        "kill-chain",
                        "International wires of 50 000 dollars and more, whose SWIFT recall has started, are taken by the Financial Fraud Kill"
                                + " Chain up to this age.",
                        "the FBI's field office, and IC3",
                        THREE_DAYS,
                        Confidence.LIKELY,
                        "FBI, Financial Fraud Kill Chain"));
    }

    private static List<Clock> ofUnitedKingdom() {
        return List.of(
                clock(
                        "bank-159",
                        "The number 159 leads to the fraud desk of most banks.",
                        "159",
                        AT_ONCE,
                        Confidence.LIKELY,
                        "Stop Scams UK"),
                clock(
                        "report-fraud",
                        "Report it (Report Fraud took the place of Action Fraud on 4 December 2025; Scotland: Police Scotland, 101).",
                        "Report Fraud, reportfraud.police.uk, 0300 123 2040",
                        DAY,
                        Confidence.LIKELY,
                        "Report Fraud"),
                clock(
                        "reimbursement",
                        "Ask the bank for reimbursement: the rules for authorised push payments of 7 October 2024 cover consumers, very small"
                                + " enterprises and small charities.",
                        "the bank that sent it",
                        THREE_DAYS,
                        Confidence.UNKNOWN,
                        "Payment Systems Regulator; scope from memory"));
    }

    private static List<Clock> ofEuropeanUnion() {
        return List.of(
                clock(
                        "sepa-recall",
                        "Ask for a SEPA recall for fraud, and for an instant payment the same by telephone.",
                        "the bank that sent it",
                        AT_ONCE,
                        Confidence.UNKNOWN,
                        "SEPA rulebooks, from memory: ask the bank for its time limit"),
                clock(
                        "police",
                        "Report it: the receiving bank often freezes only for the police.",
                        "the national police, its department for cybercrime",
                        DAY,
                        Confidence.UNKNOWN,
                        "from memory: differs between countries"));
    }

    private static List<Clock> ofOthers() {
        return List.of(clock(
                "police",
                "Report it: the receiving bank often freezes only for the police.",
                "the national police; where dollars were sent, IC3 too",
                DAY,
                Confidence.UNKNOWN,
                "from memory: differs between countries"));
    }

    private static Clock clock(
            String id, String what, String whom, Duration within, Confidence confidence, String source) {
        return new Clock(id, what, whom, within, confidence, source);
    }

    /** The clocks as they stand at {@code now} for money that was sent at {@code transferredAt}; what is done at once is due then. */
    public List<Running> running(Instant transferredAt, Instant now) {
        return clocks.stream()
                .map(clock -> {
                    Instant due = transferredAt.plus(clock.within());
                    return new Running(clock, due, !clock.within().isZero() && now.isAfter(due));
                })
                .toList();
    }
}

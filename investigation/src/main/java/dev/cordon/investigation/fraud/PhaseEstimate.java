package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far it has come at least, with what shows it.
 *
 * @param phase the furthest that is shown; empty where nothing shows any
 * @param evidence what shows it, and what shows the phases before it, the furthest first
 * @param open what nobody knows that would show a later one, a sentence each
 */
public record PhaseEstimate(Optional<FraudPhase> phase, List<Shown> evidence, List<String> open) {
    private static final Set<FraudSignal> OF_RECONNAISSANCE = Set.of(
            FraudSignal.RULE_TAKES_PAYMENT_MAIL,
            FraudSignal.RULE_HIDES_MAIL,
            FraudSignal.FORWARDS_OUTSIDE,
            FraudSignal.FORWARDS_TO_LOOK_ALIKE,
            FraudSignal.SEARCHED_FOR_PAYMENTS,
            FraudSignal.SYNCHRONISED_MAILBOX);

    /**
     * One thing that shows a phase.
     *
     * @param phase which
     * @param text how, a sentence
     * @param shownBy what shows it; empty where a person said it or a judgement of sign-ins did
     */
    public record Shown(FraudPhase phase, String text, List<EvidenceRef> shownBy) {
        public Shown {
            requireNonNull(phase, "phase is null");
            requireNonNull(text, "text is null");
            shownBy = List.copyOf(shownBy);
        }
    }

    public PhaseEstimate {
        requireNonNull(phase, "phase is null");
        evidence = List.copyOf(evidence);
        open = List.copyOf(open);
    }

    /**
     * Estimates it.
     *
     * @param account what the sign-ins say of the account
     * @param verdict what the screen found
     * @param moneyMoved whether money was paid to where a fraud asked for it
     */
    public static PhaseEstimate of(Certainty account, FraudVerdict verdict, Answer moneyMoved) {
        List<Shown> evidence = new ArrayList<>();
        if (moneyMoved == Answer.YES) {
            evidence.add(new Shown(FraudPhase.MONEY_MOVED, "Finance says that money was paid.", List.of()));
        }
        verdict.indicators().stream()
                .filter(indicator -> !OF_RECONNAISSANCE.contains(indicator.signal()))
                .filter(indicator -> indicator.signal() != FraudSignal.AUTO_REPLY_CHANGED)
                .forEach(indicator -> evidence.add(shown(FraudPhase.FRAUD, indicator)));
        verdict.indicators().stream()
                .filter(indicator -> OF_RECONNAISSANCE.contains(indicator.signal()))
                .forEach(indicator -> evidence.add(shown(FraudPhase.RECONNAISSANCE, indicator)));
        if (account == Certainty.ATTACK) {
            evidence.add(
                    new Shown(FraudPhase.COMPROMISE, "The sign-ins show somebody else in the account.", List.of()));
        }
        return new PhaseEstimate(evidence.stream().findFirst().map(Shown::phase), evidence, open(verdict, moneyMoved));
    }

    private static Shown shown(FraudPhase phase, FraudIndicator indicator) {
        return new Shown(phase, indicator.text(), indicator.shownBy());
    }

    private static List<String> open(FraudVerdict verdict, Answer moneyMoved) {
        List<String> open = new ArrayList<>();
        switch (moneyMoved) {
            case NOT_ASKED -> open.add("Nobody asked finance whether money was paid: it may have been.");
            case DOES_NOT_KNOW -> open.add("Finance does not know yet whether money was paid: it may have been.");
            case YES, NO -> {}
        }
        verdict.looked().stream()
                .flatMap(log -> log.notRead().map(why -> "Not all of " + log.source() + " was read. " + why).stream())
                .sorted()
                .forEach(open::add);
        return open;
    }
}

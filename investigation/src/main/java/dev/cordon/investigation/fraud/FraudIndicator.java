package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One thing that speaks for business e-mail compromise.
 *
 * @param signal what
 * @param text why, one plain sentence; it may quote untrusted text, so it is escaped wherever it is shown
 * @param shownBy what shows it; empty only where a person said it
 */
public record FraudIndicator(FraudSignal signal, String text, List<EvidenceRef> shownBy) {
    public FraudIndicator {
        requireNonNull(signal, "signal is null");
        requireNonNull(text, "text is null");
        shownBy = List.copyOf(shownBy);
    }
}

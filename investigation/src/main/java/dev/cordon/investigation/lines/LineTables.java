package dev.cordon.investigation.lines;

import dev.cordon.investigation.SignalTable;
import java.util.List;
import java.util.Set;

/** The tables by which lines are judged, one for each kind. */
record LineTables(
        SignalTable<RuleFacts> rules, SignalTable<ConsentLineFacts> consents, SignalTable<SignInLineFacts> signIns) {
    static final LineTables ALL = new LineTables(RuleSignals.TABLE, ConsentLineSignals.TABLE, SignInLineSignals.TABLE);

    LineTables without(Set<String> signals) {
        return new LineTables(rules.without(signals), consents.without(signals), signIns.without(signals));
    }

    List<String> names(LineKind kind) {
        return switch (kind) {
            case INBOX_RULE -> rules.names();
            case CONSENT -> consents.names();
            case SIGN_IN -> signIns.names();
        };
    }
}

package dev.cordon.investigation.records;

import dev.cordon.investigation.records.LogRecord.Outcome;
import java.util.Locale;
import java.util.Set;

/** Whether something worked, by everything the row says of it. Microsoft's services spell it differently, and one row may say both. */
final class OutcomeRule {
    private static final Set<String> GOOD = Set.of("success", "succeeded", "true");
    private static final Set<String> BAD =
            Set.of("fail", "failed", "failure", "false", "error", "timeout", "interrupted");

    private OutcomeRule() {}

    /** The outcome of a row of the audit log. */
    static Outcome ofAudit(String operation, String status, String logonError) {
        boolean failedByName = operation.toLowerCase(Locale.ROOT).contains("fail") || !logonError.isBlank();
        Outcome byStatus = ofWord(status);
        return switch (byStatus) {
            case SUCCEEDED, PARTIAL -> failedByName ? Outcome.CONTRADICTORY : byStatus;
            case FAILED -> operation.equalsIgnoreCase("UserLoggedIn") ? Outcome.CONTRADICTORY : Outcome.FAILED;
            case NOT_SAID, CONTRADICTORY -> failedByName ? Outcome.FAILED : byStatus;
        };
    }

    /** The outcome of a sign-in: its code where there is one, and the word beside it must agree. */
    static Outcome ofSignIn(String word, String errorCode) {
        Outcome byWord = ofWord(word);
        String code = errorCode.strip();
        if (code.isEmpty()) {
            return byWord;
        }
        Outcome byCode = code.equals("0") ? Outcome.SUCCEEDED : Outcome.FAILED;
        return byWord == Outcome.NOT_SAID || byWord == byCode ? byCode : Outcome.CONTRADICTORY;
    }

    /** The outcome that a word alone says. */
    static Outcome ofWord(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        if (GOOD.contains(word)) {
            return Outcome.SUCCEEDED;
        }
        if (BAD.contains(word)) {
            return Outcome.FAILED;
        }
        return word.startsWith("partially") ? Outcome.PARTIAL : Outcome.NOT_SAID;
    }
}

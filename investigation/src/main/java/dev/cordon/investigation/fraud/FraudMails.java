package dev.cordon.investigation.fraud;

import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.fraud.FraudMail.Standing;
import java.util.List;
import java.util.function.Function;

/**
 * What left a mailbox since the attacker was first seen there, and to whom. The trace is the authority: sent copies can be deleted, and what it
 * shows can not.
 *
 * @param mails each mail once, the worst first, those of one standing in order of time
 * @param looked what this stands on: trace, audit and mailbox
 */
public record FraudMails(List<FraudMail> mails, List<Coverage> looked) {
    public FraudMails {
        mails = List.copyOf(mails);
        looked = List.copyOf(looked);
    }

    /** Puts them together. Total: any rows are answered; their order, and rows that come again, change nothing. */
    public static FraudMails of(SentMailEvidence evidence) {
        return new FraudMailDrawing(evidence).drawn();
    }

    /** Those of one standing. */
    public List<FraudMail> of(Standing standing) {
        return mails.stream().filter(mail -> mail.standing() == standing).toList();
    }

    /** Everybody outside the organisation to whom such a mail went, what is shown to be the user's own left out; sorted. */
    public List<String> externalRecipients() {
        return recipients(FraudMail::external);
    }

    /** Everybody inside it, likewise. */
    public List<String> internalRecipients() {
        return recipients(FraudMail::internal);
    }

    private List<String> recipients(Function<FraudMail, List<String>> which) {
        return mails.stream()
                .filter(FraudMail::isToBeTold)
                .flatMap(mail -> which.apply(mail).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether nothing can be missing: the trace was read to its end. */
    public boolean isWhole() {
        return looked.stream().filter(one -> one.source().equals(TRACE)).anyMatch(Coverage::isComplete);
    }

    /** The name of the trace among what was looked at. */
    public static final String TRACE = "messageTrace";
}

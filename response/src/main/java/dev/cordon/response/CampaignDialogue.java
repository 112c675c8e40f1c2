package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Account;
import dev.cordon.playbooks.phishing.CampaignConsent;
import dev.cordon.response.ResponseRequest.Dialogue;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the operator is asked about a mail that went round, beside what is asked about the one account that the incident is about.
 *
 * @param others how he is asked about and told of the account of each who clicked
 * @param consent who says yes to removing mail and to blocking what others share
 * @param despite why those are responded to as well who only saw the block page; empty where nobody wants it
 */
public record CampaignDialogue(Function<Account, Dialogue> others, CampaignConsent consent, Optional<String> despite) {
    public CampaignDialogue {
        requireNonNull(others, "others is null");
        requireNonNull(consent, "consent is null");
        requireNonNull(despite, "despite is null");
    }

    /** What is recommended is done, as {@code dialogue} decides about things; nobody hears of the responses to others' accounts. */
    static CampaignDialogue of(Dialogue dialogue) {
        return new CampaignDialogue(_ -> dialogue.unheard(), CampaignConsent.recommended(), Optional.empty());
    }
}

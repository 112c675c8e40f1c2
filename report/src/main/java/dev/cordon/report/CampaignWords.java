package dev.cordon.report;

import dev.cordon.incident.BlockStanding;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.util.stream.Collectors;

/** What is recorded of a mail that went round, as a sentence of the timeline. */
final class CampaignWords {
    private CampaignWords() {}

    static String of(OfCampaign fact) {
        return switch (fact) {
            case OfCampaign.Answered said ->
                "Said" + (said.user().isEmpty() ? "" : " of “" + said.user() + "”") + " (" + said.source() + "): "
                        + said.question() + " is “" + said.answer() + "”.";
            case OfCampaign.LureDescribed lure ->
                "The mail is told from others by "
                        + lure.marks().entrySet().stream()
                                .filter(mark -> !mark.getValue().isEmpty())
                                .map(mark -> mark.getKey() + " “" + String.join("”, “", mark.getValue()) + "”")
                                .collect(Collectors.joining("; "))
                        + ".";
            case OfCampaign.MailFound mail ->
                "“" + mail.recipient() + "” was sent the mail: " + delivery(mail.delivery()) + " (" + mail.source()
                        + ").";
            case OfCampaign.ClickJudged click ->
                "The click of “" + click.user() + "” was judged " + Word.of(click.result()) + " (" + click.variant()
                        + "): " + String.join(" ", click.reasons());
            case OfCampaign.Listed entered ->
                "List of " + entered.list() + "s, “" + entered.value() + "”: " + standing(entered.standing())
                        + entered.until()
                                .map(end -> " until " + Words.time(end))
                                .orElse("")
                        + ". " + entered.because();
            case OfCampaign.NotSeen unseen ->
                unseen.because().isEmpty()
                        ? Words.capital(unseen.source()) + " was read to its end after all."
                        : "Not seen: " + unseen.source() + ": " + unseen.because();
        };
    }

    static boolean isMilestone(OfCampaign fact) {
        return switch (fact) {
            case OfCampaign.ClickJudged _ -> true;
            case OfCampaign.Answered _,
                    OfCampaign.Listed _,
                    OfCampaign.LureDescribed _,
                    OfCampaign.MailFound _,
                    OfCampaign.NotSeen _ -> false;
        };
    }

    static String standing(BlockStanding standing) {
        return switch (standing) {
            case BLOCKED -> "blocked";
            case ALREADY_BLOCKED -> "blocked already";
            case DECLINED -> "not blocked: nobody gave the second yes";
            case ALLOWED -> "not blocked: the tenant allows it";
            case FAILED -> "not blocked: refused";
            case UNKNOWN -> "not known whether it is blocked";
            case LIFTED -> "blocked no more";
        };
    }

    static String delivery(DeliveryResult delivery) {
        return switch (delivery) {
            case DELIVERED -> "delivered";
            case FILTERED -> "filtered (junk or quarantine)";
            case REMOVED -> "removed by Microsoft after delivery";
            case FAILED -> "never arrived";
            case UNKNOWN -> "not known where it got to";
        };
    }
}

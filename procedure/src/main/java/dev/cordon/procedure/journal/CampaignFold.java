package dev.cordon.procedure.journal;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Folds what is recorded of a mail that went round. Mutable; for one thread at a time. */
final class CampaignFold {
    private final Map<List<String>, OfCampaign.Answered> answers = new LinkedHashMap<>();
    private Map<String, List<String>> marks = Map.of();
    private final Map<List<String>, OfCampaign.MailFound> mails = new LinkedHashMap<>();
    private final Map<String, OfCampaign.ClickJudged> clicks = new LinkedHashMap<>();
    private final Map<List<String>, OfCampaign.Listed> listed = new LinkedHashMap<>();
    private final Map<String, String> notSeen = new LinkedHashMap<>();

    void add(OfCampaign entry) {
        switch (entry) {
            case OfCampaign.Answered answered ->
                answers.put(List.of(folded(answered.user()), answered.question()), answered);
            case OfCampaign.LureDescribed described -> marks = described.marks();
            case OfCampaign.MailFound found -> mails.put(List.of(folded(found.recipient()), found.message()), found);
            case OfCampaign.ClickJudged judged -> clicks.put(folded(judged.user()), judged);
            case OfCampaign.Listed entered -> listed.put(List.of(entered.list(), entered.value()), entered);
            case OfCampaign.NotSeen unseen -> {
                if (unseen.because().isEmpty()) {
                    notSeen.remove(unseen.source());
                } else {
                    notSeen.put(unseen.source(), unseen.because());
                }
            }
        }
    }

    CampaignProgress campaign(Map<ItemKey, Item> items) {
        return new CampaignProgress(
                List.copyOf(answers.values()),
                marks,
                List.copyOf(mails.values()),
                List.copyOf(clicks.values()),
                List.copyOf(listed.values()),
                notSeen,
                items.values().stream()
                        .filter(item -> item.key().kind().equals(CampaignProgress.MESSAGE))
                        .toList());
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}

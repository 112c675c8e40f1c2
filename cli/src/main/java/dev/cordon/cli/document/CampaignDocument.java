package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.incident.DeliveryResult;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.util.List;

/** What the document of a phishing click has beside that of every incident. */
final class CampaignDocument {
    private CampaignDocument() {}

    static void addTo(JsonObject document, CampaignProgress campaign) {
        document.add("outcome", Members.text(campaign.outcome().map(Word::of)));
        document.add("reasons", Members.texts(campaign.reasons()));
        document.add("people", Members.array(campaign.clicks(), CampaignDocument::person));
        document.add("campaign", campaign(campaign));
    }

    private static JsonObject person(OfCampaign.ClickJudged click) {
        var person = new JsonObject();
        person.addProperty("user", click.user());
        person.addProperty("outcome", Word.of(click.result()));
        person.addProperty("lure", click.variant());
        person.add("clickedAt", Members.text(click.clickedAt()));
        person.add("reasons", Members.texts(click.reasons()));
        return person;
    }

    private static JsonObject campaign(CampaignProgress progress) {
        var campaign = new JsonObject();
        campaign.add("senders", Members.texts(mark(progress, "sender")));
        campaign.add("subjects", Members.texts(mark(progress, "subject")));
        campaign.add("urls", Members.texts(mark(progress, "url")));
        campaign.add("messageIds", Members.texts(mark(progress, "message-id")));
        campaign.addProperty("recipients", progress.recipients());
        campaign.addProperty("delivered", progress.recipients(DeliveryResult.DELIVERED));
        campaign.addProperty("filtered", progress.recipients(DeliveryResult.FILTERED));
        campaign.addProperty("removedByOthers", progress.recipients(DeliveryResult.REMOVED));
        campaign.addProperty("unknown", progress.recipients(DeliveryResult.UNKNOWN));
        campaign.addProperty("clicked", progress.clicked());
        campaign.addProperty("removed", progress.removed());
        campaign.add("residual", Members.number(progress.residual()));
        campaign.add("blocks", Members.array(progress.listed(), CampaignDocument::block));
        campaign.add("notSeen", Members.array(progress.notSeen().entrySet(), unseen -> {
            var one = new JsonObject();
            one.addProperty("source", unseen.getKey());
            one.addProperty("because", unseen.getValue());
            return one;
        }));
        return campaign;
    }

    private static List<String> mark(CampaignProgress progress, String name) {
        return progress.marks().getOrDefault(name, List.of());
    }

    private static JsonObject block(OfCampaign.Listed listed) {
        var block = new JsonObject();
        block.addProperty("list", listed.list());
        block.addProperty("value", listed.value());
        block.addProperty("standing", Word.of(listed.standing()));
        block.add("until", Members.text(listed.until()));
        block.addProperty("because", listed.because());
        return block;
    }
}

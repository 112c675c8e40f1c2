package dev.cordon.simulator.scenario;

import java.util.List;
import java.util.Optional;

/** The mail a scenario tells letter by letter, and the frauds some of it belongs to. */
public record FraudPlan(List<Conversation> conversations, List<FraudCampaign> campaigns) {

    /** Copies the lists. */
    public FraudPlan {
        conversations = List.copyOf(conversations);
        campaigns = List.copyOf(campaigns);
    }

    /** The campaign of that name. */
    public Optional<FraudCampaign> campaign(String id) {
        return campaigns.stream().filter(campaign -> campaign.id().equals(id)).findFirst();
    }
}

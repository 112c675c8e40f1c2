package dev.cordon.simulator.campaigns;

import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.identity.Tenant;

/** Campaigns of the past, as they left the mailboxes; those still to come are sent at their time. */
public final class CampaignFounder implements Founder {

    @Override
    public void found(Tenant tenant) {
        new Sending(tenant.state()).begin();
    }
}

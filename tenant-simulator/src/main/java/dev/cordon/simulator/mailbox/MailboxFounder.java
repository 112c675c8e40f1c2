package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.identity.Tenant;

/** Mailboxes for the people who have one, and what a scenario plants in them and in the mail flow. */
public final class MailboxFounder implements Founder {

    @Override
    public void found(Tenant tenant) {
        MailboxSeed.plant(tenant.state());
        Letters.write(tenant.state());
        PastMail.happen(tenant.state());
    }
}

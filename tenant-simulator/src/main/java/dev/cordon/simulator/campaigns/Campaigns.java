package dev.cordon.simulator.campaigns;

import dev.cordon.simulator.blocklist.BlockList;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.scenario.Campaign;
import dev.cordon.simulator.scenario.ClickAction;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What campaigns have done by now. */
public final class Campaigns {

    private final TenantState state;

    /** The campaigns of that tenant. */
    public Campaigns(TenantState state) {
        this.state = state;
    }

    /** Every mail of theirs, for each recipient. */
    public List<Delivery> deliveries() {
        return state.table(Delivery.TABLE).all();
    }

    /** The mail whose copy has that id; it may have been moved since. */
    public Optional<Delivery> ofCopy(String firstId) {
        return state.table(Delivery.TABLE).find(firstId);
    }

    /** What lies in quarantine, the newest first. */
    public List<Delivery> quarantined() {
        var now = state.now();
        return deliveries().stream()
                .filter(delivery -> delivery.isQuarantined(now))
                .sorted(Comparator.comparing(Delivery::at).reversed().thenComparing(Delivery::address))
                .toList();
    }

    /**
     * A click on a link of a campaign, as it went.
     *
     * @param ownerId who clicked
     * @param delivery the mail it stood in, where he has one
     * @param clickedThrough what {@code IsClickedThrough} says
     */
    public record Followed(
            Campaign campaign,
            String ownerId,
            String upn,
            Instant at,
            String url,
            ClickAction action,
            boolean clickedThrough,
            Campaign.Via via,
            Optional<Delivery> delivery) {

        /** Whether he came to the page. */
        public boolean reached() {
            return action.wentThrough() || clickedThrough;
        }
    }

    /** The clicks by now. What was blocked meanwhile is refused, where Safe Links sees the click. */
    public List<Followed> clicks() {
        var now = state.now();
        var clicks = new ArrayList<Followed>();
        for (var campaign : state.scenario().campaigns()) {
            campaign.clicks().stream()
                    .filter(click -> !click.at().isAfter(now))
                    .map(click -> followed(campaign, click))
                    .forEach(clicks::add);
        }
        return clicks;
    }

    private Followed followed(Campaign campaign, Campaign.Click click) {
        var stopped = click.via().isSeen()
                && ServicePlans.hasDefenderP1(state.licences())
                && new BlockList(state).blocksUrl(click.url(), click.at());
        var action = stopped ? ClickAction.TENANT_BLOCKED : click.action();
        var said = click.clickedThrough();
        var through = !stopped && (said == null ? action.wentThrough() : said);
        var ownerId = People.id(state.chance(), click.user());
        return new Followed(
                campaign,
                ownerId,
                click.user(),
                click.at(),
                click.url(),
                action,
                through,
                click.via(),
                mail(campaign, ownerId, click.at()));
    }

    /** The newest of his mails before the click. */
    private Optional<Delivery> mail(Campaign campaign, String ownerId, Instant at) {
        return deliveries().stream()
                .filter(delivery -> delivery.campaign().equals(campaign.id())
                        && delivery.ownerId().equals(ownerId)
                        && delivery.hasCopy()
                        && !delivery.at().isAfter(at))
                .max(Comparator.comparing(Delivery::at));
    }
}

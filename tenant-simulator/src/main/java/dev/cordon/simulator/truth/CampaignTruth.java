package dev.cordon.simulator.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.blocklist.BlockList;
import dev.cordon.simulator.blocklist.Entry;
import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.campaigns.Campaigns.Followed;
import dev.cordon.simulator.campaigns.Delivery;
import dev.cordon.simulator.clicks.Clicks;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Correspondence;
import dev.cordon.simulator.mailbox.MailMoves;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.mailbox.RecoverableItems;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.Campaign;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is so about each campaign: who got it, where copies still lie, who came to the page and who saw the block page alone,
 * what is blocked; and what of other people's things was hit: their mail, their addresses.
 */
final class CampaignTruth {

    private final TenantState state;
    private final Campaigns campaigns;

    CampaignTruth(TenantState state) {
        this.state = state;
        this.campaigns = new Campaigns(state);
    }

    JsonArray all() {
        var places = places();
        var rows = new JsonArray();
        state.scenario().campaigns().forEach(campaign -> rows.add(row(campaign, places)));
        return rows;
    }

    private enum Place {
        VISIBLE,
        RECOVERABLE
    }

    /** Where copies lie, by their first id; one that is not there is gone. */
    private Map<String, Place> places() {
        var owners = new LinkedHashSet<String>();
        campaigns.deliveries().stream().filter(Delivery::hasCopy).forEach(delivery -> owners.add(delivery.ownerId()));
        var places = new LinkedHashMap<String, Place>();
        for (var owner : owners) {
            state.table(Mailbox.TABLE).find(owner).ifPresent(mailbox -> {
                new Correspondence(state)
                        .messages(mailbox)
                        .forEach(message -> places.put(MailMoves.immutableId(message.id()), Place.VISIBLE));
                new RecoverableItems(state)
                        .messages(mailbox)
                        .forEach(message -> places.put(MailMoves.immutableId(message.id()), Place.RECOVERABLE));
            });
        }
        return places;
    }

    private JsonObject row(Campaign campaign, Map<String, Place> places) {
        var deliveries = campaigns.deliveries().stream()
                .filter(delivery -> delivery.campaign().equals(campaign.id()))
                .toList();
        var clicks = campaigns.clicks().stream()
                .filter(click -> click.campaign().id().equals(campaign.id()))
                .toList();
        var reached = reached(clicks);
        var onlyBlocked = new LinkedHashSet<String>();
        clicks.stream().map(Followed::upn).filter(upn -> !reached.contains(upn)).forEach(onlyBlocked::add);
        return Json.object(
                "id", campaign.id(),
                "kind", campaign.kind().word(),
                "sender", campaign.sender(),
                "subject", campaign.subject(),
                "urls", campaign.urls(),
                "internetMessageIds",
                        deliveries.stream()
                                .map(Delivery::internetMessageId)
                                .distinct()
                                .toList(),
                "recipients",
                        deliveries.stream()
                                .map(delivery -> recipient(delivery, places))
                                .toList(),
                "copies",
                        Json.object(
                                "visible", count(deliveries, places, Place.VISIBLE),
                                "recoverable", count(deliveries, places, Place.RECOVERABLE)),
                "clickers", Json.object("reached", reached, "blockPageOnly", onlyBlocked),
                "clicks", clicks.stream().map(CampaignTruth::click).toList(),
                "blocked", blocked(campaign),
                "needlesslyReset", needlesslyReset(onlyBlocked));
    }

    private static Set<String> reached(List<Followed> clicks) {
        var reached = new LinkedHashSet<String>();
        clicks.stream().filter(Followed::reached).map(Followed::upn).forEach(reached::add);
        return reached;
    }

    private static long count(List<Delivery> deliveries, Map<String, Place> places, Place place) {
        return deliveries.stream()
                .filter(delivery -> places.get(delivery.id()) == place)
                .count();
    }

    private JsonObject recipient(Delivery delivery, Map<String, Place> places) {
        var place = places.get(delivery.id());
        return Json.object(
                "address", delivery.address(),
                "at", Json.exactTime(delivery.at()),
                "internetMessageId", delivery.internetMessageId(),
                "id", delivery.hasCopy() ? delivery.id() : null,
                "fate", fate(delivery),
                "forwarded", delivery.forwarded(),
                "unindexed", delivery.unindexed(),
                "mailbox", mailbox(delivery),
                "copy", place == null ? "none" : place.name().toLowerCase(Locale.ROOT));
    }

    private static String fate(Delivery delivery) {
        if (delivery.zapped() != null) {
            return "zapped";
        }
        return delivery.arrival().name().toLowerCase(Locale.ROOT);
    }

    private String mailbox(Delivery delivery) {
        return state.table(Mailbox.TABLE)
                .find(delivery.ownerId())
                .map(mailbox -> mailbox.type() == PlannedMailbox.Type.ON_PREMISES
                        ? "on-premises"
                        : RecoverableItems.isHeld(mailbox) ? "held" : "cloud")
                .orElse("outside");
    }

    private static JsonObject click(Followed click) {
        return Json.object(
                "user", click.upn(),
                "at", Json.exactTime(click.at()),
                "url", click.url(),
                "action", click.action().word(),
                "via", click.via().name().toLowerCase(Locale.ROOT),
                "recorded", click.via().isSeen(),
                "reached", click.reached());
    }

    private List<String> blocked(Campaign campaign) {
        return new BlockList(state)
                .standing().stream()
                        .filter(Entry::block)
                        .filter(entry -> isAbout(entry, campaign))
                        .map(Entry::value)
                        .toList();
    }

    /** The page for device codes is Microsoft's own and everybody's. */
    private static boolean isAbout(Entry entry, Campaign campaign) {
        return BlockList.coversSender(entry, campaign.sender())
                || (campaign.kind() != Campaign.Kind.DEVICE_CODE
                        && campaign.urls().stream().anyMatch(url -> BlockList.coversUrl(entry, url)));
    }

    /** Whom a responder gave a new password, suspect or not, though nobody but the block page was seen by him. */
    private Set<String> needlesslyReset(Set<String> onlyBlocked) {
        var elsewhere = reached(campaigns.clicks());
        var reset = new LinkedHashSet<String>();
        state.events().stream()
                .filter(event -> event.activity() == Activity.RESET_PASSWORD
                        && isResponder(event.actor().caller()))
                .forEach(event -> onlyBlocked.stream()
                        .filter(upn -> !elsewhere.contains(upn) && isCalled(event.ownerId(), upn))
                        .forEach(reset::add));
        return reset;
    }

    private boolean isCalled(String ownerId, String upn) {
        return People.id(state.chance(), upn).equals(ownerId);
    }

    private static boolean isResponder(Caller caller) {
        return caller == Caller.OPERATOR || caller == Caller.APP;
    }

    /** Mail that belongs to no campaign and was taken out of mailboxes, and blocks that cover what is no campaign's. */
    void collateral(JsonArray rows) {
        purged(rows);
        innocentBlocks(rows);
    }

    private void purged(JsonArray rows) {
        var moves = new MailMoves(state);
        var seen = new LinkedHashSet<String>();
        for (var event : state.events()) {
            var takes = event.activity() == Activity.PURGE_MAIL || event.activity() == Activity.DELETE_MAIL;
            if (!takes || !isResponder(event.actor().caller())) {
                continue;
            }
            event.after().getAsJsonArray("items").forEach(item -> {
                var id = MailMoves.immutableId(item.getAsJsonObject().get("id").getAsString());
                if (!isAttackers(id) && !moves.isVisible(id) && seen.add(id)) {
                    var internetId = item.getAsJsonObject().get("internetMessageId");
                    rows.add(Json.object(
                            "kind",
                            "mail",
                            "id",
                            internetId,
                            "wireId",
                            id,
                            "owner",
                            state.table(Mailbox.TABLE)
                                    .find(event.ownerId())
                                    .map(Mailbox::address)
                                    .orElse(""),
                            "change",
                            "removed"));
                }
            });
        }
    }

    private boolean isAttackers(String messageId) {
        return campaigns.ofCopy(messageId).isPresent()
                || state.table(Message.TABLE)
                        .find(messageId)
                        .filter(message -> message.by() == Author.ATTACKER)
                        .isPresent();
    }

    /** Who writes to this organisation and is no attacker, and the links of ordinary days. */
    private record Innocent(Set<String> senders, Set<String> links) {}

    private Innocent innocent() {
        var senders = new LinkedHashSet<String>();
        var links = new LinkedHashSet<String>();
        var correspondence = new Correspondence(state);
        state.table(Mailbox.TABLE)
                .all()
                .forEach(mailbox -> correspondence.messages(mailbox).forEach(message -> {
                    if (message.by() == Author.LEGITIMATE) {
                        senders.add(message.from().toLowerCase(Locale.ROOT));
                    }
                }));
        var bad = state.scenario().campaigns().stream()
                .flatMap(campaign -> campaign.urls().stream())
                .toList();
        Clicks.of(state).all().stream()
                .filter(click -> !bad.contains(click.url()))
                .filter(click -> !click.isOnLinkOf(Author.ATTACKER))
                .forEach(click -> links.add(click.url()));
        return new Innocent(senders, links);
    }

    private void innocentBlocks(JsonArray rows) {
        var blocks = new ArrayList<>(new BlockList(state).standing());
        blocks.removeIf(entry -> !entry.block());
        if (blocks.isEmpty()) {
            return;
        }
        var innocent = innocent();
        for (var entry : blocks) {
            var covers = innocent.senders().stream().anyMatch(sender -> BlockList.coversSender(entry, sender))
                    || innocent.links().stream().anyMatch(link -> BlockList.coversUrl(entry, link));
            if (covers || !isAboutTheAttacker(entry)) {
                rows.add(Json.object(
                        "kind", "block",
                        "id", entry.value(),
                        "wireId", entry.identity(),
                        "owner", "",
                        "change", "changed"));
            }
        }
    }

    private boolean isAboutTheAttacker(Entry entry) {
        return state.scenario().campaigns().stream().anyMatch(campaign -> isAbout(entry, campaign))
                || state.table(Message.TABLE).all().stream()
                        .anyMatch(message ->
                                message.by() == Author.ATTACKER && BlockList.coversSender(entry, message.from()));
    }
}

package dev.cordon.simulator.hunting;

import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.campaigns.Delivery;
import dev.cordon.simulator.clicks.Click;
import dev.cordon.simulator.clicks.Clicks;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.Campaign;
import dev.cordon.simulator.scenario.ClickAction;
import dev.cordon.simulator.scenario.DurationRange;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.traces.MessageTraces;
import dev.cordon.simulator.traces.Trace;
import dev.cordon.simulator.traces.TraceShapes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of mail and clicks, thirty days back, each row minutes late. What a compliance purge or a person took out of a
 * mailbox does not show in them; what the protection did afterwards does (E7, E8).
 *
 * @see <a href="https://learn.microsoft.com/defender-xdr/advanced-hunting-emailevents-table">EmailEvents</a>
 */
final class HuntingTables {

    static final Duration KEPT = Duration.ofDays(30);

    private static final DurationRange LATE = new DurationRange(Duration.ofMinutes(2), Duration.ofMinutes(8));
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    private final TenantState state;
    private final Instant now;
    private final Instant from;
    private final Instant to;
    private final Map<String, Delivery> deliveries;
    private final Map<String, User> people;

    HuntingTables(TenantState state, Instant from, Instant to) {
        this.state = state;
        this.now = state.now();
        this.from = from;
        this.to = to;
        this.deliveries = new Campaigns(state)
                .deliveries().stream().collect(Collectors.toMap(HuntingTables::key, each -> each, (first, _) -> first));
        this.people = new HashMap<>();
        state.table(User.TABLE)
                .all()
                .forEach(user -> people.put(user.userPrincipalName().toLowerCase(Locale.ROOT), user));
    }

    private static String key(Delivery delivery) {
        return delivery.internetMessageId() + " " + delivery.address().toLowerCase(Locale.ROOT);
    }

    Optional<Relation> find(String name) {
        return switch (name) {
            case "EmailEvents" -> Optional.of(emails());
            case "EmailUrlInfo" -> Optional.of(urls());
            case "EmailAttachmentInfo" -> Optional.of(attachments());
            case "EmailPostDeliveryEvents" -> Optional.of(afterDelivery());
            case "UrlClickEvents" -> Optional.of(clicks());
            default -> Optional.empty();
        };
    }

    private boolean isShown(Instant at, Object word) {
        var late = LATE.draw(state.chance().generator("hunting-delay", word));
        return at.isAfter(now.minus(KEPT))
                && !at.isBefore(from)
                && !at.isAfter(to)
                && !at.plus(late).isAfter(now);
    }

    private String network(String internetMessageId, String sender) {
        return TraceShapes.id(internetMessageId, sender, state.chance());
    }

    private String report(Object... words) {
        return state.chance().guid("hunting-report", List.of(words));
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private boolean isOurs(String address) {
        return state.scenario().organisation().domains().stream()
                .anyMatch(own -> own.name().equalsIgnoreCase(domain(address)));
    }

    private Relation emails() {
        var table = new Cells("@Timestamp NetworkMessageId InternetMessageId SenderFromAddress SenderFromDomain"
                + " SenderMailFromAddress SenderMailFromDomain SenderDisplayName SenderIPv4 RecipientEmailAddress"
                + " RecipientObjectId Subject EmailDirection DeliveryAction DeliveryLocation LatestDeliveryAction"
                + " LatestDeliveryLocation ThreatTypes DetectionMethods ConfidenceLevel OrgLevelAction OrgLevelPolicy"
                + " #UrlCount #AttachmentCount #EmailSize ReportId");
        new MessageTraces(state)
                .known(now).stream()
                        .filter(trace -> isShown(trace.received(), trace.messageId()))
                        .forEach(trace -> email(table, trace));
        return table.relation();
    }

    private void email(Cells table, Trace trace) {
        var delivery =
                deliveries.get(trace.messageId() + " " + trace.recipient().toLowerCase(Locale.ROOT));
        var recipient = people.get(trace.recipient().toLowerCase(Locale.ROOT));
        var action = action(trace);
        var location = location(trace, recipient);
        var taken = delivery != null && delivery.zapped() != null;
        var blocked = delivery != null && !delivery.by().isEmpty();
        table.add(
                trace.received(),
                network(trace.messageId(), trace.sender()),
                trace.messageId(),
                trace.sender(),
                domain(trace.sender()),
                trace.sender(),
                domain(trace.sender()),
                senderName(trace, delivery),
                trace.fromIp(),
                trace.recipient(),
                recipient == null ? "" : recipient.id(),
                trace.subject(),
                direction(trace),
                action,
                location,
                taken ? "Blocked" : action,
                taken ? "Quarantine" : location,
                isKnownBad(trace, delivery) ? "Phish" : "",
                isKnownBad(trace, delivery) ? "{\"Phish\":[\"URL malicious reputation\"]}" : "",
                isKnownBad(trace, delivery) ? "{\"Phish\":\"High\"}" : "",
                blocked ? "Block" : "",
                blocked ? "Tenant Allow/Block List" : "",
                (long) (delivery == null ? 0 : linked(campaign(delivery)).size()),
                (long)
                        (delivery == null
                                ? 0
                                : campaign(delivery)
                                        .map(each -> each.attachments().size())
                                        .orElse(0)),
                (long) trace.size(),
                report("email", trace.messageId(), trace.recipient()));
    }

    /** Only what was stopped or taken out was seen to be bad; what got through was not. */
    private static boolean isKnownBad(Trace trace, @Nullable Delivery delivery) {
        return delivery != null && (delivery.zapped() != null || trace.status().equals("Quarantined"));
    }

    private String senderName(Trace trace, @Nullable Delivery delivery) {
        if (delivery != null && !delivery.senderName().isEmpty()) {
            return delivery.senderName();
        }
        var sender = people.get(trace.sender().toLowerCase(Locale.ROOT));
        return sender == null ? "" : sender.displayName();
    }

    private String direction(Trace trace) {
        if (!isOurs(trace.sender())) {
            return "Inbound";
        }
        return isOurs(trace.recipient()) ? "Intra-org" : "Outbound";
    }

    private static String action(Trace trace) {
        return switch (trace.status()) {
            case "Quarantined", "Failed" -> "Blocked";
            case "FilteredAsSpam" -> "Junked";
            default -> "Delivered";
        };
    }

    private String location(Trace trace, @Nullable User recipient) {
        var outside = recipient == null
                || state.table(Mailbox.TABLE)
                        .find(recipient.id())
                        .filter(mailbox -> mailbox.type() != PlannedMailbox.Type.ON_PREMISES)
                        .isEmpty();
        return switch (trace.status()) {
            case "Quarantined" -> "Quarantine";
            case "Failed" -> "Failed";
            case "FilteredAsSpam" -> "Junk folder";
            default -> outside ? "On-premises/external" : "Inbox/folder";
        };
    }

    private Optional<Campaign> campaign(Delivery delivery) {
        return state.scenario().campaigns().stream()
                .filter(campaign -> campaign.id().equals(delivery.campaign()))
                .findFirst();
    }

    private static List<String> linked(Optional<Campaign> campaign) {
        return campaign.map(each ->
                        each.urls().stream().filter(each.body()::contains).toList())
                .orElse(List.of());
    }

    private Relation urls() {
        var table = new Cells("@Timestamp NetworkMessageId Url UrlDomain UrlLocation ReportId");
        var seen = new HashSet<String>();
        deliveries.values().stream()
                .filter(delivery -> isShown(delivery.at(), delivery.internetMessageId()))
                .forEach(delivery -> linked(campaign(delivery))
                        .forEach(url -> url(
                                table,
                                seen,
                                delivery.at(),
                                network(delivery.internetMessageId(), delivery.sender()),
                                url)));
        state.table(Message.TABLE).all().stream()
                .filter(message ->
                        state.table(Delivery.TABLE).find(message.id()).isEmpty())
                .filter(message -> isShown(message.at(), message.internetMessageId()))
                .forEach(message -> LINK.matcher(message.body())
                        .results()
                        .forEach(link -> url(
                                table,
                                seen,
                                message.at(),
                                network(message.internetMessageId(), message.from()),
                                link.group())));
        return table.relation();
    }

    private void url(Cells table, Set<String> seen, Instant at, String network, String url) {
        if (seen.add(network + " " + url)) {
            table.add(at, network, url, host(url), "Body", report("url", network, url));
        }
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url).getHost(), "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private Relation attachments() {
        var table = new Cells("@Timestamp NetworkMessageId SenderFromAddress SenderDisplayName RecipientEmailAddress"
                + " RecipientObjectId FileName FileType SHA256 ThreatTypes ReportId");
        deliveries.values().stream()
                .filter(delivery -> isShown(delivery.at(), delivery.internetMessageId()))
                .forEach(delivery -> campaign(delivery).stream()
                        .flatMap(campaign -> campaign.attachments().stream())
                        .forEach(file -> table.add(
                                delivery.at(),
                                network(delivery.internetMessageId(), delivery.sender()),
                                delivery.sender(),
                                delivery.senderName(),
                                delivery.address(),
                                delivery.ownerId(),
                                file,
                                file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT),
                                hash(delivery.campaign(), file),
                                "",
                                report("attachment", delivery.id(), file))));
        return table.relation();
    }

    private String hash(String campaign, String file) {
        return (state.chance().guid("file-1", campaign, file) + state.chance().guid("file-2", campaign, file))
                .replace("-", "");
    }

    private Relation afterDelivery() {
        var table =
                new Cells("@Timestamp NetworkMessageId InternetMessageId Action ActionType ActionTrigger ActionResult"
                        + " RecipientEmailAddress DeliveryLocation ThreatTypes DetectionMethods ReportId");
        for (var delivery : deliveries.values()) {
            var zapped = delivery.zapped();
            if (zapped != null && isShown(zapped, delivery.id())) {
                table.add(
                        zapped,
                        network(delivery.internetMessageId(), delivery.sender()),
                        delivery.internetMessageId(),
                        "Moved to quarantine",
                        "Phish ZAP",
                        "ZAP",
                        "Success",
                        delivery.address(),
                        "Quarantine",
                        "Phish",
                        "{\"Phish\":[\"URL malicious reputation\"]}",
                        report("zap", delivery.id()));
            }
        }
        return table.relation();
    }

    private Relation clicks() {
        var table =
                new Cells("@Timestamp Url ActionType AccountUpn Workload NetworkMessageId ThreatTypes DetectionMethods"
                        + " IPAddress ?IsClickedThrough UrlChain ReportId AppName");
        Clicks.of(state).all().stream()
                .filter(click -> isShown(click.at(), click.id()))
                .forEach(click -> table.add(
                        click.at(),
                        click.url(),
                        action(click),
                        upn(click),
                        workload(click),
                        click.networkMessageId(),
                        click.action() == ClickAction.ALLOWED ? "" : "Phish",
                        "",
                        Habits.of(
                                        click.userId(),
                                        state.scenario()
                                                .organisation()
                                                .timeZone()
                                                .getId(),
                                        state.chance())
                                .officeIp(),
                        click.clickedThrough(),
                        "[\"" + click.url().replace("\"", "%22") + "\"]",
                        report("click", click.id()),
                        workload(click)));
        return table.relation();
    }

    private String upn(Click click) {
        return state.table(User.TABLE)
                .find(click.userId())
                .map(User::userPrincipalName)
                .orElse(click.recipient());
    }

    private static String workload(Click click) {
        return switch (click.app()) {
            case History.Click.MAIL -> "Email";
            case "OfficeDocs" -> "Office";
            default -> click.app();
        };
    }

    private static String action(Click click) {
        return switch (click.action()) {
            case ALLOWED, TENANT_ALLOWED -> "ClickAllowed";
            case BLOCKED, CLICKED_EVEN_BLOCKED -> "ClickBlocked";
            case CLICKED_DURING_SCAN, SCANNING -> "UrlScanInProgress";
            case TENANT_BLOCKED, TENANT_BLOCKED_AND_CLICKED_THROUGH -> "ClickBlockedByTenantPolicy";
        };
    }
}

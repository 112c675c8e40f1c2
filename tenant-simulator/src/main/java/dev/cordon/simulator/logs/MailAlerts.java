package dev.cordon.simulator.logs;

import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.campaigns.Delivery;
import dev.cordon.simulator.clicks.Click;
import dev.cordon.simulator.clicks.Clicks;
import dev.cordon.simulator.logs.AlertShapes.Kind;
import dev.cordon.simulator.logs.AlertShapes.When;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.Campaign;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What Defender for Office 365 says of mail and of clicks (E4): of links that the attacker mails to colleagues, of mail that
 * somebody reported, and of clicks on a link of his that Safe Links let through.
 */
final class MailAlerts {

    private static final Duration LINK_NOTICED = Duration.ofMinutes(10);
    private static final Duration REPORT_NOTICED = Duration.ofMinutes(10);
    private static final Duration CLICK_NOTICED = Duration.ofHours(1);
    private static final Kind LINK = Kind.ofMail(
            "Email messages containing malicious URL removed after delivery",
            "informational",
            "InitialAccess",
            "T1566.002");
    private static final Kind REPORTED =
            Kind.ofMail("Email reported by user as malware or phish", "low", "InitialAccess", "T1566");
    private static final Kind CLICKED =
            Kind.ofMail("A potentially malicious URL click was detected", "high", "InitialAccess", "T1566.002");

    private final TenantState state;
    private final AlertShapes shapes;

    MailAlerts(TenantState state, AlertShapes shapes) {
        this.state = state;
        this.shapes = shapes;
    }

    List<Alert> all() {
        var alerts = new ArrayList<Alert>();
        state.table(Message.TABLE).all().stream()
                .filter(this::isLinkFromInside)
                .map(this::link)
                .forEach(alerts::add);
        state.scenario().history().mails().stream()
                .filter(mail -> mail.reported() != null)
                .flatMap(mail -> reported(mail).stream())
                .forEach(alerts::add);
        var campaigns = new Campaigns(state);
        state.scenario()
                .campaigns()
                .forEach(campaign -> campaign.reports()
                        .forEach(report -> reported(campaigns, campaign, report).ifPresent(alerts::add)));
        campaigns.deliveries().stream()
                .filter(delivery -> delivery.zapped() != null)
                .map(this::removed)
                .forEach(alerts::add);
        Clicks.of(state).named().stream()
                .filter(click -> click.wentThrough() && click.isOnLinkOf(Author.ATTACKER))
                .map(this::clicked)
                .forEach(alerts::add);
        return alerts;
    }

    /** A delivered copy of a mail of the attacker with a link, from a mailbox of the tenant. */
    private boolean isLinkFromInside(Message message) {
        return message.by() == Author.ATTACKER
                && message.body().contains("https://")
                && sender(message).isPresent()
                && address(message)
                        .filter(own -> !own.equalsIgnoreCase(message.from()))
                        .isPresent();
    }

    private Optional<Mailbox> sender(Message message) {
        return state.table(Mailbox.TABLE).all().stream()
                .filter(mailbox -> mailbox.address().equalsIgnoreCase(message.from()))
                .findFirst();
    }

    private Optional<String> address(Message message) {
        return state.table(Mailbox.TABLE).find(message.ownerId()).map(Mailbox::address);
    }

    private Alert link(Message message) {
        var noticed = message.at().plus(LINK_NOTICED);
        return shapes.alert(
                state.chance().guid("alert-of-mail", message.id()),
                sender(message).map(Mailbox::ownerId).orElse(message.from()),
                LINK,
                When.noticed(message.at(), noticed),
                List.of(AlertShapes.mail(message, address(message).orElse(""), "intraorg", noticed)));
    }

    private Optional<Alert> reported(History.Mail mail) {
        return state.table(Message.TABLE).all().stream()
                .filter(message -> message.at().equals(mail.at())
                        && message.subject().equals(mail.subject())
                        && address(message)
                                .filter(mail.mailbox()::equalsIgnoreCase)
                                .isPresent())
                .findFirst()
                .map(message -> reported(message, mail));
    }

    private Alert reported(Message message, History.Mail mail) {
        var at = mail.reported() == null ? mail.at() : mail.reported();
        var noticed = at.plus(REPORT_NOTICED);
        return shapes.alert(
                state.chance().guid("alert-of-report", message.id()),
                message.from() + " " + message.subject(),
                REPORTED,
                When.noticed(at, noticed),
                List.of(AlertShapes.mail(
                        message,
                        address(message).orElse(""),
                        sender(message).isPresent() ? "intraorg" : "inbound",
                        noticed)));
    }

    private Optional<Alert> reported(Campaigns campaigns, Campaign campaign, Campaign.Report report) {
        return campaigns.deliveries().stream()
                .filter(delivery -> delivery.campaign().equals(campaign.id())
                        && delivery.address().equalsIgnoreCase(report.user())
                        && delivery.hasCopy())
                .findFirst()
                .flatMap(delivery -> state.table(Message.TABLE).find(delivery.id()))
                .map(message -> reported(message, report.at()));
    }

    private Alert reported(Message message, Instant at) {
        var noticed = at.plus(REPORT_NOTICED);
        return shapes.alert(
                state.chance().guid("alert-of-report", message.id()),
                message.from() + " " + message.subject(),
                REPORTED,
                When.noticed(at, noticed),
                List.of(AlertShapes.mail(message, address(message).orElse(""), "inbound", noticed)));
    }

    /** What was taken out of mailboxes again (E4). */
    private Alert removed(Delivery delivery) {
        var at = Objects.requireNonNullElse(delivery.zapped(), delivery.at());
        var noticed = at.plus(LINK_NOTICED);
        var evidence = state.table(Message.TABLE)
                .find(delivery.id())
                .map(message -> List.of(AlertShapes.mail(message, delivery.address(), "inbound", noticed)))
                .orElse(List.of());
        return shapes.alert(
                state.chance().guid("alert-of-zap", delivery.id()),
                delivery.sender() + " " + delivery.subject(),
                LINK,
                When.noticed(delivery.at(), noticed),
                evidence);
    }

    private Alert clicked(Click click) {
        var noticed = click.at().plus(CLICK_NOTICED);
        var url = AlertShapes.evidence("url", noticed, "malicious");
        url.addProperty("url", click.url());
        return shapes.alert(
                click.id(),
                click.userId(),
                CLICKED,
                When.noticed(click.at(), noticed),
                List.of(shapes.user(click.userId(), noticed, "suspicious"), url));
    }
}

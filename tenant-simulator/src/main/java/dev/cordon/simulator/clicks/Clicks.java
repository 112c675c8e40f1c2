package dev.cordon.simulator.clicks;

import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.campaigns.Delivery;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.population.DrawnSignIns;
import dev.cordon.simulator.scenario.Campaign;
import dev.cordon.simulator.scenario.ClickAction;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.traces.TraceShapes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The clicks that Safe Links saw: those the scenario names, and everybody's on ordinary days. */
public final class Clicks {

    /** How far back the report goes; older clicks are nowhere. */
    public static final int DAYS = 7;

    private static final List<String> SITES = List.of(
            "https://www.newsletter.example/read/",
            "https://meet.example/room/",
            "https://portal.supplier.example/orders/",
            "https://www.parcel.example/track/",
            "https://docs.partner.example/d/",
            "https://www.trade-press.example/story/");

    private final TenantState state;

    private Clicks(TenantState state) {
        this.state = state;
    }

    /** The clicks in that tenant. */
    public static Clicks of(TenantState state) {
        return new Clicks(state);
    }

    private record Ordinary(List<Click> clicks) {}

    /** Those that can be reported by now, the newest first: of whole days, yesterday's the last. */
    public List<Click> reported() {
        var today = state.now().truncatedTo(ChronoUnit.DAYS);
        var from = today.minus(Duration.ofDays(DAYS));
        return Stream.concat(named().stream(), ordinary().stream())
                .filter(click -> click.at().isBefore(today) && !click.at().isBefore(from))
                .sorted(Comparator.comparing(Click::at).reversed().thenComparing(Click::id))
                .toList();
    }

    /** Those the scenario names. */
    public List<Click> named() {
        var clicks = state.scenario().history().clicks();
        return Stream.concat(
                        IntStream.range(0, clicks.size()).mapToObj(number -> named(clicks.get(number), number)),
                        ofCampaigns().stream())
                .toList();
    }

    /** All there are by now. */
    public List<Click> all() {
        var now = state.now();
        return Stream.concat(named().stream(), ordinary().stream())
                .filter(click -> !click.at().isAfter(now))
                .toList();
    }

    private Click named(History.Click click, int number) {
        var userId = People.id(state.chance(), click.user());
        var message = message(userId, click);
        return new Click(
                state.chance().guid("click", number),
                click.at(),
                userId,
                state.table(Mailbox.TABLE).find(userId).map(Mailbox::address).orElse(click.user()),
                click.url(),
                click.action(),
                click.app(),
                message.orElse(null),
                message.map(mail -> TraceShapes.id(mail.internetMessageId(), mail.from(), state.chance()))
                        .orElse(""),
                click.action().wentThrough());
    }

    /** Those on links of campaigns that Safe Links saw. */
    private List<Click> ofCampaigns() {
        return new Campaigns(state)
                .clicks().stream()
                        .filter(click -> click.via().isSeen())
                        .map(this::ofCampaign)
                        .toList();
    }

    private Click ofCampaign(Campaigns.Followed click) {
        var mail = click.via() == Campaign.Via.EMAIL ? click.delivery() : Optional.<Delivery>empty();
        return new Click(
                state.chance().guid("campaign-click", click.campaign().id(), click.upn(), click.at(), click.url()),
                click.at(),
                click.ownerId(),
                state.table(Mailbox.TABLE)
                        .find(click.ownerId())
                        .map(Mailbox::address)
                        .orElse(click.upn()),
                click.url(),
                click.action(),
                click.via() == Campaign.Via.EMAIL ? History.Click.MAIL : "Teams",
                mail.flatMap(delivery -> state.table(Message.TABLE).find(delivery.id()))
                        .orElse(null),
                mail.map(delivery -> TraceShapes.id(delivery.internetMessageId(), delivery.sender(), state.chance()))
                        .orElse(""),
                click.clickedThrough());
    }

    /** The newest mail before the click that holds the link; a link in Teams or a document stands in none. */
    private Optional<Message> message(String userId, History.Click click) {
        return state.table(Message.TABLE).all().stream()
                .filter(mail -> click.app().equals(History.Click.MAIL)
                        && mail.ownerId().equals(userId)
                        && !mail.at().isAfter(click.at())
                        && mail.body().contains(click.url()))
                .max(Comparator.comparing(Message::at));
    }

    private List<Click> ordinary() {
        return state.derived(Ordinary.class, () -> new Ordinary(draw())).clicks();
    }

    /** The days that a report of the start can show, and the day itself. */
    private List<Click> draw() {
        var noise = state.scenario().history().noise();
        var today = state.scenario().start().truncatedTo(ChronoUnit.DAYS);
        var clicks = new ArrayList<Click>();
        for (var user : DrawnSignIns.people(state)) {
            for (var day = 0; day <= Math.min(DAYS, noise.days()); day++) {
                var date = today.minus(Duration.ofDays(day));
                var weekday = date.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() < 6;
                for (var number = 0; weekday && number < noise.clicksPerPersonPerDay(); number++) {
                    draw(user, date, day * 1000 + number).ifPresent(clicks::add);
                }
            }
        }
        return clicks;
    }

    private Optional<Click> draw(User user, Instant date, int number) {
        var random = state.chance().generator("ordinary-click", user.id(), number);
        var at = date.plusSeconds(7 * 3600L + random.nextInt(11 * 3600));
        if (!at.isBefore(state.scenario().start())) {
            return Optional.empty();
        }
        var mail = random.nextInt(4) > 0;
        var url = SITES.get(random.nextInt(SITES.size())) + random.nextInt(100_000);
        return Optional.of(new Click(
                state.chance().guid("ordinary-click-id", user.id(), number),
                at,
                user.id(),
                user.userPrincipalName(),
                url,
                ClickAction.ALLOWED,
                mail ? History.Click.MAIL : "Teams",
                null,
                mail ? state.chance().guid("ordinary-click-mail", user.id(), number) : "",
                true));
    }
}

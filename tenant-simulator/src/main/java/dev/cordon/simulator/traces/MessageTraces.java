package dev.cordon.simulator.traces;

import com.google.gson.JsonObject;
import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.campaigns.Delivery;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Correspondence;
import dev.cordon.simulator.mailbox.Letter;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.population.DrawnSignIns;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every row of the message trace, the newest first, those of one second by recipient: of the mail in mailboxes, of what
 * was sent on, and of {@code history.drawn}. Kept for ninety days.
 */
public final class MessageTraces {

    /** How far back traces go. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final Comparator<Trace> ORDER =
            Comparator.comparing(Trace::received).reversed().thenComparing(Trace::recipient);

    private final TenantState state;

    /** The traces of that tenant. */
    public MessageTraces(TenantState state) {
        this.state = state;
    }

    /** The rows of drawn mail in mailboxes; long there to be read. */
    private record Ordinary(List<Trace> traces) {}

    /** The rows of {@code history.drawn}. */
    private record Volume(List<Trace> traces) {}

    /** The rows that can be read now. */
    public List<Trace> rows() {
        var now = state.now();
        return known(now).stream()
                .filter(trace -> !trace.visibleAt().isAfter(now))
                .toList();
    }

    /** How many rows there are by now, and how many of them can be read. */
    public JsonObject count() {
        var now = state.now();
        var known = known(now);
        return Json.object(
                "exist",
                known.size(),
                "readable",
                known.stream().filter(trace -> !trace.visibleAt().isAfter(now)).count());
    }

    /** Until when the trace has everything. */
    public Instant completeThrough() {
        var now = state.now();
        var late = new LinkedHashMap<String, Trace>();
        late(late);
        return kept(late, now).stream()
                .filter(trace -> trace.visibleAt().isAfter(now))
                .map(Trace::received)
                .min(Instant::compareTo)
                .map(first -> first.minusMillis(1))
                .orElse(now);
    }

    /** Every row of what has happened by then and is kept. */
    public List<Trace> known(Instant now) {
        var byKey = new LinkedHashMap<String, Trace>();
        state.derived(Ordinary.class, this::ordinary).traces().forEach(trace -> byKey.put(trace.key(), trace));
        late(byKey);
        return kept(byKey, now);
    }

    private static List<Trace> kept(Map<String, Trace> rows, Instant now) {
        return rows.values().stream()
                .filter(trace ->
                        !trace.received().isAfter(now) && trace.received().isAfter(now.minus(KEPT)))
                .sorted(ORDER)
                .toList();
    }

    /** The rows that may be late: of volume, of mail that was named or sent, and of what was sent on. */
    private void late(Map<String, Trace> byKey) {
        state.derived(Volume.class, this::volume).traces().forEach(trace -> byKey.put(trace.key(), trace));
        new Campaigns(state).deliveries().forEach(delivery -> put(trace(delivery), byKey));
        var correspondence = new Correspondence(state);
        for (var mailbox : mailboxes()) {
            named(mailbox).forEach(message -> add(mailbox, message, byKey));
            var ways = new Forwardings(state).of(mailbox);
            if (!ways.isEmpty()) {
                correspondence
                        .messages(mailbox)
                        .forEach(message -> ways.stream()
                                .filter(way -> isReceived(mailbox, message) && way.takes(message))
                                .forEach(way -> put(forwarded(mailbox, message, way), byKey)));
            }
        }
    }

    /** What of a mailbox's mail was sent on by what the attacker set: message ids, to whom, when, and whether it arrived. */
    public List<JsonObject> stolen(Mailbox mailbox) {
        var ways = new Forwardings(state)
                .of(mailbox).stream().filter(way -> way.by() == Author.ATTACKER).toList();
        var rows = new ArrayList<JsonObject>();
        if (ways.isEmpty()) {
            return rows;
        }
        for (var message : new Correspondence(state).messages(mailbox)) {
            for (var way : ways) {
                if (isReceived(mailbox, message) && way.takes(message)) {
                    rows.add(Json.object(
                            "id", message.id(),
                            "internetMessageId", message.internetMessageId(),
                            "to", way.to(),
                            "at", Json.exactTime(message.at()),
                            "delivered", arrives(way.to())));
                }
            }
        }
        return rows;
    }

    private List<Mailbox> mailboxes() {
        return state.table(Mailbox.TABLE).all();
    }

    private List<Message> named(Mailbox mailbox) {
        return state.table(Message.TABLE).all().stream()
                .filter(message -> message.ownerId().equals(mailbox.ownerId()))
                .toList();
    }

    private static boolean isReceived(Mailbox mailbox, Message message) {
        return !message.from().equalsIgnoreCase(mailbox.address());
    }

    private void add(Mailbox mailbox, Message message, Map<String, Trace> rows) {
        if (isReceived(mailbox, message) && !Letter.isSentFrom(state, mailbox, message)) {
            put(trace(message, mailbox.address(), "Delivered"), rows);
        } else {
            message.to().forEach(recipient -> put(trace(message, recipient, "Delivered"), rows));
        }
    }

    private static void put(Trace trace, Map<String, Trace> rows) {
        rows.putIfAbsent(trace.key(), trace);
    }

    private Instant visible(Instant at, String word) {
        return at.plus(state.scenario()
                .delays()
                .logs()
                .messageTrace()
                .draw(state.chance().generator("trace-delay", word)));
    }

    private Trace trace(Message message, String recipient, String status) {
        return new Trace(
                message.internetMessageId(),
                message.at().truncatedTo(ChronoUnit.SECONDS),
                visible(message.at(), message.internetMessageId()),
                message.from(),
                recipient,
                message.subject(),
                status,
                address(message.from()),
                message.size());
    }

    /** A mail that was taken out again later was delivered all the same. */
    private Trace trace(Delivery delivery) {
        return new Trace(
                delivery.internetMessageId(),
                delivery.at().truncatedTo(ChronoUnit.SECONDS),
                visible(delivery.at(), delivery.internetMessageId()),
                delivery.sender(),
                delivery.address(),
                delivery.subject(),
                switch (delivery.arrival()) {
                    case DELIVERED -> "Delivered";
                    case JUNKED -> "FilteredAsSpam";
                    case QUARANTINED -> "Quarantined";
                    case FAILED -> "Failed";
                },
                address(delivery.sender()),
                delivery.size());
    }

    private Trace forwarded(Mailbox mailbox, Message message, Forwardings.Way way) {
        var plain = trace(message, way.to(), arrives(way.to()) ? "Delivered" : "Failed");
        if (!way.asNew()) {
            return plain;
        }
        var id = "<fw." + plain.messageId().substring(1);
        return new Trace(
                id,
                plain.received(),
                plain.visibleAt(),
                mailbox.address(),
                way.to(),
                "FW: " + plain.subject(),
                plain.status(),
                plain.fromIp(),
                plain.size() + 900);
    }

    private boolean arrives(String address) {
        var domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return state.scenario().organisation().policies().externalForwarding()
                || state.scenario().organisation().domains().stream()
                        .anyMatch(own -> own.name().equalsIgnoreCase(domain));
    }

    private String address(String sender) {
        return new Correspondence(state).server(sender);
    }

    private Ordinary ordinary() {
        var rows = new LinkedHashMap<String, Trace>();
        var correspondence = new Correspondence(state);
        for (var mailbox : mailboxes()) {
            correspondence.drawn(mailbox).forEach(message -> add(mailbox, message, rows));
        }
        return new Ordinary(rows.values().stream().map(Trace::longReadable).toList());
    }

    private Volume volume() {
        var rows = new LinkedHashMap<String, Trace>();
        var drawn = state.scenario().history().drawn();
        var people = DrawnSignIns.people(state);
        for (var number = 0; number < drawn.traces() && !people.isEmpty(); number++) {
            var random = state.chance().generator("drawn-trace", number);
            var person = people.get(random.nextInt(people.size())).userPrincipalName();
            var other = "contact" + random.nextInt(300) + "@partner" + random.nextInt(40) + ".example";
            var outgoing = random.nextInt(3) == 0;
            var at = DrawnSignIns.time(state, Math.min(drawn.days(), 89), number, "drawn-trace-time");
            // many mails go out in the same second: ties that a cursor has to survive
            var moment = random.nextInt(4) == 0 ? at.truncatedTo(ChronoUnit.HOURS) : at.truncatedTo(ChronoUnit.SECONDS);
            var id = "<drawn." + state.chance().letters(16, "drawn-trace-id", number) + "@mail.example>";
            put(
                    new Trace(
                            id,
                            moment,
                            visible(moment, id),
                            outgoing ? person : other,
                            outgoing ? other : person,
                            "Order " + random.nextInt(90_000),
                            random.nextInt(50) == 0 ? "FilteredAsSpam" : "Delivered",
                            address(outgoing ? person : other),
                            3_000 + random.nextInt(60_000)),
                    rows);
        }
        return new Volume(List.copyOf(rows.values()));
    }
}

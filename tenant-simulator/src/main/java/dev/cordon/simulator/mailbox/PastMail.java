package dev.cordon.simulator.mailbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.Attacker;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.History.Deed;
import dev.cordon.simulator.scenario.History.MailAction;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What was done in mailboxes before the start ({@code history.mailActions}): each is an event at its own time, so that
 * logs, traces and the truth tell of it as of what happens later.
 */
public final class PastMail {

    private static final String OUTLOOK_ON_THE_WEB = "00000002-0000-0ff1-ce00-000000000000";
    private static final String CLIENT = "4765445b-32c6-49b0-83e6-1d93765276ca";

    private final TenantState state;

    PastMail(TenantState state) {
        this.state = state;
    }

    static void happen(TenantState state) {
        var past = new PastMail(state);
        var actions = state.scenario().history().mailActions();
        for (var number = 0; number < actions.size(); number++) {
            past.happen(actions.get(number), number);
        }
    }

    /** The facts of reading these messages. */
    public static JsonObject read(List<Message> messages) {
        return Json.object(
                "messages", messages.stream().map(Message::id).toList(),
                "items", messages.stream().map(Message::outline).toList());
    }

    /** The facts of a message that was sent. */
    public static JsonObject sent(Message message) {
        return Json.object(
                "id", message.id(),
                "internetMessageId", message.internetMessageId(),
                "subject", message.subject(),
                "to", message.to());
    }

    /** Keeps a message where its sender has it, and a copy for everybody of ours it goes to. */
    public static void deliver(TenantState state, Message sent) {
        state.table(Message.TABLE).put(sent.id(), sent);
        var mailboxes = new Mailboxes(state);
        sent.to()
                .forEach(address -> mailboxes.find(address).ifPresent(other -> {
                    var copy = new Message(
                            sent.id() + "-" + other.ownerId(),
                            other.ownerId(),
                            "Inbox",
                            sent.at(),
                            sent.from(),
                            sent.to(),
                            sent.subject(),
                            sent.body(),
                            sent.attachments(),
                            false,
                            sent.by());
                    state.table(Message.TABLE).put(copy.id(), copy);
                }));
    }

    private void happen(MailAction action, int number) {
        var mailbox = new Mailboxes(state).find(action.mailbox());
        if (mailbox.isEmpty()) {
            return;
        }
        var cause = new Cause(actor(action, number), state.chance().guid("mail-action", number));
        for (var time = 0; time < action.times(); time++) {
            var at = action.at().plus(action.every().multipliedBy(time));
            if (at.isBefore(state.scenario().start())) {
                happen(action, mailbox.get(), cause, at, number * 10_000 + time);
            }
        }
    }

    /** Who did it, from where he usually is or from where the attacker comes. */
    Actor actor(MailAction action, int number) {
        var his = action.by() == Author.ATTACKER;
        var user = state.table(User.TABLE).all().stream()
                .filter(each -> each.userPrincipalName().equalsIgnoreCase(action.user()))
                .findFirst();
        var userId = user.map(User::id).orElse("");
        var usual = Habits.of(userId, state.scenario().organisation().timeZone().getId(), state.chance());
        Optional<Attacker.Origin> from =
                his ? state.scenario().attacker().from().stream().findFirst() : Optional.empty();
        var session = Objects.requireNonNullElse(action.session(), his ? "mail-action-" + number : "usual-" + userId);
        return new Actor(
                his ? Caller.ATTACKER : Caller.USER,
                userId,
                user.map(User::userPrincipalName).orElse(action.user()),
                his ? CLIENT : OUTLOOK_ON_THE_WEB,
                Optional.ofNullable(action.ip())
                        .or(() -> from.map(Attacker.Origin::ip))
                        .orElse(usual.officeIp()),
                Optional.ofNullable(action.userAgent())
                        .or(() -> from.flatMap(origin -> Optional.ofNullable(origin.userAgent())))
                        .orElse(usual.browser()),
                state.chance().guid("session-of", session));
    }

    private void happen(MailAction action, Mailbox mailbox, Cause cause, Instant at, int number) {
        var facts = new JsonObject();
        var activity = switch (action.deed()) {
            case READ -> {
                facts = read(some(action, mailbox, at, number % 10_000));
                yield Activity.READ_MAIL;
            }
            case SYNC -> {
                facts = read(lyingIn(action, mailbox, at));
                facts.add("items", new JsonArray());
                facts.addProperty("access", "Sync");
                facts.addProperty("folder", action.folder());
                yield Activity.READ_MAIL;
            }
            case SEARCH -> {
                facts = Json.object("query", Objects.requireNonNullElse(action.query(), "payment"));
                yield Activity.SEARCH;
            }
            case SEND -> {
                facts = sent(send(action, mailbox, at, number));
                yield Activity.SEND_MAIL;
            }
            case DELETE, PURGE -> {
                facts = taken(action, mailbox, at);
                yield Activity.DELETE_MAIL;
            }
        };
        facts.addProperty("client", client(action));
        state.record(at, cause, activity, "Mailbox", mailbox.guid(), mailbox.ownerId(), new JsonObject(), facts);
    }

    /** The client he used, in its own words. */
    static String client(MailAction action) {
        var named = action.client();
        if (named != null) {
            return named;
        }
        return switch (action.deed()) {
            case SYNC -> "Client=MSExchangeRPC";
            case READ, SEARCH, SEND, DELETE, PURGE ->
                action.by() == Author.ATTACKER ? "Client=REST;Client=RESTSystem;;" : "Client=OWA;Action=ViaProxy";
        };
    }

    private Message send(MailAction action, Mailbox mailbox, Instant at, int number) {
        var message = new Message(
                "AAMk" + state.chance().letters(48, "past-sent", number) + "=",
                mailbox.ownerId(),
                "Sent Items",
                at,
                mailbox.address(),
                action.to(),
                action.subject(),
                action.body(),
                List.of(),
                true,
                action.by());
        deliver(state, message);
        return message;
    }

    private JsonObject taken(MailAction action, Mailbox mailbox, Instant at) {
        var messages = some(action, mailbox, at, 0);
        var gone = action.deed() == Deed.PURGE;
        messages.forEach(message -> state.table(Moved.TABLE)
                .put(message.id(), new Moved(message.id(), gone ? Moved.PURGES : "Deleted Items", at, 0)));
        var facts = read(messages);
        facts.addProperty("folder", action.folder());
        if (!gone) {
            facts.addProperty("to", "Deleted Items");
        }
        return facts;
    }

    private List<Message> lyingIn(MailAction action, Mailbox mailbox, Instant at) {
        return new Correspondence(state)
                .messages(mailbox).stream()
                        .filter(message -> message.folder().equalsIgnoreCase(action.folder())
                                && !message.at().isAfter(at))
                        .toList();
    }

    /** As many as the action takes at a time, the newest first, further back each time and round again. */
    private List<Message> some(MailAction action, Mailbox mailbox, Instant at, int time) {
        var query = action.query();
        var words = query == null ? "" : query.toLowerCase(Locale.ROOT);
        var met = lyingIn(action, mailbox, at).stream()
                .filter(message -> (message.subject() + " " + message.body())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
        var some = new ArrayList<Message>();
        for (var index = 0; index < Math.min(action.count(), met.size()); index++) {
            some.add(met.get((time * action.count() + index) % met.size()));
        }
        return some;
    }
}

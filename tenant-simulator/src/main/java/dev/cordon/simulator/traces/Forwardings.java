package dev.cordon.simulator.traces;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.ForwardingSetting;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What sent a mailbox's mail on, from when until when, from the settings and rules that were planted or set later. */
final class Forwardings {

    private final TenantState state;

    Forwardings(TenantState state) {
        this.state = state;
    }

    /**
     * One way on.
     *
     * @param to the address
     * @param asNew as a message of its own from the mailbox, and not as it came
     * @param conditions Graph's, which a rule has; empty for all mail
     */
    record Way(String to, boolean asNew, JsonObject conditions, Author by, Instant from, Instant until) {

        boolean takes(Message message) {
            return !message.at().isBefore(from) && message.at().isBefore(until) && meets(message);
        }

        private boolean meets(Message message) {
            var subject = message.subject().toLowerCase(Locale.ROOT);
            var body = message.body().toLowerCase(Locale.ROOT);
            return conditions.entrySet().stream().allMatch(condition -> switch (condition.getKey()) {
                case "subjectContains" -> any(condition.getValue(), subject);
                case "bodyContains" -> any(condition.getValue(), body);
                case "bodyOrSubjectContains" -> any(condition.getValue(), subject + " " + body);
                case "senderContains" -> any(condition.getValue(), message.from());
                default -> true;
            });
        }

        private static boolean any(JsonElement words, String text) {
            return texts(words).stream().anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
        }
    }

    List<Way> of(Mailbox mailbox) {
        var ways = new ArrayList<Way>();
        for (var setting : ForwardingSetting.values()) {
            settings(mailbox, setting, ways);
        }
        rules(mailbox, ways);
        return ways;
    }

    private void settings(Mailbox mailbox, ForwardingSetting setting, List<Way> ways) {
        Optional<Way> open = Optional.empty();
        for (var planted : state.scenario().persistence()) {
            if (planted.kind() == ObjectKind.FORWARDING
                    && mailbox.address().equalsIgnoreCase(planted.owner())
                    && setting.isSet(planted.object())) {
                open = Optional.of(way(planted.object(), setting, planted.by(), planted.created()));
            }
        }
        for (var event : state.events()) {
            var changes = event.activity() == Activity.CHANGE_FORWARDING
                    && event.ownerId().equals(mailbox.ownerId())
                    && event.before().has(setting.word());
            if (changes) {
                open.ifPresent(way -> ways.add(until(way, event.at())));
                open = setting.isSet(event.after())
                        ? Optional.of(way(event.after(), setting, author(event), event.at()))
                        : Optional.empty();
            }
        }
        open.ifPresent(ways::add);
    }

    private Way way(JsonObject settings, ForwardingSetting setting, Author by, Instant from) {
        var target = settings.get(setting.word()).getAsString().replaceFirst("(?i)^smtp:", "");
        var address = target.contains("@")
                ? target
                : new Mailboxes(state).find(target).map(Mailbox::address).orElse(target);
        return new Way(address, false, new JsonObject(), by, from, Instant.MAX);
    }

    private static Author author(TenantEvent event) {
        return event.actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
    }

    private static Way until(Way way, Instant end) {
        return new Way(way.to(), way.asNew(), way.conditions(), way.by(), way.from(), end);
    }

    private void rules(Mailbox mailbox, List<Way> ways) {
        for (var planted : state.scenario().persistence()) {
            if (planted.kind() == ObjectKind.INBOX_RULE && mailbox.address().equalsIgnoreCase(planted.owner())) {
                var id = state.table(Origin.TABLE).all().stream()
                        .filter(origin -> planted.id().equals(origin.scenarioId()))
                        .map(Origin::wireId)
                        .findFirst()
                        .orElse("");
                rule(planted.object(), planted.by(), planted.created(), end(id, planted.created()), ways);
            }
        }
        for (var event : state.events()) {
            if (event.activity() == Activity.CREATE_RULE && event.ownerId().equals(mailbox.ownerId())) {
                rule(event.after(), author(event), event.at(), end(event.targetId(), event.at()), ways);
            }
        }
    }

    private Instant end(String ruleId, Instant from) {
        return state.events().stream()
                .filter(event -> (event.activity() == Activity.REMOVE_RULE || event.activity() == Activity.DISABLE_RULE)
                        && event.targetId().equals(ruleId)
                        && !event.at().isBefore(from))
                .map(TenantEvent::at)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static void rule(JsonObject rule, Author by, Instant from, Instant until, List<Way> ways) {
        var actions = Json.member(rule, "actions").orElse(new JsonObject());
        var conditions = Json.member(rule, "conditions").orElse(new JsonObject());
        for (var action : List.of("forwardTo", "forwardAsAttachmentTo", "redirectTo")) {
            for (var address : texts(actions.get(action))) {
                ways.add(new Way(address, !action.equals("redirectTo"), conditions, by, from, until));
            }
        }
    }

    /** Texts, or the addresses of recipients. */
    private static List<String> texts(@Nullable JsonElement list) {
        if (!(list instanceof JsonArray array)) {
            return List.of();
        }
        return array.asList().stream()
                .map(item -> item instanceof JsonObject recipient
                        ? Json.member(recipient, "emailAddress")
                                .flatMap(email -> Json.text(email, "address"))
                                .orElse("")
                        : item.getAsString())
                .toList();
    }
}

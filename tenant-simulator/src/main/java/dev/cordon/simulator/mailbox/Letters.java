package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.scenario.Conversation;
import dev.cordon.simulator.scenario.Conversation.Authentication;
import dev.cordon.simulator.scenario.Conversation.SentCopy;
import dev.cordon.simulator.scenario.History.Deed;
import dev.cordon.simulator.scenario.History.MailAction;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of a scenario. What was written before the start is there and in the logs as of its own time; what comes
 * later comes when it is due.
 */
final class Letters {

    private final TenantState state;

    private Letters(TenantState state) {
        this.state = state;
    }

    /** One letter with its place. */
    private record Place(Conversation conversation, int number) {

        Conversation.Letter letter() {
            return conversation.letters().get(number);
        }

        String word() {
            return conversation.id() + "/" + number;
        }
    }

    static void write(TenantState state) {
        var letters = new Letters(state);
        var places = state.scenario().fraud().conversations().stream()
                .flatMap(conversation -> IntStream.range(
                                0, conversation.letters().size())
                        .mapToObj(number -> new Place(conversation, number)))
                .sorted(Comparator.comparing(place -> place.letter().at()))
                .toList();
        for (var place : places) {
            if (place.letter().at().isAfter(state.scenario().start())) {
                state.clock().at(place.letter().at(), () -> letters.write(place));
            } else {
                letters.write(place);
            }
        }
    }

    private void write(Place place) {
        var letter = place.letter();
        var mailboxes = new Mailboxes(state);
        var from = letter.authentication() == Authentication.FAILED
                ? Optional.<Mailbox>empty()
                : mailboxes.find(letter.from()).filter(own -> isAddress(own, letter.from()));
        var sender =
                Optional.ofNullable(letter.sentBy()).flatMap(mailboxes::find).or(() -> from);
        state.atomically(() -> {
            if (from.isPresent() && sender.isPresent()) {
                send(place, sender.get(), from.get());
            } else {
                var message = message(place, "", "Inbox");
                new Outgoing(state).bring(message, beside(place, message, ""));
            }
        });
    }

    /** A display name is nobody's address. */
    private boolean isAddress(Mailbox mailbox, String address) {
        return mailbox.address().equalsIgnoreCase(address)
                || new Mailboxes(state)
                        .owner(mailbox)
                        .filter(user -> user.aliases().stream().anyMatch(address::equalsIgnoreCase))
                        .isPresent();
    }

    private void send(Place place, Mailbox sender, Mailbox from) {
        var letter = place.letter();
        var sent = message(place, sender.ownerId(), "Sent Items");
        new Outgoing(state).send(sent, beside(place, sent, sender.ownerId()));
        var deed = deed(letter, sender);
        var cause = new Cause(
                new PastMail(state).actor(deed, 1_000_000 + place.word().hashCode() % 1_000_000),
                state.chance().guid("letter", place.word()));
        var client = PastMail.client(deed);
        var operation = sender.ownerId().equals(from.ownerId()) ? "Send" : "SendAs";
        var facts = SentCopies.facts(sent, letter.sentCopy() != SentCopy.NEVER_SAVED, sender, operation, from);
        facts.addProperty("client", client);
        state.record(
                letter.at(),
                cause,
                Activity.SEND_MAIL,
                "Mailbox",
                from.guid(),
                from.ownerId(),
                new JsonObject(),
                facts);
        new SentCopies(state).lose(sent, letter.sentCopy(), sender, cause, client);
    }

    private static MailAction deed(Conversation.Letter letter, Mailbox sender) {
        return new MailAction(
                sender.address(),
                sender.address(),
                letter.at(),
                Deed.SEND,
                letter.by(),
                letter.session(),
                letter.ip(),
                letter.userAgent(),
                null,
                "Sent Items",
                null,
                1,
                Duration.ZERO,
                1,
                letter.subject(),
                letter.body(),
                letter.to());
    }

    private Message message(Place place, String ownerId, String folder) {
        var letter = place.letter();
        return new Message(
                id(place),
                ownerId,
                folder,
                letter.at(),
                letter.from(),
                Stream.concat(letter.to().stream(), letter.cc().stream()).toList(),
                letter.subject(),
                letter.body(),
                letter.attachments().stream().map(Conversation.Attachment::name).toList(),
                letter.read(),
                letter.by());
    }

    private String id(Place place) {
        return "AAMk" + state.chance().letters(48, "letter", place.word()) + "=";
    }

    private Letter beside(Place place, Message message, String sentFrom) {
        var letter = place.letter();
        return new Letter(
                message.internetMessageId(),
                sentFrom,
                letter.fromName(),
                letter.cc(),
                List.of(),
                letter.replyTo(),
                letter.attachments(),
                letter.authentication(),
                place.conversation().id(),
                before(place),
                letter.fraud());
    }

    private @Nullable String before(Place place) {
        return place.number() == 0
                ? null
                : Message.internetMessageId(id(new Place(place.conversation(), place.number() - 1)));
    }
}

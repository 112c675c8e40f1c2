package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The messages of a mailbox: those that were named or sent, and drawn ones made anew each time from the seed. */
public final class Correspondence {

    private static final int MOST_DRAWN = 600;
    private static final List<String> SUBJECTS = List.of(
            "Invoice %d",
            "Re: Invoice %d",
            "Order confirmation %d",
            "Meeting on Thursday",
            "Quotation %d for your approval",
            "Payment reminder %d",
            "Weekly report",
            "Re: delivery date",
            "Holiday request",
            "Minutes of the team meeting",
            "Your parcel %d is on its way",
            "Newsletter: what is new",
            "Contract draft %d",
            "Travel expenses %d");

    private final TenantState state;

    /** The messages of that tenant. */
    public Correspondence(TenantState state) {
        this.state = state;
    }

    /** A mailbox's messages, newest first. */
    public List<Message> messages(Mailbox mailbox) {
        var moved = new HashMap<String, Moved>();
        state.table(Moved.TABLE).all().forEach(message -> moved.put(message.id(), message));
        return unmoved(mailbox)
                .filter(message -> !moved.containsKey(message.id())
                        || moved.get(message.id()).isVisible())
                .map(message -> moved.containsKey(message.id()) ? lying(message, moved.get(message.id())) : message)
                .sorted(Comparator.comparing(Message::at).reversed())
                .toList();
    }

    private static Message lying(Message message, Moved moved) {
        return moved.moves() == 0
                ? message.in(moved.folder())
                : message.in(moved.folder()).called(MailMoves.id(message.id(), moved.moves()));
    }

    /** All there ever were, where they first lay. */
    Stream<Message> unmoved(Mailbox mailbox) {
        var named = state.table(Message.TABLE).all().stream()
                .filter(message -> message.ownerId().equals(mailbox.ownerId()));
        return Stream.concat(named, drawn(mailbox));
    }

    /** The address of the server that mail of that sender comes from. */
    public String server(String sender) {
        return "198.51.100."
                + (1 + state.chance().generator("mail-server", sender).nextInt(250));
    }

    /** The drawn ones alone, as they were before anything was moved. */
    public Stream<Message> drawn(Mailbox mailbox) {
        var noise = state.scenario().history().noise();
        var planned = state.scenario()
                .mailboxOf(mailbox.address())
                .map(PlannedMailbox::messages)
                .filter(count -> count > 0)
                .orElse(noise.days() * noise.mailsPerPersonPerDay());
        var people = state.table(User.TABLE).all();
        var folders = new ArrayList<>(List.of("Inbox", "Inbox", "Inbox", "Inbox", "Sent Items", "Sent Items"));
        state.scenario().mailboxOf(mailbox.address()).ifPresent(description -> folders.addAll(description.folders()));
        return IntStream.range(0, Math.min(planned, MOST_DRAWN))
                .mapToObj(number -> message(mailbox, number, people, folders));
    }

    private Message message(Mailbox mailbox, int number, List<User> people, List<String> folders) {
        var random = state.chance().generator("mail", mailbox.ownerId(), number);
        var days = Math.max(1, state.scenario().history().noise().days());
        var at = state.scenario().start().minus(Duration.ofSeconds(random.nextLong(days * 86_400L)));
        var folder = folders.get(random.nextInt(folders.size()));
        var other = address(random, people, mailbox);
        var sent = folder.equals("Sent Items");
        var subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()))
                .replace("%d", String.valueOf(10_000 + random.nextInt(80_000)));
        return new Message(
                "AAMk" + state.chance().letters(40, "mail-id", mailbox.ownerId(), number) + "=",
                mailbox.ownerId(),
                folder,
                at,
                sent ? mailbox.address() : other,
                List.of(sent ? other : mailbox.address()),
                subject,
                "Dear colleague,\n\nplease find the details of '" + subject + "' below.\n\nKind regards",
                random.nextInt(5) == 0 ? List.of(subject.replaceAll("\\W+", "-") + ".pdf") : List.of(),
                random.nextInt(6) != 0,
                Author.LEGITIMATE);
    }

    private static String address(SplittableRandom random, List<User> people, Mailbox mailbox) {
        if (random.nextInt(3) == 0 || people.size() < 2) {
            return "contact" + random.nextInt(60) + "@partner" + random.nextInt(12) + ".example";
        }
        var other = people.get(random.nextInt(people.size())).userPrincipalName();
        return other.equalsIgnoreCase(mailbox.address()) ? "office@partner1.example" : other;
    }
}

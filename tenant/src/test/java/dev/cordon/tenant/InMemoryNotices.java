package dev.cordon.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages that were sent, kept in memory. One thread. */
public final class InMemoryNotices implements Notices {
    private final List<Mail> mails = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private Optional<Failure.Reason> refusal = Optional.empty();

    /** A mail that was sent. */
    public record Mail(String from, List<String> to, String subject, String text) {}

    /** What was said in a chat. */
    public record Said(String chat, String text) {}

    /** Everything is refused from now on. */
    public InMemoryNotices refuses(Failure.Reason reason) {
        refusal = Optional.of(reason);
        return this;
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    public List<Said> said() {
        return List.copyOf(said);
    }

    private void open(String attempted) {
        if (refusal.isPresent()) {
            throw Made.refusal(attempted, refusal.get());
        }
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A message has 1 to " + LONGEST_TEXT + " characters");
        }
    }

    @Override
    public Receipt sendMail(String from, List<String> to, String subject, String text) {
        requireText(text);
        if (to.isEmpty() || to.stream().anyMatch(address -> address.indexOf('@') < 1)) {
            throw new IllegalArgumentException("Not addresses to send to: " + to);
        }
        open("Send a mail");
        mails.add(new Mail(from, List.copyOf(to), subject, text));
        return Made.receipt("POST sendMail", false);
    }

    @Override
    public Reading<Chat> openChat(String objectId) {
        open("Open a chat");
        return Made.reading("POST chats", new Chat("19:" + objectId + "@unq.gbl.spaces"));
    }

    @Override
    public Posted post(Chat chat, String text) {
        requireText(text);
        open("Post to a chat");
        said.add(new Said(chat.id(), text));
        return new Posted("message-" + said.size(), Made.receipt("POST messages", false));
    }
}

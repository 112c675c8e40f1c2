package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.state.TenantState;

/** Brings a message to everybody of ours it goes to, where their rules put it. */
public final class Outgoing {

    private final TenantState state;

    /** What is sent in that tenant. */
    public Outgoing(TenantState state) {
        this.state = state;
    }

    /** Keeps what was sent where its sender has it, and brings it to its readers. */
    public void send(Message sent, Letter letter) {
        state.table(Message.TABLE).put(sent.id(), sent);
        bring(sent, letter);
    }

    /** Brings it to its readers alone. */
    public void bring(Message message, Letter letter) {
        state.table(Letter.TABLE).put(letter.internetMessageId(), letter);
        var mailboxes = new Mailboxes(state);
        message.to().forEach(address -> mailboxes.find(address).ifPresent(mailbox -> copy(message, mailbox)));
    }

    private void copy(Message message, Mailbox mailbox) {
        var id = message.id() + "-" + mailbox.ownerId();
        var arrived = placed(message, id, mailbox, "Inbox", message.read());
        var filed = Filing.of(state, mailbox, arrived);
        if (filed.folder().isEmpty()) {
            state.table(Message.TABLE).put(id, arrived);
            state.table(Moved.TABLE).put(id, new Moved(id, Moved.PURGES, message.at(), 0));
        } else {
            state.table(Message.TABLE).put(id, placed(message, id, mailbox, filed.folder(), filed.read()));
        }
    }

    private static Message placed(Message message, String id, Mailbox mailbox, String folder, boolean read) {
        return new Message(
                id,
                mailbox.ownerId(),
                folder,
                message.at(),
                message.from(),
                message.to(),
                message.subject(),
                message.body(),
                message.attachments(),
                read,
                message.by());
    }
}

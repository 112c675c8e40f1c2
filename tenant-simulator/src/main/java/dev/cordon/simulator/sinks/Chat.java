package dev.cordon.simulator.sinks;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat of Teams.
 *
 * @param topic of a group, if it has one
 * @param members object ids of people
 * @param updated when the latest message came
 */
record Chat(String id, String type, @Nullable String topic, Instant created, Instant updated, List<String> members) {

    static final TableKey<Chat> TABLE = new TableKey<>("chats", Chat.class);

    static final String ONE_ON_ONE = "oneOnOne";
    static final String GROUP = "group";

    Chat {
        members = List.copyOf(members);
    }

    Chat updatedAt(Instant at) {
        return new Chat(id, type, topic, created, at, members);
    }

    /**
     * A message in a chat.
     *
     * @param senderId object id of a person
     * @param contentType {@code text} or {@code html}
     */
    record Message(String id, String chatId, Instant at, String senderId, String contentType, String content) {

        static final TableKey<Message> TABLE = new TableKey<>("chat-messages", Message.class);
    }
}

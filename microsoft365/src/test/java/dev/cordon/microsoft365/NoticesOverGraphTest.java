package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.InMemoryNotices;
import dev.cordon.tenant.Notices;
import dev.cordon.tenant.Notices.Chat;
import dev.cordon.tenant.NoticesContract;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** The client against messages in memory, spoken to as Graph is. */
class NoticesOverGraphTest extends NoticesContract {
    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected Notices on(InMemoryNotices world) {
        return connected.delegated(request -> reply(world, request)).notices();
    }

    private static Reply reply(InMemoryNotices world, Asked request) {
        String path = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
        JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
        if (path.endsWith("/sendMail")) {
            return sent(world, path.split("/", -1)[3], body.getAsJsonObject("message"));
        }
        if (path.equals("/v1.0/chats")) {
            List<String> members = members(body);
            assertThat(members.getFirst()).as("the caller").endsWith("('99999999-0000-0000-0000-000000000001')");
            String other = members.getLast();
            String objectId = other.substring(other.indexOf("('") + 2, other.length() - 2);
            return Reply.json("{\"id\":\"" + world.openChat(objectId).value().id() + "\"}")
                    .with(201);
        }
        JsonObject content = body.getAsJsonObject("body");
        assertThat(content.get("contentType").getAsString()).isEqualTo("text");
        String chat = path.split("/", -1)[3];
        String id =
                world.post(new Chat(chat), content.get("content").getAsString()).messageId();
        return Reply.json("{\"id\":\"" + id + "\"}").with(201);
    }

    private static Reply sent(InMemoryNotices world, String from, JsonObject message) {
        JsonObject content = message.getAsJsonObject("body");
        assertThat(content.get("contentType").getAsString()).isEqualTo("Text");
        List<String> to = StreamSupport.stream(
                        message.getAsJsonArray("toRecipients").spliterator(), false)
                .map(each -> each.getAsJsonObject()
                        .getAsJsonObject("emailAddress")
                        .get("address")
                        .getAsString())
                .toList();
        world.sendMail(
                from,
                to,
                message.get("subject").getAsString(),
                content.get("content").getAsString());
        return Reply.status(202);
    }

    private static List<String> members(JsonObject body) {
        assertThat(body.get("chatType").getAsString()).isEqualTo("oneOnOne");
        return StreamSupport.stream(body.getAsJsonArray("members").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(each -> each.get("user@odata.bind").getAsString())
                .toList();
    }
}

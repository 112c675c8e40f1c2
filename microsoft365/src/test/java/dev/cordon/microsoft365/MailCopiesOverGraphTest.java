package dev.cordon.microsoft365;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.InMemoryMailCopies;
import dev.cordon.tenant.InMemoryMailCopies.Lying;
import dev.cordon.tenant.MailCopies;
import dev.cordon.tenant.MailCopies.Copy;
import dev.cordon.tenant.MailCopies.Place;
import dev.cordon.tenant.MailCopiesContract;
import dev.cordon.tenant.TenantException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The client against mailboxes in memory, spoken to as Graph is. */
class MailCopiesOverGraphTest extends MailCopiesContract {
    private static final Map<String, String> FOLDERS = Map.of("inbox", "false", "secret", "true");

    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected MailCopies on(InMemoryMailCopies world) {
        return connected.answeredBy(request -> reply(world, request)).mailCopies();
    }

    private static Reply reply(InMemoryMailCopies world, Asked request) {
        String[] parts = request.readable().split("/", -1);
        String mailbox = parts[3];
        String rest = String.join("/", List.of(parts).subList(4, parts.length));
        try {
            // Whether we may look at all.
            world.find(mailbox, "");
            return request.method().equals("GET")
                    ? listed(world, mailbox, rest)
                    : changed(world, mailbox, rest, request);
        } catch (TenantException e) {
            return e.failure().reason() == Reason.NOT_FOUND
                    ? Reply.error(404, "ErrorItemNotFound", "The specified object was not found in the store.")
                    : Reply.error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
    }

    private static Reply listed(InMemoryMailCopies world, String mailbox, String rest) {
        if (rest.startsWith("mailFolders?")) {
            return list(FOLDERS.entrySet().stream()
                    .map(each -> "{\"id\":\"" + each.getKey() + "\",\"displayName\":\"" + each.getKey()
                            + "\",\"childFolderCount\":0,\"isHidden\":" + each.getValue() + "}")
                    .toList());
        }
        String id = rest.substring(rest.indexOf("eq '") + 4, rest.indexOf("'&$select"))
                .replace("''", "'");
        Optional<String> folder = rest.startsWith("mailFolders/")
                ? Optional.of(rest.substring("mailFolders/".length(), rest.indexOf("/messages")))
                : Optional.empty();
        return list(world.lying(mailbox).stream()
                .filter(each -> each.internetMessageId().equals(id))
                .filter(each -> folder.map(each.copy().folderId()::equals)
                        .orElse(each.copy().place() == Place.VISIBLE))
                .map(MailCopiesOverGraphTest::message)
                .toList());
    }

    private static String message(Lying lying) {
        JsonObject message = new JsonObject();
        message.addProperty("id", lying.copy().id());
        message.addProperty("parentFolderId", lying.copy().folderId());
        message.addProperty(
                "receivedDateTime", lying.copy().receivedAt().orElseThrow().toString());
        message.addProperty("isRead", lying.copy().read().orElseThrow());
        return message.toString();
    }

    private static Reply changed(InMemoryMailCopies world, String mailbox, String rest, Asked request) {
        if (!"IdType=\"ImmutableId\"".equals(request.headers().get("prefer"))) {
            return Reply.error(400, "ErrorInvalidRequest", "The id would change.");
        }
        String id = rest.split("/", -1)[1];
        Optional<Copy> copy = world.lying(mailbox).stream()
                .map(Lying::copy)
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (copy.isEmpty()) {
            return Reply.error(404, "ErrorItemNotFound", "The specified object was not found in the store.");
        }
        if (rest.endsWith("/permanentDelete")) {
            world.hardDelete(mailbox, copy.get());
            return Reply.status(204);
        }
        String destination = JsonParser.parseString(request.body())
                .getAsJsonObject()
                .get("destinationId")
                .getAsString();
        Place place = switch (destination) {
            case "recoverableitemsdeletions" -> Place.RECOVERABLE;
            case "secret" -> Place.HIDDEN;
            default -> Place.VISIBLE;
        };
        world.put(
                mailbox,
                world.lying(mailbox).stream()
                        .filter(each -> each.copy().id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .internetMessageId(),
                new Copy(
                        id,
                        place,
                        destination,
                        destination,
                        copy.get().receivedAt(),
                        copy.get().read()));
        return Reply.json("{\"id\":\"" + id + "\"}").with(201);
    }

    private static Reply list(List<String> rows) {
        JsonArray values = new JsonArray();
        rows.forEach(row -> values.add(JsonParser.parseString(row)));
        JsonObject body = new JsonObject();
        body.add("value", values);
        return Reply.json(body.toString());
    }
}

package dev.cordon.simulator.sinks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chats of Teams: made once for two people, written in by people alone (F2, F3).
 *
 * @see <a href="https://learn.microsoft.com/graph/api/chat-post">Create chat</a>
 * @see <a href="https://learn.microsoft.com/graph/api/chat-post-messages">Send message in a chat</a>
 */
public final class ChatRoutes implements GraphArea {

    private static final Pattern BOUND = Pattern.compile("/users(?:\\('([^'/]+)'\\)|/([^'/]+))$");
    private static final Permit CREATE =
            new Permit(Set.of("Chat.Create", "Chat.ReadWrite"), Set.of("Chat.Create"), Set.of());
    private static final Permit POST =
            Permit.delegatedOnly("ChatMessage.Send", "Chat.ReadWrite").application(Permit.WHATEVER);
    private static final Permit OUTLINE = Permit.delegatedOnly("Chat.ReadBasic", "Chat.Read", "Chat.ReadWrite")
            .application("Chat.ReadBasic.All", "Chat.Read.All", "Chat.ReadWrite.All");
    private static final Permit READ =
            Permit.delegatedOnly("Chat.Read", "Chat.ReadWrite").application("Chat.Read.All", "Chat.ReadWrite.All");

    @Override
    public String name() {
        return "chats";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                route(GraphRoute.post("/chats", CREATE, "F2", ChatRoutes::create), CREATE),
                route(GraphRoute.get("/chats/{chat}", OUTLINE, "F2", ChatRoutes::chat), OUTLINE),
                route(GraphRoute.get("/chats/{chat}/members", OUTLINE, "F2", ChatRoutes::members), OUTLINE),
                route(GraphRoute.post("/chats/{chat}/messages", POST, "F3", ChatRoutes::post), POST)
                        .evidence(Evidence.IN_THE_FIELD),
                route(GraphRoute.get("/chats/{chat}/messages", READ, "F3", ChatRoutes::messages), READ));
    }

    private static GraphRoute route(GraphRoute route, Permit permit) {
        var names = permit.delegated().stream().sorted().collect(Collectors.joining(", "));
        return route.bucket("teams").denying(() -> ChatErrors.missing(names));
    }

    private static ChatShapes shapes(GraphCall call) {
        return new ChatShapes(call.state(), call.tenant().tenantId());
    }

    private static WireResponse create(GraphCall call) {
        var body = call.body();
        var type = Json.text(body, "chatType").orElse("");
        if (!List.of(Chat.ONE_ON_ONE, Chat.GROUP).contains(type)) {
            throw ChatErrors.invalid("The chatType has to be oneOnOne or group.");
        }
        var members = invited(call, body);
        if (type.equals(Chat.ONE_ON_ONE) ? members.size() != 2 : members.isEmpty()) {
            throw ChatErrors.invalid("A oneOnOne chat has exactly two members, a group at least one.");
        }
        if (type.equals(Chat.ONE_ON_ONE) && Json.text(body, "topic").isPresent()) {
            throw ChatErrors.invalid("Only a group has a topic.");
        }
        if (call.token().isDelegated() && !members.contains(call.token().userId())) {
            throw ChatErrors.invalid("Whoever makes a chat has to be one of its members.");
        }
        return call.state().atomically(() -> {
            var chat = existing(call.state(), type, members).orElseGet(() -> make(call, type, body, members));
            call.request().trace().target(chat.id());
            return call.answer(201, "chats/$entity", shapes(call).chat(chat));
        });
    }

    /** Who is named, each once, in the order of the body. */
    private static List<String> invited(GraphCall call, JsonObject body) {
        var ids = new ArrayList<String>();
        if (body.get("members") instanceof JsonArray members) {
            for (var member : members) {
                var id = invited(call, member);
                if (!ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private static String invited(GraphCall call, JsonElement member) {
        if (!(member instanceof JsonObject person)
                || !(person.get("roles") instanceof JsonArray roles)
                || roles.isEmpty()) {
            throw ChatErrors.invalid("Every member needs the role owner or guest.");
        }
        var bound = BOUND.matcher(Json.text(person, "user@odata.bind").orElse(""));
        if (!bound.find()) {
            throw ChatErrors.invalid("Every member needs user@odata.bind.");
        }
        var name = Optional.ofNullable(bound.group(1)).orElseGet(() -> bound.group(2));
        return call.findUser(name).map(User::id).orElseThrow(ChatErrors::notFound);
    }

    /** Two people have one chat. */
    private static Optional<Chat> existing(TenantState state, String type, List<String> members) {
        return type.equals(Chat.GROUP)
                ? Optional.empty()
                : state.table(Chat.TABLE).find(oneOnOne(members));
    }

    private static String oneOnOne(List<String> members) {
        return "19:" + members.stream().sorted().collect(Collectors.joining("_")) + "@unq.gbl.spaces";
    }

    private static Chat make(GraphCall call, String type, JsonObject body, List<String> members) {
        var state = call.state();
        var number = state.table(Chat.TABLE).all().size();
        var id = type.equals(Chat.ONE_ON_ONE)
                ? oneOnOne(members)
                : "19:" + state.chance().guid("chat", number).replace("-", "") + "@thread.v2";
        var chat = new Chat(id, type, Json.text(body, "topic").orElse(null), call.now(), call.now(), members);
        state.table(Chat.TABLE).put(id, chat);
        return chat;
    }

    /** The chat, if the caller may see it: with somebody's token only one he is in. */
    private static Chat found(GraphCall call) {
        var id = call.variable("chat");
        call.request().trace().target(id);
        var chat = call.state().table(Chat.TABLE).find(id).orElseThrow(ChatErrors::notFound);
        var userId = call.token().userId();
        if (userId != null && !chat.members().contains(userId)) {
            throw ChatErrors.noMember();
        }
        return chat;
    }

    private static WireResponse chat(GraphCall call) {
        return call.one("chats/$entity", shapes(call).chat(found(call)));
    }

    private static WireResponse members(GraphCall call) {
        var chat = found(call);
        return Pages.plain("chats('" + chat.id() + "')/members", 100, 100)
                .answer(
                        call,
                        shapes(call).members(chat).asList().stream()
                                .map(JsonElement::getAsJsonObject)
                                .toList());
    }

    private static WireResponse post(GraphCall call) {
        var sender = call.token().userId();
        if (sender == null) {
            throw ChatErrors.applicationOnly();
        }
        var chat = found(call);
        var body = Json.member(call.body(), "body").orElseThrow(() -> ChatErrors.invalid("A message needs a body."));
        var content = Json.text(body, "content").orElse("");
        var type = Json.text(body, "contentType").orElse("text");
        if (content.isBlank() || !List.of("text", "html").contains(type)) {
            throw ChatErrors.invalid("A message needs content, as text or html.");
        }
        return call.state().atomically(() -> {
            var message = new Chat.Message(newId(call), chat.id(), call.now(), sender, type, content);
            call.state().table(Chat.Message.TABLE).put(chat.id() + "/" + message.id(), message);
            call.state().table(Chat.TABLE).put(chat.id(), chat.updatedAt(call.now()));
            dispatch(call, chat, message).keep(call.state());
            return call.answer(
                    201,
                    "chats('" + chat.id() + "')/messages/$entity",
                    shapes(call).message(message));
        });
    }

    /** The time in milliseconds, as the service has it, and no two of a chat alike. */
    private static String newId(GraphCall call) {
        var latest = sent(call.state(), call.variable("chat")).stream()
                .mapToLong(message -> Long.parseLong(message.id()))
                .max()
                .orElse(0);
        return String.valueOf(Math.max(call.now().toEpochMilli(), latest + 1));
    }

    private static List<Chat.Message> sent(TenantState state, String chatId) {
        return state.table(Chat.Message.TABLE).all().stream()
                .filter(message -> message.chatId().equals(chatId))
                .toList();
    }

    private static Dispatch dispatch(GraphCall call, Chat chat, Chat.Message message) {
        var others = chat.members().stream()
                .filter(id -> !id.equals(message.senderId()))
                .map(id -> upn(call.state(), id))
                .toList();
        var text = message.contentType().equals("html")
                ? message.content().replaceAll("<[^>]*+>", "").strip()
                : message.content();
        return new Dispatch(
                Dispatch.Kind.CHAT,
                message.at(),
                call.token().actor().caller(),
                upn(call.state(), message.senderId()),
                others,
                Optional.ofNullable(chat.topic()).orElse(""),
                text,
                call.request().requestId());
    }

    private static String upn(TenantState state, String userId) {
        return state.table(User.TABLE).find(userId).map(User::userPrincipalName).orElse(userId);
    }

    private static WireResponse messages(GraphCall call) {
        var chat = found(call);
        return Pages.plain("chats('" + chat.id() + "')/messages", 20, 50)
                .answer(
                        call,
                        sent(call.state(), chat.id()).reversed().stream()
                                .map(shapes(call)::message)
                                .toList());
    }
}

package dev.cordon.simulator.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.schema.GraphSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Chats: one for two people, messages from people alone, and what was said stands in {@code GET /sent}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatsTest {

    private static final String OPERATOR = "admin@contoso.example";
    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @BeforeAll
    void start() {
        tenant = TestingTenant.of(TestingTenant.SMALL.replace(
                "permissions: respond",
                "permissions: [User.Read.All, Mail.Send, Chat.Create, Chat.Read, Chat.ReadBasic, ChatMessage.Send]"));
        tenant.control("/snapshot", new JsonObject());
    }

    @BeforeEach
    void goBack() {
        tenant.control("/restore", new JsonObject());
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    private static JsonObject between(String... people) {
        return Json.object(
                "chatType",
                "oneOnOne",
                "members",
                Stream.of(people)
                        .map(upn -> Json.object(
                                "@odata.type",
                                "#microsoft.graph.aadUserConversationMember",
                                "roles",
                                List.of("owner"),
                                "user@odata.bind",
                                "https://graph.microsoft.com/v1.0/users('" + upn + "')"))
                        .toList());
    }

    private static JsonObject text(String type, String content) {
        return Json.object("body", Json.object("contentType", type, "content", content));
    }

    private Reply as(String who, String method, String path, JsonObject... body) {
        return tenant.graph(tenant.tokenAs(who, "graph"), method, "/v1.0" + path, body);
    }

    private String chat() {
        return as("operator", "POST", "/chats", between(OPERATOR, ANNA))
                .json()
                .get("id")
                .getAsString();
    }

    private List<JsonObject> sent() {
        return tenant.control("/sent").json().getAsJsonArray("sent").asList().stream()
                .map(row -> row.getAsJsonObject())
                .toList();
    }

    @Test
    void two_people_have_one_chat_however_often_it_is_made() {
        var first = as("operator", "POST", "/chats", between(OPERATOR, ANNA));
        var again = as("operator", "POST", "/chats", between(ANNA, OPERATOR));
        var other = as("operator", "POST", "/chats", between(OPERATOR, BO));

        assertThat(List.of(first.status(), again.status(), other.status())).containsOnly(201);
        assertThat(first.json().get("id").getAsString())
                .matches("19:[0-9a-f-]{36}_[0-9a-f-]{36}@unq\\.gbl\\.spaces")
                .isEqualTo(again.json().get("id").getAsString())
                .isNotEqualTo(other.json().get("id").getAsString());
        assertThat(new GraphSchema().problems(first.json(), "microsoft.graph.chat"))
                .isEmpty();
    }

    @Test
    void what_is_written_can_be_read_by_its_members_and_stands_in_sent() {
        var chat = chat();
        var posted = as(
                "operator",
                "POST",
                "/chats/" + chat + "/messages",
                text("html", "<p>Please call <b>IT</b> on the number you know.</p>"));

        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        assertThat(new GraphSchema().problems(posted.json(), "microsoft.graph.chatMessage"))
                .isEmpty();
        assertThat(as("operator", "GET", "/chats/" + chat + "/messages").value())
                .singleElement()
                .satisfies(message -> assertThat(
                                message.getAsJsonObject("body").get("content").getAsString())
                        .contains("<b>IT</b>"));
        assertThat(sent()).singleElement().satisfies(row -> {
            assertThat(row.get("kind").getAsString()).isEqualTo("chat");
            assertThat(row.get("caller").getAsString()).isEqualTo("operator");
            assertThat(row.get("from").getAsString()).isEqualTo(OPERATOR);
            assertThat(row.getAsJsonArray("to")).hasToString("[\"" + ANNA + "\"]");
            assertThat(row.get("text").getAsString()).isEqualTo("Please call IT on the number you know.");
            assertThat(row.get("at").getAsString())
                    .isEqualTo(posted.json().get("createdDateTime").getAsString());
        });
        assertThat(tenant.requests()).anySatisfy(row -> {
            assertThat(row.get("path").getAsString()).endsWith("/messages");
            assertThat(row.get("bucket")).isEqualTo(new JsonPrimitive("teams"));
            assertThat(row.get("target")).isEqualTo(new JsonPrimitive(chat));
        });
    }

    @Test
    void members_are_shown_with_their_names() {
        var members = as("operator", "GET", "/chats/" + chat() + "/members").value();

        assertThat(members)
                .extracting(member -> member.get("email").getAsString())
                .containsExactly(OPERATOR, ANNA);
        members.forEach(
                member -> assertThat(new GraphSchema().problems(member, "microsoft.graph.aadUserConversationMember"))
                        .isEmpty());
    }

    @Test
    void an_application_may_make_a_chat_and_never_write_in_it() {
        var made = as("app", "POST", "/chats", between(ANNA, BO));
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        var refused =
                as("app", "POST", "/chats/" + made.json().get("id").getAsString() + "/messages", text("text", "hello"));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.errorCode()).isEqualTo("PreconditionFailed");
        assertThat(refused.text()).contains("Requested API is not supported in application-only context");
        assertThat(sent()).isEmpty();
    }

    @Test
    void who_has_no_permission_is_told_which_he_needs() {
        try (var small = TestingTenant.small()) {
            var app = small.graph(small.tokenAs("app", "graph"), "POST", "/v1.0/chats", between(ANNA, BO));
            var anna = small.graph(small.tokenAs(ANNA, "graph"), "POST", "/v1.0/chats", between(ANNA, BO));
            var unread = small.graph(
                    small.tokenAs("operator", "graph"),
                    "GET",
                    "/v1.0/chats/"
                            + small.graph(
                                            small.tokenAs("operator", "graph"),
                                            "POST",
                                            "/v1.0/chats",
                                            between(OPERATOR, BO))
                                    .json()
                                    .get("id")
                                    .getAsString()
                            + "/messages");

            assertThat(List.of(app.status(), anna.status(), unread.status())).containsOnly(403);
            assertThat(app.text()).contains("Chat.Create, Chat.ReadWrite");
        }
    }

    @Test
    void nobody_reaches_a_chat_he_is_not_in() {
        var chat =
                as("app", "POST", "/chats", between(ANNA, BO)).json().get("id").getAsString();

        var refused = as("operator", "POST", "/chats/" + chat + "/messages", text("text", "hello"));
        var made = as("operator", "POST", "/chats", between(ANNA, BO));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(made.status()).isEqualTo(400);
        assertThat(sent()).isEmpty();
    }

    @Test
    void wrong_bodies_are_refused() {
        var bodies = Map.of(
                "no members", Json.object("chatType", "oneOnOne"),
                "one member", between(OPERATOR),
                "three members", between(OPERATOR, ANNA, BO),
                "no type", Json.object("members", between(OPERATOR, ANNA).get("members")));
        bodies.forEach(
                (why, body) -> assertThat(as("operator", "POST", "/chats", body).status())
                        .as(why)
                        .isEqualTo(400));
        assertThat(as("operator", "POST", "/chats", between(OPERATOR, "nobody@contoso.example"))
                        .status())
                .isEqualTo(404);
        var chat = chat();
        assertThat(as("operator", "POST", "/chats/" + chat + "/messages", text("text", " "))
                        .status())
                .isEqualTo(400);
        assertThat(as("operator", "POST", "/chats/19:none@unq.gbl.spaces/messages", text("text", "x"))
                        .status())
                .isEqualTo(404);
    }
}

package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.ContentSearches.ContentSearch;
import dev.cordon.tenant.ContentSearches.MailQuery;
import dev.cordon.tenant.ContentSearches.PurgeKind;
import dev.cordon.tenant.ContentSearches.Scope;
import dev.cordon.tenant.ContentSearches.Status;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentSearchesTest extends ConnectedTest {
    private static final String NAME = "Cordon INC-1";
    private static final MailQuery QUERY = new MailQuery(
            Optional.of("mallory@evil.example"), Optional.of("Invoice"), Optional.empty(), Optional.empty());

    @BeforeEach
    void signInAsAnAdministrator() {
        microsoft.delegated();
        microsoft.graphClaims("\"scp\":\"User.Read.All\",\"upn\":\"admin@contoso.example\"");
        microsoft.exchangeClaims("\"scp\":\"x\",\"upn\":\"admin@contoso.example\"");
    }

    @Test
    void an_application_is_refused_before_anybody_is_asked() {
        ConnectedDouble application = new ConnectedDouble();
        try (application) {
            assertThat(refusal(() -> application
                                    .answeredBy(request -> Reply.status(500))
                                    .contentSearches()
                                    .find(NAME))
                            .reason())
                    .isEqualTo(Reason.NOT_AVAILABLE);
        }
    }

    @Test
    void the_region_is_asked_for_once_and_gets_the_token_then() {
        answer(request -> Invoked.nothing());

        tenant.contentSearches().start(NAME);
        tenant.contentSearches().start(NAME);

        assertThat(microsoft.asked())
                .extracting(request -> request.path().replaceAll(".*/", ""))
                .containsExactly("EXOBanner('AutogenSession')?Version=3.9.2", "InvokeCommand", "InvokeCommand");
        assertThat(microsoft.asked())
                .allSatisfy(request ->
                        assertThat(request.headers().get("authorization")).startsWith("Bearer "));
        assertThat(microsoft.tokensAsked().getLast().body()).contains("ps.compliance.protection.outlook.com");
    }

    @Test
    void a_cmdlet_that_is_redirected_is_sent_again_to_the_other_host_of_the_service() {
        answer(request -> redirections() == 0
                ? Reply.status(302).with("Location", microsoft.address() + "/adminapi/beta/x/InvokeCommand")
                : Invoked.nothing());

        assertThat(tenant.contentSearches().start(NAME).alreadyInPlace()).isFalse();

        answer(request -> Reply.status(302).with("Location", "https://evil.example/adminapi"));
        assertThat(refusal(() -> tenant.contentSearches().start(NAME)).reason()).isEqualTo(Reason.REFUSED);
        answer(request -> Reply.status(302).with("Location", microsoft.address() + "/adminapi"));
        assertThat(refusal(() -> tenant.contentSearches().start(NAME)).meaning())
                .contains("another one");
    }

    private int redirections() {
        return invoked().size() - 1;
    }

    @Test
    void a_search_or_a_purge_whose_answer_was_lost_is_not_made_twice() {
        answer(request -> Invoked.nothing().with(Fault.RESET));

        assertThat(refusal(() -> tenant.contentSearches().create(NAME, QUERY, new Scope.All()))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(invoked()).hasSize(1);
        assertThat(refusal(() -> tenant.contentSearches().purge(NAME, PurgeKind.SOFT))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(invoked()).hasSize(2);
        assertThat(invoked().getLast().parameters().toString())
                .isEqualTo(
                        "{\"SearchName\":\"Cordon INC-1\",\"Purge\":true,\"PurgeType\":\"SoftDelete\",\"Force\":true,\"Confirm\":false}");
    }

    @Test
    void each_refusal_says_what_is_missing() {
        answer(request -> new Reply(403, Map.of(), "\u0000\u0000", Fault.NONE));
        Failure noRole = refusal(() -> tenant.contentSearches().purge(NAME, PurgeKind.SOFT));
        assertThat(noRole.reason()).isEqualTo(Reason.MISSING_ROLE);
        assertThat(noRole.remedy()).contains("Search And Purge");

        answer(request ->
                new Reply(401, Map.of(), "ServiceFabricGraphAuthenticationMiddleware: not registered", Fault.NONE));
        assertThat(refusal(() -> tenant.contentSearches().start(NAME)).reason()).isEqualTo(Reason.MISSING_ROLE);

        answer(request -> Reply.status(401));
        assertThat(refusal(() -> tenant.contentSearches().start(NAME)).reason()).isEqualTo(Reason.NOT_SIGNED_IN);

        answer(request -> new Reply(403, Map.of("Content-Type", "text/html"), "<html>", Fault.NONE));
        assertThat(refusal(() -> tenant.contentSearches().start(NAME)).reason()).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void mailboxes_that_do_not_add_up_are_said_to_be_missing() {
        answer(request -> Invoked.rows(
                List.of(search("Completed", 5, "{Location: a@contoso.example, Item count: 2, Total size: 9}"))));

        Reading<Optional<ContentSearch>> found = tenant.contentSearches().find(NAME);

        assertThat(found.value().orElseThrow().items()).isEqualTo(5);
        assertThat(found.completeness())
                .isInstanceOfSatisfying(
                        Incomplete.class, lack -> assertThat(lack.reason()).contains("5 items", "adds up to 2"));

        answer(request -> Invoked.rows(List.of(search("SomethingNew", 0, ""))));
        ContentSearch unknown = tenant.contentSearches().find(NAME).value().orElseThrow();
        assertThat(unknown.status()).isEqualTo(Status.OTHER);
        assertThat(unknown.statusText()).isEqualTo("SomethingNew");
        assertThat(unknown.status().hasEnded()).isFalse();
    }

    @Test
    void a_name_that_could_mean_something_else_is_refused() {
        for (String name : List.of("", "*", "a*", "a'b", "a\nb", " a", "a ")) {
            assertThatThrownBy(() -> tenant.contentSearches().find(name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static JsonObject search(String status, int items, String results) {
        JsonObject row = new JsonObject();
        row.addProperty("Name", NAME);
        row.addProperty("Status", status);
        row.addProperty("Items", items);
        row.addProperty("SuccessResults", results);
        return row;
    }

    private void answer(Function<Asked, Reply> cmdlets) {
        microsoft.answer(request -> request.path().contains("EXOBanner")
                ? Reply.status(302).with("Location", microsoft.address() + "/psws/service.svc")
                : cmdlets.apply(request));
    }

    private List<Invoked> invoked() {
        return microsoft.asked().stream()
                .filter(request -> request.path().endsWith("InvokeCommand"))
                .map(Invoked::of)
                .toList();
    }
}

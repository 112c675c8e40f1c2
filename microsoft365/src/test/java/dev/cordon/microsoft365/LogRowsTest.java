package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.DirectoryAuditQuestion.Role;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.PageProgress;
import dev.cordon.tenant.SignInQuestion;
import dev.cordon.tenant.SignInQuestion.Event;
import dev.cordon.tenant.SignInQuestion.Whose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRowsTest extends ConnectedTest {
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-03T00:00:00Z");

    private final List<LogPage<PagePosition<SignInQuestion>>> pages = new ArrayList<>();

    @Test
    void a_listing_ends_at_the_page_without_a_link_and_not_at_an_empty_one() {
        microsoft.answer(request -> request.path().contains("skip=2")
                ? page("2", "")
                : request.path().contains("skip=1")
                        ? Reply.json("{\"value\":[],\"@odata.nextLink\":\"" + link(2) + "\"}")
                        : page("1", link(1)));

        assertThat(signIns(Event.INTERACTIVE_USER, new Whose.User(ANNA))).isEqualTo(new CollectionEnd.Complete());
        assertThat(ids()).containsExactly("1", "2");
        assertThat(pages.getFirst().next().progress()).isEqualTo(new PageProgress.Link(link(1)));
        assertThat(pages.getLast().next().progress()).isEqualTo(new PageProgress.End());
    }

    @Test
    void each_kind_of_sign_in_is_asked_for_where_it_is_shown() {
        microsoft.answer(request -> page("1", ""));

        signIns(Event.INTERACTIVE_USER, new Whose.User(ANNA));
        signIns(Event.NON_INTERACTIVE_USER, new Whose.Address("203.0.113.9"));
        signIns(Event.SERVICE_PRINCIPAL, new Whose.Application("app-1"));

        assertThat(microsoft.asked())
                .extracting(TenantDouble.Asked::readable)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("/v1.0/").contains("userId eq '" + ANNA + "'"),
                        second -> assertThat(second)
                                .startsWith("/beta/")
                                .contains("ipAddress eq '203.0.113.9'", "'nonInteractiveUser'"),
                        third -> assertThat(third)
                                .startsWith("/beta/")
                                .contains("appId eq 'app-1'", "'servicePrincipal'"));
    }

    @Test
    void sign_ins_with_their_sessions_are_all_asked_of_beta_each_kind_by_its_name() {
        microsoft.answer(request -> page("1", ""));

        for (Event event : Event.values()) {
            SignInQuestion question = new SignInQuestion(event, new Whose.Everybody(), FROM, UNTIL);
            assertThat(tenant.signInLog().rowsWithSessions().collect(PagePosition.start(question), pages::add))
                    .isEqualTo(new CollectionEnd.Complete());
        }

        assertThat(microsoft.asked())
                .extracting(TenantDouble.Asked::readable)
                .allSatisfy(asked -> assertThat(asked)
                        .startsWith("/beta/auditLogs/signIns?$filter=createdDateTime ge " + FROM)
                        .contains("&$top=1000&$orderby=createdDateTime desc")
                        .doesNotContain("userId"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("t eq 'interactiveUser'"),
                        second -> assertThat(second).contains("t eq 'nonInteractiveUser'"),
                        third -> assertThat(third).contains("t eq 'servicePrincipal'"));
    }

    @Test
    void a_link_to_another_host_or_back_is_not_followed_and_the_listing_is_cut_off() {
        for (String link : List.of("https://elsewhere.example/v1.0/x", link(1))) {
            microsoft.answer(request -> page("1", link));

            assertThat(signIns(Event.INTERACTIVE_USER, new Whose.Everybody()))
                    .as(link)
                    .isInstanceOf(CollectionEnd.CutOff.class);
        }
    }

    @Test
    void a_link_that_has_lapsed_is_followed_by_the_listing_from_its_beginning() {
        microsoft.answer(request -> request.path().contains("skip")
                ? Reply.error(400, "BadRequest", "Skip token is expired")
                : page("1", ""));
        SignInQuestion question = new SignInQuestion(Event.INTERACTIVE_USER, new Whose.Everybody(), FROM, UNTIL);

        assertThat(tenant.signInLog()
                        .rows()
                        .collect(new PagePosition<>(question, new PageProgress.Link(link(1))), pages::add))
                .isEqualTo(new CollectionEnd.Complete());
        assertThat(ids()).containsExactly("1");
    }

    @Test
    void a_row_without_an_id_is_handed_over_as_it_is() {
        microsoft.answer(request -> Reply.json("{\"value\":[{\"createdDateTime\":\"yesterday\"}]}"));

        assertThat(signIns(Event.INTERACTIVE_USER, new Whose.Everybody())).isEqualTo(new CollectionEnd.Complete());
        assertThat(pages.getFirst().rows())
                .extracting(LogRow::json)
                .first()
                .asString()
                .contains("yesterday");
    }

    @Test
    void a_tenant_without_the_licence_is_not_licensed() {
        microsoft.answer(request -> Reply.error(
                403,
                "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "Neither tenant is B2C or tenant doesn't have premium license"));

        assertThat(signIns(Event.INTERACTIVE_USER, new Whose.Everybody()))
                .isInstanceOf(CollectionEnd.NotLicensed.class);
    }

    @Test
    void the_directory_audit_is_read_by_target_and_by_actor() {
        microsoft.answer(
                request -> Reply.json(
                        "{\"value\":[{\"id\":\"Directory_1\",\"activityDateTime\":\"2026-02-01T10:00:00Z\",\"activityDisplayName\":\"Add user\","
                                + "\"initiatedBy\":{\"user\":{\"userPrincipalName\":\"admin@contoso.example\",\"ipAddress\":\"203.0.113.9\"}}}]}"));
        List<LogRow> rows = new ArrayList<>();

        for (Role role : Role.values()) {
            assertThat(tenant.directoryAudit()
                            .rows()
                            .collect(
                                    PagePosition.start(new DirectoryAuditQuestion(
                                            new DirectoryAuditQuestion.Whose.User(role, ANNA), FROM, UNTIL)),
                                    page -> rows.addAll(page.rows())))
                    .isEqualTo(new CollectionEnd.Complete());
        }

        assertThat(rows).hasSize(2).extracting(LogRow::user).containsOnly("admin@contoso.example");
        assertThat(microsoft.asked())
                .extracting(TenantDouble.Asked::readable)
                .satisfiesExactly(
                        target -> assertThat(target).contains("targetResources/any(t: t/id eq '" + ANNA + "')"),
                        actor -> assertThat(actor).contains("initiatedBy/user/id eq '" + ANNA + "'"));
    }

    @Test
    void the_directory_audit_of_everybody_is_asked_for_the_time_and_for_nobody() {
        microsoft.answer(request -> Reply.json("{\"value\":[]}"));

        assertThat(tenant.directoryAudit()
                        .rows()
                        .collect(
                                PagePosition.start(new DirectoryAuditQuestion(
                                        new DirectoryAuditQuestion.Whose.Everybody(), FROM, UNTIL)),
                                page -> {}))
                .isEqualTo(new CollectionEnd.Complete());

        assertThat(microsoft.asked())
                .extracting(TenantDouble.Asked::readable)
                .singleElement()
                .asString()
                .contains("activityDateTime ge " + FROM)
                .contains("activityDateTime le " + UNTIL)
                .doesNotContain("targetResources")
                .doesNotContain("initiatedBy");
    }

    @Test
    void a_question_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new SignInQuestion(Event.SERVICE_PRINCIPAL, new Whose.User(ANNA), FROM, UNTIL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageProgress.Link("http://graph.microsoft.com/x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private CollectionEnd signIns(Event event, Whose whose) {
        return tenant.signInLog()
                .rows()
                .collect(PagePosition.start(new SignInQuestion(event, whose, FROM, UNTIL)), pages::add);
    }

    private List<String> ids() {
        return pages.stream()
                .flatMap(page -> page.rows().stream())
                .map(LogRow::id)
                .toList();
    }

    private String link(int skip) {
        return microsoft.address() + "/v1.0/auditLogs/signIns?skip=" + skip;
    }

    private static Reply page(String id, String link) {
        return Reply.json("{\"value\":[{\"id\":\"" + id
                + "\",\"createdDateTime\":\"2026-02-01T10:00:00Z\",\"userPrincipalName\":\"anna.berg@contoso.example\","
                + "\"ipAddress\":\"203.0.113.9\"}]" + (link.isEmpty() ? "" : ",\"@odata.nextLink\":\"" + link + "\"")
                + "}");
    }
}

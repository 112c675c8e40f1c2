package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailboxAuditTest extends ConnectedTest {
    private static final UserAccount ANNA = new UserAccount(
            "0d4f3a1e-0000-4000-8000-000000000001",
            "anna.berg@contoso.example",
            "Anna Berg",
            Optional.empty(),
            List.of("SMTP:anna.berg@contoso.example"),
            true,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false);

    @Test
    void the_search_goes_on_behind_short_pages_until_one_is_empty_and_keeps_each_row_once() {
        pages(
                page(2, row("1", "New-InboxRule", "anna.berg@contoso.example", "{}")),
                page(
                        2,
                        row("1", "New-InboxRule", "anna.berg@contoso.example", "{}"),
                        row("2", "Set-Mailbox", "admin@contoso.example", "anna.berg")),
                page(0));

        Reading<List<MailboxEvent>> read = changes();

        assertThat(read.isComplete()).isTrue();
        assertThat(read.value()).extracting(MailboxEvent::id).containsExactly("1", "2");
        assertThat(searches()).hasSize(3);
    }

    @Test
    void what_a_lost_answer_held_is_asked_for_in_another_session() {
        for (Reply lost : List.of(Reply.json("{\"value\": ["), Reply.status(503), Reply.json("[1]"))) {
            pages(
                    lost,
                    page(1, row("1", "New-InboxRule", "anna.berg@contoso.example", "anna.berg\\x")),
                    lost,
                    page(1, row("1", "New-InboxRule", "anna.berg@contoso.example", "anna.berg\\x")),
                    page(0));
            int before = searches().size();

            Reading<List<MailboxEvent>> read = changes();

            assertThat(read.isComplete()).isTrue();
            assertThat(read.value()).extracting(MailboxEvent::id).containsExactly("1");
            assertThat(searches().stream().skip(before).map(MailboxAuditTest::session))
                    .hasSize(5)
                    .satisfies(sessions -> assertThat(sessions.get(0)).isNotEqualTo(sessions.get(1)))
                    .satisfies(sessions -> assertThat(sessions.get(1)).isEqualTo(sessions.get(2)))
                    .satisfies(sessions -> assertThat(sessions.get(2)).isNotEqualTo(sessions.get(3)));
        }
    }

    @Test
    void a_search_whose_answers_are_always_lost_found_nothing_out() {
        microsoft.answer(request -> Reply.json("{\"value\": ["));

        assertThatThrownBy(this::changes)
                .isInstanceOfSatisfying(
                        TenantException.class,
                        e -> assertThat(e.failure().reason()).isEqualTo(Failure.Reason.UNREADABLE_ANSWER));
    }

    private static String session(Asked search) {
        return search.body().replaceAll(".*\"SessionId\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void fewer_rows_than_announced_are_not_all() {
        pages(page(7, row("1", "New-InboxRule", "anna.berg@contoso.example", "x")), page(0));

        assertThat(changes().isComplete()).isFalse();
    }

    @Test
    void a_row_that_cannot_be_read_is_not_left_out_silently() {
        JsonObject broken = row("1", "New-InboxRule", "anna.berg@contoso.example", "x");
        broken.addProperty("AuditData", "{");
        pages(page(1, broken), page(0));

        assertThat(changes().isComplete()).isFalse();
    }

    @Test
    void what_turns_everybodys_mail_is_kept_whoever_changed_it_and_other_peoples_mailboxes_are_not() {
        pages(
                page(
                        3,
                        row("1", "Set-RemoteDomain", "admin@contoso.example", "Default"),
                        row("2", "New-InboxRule", "bo.lund@contoso.example", "bo.lund\\x"),
                        row("3", "New-TransportRule", "anna.berg@contoso.example", "Copy")),
                page(0));

        assertThat(changes().value()).extracting(MailboxEvent::id).containsExactly("1", "3");
        assertThat(searches().getFirst().body()).contains("Set-RemoteDomain").contains("New-InboxRule");
    }

    @Test
    void whoever_switches_the_log_of_the_tenant_is_told_and_who_exempts_another_account_is_not() {
        pages(
                page(
                        3,
                        row("1", "Set-AdminAuditLogConfig", "admin@contoso.example", "Admin Audit Log Settings"),
                        row("2", "Set-MailboxAuditBypassAssociation", "admin@contoso.example", "bo.lund"),
                        row("3", "Set-MailboxAuditBypassAssociation", "admin@contoso.example", "anna.berg")),
                page(0));

        assertThat(changes().value()).extracting(MailboxEvent::id).containsExactly("1", "3");
        assertThat(searches().getFirst().body())
                .contains("Set-AdminAuditLogConfig")
                .contains("Set-MailboxAuditBypassAssociation");
    }

    @Test
    void whether_the_log_is_written_and_the_account_is_exempt_is_read_as_it_stands() {
        pages(
                Reply.json("{\"value\":[{\"UnifiedAuditLogIngestionEnabled\":false}]}"),
                Reply.json("{\"value\":[{\"AuditBypassEnabled\":\"True\"}]}"));

        assertThat(tenant.mailboxAudit().fetchIngestion().value()).contains(false);
        assertThat(tenant.mailboxAudit().fetchExemption(ANNA).value()).contains(true);
        assertThat(searches())
                .extracting(Asked::body)
                .satisfiesExactly(
                        config -> assertThat(config).contains("Get-AdminAuditLogConfig"),
                        bypass -> assertThat(bypass)
                                .contains("Get-MailboxAuditBypassAssociation")
                                .contains(ANNA.objectId()));
    }

    @Test
    void an_answer_that_does_not_clearly_say_it_is_no_yes_and_no_no() {
        for (String rows : List.of(
                "",
                "{}",
                "{\"AuditBypassEnabled\":\"maybe\"}",
                "{\"AuditBypassEnabled\":false},{\"AuditBypassEnabled\":false}")) {
            pages(Reply.json("{\"value\":[" + rows + "]}"));

            assertThat(tenant.mailboxAudit().fetchExemption(ANNA).value())
                    .as(rows)
                    .isEmpty();
        }
    }

    private Reading<List<MailboxEvent>> changes() {
        return tenant.mailboxAudit().fetchChanges(ANNA, Instant.parse("2026-02-01T00:00:00Z"));
    }

    private List<Asked> searches() {
        return microsoft.asked().stream()
                .filter(asked -> asked.path().endsWith("InvokeCommand"))
                .toList();
    }

    private void pages(Reply... pages) {
        Iterator<Reply> next = List.of(pages).iterator();
        microsoft.answer(request -> request.path().endsWith("InvokeCommand") ? next.next() : Reply.status(404));
    }

    private static Reply page(int announced, JsonObject... rows) {
        JsonArray value = new JsonArray();
        for (JsonObject row : rows) {
            row.addProperty("ResultCount", announced);
            value.add(row);
        }
        JsonObject page = new JsonObject();
        page.add("value", value);
        return Reply.json(page.toString());
    }

    private static JsonObject row(String id, String operation, String actor, String object) {
        JsonObject data = new JsonObject();
        data.addProperty("Id", id);
        data.addProperty("CreationTime", "2026-03-01T10:00:0" + id);
        data.addProperty("Operation", operation);
        data.addProperty("UserId", actor);
        data.addProperty("ObjectId", object);
        JsonObject row = new JsonObject();
        row.addProperty("Identity", id);
        row.addProperty("AuditData", data.toString());
        return row;
    }
}

package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollectedPagesTest {
    private static final String ROW = """
        {"id":"%s","category":"UserManagement","result":"success","activityDisplayName":"Update user",\
        "activityDateTime":"2026-03-01T22:04:05Z","loggedByService":"Core Directory","operationType":"Update",\
        "initiatedBy":{"user":{"id":"u","userPrincipalName":"anna@contoso.example"}},"targetResources":[]}\
        """;
    private static final String UNREADABLE = "{\"id\":\"c\"}";

    private static Answer answer(String... rows) {
        String body = "{\"value\":[" + String.join(",", rows) + "]}";
        return new Answer(
                "GET /auditLogs/directoryAudits",
                200,
                Optional.empty(),
                Instant.parse("2026-03-02T08:00:00Z"),
                "application/json",
                Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)),
                false);
    }

    private static LogPage<String> page(List<Answer> answers, String... ids) {
        List<LogRow> rows = Stream.of(ids)
                .map(id -> new LogRow(id, Optional.empty(), "", "", "", "{}"))
                .toList();
        return new LogPage<>(rows, answers, "next");
    }

    private static LogCollections.Page kept(LogPage<String> page) {
        return CollectedPages.of(
                new CollectionSource(CollectedLog.DIRECTORY_AUDITS_ACTOR, "anna@contoso.example"), page);
    }

    @Test
    void an_answer_of_more_rows_than_the_client_saw_does_not_hide_what_is_unreadable_in_another() {
        LogCollections.Page kept =
                kept(page(List.of(answer(ROW.formatted("a"), ROW.formatted("b")), answer(UNREADABLE)), "a", "c"));

        assertThat(kept.answers()).extracting(each -> each.rows().size()).containsExactly(2, 0);
        assertThat(kept.unreadable()).isEqualTo(1);
    }

    @Test
    void what_only_the_client_could_read_counts_as_unreadable() {
        assertThat(kept(page(List.of(answer("{")), "a", "b")).unreadable()).isEqualTo(2);
        assertThat(kept(page(List.of(answer(ROW.formatted("a"))), "a")).unreadable())
                .isZero();
    }
}

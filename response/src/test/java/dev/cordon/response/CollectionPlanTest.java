package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.Account;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.tenant.UserAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectionPlanTest {
    private static final String NAME = "anna.berg@contoso.example";

    @Test
    void mail_is_traced_under_each_address_of_the_account_however_many_it_has() {
        List<String> addresses = IntStream.range(0, 24)
                .mapToObj(i -> "smtp:Anna" + i / 2 + "@contoso.example")
                .toList();
        var user = new UserAccount(
                "object",
                NAME,
                "Anna Berg",
                Optional.of(NAME),
                addresses,
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

        List<CollectionPlan.Planned> planned = CollectionPlan.of(
                CollectLogs.Request.ofAccount(Duration.ZERO),
                new Account("object", NAME, "Anna Berg"),
                Optional.of(user),
                Optional.empty(),
                Instant.parse("2026-03-02T08:00:00Z"),
                CollectedLog::oldest);

        assertThat(planned.stream()
                        .filter(each -> each.source().log() == CollectedLog.MESSAGE_TRACE_SENT)
                        .map(each -> each.source().of()))
                .hasSize(13)
                .contains(NAME, "anna11@contoso.example");
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectLogs.Whose;
import dev.cordon.response.CollectionListener;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that was forwarded stands in the trace under the address it went to, which is nobody's of the tenant. */
class ForwardedMailTest {
    @TempDir
    Path folder;

    @Test
    void collecting_the_account_s_logs_brings_what_went_to_where_the_attacker_had_mail_sent_on() throws Exception {
        try (Battlefield field = Battlefield.shipped("aitm-full-persistence", folder)) {
            CaseRecord record = field.respond();
            field.advance("PT3H");

            CollectLogs.Collection collection = new CollectLogs(field.workspace(UnaryOperator.identity()))
                    .collect(
                            record.incident().id().value(),
                            new CollectLogs.Request(
                                    Set.of(LogRecord.Log.MESSAGE_TRACE),
                                    Whose.ACCOUNT,
                                    Optional.empty(),
                                    Duration.ZERO,
                                    Optional.of("The trace is wanted.")),
                            any -> SignIn.CERTIFICATE,
                            CollectionListener.none());

            Map<String, Long> received = collection.sources().stream()
                    .filter(each -> each.source().log() == CollectedLog.MESSAGE_TRACE_RECEIVED)
                    .collect(Collectors.toMap(
                            each -> each.source().of(), each -> each.counts().different()));
            assertThat(received)
                    .containsOnlyKeys(
                            "anna.berg@litware.example",
                            "a.berg@litware.example",
                            "anna.berg@litware-pumps.example",
                            "ledger@litware-pumps.example",
                            "archive@litware-pumps.example");
            assertThat(received.get("anna.berg@litware-pumps.example")).isPositive();
            assertThat(received.get("ledger@litware-pumps.example")).isPositive();
        }
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.CaseRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit log that is switched off does not show may have happened all the same. */
class SilentAuditTest {
    private static final String SILENT = "audit-log";

    @TempDir
    Path folder;

    @Test
    void a_log_that_is_switched_off_for_everybody_clears_no_delegate_of_an_attacked_account() throws Exception {
        assertThatNoDelegateIsCleared(
                yaml -> yaml.replace("userConsent: false}", "userConsent: false, unifiedAuditLog: false}"),
                "Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true");
    }

    @Test
    void an_account_that_is_exempt_from_auditing_clears_no_delegate_either() throws Exception {
        assertThatNoDelegateIsCleared(
                yaml -> yaml.replace("messages: 40}", "messages: 40, auditBypass: true}"),
                "-AuditBypassEnabled $false");
    }

    @Test
    void a_mailbox_that_is_not_audited_clears_no_delegate_either() throws Exception {
        assertThatNoDelegateIsCleared(
                yaml -> yaml.replace("messages: 40}", "messages: 40, audited: false}"), "-AuditEnabled $true");
    }

    private void assertThatNoDelegateIsCleared(UnaryOperator<String> silenced, String fix) throws Exception {
        try (Battlefield field = Battlefield.resource(
                "swift.yaml", yaml -> silenced.apply(yaml).replace("history:\n", EVIL_DELEGATE), folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);
            assertThat(record.state().openTasks())
                    .hasEntrySatisfying(SILENT, task -> assertThat(task.text()).contains(fix));
            assertThat(delegates(record))
                    .hasSize(2)
                    .noneMatch(item -> item.verdict() == Verdict.BENIGN)
                    .anyMatch(item -> item.decision() == ItemDecision.KEEP);
            assertThat(Files.readString(Path.of(record.state()
                            .chronicle()
                            .reports()
                            .getLast()
                            .paths()
                            .get("markdown"))))
                    .contains("not read")
                    .contains("proves nothing here");
            assertThat(field.store().verifier().verify().faults()).isEmpty();
        }
    }

    private static final String EVIL_DELEGATE = """
              - {id: evil-delegate, kind: delegate, owner: anna.berg@contoso.example, by: attacker, created: -PT19H,
                 object: {User: admin@contoso.example, AccessRights: [FullAccess]}}
            history:
            """;

    private static List<Item> delegates(CaseRecord record) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals("delegate"))
                .toList();
    }
}

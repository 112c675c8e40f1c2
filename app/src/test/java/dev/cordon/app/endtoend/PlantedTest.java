package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker plants where nobody looks: it is found, or the run does not end verified; and nobody else's things are touched. */
class PlantedTest {
    @TempDir
    Path folder;

    private static UnaryOperator<String> planted(String... things) {
        return yaml -> yaml.replace("history:\n", "  - " + String.join("\n  - ", List.of(things)) + "\nhistory:\n");
    }

    private static Verdict verdict(CaseRecord record, String kind, String id) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals(kind))
                .filter(item -> item.key().id().startsWith(id) || item.name().equals(id))
                .map(Item::verdict)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " " + id + " was not found"));
    }

    @Test
    void what_was_planted_in_the_tenant_and_not_in_the_account_is_seen() throws Exception {
        UnaryOperator<String> change = planted(
                "{id: e-app, kind: app-role-assignment, by: attacker, created: -PT18H, object: {displayName: Mail Helper, appRole: Mail.ReadWrite, principalType: ServicePrincipal}}",
                "{id: o-app, kind: app-role-assignment, by: legitimate, created: -P300D, object: {displayName: Backup, appRole: Mail.Read, principalType: ServicePrincipal}}",
                "{id: e-delete, kind: transport-rule, by: attacker, created: -PT18H, object: {Name: gone, SubjectContainsWords: [phish], DeleteMessage: true}}",
                "{id: e-inside, kind: transport-rule, by: attacker, created: -PT18H, object: {Name: inside, RedirectMessageTo: [bo.lund@contoso.example]}}",
                "{id: e-in, kind: connector, by: attacker, created: -PT18H, object: {Name: in, direction: inbound, SenderIPAddresses: [203.0.113.9]}}",
                "{id: e-remote, kind: remote-domain, by: attacker, created: -PT18H, object: {DomainName: mail.example, AutoForwardEnabled: true}}",
                "{id: e-sweep, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT18H, object: {sweep: {Name: tidy, Sender: bo.lund@contoso.example, DestinationFolder: RSS Feeds}}}",
                "{id: e-send-as, kind: delegate, owner: anna.berg@contoso.example, by: attacker, created: -PT18H, object: {Trustee: bo.lund@contoso.example, AccessRights: [SendAs]}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", change, folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(verdict(record, "app-role-assignment", "Mail Helper")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdict(record, "app-role-assignment", "Backup")).isEqualTo(Verdict.BENIGN);
            assertThat(verdict(record, "transport-rule", "gone")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdict(record, "transport-rule", "inside")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdict(record, "connector", "in")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdict(record, "remote-domain", "mail.example")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdict(record, "inbox-rule", "tidy")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdict(record, "delegate", "send-as|")).isEqualTo(Verdict.MALICIOUS);
            assertThat(verdict(record, "delegate", "mailbox|")).isEqualTo(Verdict.BENIGN);
            assertThat(Optional.ofNullable(record.state().openTasks().get("trustees"))
                            .orElseThrow()
                            .text())
                    .contains("cordon respond compromised-account bo.lund@contoso.example.");
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void what_was_left_for_review_is_removed_once_the_audit_log_can_be_read() throws Exception {
        UnaryOperator<String> change = planted(
                "{id: e-sweep, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT18H, object: {sweep: {Name: tidy, Sender: bo.lund@contoso.example, DestinationFolder: Deleted Items}}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", change, folder)) {
            field.control(
                    "POST",
                    "/faults",
                    "{\"match\":{\"cmdlet\":\"Search-UnifiedAuditLog\"},\"do\":\"html-403\",\"times\":1}");

            CaseRecord blind = field.respond();

            assertThat(blind.state().state()).isEqualTo(IncidentState.CONTAINED);
            assertThat(verdict(blind, "inbox-rule", "tidy")).isEqualTo(Verdict.REVIEW);

            field.advance("PT20M");
            assertThat(field.watch().done()).isNotEmpty();

            CaseRecord record = field.record();
            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(verdict(record, "inbox-rule", "tidy")).isEqualTo(Verdict.MALICIOUS);
            assertThat(field.suspectsTruth().getAsJsonObject("holds").getAsJsonArray("rules"))
                    .isEmpty();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void the_attackers_calendar_is_ended_and_the_users_own_is_cleared_once_the_log_reaches_over_the_attack()
            throws Exception {
        UnaryOperator<String> change = planted(
                "{id: o-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: legitimate, created: -P100D, object: {DetailLevel: AvailabilityOnly}}",
                "{id: e-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: attacker, created: -PT18H, object: {Folder: 'a/b\\c:d', DetailLevel: FullDetails}}",
                "{id: e-folder, kind: folder-permission, owner: anna.berg@contoso.example, by: attacker, created: -PT18H, object: {Folder: 'x\\y', User: bo.lund@contoso.example, AccessRights: [Owner]}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", change, folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().items().values().stream()
                            .filter(item -> item.key().kind().equals("calendar-publishing"))
                            .map(item -> item.name().split(": ")[0] + " " + item.verdict()))
                    .containsExactlyInAnyOrder("/Calendar REVIEW", "/Calendar/a\uF8FFb\\c:d MALICIOUS");
            for (String kind : List.of("calendarPublishing", "folderPermissions")) {
                assertThat(field.suspectsTruth().getAsJsonObject("holds").getAsJsonArray(kind))
                        .as(kind)
                        .isEmpty();
            }
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);

            field.advance("PT26H");
            field.watch();
            RunState later = field.record().state();
            assertThat(later.items().values())
                    .filteredOn(item -> item.key().kind().equals("calendar-publishing")
                            && item.outcome().equals(Optional.of(ItemOutcome.KEPT)))
                    .extracting(Item::verdict)
                    .containsExactly(Verdict.BENIGN);
            assertThat(later.openTasks().keySet()).noneMatch(task -> task.startsWith("review-"));
            assertThat(later.state()).isIn(IncidentState.VERIFIED, IncidentState.WATCHING);
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void a_reply_that_was_overwritten_minutes_ago_does_not_pass_for_the_old_one() throws Exception {
        UnaryOperator<String> change = planted(
                                "{id: own-reply, kind: auto-reply, owner: anna.berg@contoso.example, by: legitimate, created: -P8D, object: {status: alwaysEnabled, externalAudience: all, internalReplyMessage: Mornings only., externalReplyMessage: Mornings only.}}")
                        .andThen(
                                yaml -> yaml.replace(
                                        "  plan:\n",
                                        "  plan:\n    - {at: PT2S, do: create, kind: auto-reply, session: stolen, user: anna.berg@contoso.example, as: r1, object: {status: alwaysEnabled, externalAudience: all, internalReplyMessage: New bank details, externalReplyMessage: 'Our bank details have changed: new IBAN DE00 1234.'}}\n"))
                ::apply;
        try (Battlefield field = Battlefield.resource("swift.yaml", change, folder)) {
            field.advance("PT10S");
            CaseRecord record = field.respond();
            assertThat(verdict(record, "auto-reply", "automatic reply (Enabled)"))
                    .isEqualTo(Verdict.REVIEW);
            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);

            field.advance("PT26H");
            field.watch();
            assertThat(field.record().state().state()).isIn(IncidentState.VERIFIED, IncidentState.WATCHING);
            assertThat(field.suspectsTruth().getAsJsonObject("holds").getAsJsonArray("autoReply"))
                    .isEmpty();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void both_of_his_telephones_go_although_one_cannot_go_while_the_other_is_there() throws Exception {
        UnaryOperator<String> change = planted(
                "{id: e-mobile, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, created: -PT18H, object: {type: phone, phoneNumber: '+7 9005550123', phoneType: mobile}}",
                "{id: e-alternate, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, created: -PT18H, object: {type: phone, phoneNumber: '+7 9005550124', phoneType: alternateMobile}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", change, folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().items().values())
                    .filteredOn(item -> item.name().startsWith("+7"))
                    .hasSize(2)
                    .allMatch(item -> item.outcome().equals(Optional.of(ItemOutcome.REMOVED)));
            assertThat(field.suspectsTruth().getAsJsonObject("holds").getAsJsonArray("methods"))
                    .isEmpty();
        }
    }

    @Test
    void a_late_delegate_is_for_a_person_until_the_log_shows_whose_it_is() throws Exception {
        UnaryOperator<String> change = planted(
                "{id: e-late, kind: delegate, owner: anna.berg@contoso.example, by: attacker, created: -PT20M, object: {User: admin@contoso.example, AccessRights: [FullAccess]}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", change, folder)) {
            CaseRecord record = field.respond();
            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isTrue();
            assertThat(record.state().openTasks().keySet())
                    .anyMatch(task -> task.startsWith("review-delegate") && task.contains("admin@"));

            field.advance("PT26H");
            field.watch();
            RunState later = field.record().state();
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isFalse();
            assertThat(later.openTasks().keySet()).noneMatch(task -> task.startsWith("review-"));
            assertThat(later.state()).isIn(IncidentState.VERIFIED, IncidentState.WATCHING);
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void a_guest_is_blocked_and_what_cannot_be_judged_is_said() throws Exception {
        UnaryOperator<String> change = yaml -> yaml.replace("suspect: true,", "suspect: true, userType: guest,");
        try (Battlefield field = Battlefield.resource("swift.yaml", change, folder)) {
            CaseRecord record = field.respond();

            assertThat(verdict(record, "authentication-method", "softwareOath")).isNotEqualTo(Verdict.BENIGN);
            assertThat(record.state().openTasks().values())
                    .anyMatch(task -> task.text().contains("cannot be judged from here"));
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isFalse();
            assertThat(record.state()
                            .step(new StepId("block-sign-in"))
                            .orElseThrow()
                            .proofs())
                    .isNotEmpty();
        }
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What somebody sets after the verification, before any log says who it was: it is seen, and not taken for what stood there before. */
@Execution(ExecutionMode.CONCURRENT)
class SetByOthersTest {
    private static final String ANNA = "anna.berg@contoso.example";

    @TempDir
    Path folder;

    private static UnaryOperator<String> planted(String... things) {
        return yaml -> yaml.replace("history:\n", "  - " + String.join("\n  - ", List.of(things)) + "\nhistory:\n");
    }

    @Test
    void what_an_administrator_sets_where_the_attackers_was_removed_is_not_removed_as_the_attackers() throws Exception {
        UnaryOperator<String> reply = planted("{id: evil-reply, kind: auto-reply, owner: " + ANNA
                + ", by: attacker, created: -PT18H, object: {status: alwaysEnabled, externalAudience: all,"
                + " externalReplyMessage: Our bank details have changed.}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", reply, folder)) {
            CaseRecord before = field.respond();
            assertThat(only(before, "auto-reply").outcome()).contains(ItemOutcome.REMOVED);

            assertThat(field.exchange(
                                    "operator",
                                    "Set-MailboxAutoReplyConfiguration",
                                    "{\"Identity\": \"" + ANNA + "\", \"AutoReplyState\": \"Enabled\","
                                            + " \"ExternalMessage\": \"Please ask Bo Lund.\"}")
                            .statusCode())
                    .isEqualTo(200);
            field.advance("PT16M");
            field.watch();

            Item item = only(field.record(), "auto-reply");
            assertThat(item.verdict()).isEqualTo(Verdict.REVIEW);
            assertThat(item.outcome()).contains(ItemOutcome.KEPT);
            assertThat(field.record().state().state()).isNotIn(IncidentState.VERIFIED, IncidentState.WATCHING);
            assertThat(field.exchange(
                                    "operator", "Get-MailboxAutoReplyConfiguration", "{\"Identity\": \"" + ANNA + "\"}")
                            .body())
                    .contains("Please ask Bo Lund.", "\"Enabled\"");
        }
    }

    @Test
    void a_way_for_mail_that_was_off_when_it_was_approved_and_acts_now_is_not_as_decided() throws Exception {
        UnaryOperator<String> connector = planted(
                "{id: old-relay, kind: connector, by: legitimate, created: -P300D, object: {Name: Old relay, direction:"
                        + " outbound, Enabled: false, RecipientDomains: [\"*\"], SmartHosts: [198.51.100.7]}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", connector, folder)) {
            CaseRecord before = field.respond();
            assertThat(before.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(only(before, "connector").verdict()).isEqualTo(Verdict.BENIGN);

            assertThat(field.exchange(
                                    "operator",
                                    "Set-OutboundConnector",
                                    "{\"Identity\": \"Old relay\", \"Enabled\": true}")
                            .statusCode())
                    .isEqualTo(200);
            field.advance("PT16M");
            field.watch();

            assertThat(only(field.record(), "connector").verdict()).isNotEqualTo(Verdict.BENIGN);
            assertThat(field.record().state().state()).isNotIn(IncidentState.VERIFIED, IncidentState.WATCHING);
        }
    }

    @Test
    void a_hardware_token_of_the_attackers_is_found_and_removed() throws Exception {
        UnaryOperator<String> token = planted(
                "{id: evil-token, kind: authentication-method, owner: " + ANNA
                        + ", by: attacker, created: -PT18H, object: {type: hardwareOath, displayName: token, serialNumber: A2}}");
        try (Battlefield field = Battlefield.resource("swift.yaml", token, folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().items().values())
                    .filteredOn(item -> item.name().equals("hardwareOath"))
                    .extracting(Item::outcome)
                    .containsExactly(Optional.of(ItemOutcome.REMOVED));
            assertThat(field.suspectsTruth().getAsJsonObject("holds").getAsJsonArray("methods"))
                    .isEmpty();
        }
    }

    private static Item only(CaseRecord record, String kind) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals(kind))
                .filter(item -> !item.name().equals("Default"))
                .reduce((one, other) -> {
                    throw new AssertionError("two of " + kind + ": " + one + " and " + other);
                })
                .orElseThrow(() -> new AssertionError("no " + kind));
    }
}

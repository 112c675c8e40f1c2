package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, sweep rules and settings of a mailbox are taken away and given back (X5-X7, X12-X14, U1-U4, U7, U11). */
class RuleWritesTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String RULES = "/users/" + ANNA + "/mailFolders/inbox/messageRules";
    private static final String PLANTED = """
            {id: own-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, object: {displayName: "a/b: c ", sequence: 2, conditions: {subjectContains: [invoice, bill], fromAddresses: [x@mail.example], withinSizeRange: {minimumSize: 10, maximumSize: 2048}}, exceptions: {subjectContains: [lunch]}, actions: {moveToFolder: Archive, markAsRead: true, stopProcessingRules: true, forwardTo: [y@mail.example]}}}
            {id: own-client, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, object: {displayName: Sound, clientOnly: true, actions: {assignCategories: [Blue]}}}
            {id: own-sweep, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, object: {sweep: {Name: News, Sender: news@mail.example, DestinationFolder: Archive, KeepForDays: 10, ExceptIfFlagged: true}}}
            {id: own-forwarding, kind: forwarding, owner: anna.berg@contoso.example, by: legitimate, object: {ForwardingAddress: bo.lund@contoso.example, DeliverToMailboxAndForward: true}}
            {id: own-reply, kind: auto-reply, owner: anna.berg@contoso.example, by: legitimate, object: {status: scheduled, externalAudience: contactsOnly, internalReplyMessage: away, externalReplyMessage: gone, scheduledStartDateTime: "2026-03-01T08:00:00Z", scheduledEndDateTime: "2026-03-08T08:00:00Z"}}
            {id: own-calendar, kind: calendar-publishing, owner: anna.berg@contoso.example, by: legitimate, object: {PublishEnabled: true, DetailLevel: LimitedDetails, SearchableUrlEnabled: true}}
            """;

    RuleWritesTest() {
        super(PLANTED);
    }

    private JsonObject ruleOverGraph() {
        return responder.list(RULES).getFirst();
    }

    @Test
    void a_rule_goes_over_graph_and_comes_back_equal_and_the_client_only_one_stays() {
        var rule = ruleOverGraph();
        responder.done("DELETE", RULES + "/" + rule.get("id").getAsString());
        assertThat(responder.collateral()).containsExactly("own-rule removed");

        List.of("id", "isReadOnly", "hasError").forEach(rule::remove);
        responder.done("POST", RULES, rule);
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.tenant().control("/truth").json().getAsJsonArray("unavoidable"))
                .isEmpty();
    }

    @Test
    void a_rule_given_back_with_one_condition_less_is_still_missing() {
        var rule = ruleOverGraph();
        responder.done("DELETE", RULES + "/" + rule.get("id").getAsString());
        List.of("id", "isReadOnly", "hasError", "exceptions").forEach(rule::remove);
        responder.done("POST", RULES, rule);
        assertThat(responder.collateral()).containsExactly("own-rule removed");
    }

    @Test
    void a_rule_goes_through_exchange_and_comes_back_equal_and_the_client_only_one_is_lost() {
        var rule = responder.run("Get-InboxRule", "Mailbox", ANNA).getFirst();
        assertThat(rule.get("WithinSizeRangeMaximum").getAsString()).isEqualTo("2048 KB (2,097,152 bytes)");
        responder.run("Remove-InboxRule", "Mailbox", ANNA, "Identity", rule.get("RuleIdentity"), "Force", true);
        assertThat(responder.collateral()).containsExactly("own-rule removed");

        var parameters = new ArrayList<@Nullable Object>(List.of("Mailbox", ANNA, "Force", true));
        for (var name : List.of(
                "Name",
                "Priority",
                "SubjectContainsWords",
                "From",
                "WithinSizeRangeMinimum",
                "WithinSizeRangeMaximum",
                "ExceptIfSubjectContainsWords",
                "MoveToFolder",
                "MarkAsRead",
                "StopProcessingRules",
                "ForwardTo")) {
            parameters.add(name);
            parameters.add(rule.get(name));
        }
        responder.run("New-InboxRule", parameters.toArray());
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.tenant().control("/truth").json().getAsJsonArray("unavoidable"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"New", "Set", "Disable", "Enable", "Remove"})
    void every_edit_of_a_rule_through_exchange_drops_the_client_only_ones(String verb) {
        var parameters = new ArrayList<@Nullable Object>(List.of("Mailbox", ANNA, "Force", true));
        switch (verb) {
            case "New" -> parameters.addAll(List.of("Name", "n", "MarkAsRead", true));
            case "Set" -> parameters.addAll(List.of("Identity", "a/b: c ", "MarkAsRead", false));
            default -> parameters.addAll(List.of("Identity", "a/b: c "));
        }
        responder.ask(verb + "-InboxRule", parameters.toArray());
        assertThat(responder.tenant().control("/truth").json().getAsJsonArray("unavoidable"))
                .hasSize(1);
    }

    @Test
    void another_persons_rules_are_refused_to_somebody_over_graph() {
        var operator = responder.tenant().tokenAs("operator", "graph");
        for (var method : List.of("GET", "POST")) {
            var reply = responder.tenant().graph(operator, method, "/v1.0" + RULES, new JsonObject());
            assertThat(reply.status()).as(method).isEqualTo(403);
            assertThat(reply.text()).contains("ErrorAccessDenied");
        }
        var rule = RULES + "/" + ruleOverGraph().get("id").getAsString();
        var patched = responder.tenant().graph(operator, "PATCH", "/v1.0" + rule, Json.object("isEnabled", false));
        assertThat(patched.status()).isEqualTo(403);
    }

    @Test
    void a_sweep_rule_goes_and_comes_back_equal() {
        var rule = responder.run("Get-SweepRule", "Mailbox", ANNA).getFirst();
        responder.run("Remove-SweepRule", "Mailbox", ANNA, "Identity", rule.get("Identity"));
        assertThat(responder.collateral()).containsExactly("own-sweep removed");
        assertThat(responder.lastAudit().get("Operation").getAsString()).isEqualTo("Remove-SweepRule");

        var parameters = new ArrayList<@Nullable Object>(List.of("Mailbox", ANNA));
        for (var name : List.of(
                "Name", "Enabled", "Sender", "DestinationFolder", "KeepForDays", "ExceptIfFlagged", "KeepLatest")) {
            parameters.add(name);
            parameters.add(rule.get(name));
        }
        responder.run("New-SweepRule", parameters.toArray());
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_sweep_rule_is_disabled_and_enabled_and_again_is_a_warning() {
        responder.run("Disable-SweepRule", "Mailbox", ANNA, "Identity", "News");
        assertThat(responder.collateral()).containsExactly("own-sweep disabled");
        assertThat(responder.warning("Disable-SweepRule", "Mailbox", ANNA, "Identity", "News"))
                .contains("no settings");
        responder.run("Enable-SweepRule", "Mailbox", ANNA, "Identity", "News");
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_sweep_rule_made_disabled_is_disabled() {
        var made = responder.run(
                "New-SweepRule", "Mailbox", ANNA, "Name", "off", "Enabled", false, "Sender", "x@mail.example");
        assertThat(made.getFirst().get("Enabled").getAsBoolean()).isFalse();
    }

    @Test
    void forwarding_goes_and_comes_back_equal() {
        responder.run("Set-Mailbox", "Identity", ANNA, "ForwardingAddress", null, "DeliverToMailboxAndForward", false);
        assertThat(responder.collateral()).containsExactly("own-forwarding removed");
        responder.run(
                "Set-Mailbox",
                "Identity",
                ANNA,
                "ForwardingAddress",
                "bo.lund@contoso.example",
                "DeliverToMailboxAndForward",
                true);
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void an_own_forwarding_address_is_no_collateral_of_clearing_the_other_one_and_is_of_saying_that_no_copy_stays() {
        responder.run("Set-Mailbox", "Identity", ANNA, "ForwardingSmtpAddress", "smtp:drop@mail.example");
        responder.run("Set-Mailbox", "Identity", ANNA, "ForwardingSmtpAddress", null);
        assertThat(responder.collateral()).isEmpty();
        responder.run("Set-Mailbox", "Identity", ANNA, "DeliverToMailboxAndForward", false);
        assertThat(responder.collateral()).containsExactly("own-forwarding changed");
        responder.run("Set-Mailbox", "Identity", ANNA, "DeliverToMailboxAndForward", true);
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void an_auto_reply_goes_through_exchange_and_comes_back_over_graph_equal() {
        var before =
                responder.done("GET", "/users/" + ANNA + "/mailboxSettings").getAsJsonObject("automaticRepliesSetting");
        assertThat(before.get("status").getAsString()).isEqualTo("scheduled");
        assertThat(before.get("externalAudience").getAsString()).isEqualTo("contactsOnly");
        assertThat(responder
                        .run("Get-MailboxAutoReplyConfiguration", "Identity", ANNA)
                        .getFirst()
                        .get("ExternalAudience")
                        .getAsString())
                .isEqualTo("Known");
        responder.run("Set-MailboxAutoReplyConfiguration", "Identity", ANNA, "AutoReplyState", "Disabled");
        assertThat(responder.collateral()).containsExactly("own-reply removed");
        responder.done(
                "PATCH",
                "/users/" + ANNA + "/mailboxSettings",
                Json.object("automaticRepliesSetting", Json.object("status", "alwaysEnabled")));
        assertThat(responder.collateral()).containsExactly("own-reply changed");
        responder.done("PATCH", "/users/" + ANNA + "/mailboxSettings", Json.object("automaticRepliesSetting", before));
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void calendar_publishing_goes_and_comes_back_equal() {
        var calendar = ANNA + ":\\Calendar";
        responder.run("Set-MailboxCalendarFolder", "Identity", calendar, "PublishEnabled", false);
        assertThat(responder.collateral()).containsExactly("own-calendar removed");
        responder.run(
                "Set-MailboxCalendarFolder",
                "Identity",
                calendar,
                "PublishEnabled",
                true,
                "DetailLevel",
                "LimitedDetails",
                "SearchableUrlEnabled",
                true);
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void protocols_are_closed_and_opened_again() {
        responder.run("Set-CASMailbox", "Identity", ANNA, "ImapEnabled", false, "PopEnabled", false);
        var shown = responder.run("Get-CASMailbox", "Identity", ANNA).getFirst();
        assertThat(shown.get("ImapEnabled").getAsBoolean()).isFalse();
        assertThat(shown.get("EwsEnabled").getAsBoolean()).isTrue();
        assertThat(responder.lastAudit().get("Operation").getAsString()).isEqualTo("Set-CASMailbox");
        assertThat(responder.warning("Set-CASMailbox", "Identity", ANNA, "ImapEnabled", false))
                .contains("no settings");
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.containment.PasswordKeeper;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.decision.DecisionFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.DecideItem;
import dev.cordon.response.ResponseRequest.Dialogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What was as it should be when it was verified, and is not any more, though its id is the same. */
@Execution(ExecutionMode.CONCURRENT)
class ChangedTest {
    private static final String DECISIONS = """
            schema: cordon-decisions/1
            default: recommended
            items:
              - {kind: forwarding, match: {address: anna@partner.example}, decision: keep, because: "she asked for it"}
            """;

    @TempDir
    Path folder;

    @Test
    void a_decision_to_keep_ends_when_the_attacker_changes_what_was_kept() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", ChangedTest::withOwnForwarding, folder)) {
            CaseRecord before = field.respond(
                    UnaryOperator.identity(),
                    AttackActivity.UNKNOWN,
                    new Dialogue(
                            DecisionFile.parse("decisions.yaml", DECISIONS),
                            Optional.empty(),
                            RepeatPolicy.always(),
                            PasswordKeeper.none(),
                            Battlefield.quiet()));
            assertThat(before.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(forwarding(before).outcome()).contains(ItemOutcome.KEPT);

            field.advance("PT80M");
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean())
                    .as("he has changed it")
                    .isTrue();
            field.watch();

            assertThat(forwarding(field.record()).outcome()).contains(ItemOutcome.REMOVED);
            assertThat(states(field.record())).contains(IncidentState.REOPENED);
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean()).isFalse();
        }
    }

    @Test
    void what_a_person_gave_back_does_not_answer_for_what_the_attacker_puts_in_its_place() throws Exception {
        try (Battlefield field =
                Battlefield.resource("swift.yaml", yaml -> setAgain(yaml, "drop@evil.example"), folder)) {
            CaseRecord before = field.respond();
            field.undo(before, forwarding(before).key().id());
            assertThat(forwarding(field.record()).outcome()).contains(ItemOutcome.GIVEN_BACK);

            field.advance("PT80M");
            field.watch();

            assertThat(forwarding(field.record()).name()).isEqualTo("drop@evil.example");
            assertThat(forwarding(field.record()).outcome()).contains(ItemOutcome.REMOVED);
            assertThat(states(field.record())).contains(IncidentState.REOPENED);
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean()).isFalse();
        }
    }

    @Test
    void what_a_person_wanted_gone_is_not_cleared_when_the_attacker_makes_it_again() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", ChangedTest::colleagueAgain, folder)) {
            CaseRecord before = field.respond();
            assertThat(forwarding(before).verdict()).isEqualTo(Verdict.BENIGN);
            decide(field, before, forwarding(before), ItemDecision.REMOVE);
            CaseRecord removed = field.resume(before.incident().id().value());
            assertThat(forwarding(removed).outcome()).contains(ItemOutcome.REMOVED);

            field.advance("PT80M");
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean())
                    .as("he has made it again")
                    .isTrue();
            field.watch();

            boolean feed = field.suspectsTruth().get("mailFeed").getAsBoolean();
            assertThat(feed && field.record().state().state() == IncidentState.VERIFIED)
                    .as(forwarding(field.record()).toString())
                    .isFalse();
            assertThat(forwarding(field.record()).verdict()).isNotEqualTo(Verdict.BENIGN);
        }
    }

    @Test
    void what_our_own_half_done_removal_changed_is_not_taken_for_somebody_elses_change() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord before = field.respond();
            for (String match : List.of(
                    "\"method\": \"DELETE\", \"path\": \"/messageRules\"", "\"cmdlet\": \"Remove-InboxRule\"")) {
                field.control(
                        "POST", "/faults", "{\"match\": {" + match + "}, \"do\": \"status:403\", \"times\": 100}");
            }
            decide(field, before, ownRule(before), ItemDecision.REMOVE);

            CaseRecord refused = field.resume(before.incident().id().value());
            CaseRecord again = field.resume(before.incident().id().value());

            for (CaseRecord record : List.of(refused, again)) {
                assertThat(ownRule(record).decision()).isEqualTo(ItemDecision.REMOVE);
                assertThat(ownRule(record).outcome()).contains(ItemOutcome.FAILED);
                assertThat(record.state().state()).isNotIn(IncidentState.VERIFIED, IncidentState.WATCHING);
                assertThat(record.state().openTasks())
                        .containsKey(
                                "remove-inbox-rule-" + ownRule(record).key().id());
            }
            decide(field, again, ownRule(again), ItemDecision.KEEP);
            assertThat(field.record().state().openTasks())
                    .doesNotContainKey(
                            "remove-inbox-rule-" + ownRule(again).key().id());
        }
    }

    @Test
    void what_appeared_in_the_response_is_not_cleared_by_a_log_that_does_not_reach_to_then() throws Exception {
        UnaryOperator<String> makesAnother = yaml -> yaml.replace("speed: 240", "speed: 20")
                .concat(
                        "    - {when: rule-deleted, match: evil-rule, after: PT20S, do: create, kind: inbox-rule, session: stolen,"
                                + " object: {displayName: Suppliers, conditions: {fromAddresses: [orders@supplier.example]}, actions: {moveToFolder:"
                                + " Rechnungen}}}\n");
        try (Battlefield field = Battlefield.resource("swift.yaml", makesAnother, folder)) {
            CaseRecord record = field.respond();

            Item appeared = rule(record, "Suppliers");
            assertThat(appeared.verdict()).as(appeared.toString()).isEqualTo(Verdict.REVIEW);
            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);
        }
    }

    private static Item ownRule(CaseRecord record) {
        return rule(record, "Invoices");
    }

    private static Item rule(CaseRecord record, String name) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals("inbox-rule"))
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void decide(Battlefield field, CaseRecord record, Item item, ItemDecision decision) {
        new DecideItem(field.workspace(UnaryOperator.identity()))
                .decide(
                        record.incident().id().value(),
                        item.key().id(),
                        decision,
                        "a test wants it",
                        Actor.person("tester"));
    }

    @Test
    void a_block_that_somebody_has_undone_is_put_again() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", ChangedTest::enabledAgain, folder)) {
            assertThat(field.respond().state().state()).isEqualTo(IncidentState.VERIFIED);

            long before = blocks(field);
            for (int look = 0; look < 3 && blocks(field) == before; look++) {
                field.advance("PT40M"); // the foreign hand moves when the clock has told it, beside us
                field.watch();
            }

            assertThat(states(field.record())).contains(IncidentState.REOPENED);
            assertThat(field.record().state().state()).isIn(IncidentState.VERIFIED, IncidentState.WATCHING);
            assertThat(blocks(field)).isEqualTo(before + 1);
        }
    }

    private static long blocks(Battlefield field) {
        return field.requests().stream()
                .filter(row -> row.get("caller").toString().equals("\"app\"")
                        && row.get("method").toString().equals("\"PATCH\"")
                        && row.get("path").toString().matches("\"/v1.0/users/[^/]+\"")
                        && row.get("status").getAsInt() < 300)
                .count();
    }

    private static String setAgain(String yaml, String target) {
        return yaml.replace("speed: 240", "speed: 20")
                .concat(
                        "    - {at: PT55M, do: create, kind: forwarding, session: stolen, object: {ForwardingSmtpAddress:"
                                + " \"smtp:" + target + "\", DeliverToMailboxAndForward: true}}\n");
    }

    private static String colleagueAgain(String yaml) {
        return setAgain(
                yaml.replace(
                                "{id: evil-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: attacker, created: -PT19H,",
                                "{id: own-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: legitimate, created: -P190D,")
                        .replace("smtp:drop@mail.example", "smtp:bo.lund@contoso.example"),
                "bo.lund@contoso.example");
    }

    private static String withOwnForwarding(String yaml) {
        return yaml.replace(
                        "{id: evil-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: attacker, created: -PT19H,",
                        "{id: own-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: legitimate, created: -P190D,")
                .replace("smtp:drop@mail.example", "smtp:anna@partner.example")
                .replace("speed: 240", "speed: 20")
                .concat(
                        "    - {at: PT55M, do: create, kind: forwarding, session: stolen, object: {ForwardingSmtpAddress:"
                                + " \"smtp:drop@evil.example\", DeliverToMailboxAndForward: true}}\n");
    }

    private static String enabledAgain(String yaml) {
        return yaml.replace("hybrid: none", "hybrid: hash-sync")
                .replace("speed: 240", "speed: 20")
                .concat(
                        "otherHands:\n  - {by: bo.lund@contoso.example, when: account-disabled, after: PT30M, do: enable, user:"
                                + " anna.berg@contoso.example}\n");
    }

    private static Item forwarding(CaseRecord record) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals("forwarding"))
                .findFirst()
                .orElseThrow();
    }

    private static List<IncidentState> states(CaseRecord record) {
        return record.entries().stream()
                .map(Recorded::entry)
                .filter(CaseEntry.StateChanged.class::isInstance)
                .map(entry -> ((CaseEntry.StateChanged) entry).to())
                .toList();
    }
}

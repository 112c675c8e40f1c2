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
            new DecideItem(field.workspace(UnaryOperator.identity()))
                    .decide(
                            before.incident().id().value(),
                            forwarding(before).key().id(),
                            ItemDecision.REMOVE,
                            "not hers",
                            Actor.person("tester"));
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

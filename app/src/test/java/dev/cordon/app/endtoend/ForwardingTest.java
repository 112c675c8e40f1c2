package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.OlderJournal;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.containment.PasswordKeeper;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.decision.Decision;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.undo.Returned;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.DecideItem;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.response.UndoItems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A mailbox forwards to two addresses: to a colleague, as its user has wanted for long, and to the attacker. */
@Execution(ExecutionMode.CONCURRENT)
class ForwardingTest {
    private static final String HIS = "drop@mail.example";
    private static final String OWN = "Bo Lund";

    @TempDir
    Path folder;

    private Battlefield mixed() throws Exception {
        return Battlefield.resource(
                "swift.yaml",
                yaml -> yaml.replace(
                        "history:\n",
                        "  - {id: own-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: legitimate, created: -P190D,"
                                + " object: {ForwardingAddress: bo.lund@contoso.example, DeliverToMailboxAndForward: true}}\n"
                                + "history:\n"),
                folder);
    }

    private static List<Item> forwardings(CaseRecord record) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals("forwarding"))
                .toList();
    }

    private static Item forwarding(CaseRecord record, String to) {
        return forwardings(record).stream()
                .filter(item -> item.name().equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not forwarded to " + to));
    }

    private static List<String> held(Battlefield field) {
        return StreamSupport.stream(
                        field.suspectsTruth()
                                .getAsJsonObject("holds")
                                .getAsJsonArray("forwarding")
                                .spliterator(),
                        false)
                .map(held -> held.getAsJsonObject().get("id").getAsString())
                .toList();
    }

    /** Whether the user's own forwarding is missing or otherwise than it was. */
    private static boolean isHarmed(Battlefield field) {
        for (JsonElement row : field.truth().getAsJsonArray("collateral")) {
            if (row.getAsJsonObject().get("id").getAsString().equals("own-fwd")) {
                return true;
            }
        }
        return false;
    }

    private static Returned only(UndoItems.Undone undone) {
        assertThat(undone.items()).hasSize(1);
        return undone.items().getFirst();
    }

    @Test
    void the_attackers_address_goes_and_the_users_own_stays_with_its_copy() throws Exception {
        try (Battlefield field = mixed()) {
            CaseRecord record = field.respond();

            assertThat(forwardings(record)).hasSize(2);
            assertThat(forwarding(record, HIS).verdict()).isEqualTo(Verdict.MALICIOUS);
            assertThat(forwarding(record, HIS).outcome()).contains(ItemOutcome.REMOVED);
            assertThat(forwarding(record, OWN).verdict()).isEqualTo(Verdict.BENIGN);
            assertThat(forwarding(record, OWN).outcome()).contains(ItemOutcome.KEPT);
            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(held(field)).isEmpty();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();

            Returned his = only(field.undo(record, HIS));
            assertThat(his.ending()).as(his.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(forwarding(field.record(), OWN).outcome()).contains(ItemOutcome.KEPT);
            assertThat(isHarmed(field)).isFalse();
        }
    }

    @Test
    void of_two_that_were_removed_each_comes_back_alone_and_equal() throws Exception {
        try (Battlefield field = mixed()) {
            CaseRecord record = field.removeEverything();
            assertThat(forwardings(record))
                    .hasSize(2)
                    .allMatch(item ->
                            item.outcome().filter(ItemOutcome.REMOVED::equals).isPresent());
            assertThat(isHarmed(field)).isTrue();

            Returned own = only(field.undo(record, OWN));
            assertThat(own.ending()).as(own.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(own.changes()).isEmpty();
            assertThat(isHarmed(field)).isFalse();
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean()).isFalse();
            assertThat(forwarding(field.record(), HIS).outcome()).contains(ItemOutcome.REMOVED);

            Returned his = only(field.undo(record, HIS));
            assertThat(his.ending()).as(his.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(his.changes()).isEmpty();
            assertThat(only(field.undo(record, OWN)).ending()).isEqualTo(Ending.ALREADY_IN_PLACE);
        }
    }

    @Test
    void what_a_person_kept_in_an_earlier_version_as_one_item_stays_kept_as_two() throws Exception {
        try (Battlefield field = mixed()) {
            CaseRecord before = field.respond(UnaryOperator.identity(), AttackActivity.UNKNOWN, keepingForwarding());
            String incident = before.incident().id().value();
            String mailbox = forwarding(before, OWN).key().id().split("\\|", -1)[1];
            new DecideItem(field.workspace(UnaryOperator.identity()))
                    .decide(incident, keptMethod(before), ItemDecision.REMOVE, "lost", Actor.person("tester"));
            long until = field.record().entries().getLast().sequence();
            UnaryOperator<RunJournal> older = journal -> new OlderJournal(journal, HIS + ", " + OWN, until);

            CaseRecord after = field.resume(incident, older, Dialogue.recommended(Battlefield.quiet()));

            assertThat(forwarding(after, HIS + ", " + OWN).key().id()).isEqualTo(mailbox);
            assertThat(forwardings(after)).hasSize(3).allSatisfy(item -> {
                assertThat(item.outcome()).contains(ItemOutcome.KEPT);
                assertThat(item.decidedBy().map(Actor::kind)).contains(Actor.Kind.PERSON);
            });
            assertThat(after.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(held(field)).containsExactly("evil-fwd");
            assertThat(isHarmed(field)).isFalse();
        }
    }

    private static String keptMethod(CaseRecord record) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals("authentication-method"))
                .filter(item -> item.outcome().filter(ItemOutcome.KEPT::equals).isPresent())
                .map(item -> item.key().id())
                .findFirst()
                .orElseThrow();
    }

    private static Dialogue keepingForwarding() {
        return new Dialogue(
                proposal -> proposal.kind() == ItemKind.FORWARDING
                        ? new Decision(false, Actor.person("tester"), "she asked for it")
                        : new Decision(
                                proposal.removable() && proposal.verdict() == Verdict.MALICIOUS,
                                Actor.CORDON,
                                "as judged"),
                Optional.empty(),
                RepeatPolicy.always(),
                PasswordKeeper.none(),
                Battlefield.quiet());
    }
}

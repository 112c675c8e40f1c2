package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.playbooks.undo.Returned;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.UndoItems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was removed wrongly is given back, is the same again, and stays. */
class UndoTest {
    private static final Set<String> SET_BY_THE_SERVICE = Set.of(
            "id",
            "sequence",
            "hidden",
            "createdDateTime",
            "startDateTime",
            "WhenChanged",
            "PublishedCalendarUrl",
            "PublishedICalUrl");

    private static final Set<String> CANNOT = Set.of("iPhone 15", "softwareOath", "Blue key");

    private static final Set<String> KINDS = Set.of(
            "inbox-rule",
            "forwarding",
            "delegate",
            "folder-permission",
            "calendar-publishing",
            "authentication-method",
            "consent",
            "app-role-assignment",
            "device",
            "auto-reply",
            "role",
            "transport-rule",
            "connector",
            "remote-domain");

    @TempDir
    Path folder;

    private static Item item(CaseRecord record, String kind, String name) {
        return record.state().items().values().stream()
                .filter(item -> item.key().kind().equals(kind) && item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static Returned only(UndoItems.Undone undone) {
        assertThat(undone.items()).hasSize(1);
        return undone.items().getFirst();
    }

    @Test
    void a_rule_is_given_back_equal_in_every_field_and_is_kept_by_the_next_look() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            Item rule = item(record, "inbox-rule", "Invoices");
            assertThat(rule.outcome()).contains(ItemOutcome.REMOVED);

            Returned returned = only(field.undo(record, "Invoices"));
            assertThat(returned.ending()).as(returned.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(returned.changes()).extracting(Returned.Change::field).contains("id");
            CaseRecord after = field.record();
            Item given = after.state().item(rule.key()).orElseThrow();
            assertThat(given.outcome()).contains(ItemOutcome.GIVEN_BACK);
            assertThat(given.decision()).isEqualTo(ItemDecision.KEEP);
            assertThat(given.givenBackAs()).isPresent();

            Returned again = only(field.undo(after, rule.key().id()));
            assertThat(again.ending()).as(again.detail()).isEqualTo(Ending.ALREADY_IN_PLACE);
            field.advance("PT20M");
            field.watch();
            Returned later = only(field.undo(after, rule.key().id()));
            assertThat(later.ending()).as(later.detail()).isEqualTo(Ending.ALREADY_IN_PLACE);
            assertThat(field.record().state().item(rule.key()).orElseThrow().outcome())
                    .contains(ItemOutcome.GIVEN_BACK);
            assertThat(field.store().verifier().verify().faults()).isEmpty();
        }
    }

    @Test
    void forwarding_is_given_back_with_both_addresses_and_the_copy() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            Returned returned = only(field.undo(record, "drop@mail.example"));
            assertThat(returned.ending()).as(returned.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(returned.changes()).isEmpty();
            assertThat(only(field.undo(record, "drop@mail.example")).ending()).isEqualTo(Ending.ALREADY_IN_PLACE);
        }
    }

    @Test
    void what_is_judged_malicious_comes_back_only_by_name() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            List<Returned> all = field.undo(record).items();
            assertThat(all).extracting(Returned::name).contains("Invoices").doesNotContain("Junk E-Mail Rule.");
            assertThat(item(field.record(), "inbox-rule", "Junk E-Mail Rule.").outcome())
                    .contains(ItemOutcome.REMOVED);

            Returned hidden = only(field.undo(record, "Junk E-Mail Rule."));
            assertThat(hidden.ending()).as(hidden.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(hidden.changes()).extracting(Returned.Change::field).contains("hidden", "id");
        }
    }

    @Test
    void what_somebody_changed_since_is_not_overwritten() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            field.undo(record, "Invoices");
            ByHand hand = new ByHand(field);
            String rules = "/v1.0/users/" + field.suspect() + "/mailFolders/inbox/messageRules";
            String id = JsonParser.parseString(hand.graph("GET", rules, ""))
                    .getAsJsonObject()
                    .getAsJsonArray("value")
                    .get(0)
                    .getAsJsonObject()
                    .get("id")
                    .getAsString();
            hand.graph("PATCH", rules + "/" + id, "{\"actions\": {\"markAsRead\": true}}");

            Returned again = only(field.undo(record, "Invoices"));
            assertThat(again.ending()).as(again.detail()).isEqualTo(Ending.CHANGED_SINCE);
            assertThat(again.changes()).extracting(Returned.Change::field).contains("MarkAsRead", "MoveToFolder");
        }
    }

    @Test
    void what_microsoft_refuses_is_said_and_an_answer_that_never_came_is_looked_after() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            field.control(
                    "POST",
                    "/faults",
                    "{\"match\": {\"cmdlet\": \"Set-Mailbox\"}, \"do\": \"status:403\", \"times\": 1}");
            Returned refused = only(field.undo(record, "drop@mail.example"));
            assertThat(refused.ending()).isEqualTo(Ending.FAILED);
            assertThat(refused.notPermitted()).as(refused.detail()).isTrue();
            assertThat(item(field.record(), "forwarding", "drop@mail.example").outcome())
                    .contains(ItemOutcome.REMOVED);

            field.control(
                    "POST",
                    "/faults",
                    "{\"match\": {\"method\": \"POST\", \"path\": \"/messageRules\"}, \"do\": \"reset-after-commit\","
                            + " \"times\": 1}");
            Returned unknown = only(field.undo(record, "Invoices"));
            assertThat(unknown.ending()).as(unknown.detail()).isEqualTo(Ending.GIVEN_BACK);
        }
    }

    @Test
    void everything_of_every_kind_comes_back_as_its_copy_shows_it() throws Exception {
        try (Battlefield field = Battlefield.resource("everything.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            Map<String, Ending> endings = new TreeMap<>();
            List<String> wrong = new ArrayList<>();
            for (Returned one : everything(field, record)) {
                endings.put(one.key().kind() + " " + one.name(), one.ending());
                Set<String> differs = one.changes().stream()
                        .map(Returned.Change::field)
                        .filter(name -> !SET_BY_THE_SERVICE.contains(name))
                        .collect(Collectors.toSet());
                boolean isExpected = one.ending() == Ending.GIVEN_BACK
                        || (one.ending() == Ending.CANNOT_BE_GIVEN_BACK && CANNOT.contains(one.name()))
                        || (one.ending() == Ending.ALREADY_IN_PLACE
                                && one.key().kind().equals("app-role-assignment"));
                if (!isExpected || !differs.isEmpty()) {
                    wrong.add(one.key() + " " + one.name() + " " + one.ending() + " " + one.changes() + " "
                            + one.detail());
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(endings.keySet().stream().map(key -> key.split(" ")[0])).contains(KINDS.toArray(String[]::new));

            assertThat(everything(field, record))
                    .filteredOn(one -> one.ending() != Ending.CANNOT_BE_GIVEN_BACK)
                    .allMatch(one -> one.ending() == Ending.ALREADY_IN_PLACE, "in place the second time");
            field.advance("PT20M");
            field.watch();
            assertThat(everything(field, record))
                    .filteredOn(one -> one.ending() != Ending.CANNOT_BE_GIVEN_BACK)
                    .allMatch(one -> one.ending() == Ending.ALREADY_IN_PLACE, "in place after a re-check");
            assertThat(field.store().verifier().verify().faults()).isEmpty();
        }
    }

    /** What is not judged malicious at once, and the rest by name. */
    private static List<Returned> everything(Battlefield field, CaseRecord record) throws InterruptedException {
        List<Returned> all = new ArrayList<>(field.undo(record).items());
        for (Item item : field.leftOut(record)) {
            all.addAll(field.undo(record, item.key().id()).items());
        }
        return all;
    }
}

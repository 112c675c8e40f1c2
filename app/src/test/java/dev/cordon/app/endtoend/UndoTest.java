package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.DyingJournal;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.Exhibit;
import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.undo.Returned;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.report.IncidentTimeline;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.CloseIncident;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.response.UndoItems;
import dev.cordon.response.UndoScope;
import dev.cordon.response.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What was removed wrongly is given back, is the same again, and stays. */
@Execution(ExecutionMode.CONCURRENT)
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
            assertThat(field.watch().found().values()).isNotEmpty().noneMatch(Watch.Found::cameBack);
            Returned later = only(field.undo(after, rule.key().id()));
            assertThat(later.ending()).as(later.detail()).isEqualTo(Ending.ALREADY_IN_PLACE);
            assertThat(field.record().state().item(rule.key()).orElseThrow().outcome())
                    .contains(ItemOutcome.GIVEN_BACK);
            assertThat(field.store().verifier().verify().faults()).isEmpty();
        }
    }

    @Test
    void forwarding_is_given_back_with_its_copy() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            Returned returned = only(field.undo(record, "drop@mail.example"));
            assertThat(returned.ending()).as(returned.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(returned.changes()).isEmpty();
            assertThat(only(field.undo(record, "drop@mail.example")).ending()).isEqualTo(Ending.ALREADY_IN_PLACE);
        }
    }

    @Test
    void rules_that_were_disabled_and_could_not_be_deleted_are_enabled_again() throws Exception {
        UnaryOperator<String> withSweep = yaml -> yaml.replace(
                "history:\n",
                "  - {id: own-sweep, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, created: -P100D, object:"
                        + " {sweep: {Name: News, Sender: news@press.example, DestinationFolder: Archive}}}\nhistory:\n");
        try (Battlefield field = Battlefield.resource("swift.yaml", withSweep, folder)) {
            refuse(field, "\"method\": \"DELETE\", \"path\": \"/messageRules\"");
            refuse(field, "\"cmdlet\": \"Remove-InboxRule\"");
            refuse(field, "\"cmdlet\": \"Remove-SweepRule\"");
            CaseRecord record = field.removeEverything();
            for (String name : List.of("Invoices", "News", "Junk E-Mail Rule.")) {
                assertThat(item(record, "inbox-rule", name).outcome()).contains(ItemOutcome.FAILED);
            }
            assertThat(rulesChanged(field)).containsExactlyInAnyOrder("own-rule disabled", "own-sweep disabled");

            List<Returned> all = field.undo(record).items();
            assertThat(all)
                    .filteredOn(one -> one.key().kind().equals("inbox-rule"))
                    .extracting(Returned::name)
                    .containsExactlyInAnyOrder("Invoices", "News", "Junk E-mail Rule");
            assertThat(all)
                    .filteredOn(one -> one.key().kind().equals("inbox-rule"))
                    .allSatisfy(one -> {
                        assertThat(one.ending()).as(one.detail()).isEqualTo(Ending.GIVEN_BACK);
                        assertThat(one.changes()).isEmpty();
                    });
            assertThat(rulesChanged(field)).isEmpty();
            assertThat(item(field.record(), "inbox-rule", "Invoices").outcome()).contains(ItemOutcome.GIVEN_BACK);

            Returned hidden = only(field.undo(record, "Junk E-Mail Rule."));
            assertThat(hidden.ending()).as(hidden.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(only(field.undo(record, "Invoices")).ending()).isEqualTo(Ending.ALREADY_IN_PLACE);
        }
    }

    private static void refuse(Battlefield field, String match) {
        field.control("POST", "/faults", "{\"match\": {" + match + "}, \"do\": \"status:403\", \"times\": 100}");
    }

    private static List<String> rulesChanged(Battlefield field) {
        return field.truth().getAsJsonArray("collateral").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(row -> row.get("kind").getAsString().equals("inbox-rule"))
                .map(row ->
                        row.get("id").getAsString() + " " + row.get("change").getAsString())
                .toList();
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
            hand.graph(
                    "PATCH", hand.rulesPath() + "/" + hand.rules().getFirst(), "{\"actions\": {\"markAsRead\": true}}");

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
    void what_cannot_be_read_back_is_named_as_unknown() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            field.control(
                    "POST",
                    "/faults",
                    "{\"match\": {\"cmdlet\": \"Get-Mailbox\", \"nth\": 2}, \"do\": \"status:403\", \"times\": 1}");
            Returned unknown = only(field.undo(record, "drop@mail.example"));
            assertThat(unknown.ending()).as(unknown.detail()).isEqualTo(Ending.INDETERMINATE);
            assertThat(only(field.undo(record, "drop@mail.example")).ending()).isEqualTo(Ending.ALREADY_IN_PLACE);
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

    @Test
    void an_undo_that_was_killed_after_the_effect_is_found_in_place_by_the_next_one() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            UndoScope scope = new UndoScope(Optional.of("Invoices"), false, "");
            assertThatThrownBy(() -> field.undo(
                            record,
                            scope,
                            journal -> new DyingJournal(
                                    journal,
                                    entry -> entry instanceof EngineEntry.EffectConcluded concluded
                                            && concluded.key().startsWith("give-back"))))
                    .isInstanceOf(DyingJournal.ProcessDied.class);

            Returned returned = only(field.undo(record, "Invoices"));
            assertThat(returned.ending()).as(returned.detail()).isEqualTo(Ending.ALREADY_IN_PLACE);
            Item rule = item(field.record(), "inbox-rule", "Invoices");
            assertThat(rule.outcome()).contains(ItemOutcome.GIVEN_BACK);
            assertThat(new ByHand(field).rules()).hasSize(1);
        }
    }

    @Test
    void a_rule_that_the_user_made_again_himself_is_left_as_he_made_it() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            ByHand hand = new ByHand(field);
            hand.graph(
                    "POST",
                    hand.rulesPath(),
                    "{\"displayName\": \"Invoices\", \"sequence\": 1, \"isEnabled\": true,"
                            + " \"conditions\": {\"subjectContains\": [\"bill\"]}, \"actions\": {\"markAsRead\": true}}");
            Returned returned = only(field.undo(record, "Invoices"));
            assertThat(returned.ending()).isEqualTo(Ending.CHANGED_SINCE);
            assertThat(returned.changes()).extracting(Returned.Change::field).contains("SubjectContainsWords");
            assertThat(hand.rules()).hasSize(1);
        }
    }

    @Test
    void what_was_given_back_and_removed_by_somebody_since_comes_back_only_by_name() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            field.undo(record, "Invoices");
            ByHand hand = new ByHand(field);
            hand.graph("DELETE", hand.rulesPath() + "/" + hand.rules().getFirst(), "");

            Returned skipped = field.undo(record).items().stream()
                    .filter(one -> one.name().equals("Invoices"))
                    .findFirst()
                    .orElseThrow();
            assertThat(skipped.ending()).isEqualTo(Ending.CHANGED_SINCE);
            assertThat(hand.rules()).isEmpty();
            assertThat(only(field.undo(record, "Invoices")).ending()).isEqualTo(Ending.GIVEN_BACK);
        }
    }

    @Test
    void a_blocked_sign_in_is_unblocked_only_when_it_is_asked_for() throws Exception {
        UnaryOperator<String> guest = yaml -> yaml.replace("suspect: true,", "suspect: true, userType: guest,");
        try (Battlefield field = Battlefield.resource("swift.yaml", guest, folder)) {
            CaseRecord record = field.removeEverything();
            assertThat(field.undo(record).items())
                    .extracting(one -> one.key().kind())
                    .doesNotContain("account");

            Returned account = only(field.undo(record, field.suspect()));
            assertThat(account.ending()).as(account.detail()).isEqualTo(Ending.GIVEN_BACK);
            assertThat(only(field.undo(record, field.suspect())).ending()).isEqualTo(Ending.ALREADY_IN_PLACE);
            assertThat(field.record().state().items().values())
                    .filteredOn(item -> item.key().kind().equals("account"))
                    .singleElement()
                    .satisfies(item -> assertThat(item.outcome()).contains(ItemOutcome.GIVEN_BACK));
        }
    }

    @Test
    void a_sign_in_that_somebody_else_blocked_or_nobody_is_refused() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            assertThatThrownBy(() -> field.undo(record, field.suspect()))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("did not block");
        }
    }

    @Test
    void nothing_malicious_comes_back_without_a_reason_and_nothing_that_was_kept_at_all() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.respond();
            assertThatThrownBy(() -> field.undo(
                            record,
                            new UndoScope(Optional.of("Junk E-Mail Rule."), false, " "),
                            UnaryOperator.identity()))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("malicious");
            assertThatThrownBy(() -> field.undo(record, "Invoices"))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("not taken away");
            assertThat(field.undo(record).items()).isEmpty();
        }
    }

    @Test
    void a_damaged_copy_gives_nothing_back() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            for (Exhibit exhibit : record.exhibits()) {
                if (exhibit.kind().equals("inbox-rules")) {
                    Path file = field.dataFolder()
                            .resolve("vault")
                            .resolve(exhibit.sha256().hex());
                    Files.writeString(file, " ".repeat((int) exhibit.size()));
                }
            }
            assertThatThrownBy(() -> field.undo(record, "Invoices")).isInstanceOf(EvidenceDamagedException.class);
            assertThat(new ByHand(field).rules()).isEmpty();
        }
    }

    @Test
    void a_closed_incident_gives_back_too_and_everything_is_written_down() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.removeEverything();
            new CloseIncident(field.workspace(UnaryOperator.identity()))
                    .close(record.incident().id().value(), false, "done", true, Actor.person("tester"));
            CaseRecord after = field.undo(
                            record,
                            new UndoScope(Optional.of("Invoices"), false, "it was his own"),
                            UnaryOperator.identity())
                    .record();
            assertThat(after.state().state()).isEqualTo(IncidentState.CLOSED);
            assertThat(IncidentTimeline.of(after.entries(), Optional.empty()))
                    .anyMatch(line -> line.text().contains("given back"));
            Path report = Path.of(
                    after.state().chronicle().reports().getLast().paths().get("markdown"));
            assertThat(Files.readString(report)).contains("given back").contains("it was his own");
            assertThat(field.store().custody().entries(record.incident().id()))
                    .anyMatch(entry -> entry.event() instanceof CustodyEvent.Accessed read
                            && read.why().contains("give back"));
        }
    }
}

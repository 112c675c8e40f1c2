package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.Account;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.Place;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.CollectLogs.Whose;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.MessageTrace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectionQuestionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Account ANNA =
            new Account("5f1c0a44-0000-4000-8000-000000000001", "anna.berg@contoso.example", "Anna Berg");

    private static CollectLogs.Request request(Whose whose, Optional<Instant> from) {
        return new CollectLogs.Request(
                EnumSet.allOf(LogRecord.Log.class), whose, from, Duration.ZERO, Optional.empty());
    }

    private static List<CollectionPlan.Planned> planned(Whose whose, Optional<Instant> from) {
        return CollectionPlan.of(
                request(whose, from), ANNA, Optional.empty(), Optional.empty(), NOW, CollectedLog::oldest);
    }

    @Test
    void everybody_s_directory_audit_is_asked_whole_and_not_for_the_account() {
        assertThat(planned(Whose.EVERYBODY, Optional.empty()))
                .filteredOn(each -> each.source().log().log() == LogRecord.Log.DIRECTORY_AUDIT)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.source())
                            .isEqualTo(new CollectionSource(
                                    CollectedLog.DIRECTORY_AUDITS_ALL, CollectionSource.EVERYBODY));
                    assertThat(each.beginning())
                            .isInstanceOfSatisfying(
                                    Place.DirectoryAudits.class,
                                    place -> assertThat(
                                                    place.position().question().whose())
                                            .isEqualTo(new DirectoryAuditQuestion.Whose.Everybody()));
                });
    }

    @Test
    void the_account_s_directory_audit_is_asked_as_target_and_as_actor() {
        assertThat(planned(Whose.ACCOUNT, Optional.empty()))
                .extracting(each -> each.source().log())
                .filteredOn(log -> log.log() == LogRecord.Log.DIRECTORY_AUDIT)
                .containsExactlyInAnyOrder(CollectedLog.DIRECTORY_AUDITS_TARGET, CollectedLog.DIRECTORY_AUDITS_ACTOR);
    }

    @Test
    void the_oldest_kept_day_of_a_month_is_asked_for_but_for_an_hour_at_the_edge() {
        assertThat(planned(Whose.EVERYBODY, Optional.empty()))
                .filteredOn(each -> each.source().log().kept().toDays() == 30)
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.from())
                        .isEqualTo(NOW.minus(each.source().log().kept()).plus(Duration.ofHours(1))));
    }

    @Test
    void what_is_asked_from_later_than_was_wanted_is_said_with_both_times() {
        Instant wanted = NOW.minus(Duration.ofDays(60));

        assertThat(CollectionPlan.movedOn(
                        request(Whose.ACCOUNT, Optional.of(wanted)),
                        planned(Whose.ACCOUNT, Optional.of(wanted)),
                        CollectedLog::kept))
                .containsExactly(
                        "Microsoft keeps 30 days of directory-audit, sign-ins: asked for from 2026-01-31T09:00:00Z on,"
                                + " not from "
                                + wanted + ".");
        assertThat(CollectionPlan.movedOn(
                        request(Whose.ACCOUNT, Optional.empty()),
                        planned(Whose.ACCOUNT, Optional.empty()),
                        CollectedLog::kept))
                .isEmpty();
    }

    @Test
    void mails_to_where_mail_was_sent_on_are_asked_for_from_any_sender() {
        assertThat(CollectionPlan.toDestinations(
                        request(Whose.ACCOUNT, Optional.empty()), List.of("drop@mail.example"), Optional.empty(), NOW))
                .singleElement()
                .satisfies(each -> assertThat(each.beginning())
                        .isInstanceOfSatisfying(
                                Place.Trace.class,
                                place -> assertThat(place.position().question().mails())
                                        .isEqualTo(new MessageTrace.Mails.ReceivedBy("drop@mail.example"))));
    }

    @Test
    void no_more_than_a_stated_number_of_destinations_is_traced_and_the_rest_is_said() {
        List<String> many = IntStream.range(0, 25)
                .mapToObj(i -> "drop" + i + "@mail.example")
                .toList();

        AttackersDestinations bounded = AttackersDestinations.bounded(many, List.of());

        assertThat(bounded.addresses()).containsExactlyElementsOf(many.subList(0, AttackersDestinations.MOST));
        assertThat(bounded.notes())
                .singleElement()
                .asString()
                .contains("25 addresses")
                .contains("first 20");
        assertThat(AttackersDestinations.bounded(many.subList(0, 20), List.of()).notes())
                .isEmpty();
    }

    private static Item hostile(String kind, String id, String name) {
        return Item.found(new ItemKey(kind, id), name, Verdict.MALICIOUS, List.of(), Optional.empty());
    }

    private static List<String> notes(Item item, Optional<String> shown) {
        List<String> notes = new ArrayList<>();
        AttackersDestinations.sending(
                item, shown.map(text -> text.getBytes(StandardCharsets.UTF_8)), new LinkedHashSet<>(), notes);
        return notes;
    }

    @Test
    void a_rule_whose_exhibit_does_not_say_where_it_sends_mail_leaves_a_note() {
        Item rule = hostile("inbox-rule", "17", "..");

        assertThat(notes(rule, Optional.empty())).singleElement().asString().contains("cannot be opened");
        assertThat(notes(rule, Optional.of("<html>")))
                .singleElement()
                .asString()
                .contains("inbox-rule \"..\" (17)")
                .contains("not known and so not traced")
                .contains("no JSON");
        assertThat(notes(rule, Optional.of("{\"id\":\"17\",\"ForwardTo\":[\"drop@mail.example\"]}")))
                .isEmpty();
    }

    @Test
    void a_connector_and_a_mail_contact_cannot_be_traced_and_are_said_to_be_not() {
        assertThat(notes(
                        hostile("connector", "g-1", "Outbound"),
                        Optional.of("{\"Guid\":\"g-1\",\"SmartHosts\":[\"203.0.113.77\"]}")))
                .singleElement()
                .asString()
                .contains("hands mail to 203.0.113.77")
                .contains("--whose everybody");
        assertThat(notes(
                        hostile("transport-rule", "g-2", "Copy"),
                        Optional.of("{\"Guid\":\"g-2\",\"BlindCopyTo\":[\"Drop Box\"]}")))
                .singleElement()
                .asString()
                .contains("1 destination")
                .contains("mail contact");

        List<String> notes = new ArrayList<>();
        Set<String> addresses = new LinkedHashSet<>();
        AttackersDestinations.forwarding(hostile("forwarding", "ForwardingAddress|m", "Drop Box"), addresses, notes);
        AttackersDestinations.forwarding(
                hostile("forwarding", "ForwardingSmtpAddress|m", "smtp:drop@mail.example"), addresses, notes);

        assertThat(addresses).containsExactly("drop@mail.example");
        assertThat(notes).singleElement().asString().contains("\"Drop Box\"").contains("not traced");
    }

    private static Optional<AttackSummary> knownBy(int addresses) {
        return Optional.of(new AttackSummary(
                Certainty.ATTACK,
                Optional.of(NOW.minus(Duration.ofDays(1))),
                "",
                "",
                List.of(),
                IntStream.range(0, addresses).mapToObj(i -> "203.0.113." + i).toList(),
                List.of(),
                NOW));
    }

    private static List<String> askedAbout(CollectLogs.Request request, int known) {
        return CollectionPlan.of(request, ANNA, Optional.empty(), knownBy(known), NOW, CollectedLog::oldest).stream()
                .filter(each -> each.source().log() == CollectedLog.AUDIT_LOG_SEARCH)
                .map(each -> each.source().of())
                .filter(of -> of.startsWith("from "))
                .toList();
    }

    @Test
    void beyond_the_first_ten_addresses_of_the_attacker_it_is_said_and_more_can_be_asked_for() {
        CollectLogs.Request usual = request(Whose.ACCOUNT, Optional.empty());
        CollectLogs.Request more = new CollectLogs.Request(
                usual.logs(),
                Whose.ACCOUNT,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                0,
                Optional.empty(),
                12);

        assertThat(CollectionPlan.leftOut(usual, knownBy(10))).isEmpty();
        assertThat(CollectionPlan.leftOut(usual, knownBy(12)))
                .hasValueSatisfying(note -> assertThat(note)
                        .contains("12 addresses")
                        .contains("first 10")
                        .contains("'--addresses 12'"));
        assertThat(CollectionPlan.leftOut(more, knownBy(12))).isEmpty();
        assertThat(askedAbout(usual, 12)).hasSize(1);
        assertThat(askedAbout(more, 12))
                .hasSize(2)
                .startsWith(askedAbout(usual, 12).getFirst())
                .endsWith("from 203.0.113.10, 203.0.113.11");
    }
}

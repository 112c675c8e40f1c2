package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.reconstruction.TracedMail.Hand;
import dev.cordon.investigation.reconstruction.TracedMail.Kind;
import dev.cordon.investigation.records.LogRecord.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutgoingMailTest {
    private static final Known KNOWN = new Known(Set.of(ANNA, "object-1"), Set.of(AWAY), Set.of(), Set.of(), List.of());

    private final AuditRowsMade made = new AuditRowsMade().habit(ANNA, HOME);
    private final List<String> trace = new ArrayList<>();

    private static String send(String message, String where) {
        return where + ",\"Workload\":\"Exchange\",\"MailboxOwnerUPN\":\"" + ANNA
                + "\",\"Item\":{\"Id\":\"i\",\"InternetMessageId\":\"" + message + "\"}";
    }

    private void traced(String time, String message, String sender, String recipient) {
        trace.add("{\"MessageTraceId\":\"t-" + message + "\",\"MessageId\":\"" + message + "\",\"Received\":\"" + time
                + "\",\"SenderAddress\":\"" + sender + "\",\"RecipientAddress\":\"" + recipient
                + "\",\"Subject\":\"About " + message + "\",\"Status\":\"Delivered\",\"FromIP\":\"" + AWAY + "\"}");
    }

    private List<EvidenceRow> rows() {
        List<EvidenceRow> rows = new ArrayList<>(made.rows());
        if (!trace.isEmpty()) {
            rows.addAll(AuditRowsMade.read(ExhibitId.of(8), "[" + String.join(",", trace) + "]"));
        }
        return rows;
    }

    private Reconstruction reconstruction() {
        return Reconstruction.of(KNOWN, rows()::forEach);
    }

    @Test
    void what_he_sent_under_an_alias_that_was_traced_is_named_and_the_addresses_are_told() {
        intruded();
        traced("2026-03-01T22:30:00Z", "<alias@x>", "a.berg@contoso.example", "pay@vendor.example");
        var known = new Known(
                Set.of(ANNA, "object-1"),
                Set.of(AWAY),
                Set.of(),
                Set.of(),
                OurApplication.NONE,
                List.of(),
                Set.of("A.Berg@contoso.example", ANNA),
                Optional.empty());

        assertThat(Reconstruction.of(known, rows()::forEach).outgoing())
                .singleElement()
                .satisfies(mailbox -> {
                    assertThat(mailbox.mailbox()).isEqualTo(ANNA);
                    assertThat(mailbox.addresses()).containsExactly(ANNA, "a.berg@contoso.example");
                    assertThat(mailbox.mails())
                            .extracting(TracedMail::internetMessageId)
                            .containsExactly("<alias@x>");
                });
        assertThat(outgoing().mails()).isEmpty();
        assertThat(outgoing().addresses()).containsExactly(ANNA);
    }

    private OutgoingMail outgoing() {
        return reconstruction().outgoing().stream()
                .filter(one -> one.mailbox().equals(ANNA))
                .findFirst()
                .orElseThrow();
    }

    private OutgoingMailTest intruded() {
        made.bind("a1", "2026-03-01T22:00:00", AuditRowsMade.attacker(), "<one@x>");
        made.bind("a2", "2026-03-01T23:00:00", AuditRowsMade.attacker(), "<two@x>");
        return this;
    }

    @Test
    void what_was_sent_while_the_attacker_was_in_is_named_and_whose_hand_it_was_only_where_a_row_shows_it() {
        intruded();
        made.add("s1", "2026-03-01T22:10:00", "Send", ANNA, send("<his@x>", AuditRowsMade.attacker()));
        made.add("s2", "2026-03-01T22:20:00", "Send", ANNA, send("<hers@x>", AuditRowsMade.user()));
        traced("2026-03-01T21:59:59", "<before@x>", ANNA, "bo@contoso.example");
        traced("2026-03-01T22:10:01", "<his@x>", ANNA, "pay@vendor.example");
        traced("2026-03-01T22:10:01", "<his@x>", ANNA, "bo@contoso.example");
        traced("2026-03-01T22:20:01", "<hers@x>", ANNA, "bo@contoso.example");
        traced("2026-03-01T22:30:00", "<lost@x>", "Anna.Berg@Contoso.example", "pay@vendor.example");
        traced("2026-03-02T00:00:00", "<late@x>", ANNA, "pay@vendor.example");
        traced("2026-03-02T00:00:01", "<after@x>", ANNA, "pay@vendor.example");
        traced("2026-03-01T22:30:00", "<other@x>", "bo@contoso.example", "eve@mail.example");

        assertThat(outgoing().mails())
                .extracting(TracedMail::internetMessageId, TracedMail::hand, TracedMail::recipients)
                .containsExactly(
                        tuple("<his@x>", Hand.ATTACKER, List.of("bo@contoso.example", "pay@vendor.example")),
                        tuple("<lost@x>", Hand.NOT_SHOWN, List.of("pay@vendor.example")),
                        tuple("<late@x>", Hand.NOT_SHOWN, List.of("pay@vendor.example")));
        assertThat(outgoing().usersOwn()).isEqualTo(1);
        assertThat(outgoing().from()).isEqualTo("2026-03-01T22:00:00Z");
        assertThat(outgoing().until()).isEqualTo("2026-03-02T00:00:00Z");
        TracedMail lost = outgoing().mails().get(1);
        assertThat(lost.subject()).isEqualTo("About <lost@x>");
        assertThat(lost.shownBy().exhibit()).isEqualTo(ExhibitId.of(8));
        assertThat(lost.shownBy().row()).isEqualTo(5);
    }

    @Test
    void a_row_of_the_trace_tells_of_no_address_and_no_person() {
        traced("2026-03-01T22:30:00", "<m@x>", ANNA, "pay@vendor.example");
        for (int day = 1; day <= 9; day++) {
            traced("2026-02-0" + day + "T22:30:00", "<m" + day + "@x>", "bo@contoso.example", ANNA);
        }
        Reconstruction found = reconstruction();

        assertThat(found.judged()).extracting(Judged::value).doesNotContain(AWAY);
        assertThat(found.attackerRows()).isZero();
        assertThat(found.unknownRows()).isZero();
        assertThat(found.outgoing()).isEmpty();
        assertThat(found.looked(Log.MESSAGE_TRACE).rows()).isEqualTo(10);
    }

    @Test
    void what_came_in_and_went_on_to_his_address_is_named_and_other_mail_to_it_is_not() {
        made.add(
                "r1",
                "2026-03-01T22:00:00",
                "New-InboxRule",
                ANNA,
                AuditRowsMade.attacker()
                        + ",\"Parameters\":[{\"Name\":\"RedirectTo\",\"Value\":\"smtp:Drop@mail.example\"}]");
        traced("2026-03-01T20:00:00", "<early@x>", "client@vendor.example", ANNA);
        traced("2026-03-01T20:00:01", "<early@x>", "client@vendor.example", "drop@mail.example");
        traced("2026-03-05T08:00:00", "<offer@x>", "client@vendor.example", ANNA);
        traced("2026-03-05T08:00:01", "<offer@x>", "client@vendor.example", "drop@mail.example");
        traced("2026-03-05T09:00:00", "<fwd@x>", ANNA, "drop@mail.example");
        traced("2026-03-05T10:00:00", "<bo@x>", "bo@contoso.example", "drop@mail.example");

        assertThat(outgoing().mails())
                .extracting(TracedMail::internetMessageId, TracedMail::kind, TracedMail::hand)
                .containsExactly(
                        tuple("<offer@x>", Kind.FORWARDED, Hand.ATTACKER),
                        tuple("<fwd@x>", Kind.FORWARDED, Hand.ATTACKER));
    }

    @Test
    void without_a_trace_nothing_is_said_of_what_left() {
        intruded();

        assertThat(reconstruction().outgoing()).isEmpty();
        assertThat(reconstruction().looked(Log.MESSAGE_TRACE).rows()).isZero();
    }

    @Test
    void the_order_of_the_rows_changes_nothing() {
        intruded();
        made.add("s1", "2026-03-01T22:10:00", "Send", ANNA, send("<his@x>", AuditRowsMade.attacker()));
        for (int i = 0; i < 9; i++) {
            traced("2026-03-01T22:1" + i + ":00", "<m" + i / 2 + "@x>", ANNA, "r" + i + "@vendor.example");
        }
        List<EvidenceRow> turned = new ArrayList<>(rows());
        Collections.reverse(turned);

        assertThat(Reconstruction.of(KNOWN, turned::forEach)).isEqualTo(reconstruction());
    }
}

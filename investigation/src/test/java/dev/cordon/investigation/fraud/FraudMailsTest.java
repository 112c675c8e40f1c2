package dev.cordon.investigation.fraud;

import static dev.cordon.investigation.fraud.Mails.ANNA;
import static dev.cordon.investigation.fraud.Mails.audited;
import static dev.cordon.investigation.fraud.Mails.copy;
import static dev.cordon.investigation.fraud.Mails.sent;
import static dev.cordon.investigation.fraud.Mails.traced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Party;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Rows;
import dev.cordon.investigation.fraud.AuditedMail.Act;
import dev.cordon.investigation.fraud.FraudMail.Standing;
import dev.cordon.investigation.records.AuditDetail;
import dev.cordon.investigation.records.DirectoryDetail;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MailDetail;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.records.TraceDetail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FraudMailsTest {
    private static List<String> signals(FraudMail mail) {
        return mail.reasons().stream().map(Reason::signal).toList();
    }

    @Test
    void a_mail_whose_sent_copy_was_deleted_is_found_by_the_trace_with_everybody_who_got_it() {
        FraudMails mails = sent().traced(
                        traced("<f1@contoso.example>", "RE: Invoice 12: new bank details", "pay@client.example"),
                        traced("<f1@contoso.example>", "RE: Invoice 12: new bank details", "bo.lund@contoso.example"),
                        traced("<F1@contoso.example>", "RE: Invoice 12: new bank details", "cfo@client.example"))
                .audited(
                        audited(Act.SENT, "<f1@contoso.example>", Rows.ATTACKER),
                        audited(Act.DELETED, "<f1@contoso.example>", Rows.ATTACKER))
                .drawn();

        assertThat(mails.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.standing()).isEqualTo(Standing.ATTACKERS);
            assertThat(mail.hand()).isEqualTo(Party.ATTACKER);
            assertThat(mail.copy()).isEqualTo(SentCopy.GONE);
            assertThat(mail.external()).containsExactly("cfo@client.example", "pay@client.example");
            assertThat(mail.internal()).containsExactly("bo.lund@contoso.example");
            assertThat(mail.inThread()).isTrue();
            assertThat(signals(mail))
                    .containsExactly("sent-by-attacker", "no-sent-copy", "deletion-recorded", "payment-words");
            assertThat(mail.shownBy()).hasSize(5);
        });
        assertThat(mails.externalRecipients()).containsExactly("cfo@client.example", "pay@client.example");
        assertThat(mails.isWhole()).isTrue();
    }

    @Test
    void a_mail_that_the_user_sent_from_the_office_is_the_users_own_and_nobody_is_telephoned_for_it() {
        FraudMails mails = sent().traced(traced("<o@x>", "Invoice 13", "pay@client.example"))
                .audited(audited(Act.SENT, "<o@x>", Rows.OFFICE))
                .lying(copy("<o@x>", MailSeen.Place.SENT_ITEMS, "Invoice 13", "pay@client.example"))
                .drawn();

        assertThat(mails.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.standing()).isEqualTo(Standing.USERS_OWN);
            assertThat(mail.copy()).isEqualTo(SentCopy.THERE);
        });
        assertThat(mails.externalRecipients()).isEmpty();
    }

    @Test
    void whose_hand_it_was_is_unknown_where_no_row_shows_it_and_its_recipients_are_told() {
        FraudMails mails = sent().traced(traced("<u@x>", "Lunch", "friend@client.example"))
                .lying(copy("<u@x>", MailSeen.Place.SENT_ITEMS, "Lunch", "friend@client.example"))
                .drawn();

        assertThat(mails.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.hand()).isEqualTo(Party.UNKNOWN);
            assertThat(mail.standing()).isEqualTo(Standing.NOT_SHOWN);
            assertThat(mail.reasons().getFirst().text()).contains("Ask the user");
        });
        assertThat(mails.externalRecipients()).containsExactly("friend@client.example");
    }

    @Test
    void that_no_copy_is_there_is_not_said_where_the_mailbox_was_not_read() {
        FraudMails mails = sent().traced(traced("<u@x>", "Lunch", "friend@client.example"))
                .mailboxNotRead()
                .drawn();

        assertThat(mails.mails().getFirst().copy()).isEqualTo(SentCopy.NOT_KNOWN);
        assertThat(signals(mails.mails().getFirst())).containsExactly("hand-not-shown");
    }

    @Test
    void a_copy_that_only_an_administrator_finds_is_deleted_and_speaks_for_fraud() {
        FraudMails mails = sent().traced(traced("<u@x>", "Lunch", "friend@client.example"))
                .lying(copy("<u@x>", MailSeen.Place.RECOVERABLE_ITEMS, "Lunch", "friend@client.example"))
                .drawn();

        assertThat(mails.mails().getFirst().copy()).isEqualTo(SentCopy.DELETED);
        assertThat(mails.mails().getFirst().standing()).isEqualTo(Standing.SUSPECT);
    }

    @Test
    void what_left_before_the_attacker_was_there_is_not_his_and_without_that_time_all_is_looked_at() {
        TracedSend old = new TracedSend(
                Mails.SINCE.minus(Duration.ofDays(1)),
                ANNA,
                "pay@client.example",
                "Invoice",
                "<old@x>",
                "Delivered",
                Mails.ref("old"));

        assertThat(sent().traced(old).drawn().mails()).isEmpty();
        assertThat(sent().traced(old).sinceUnknown().drawn().mails()).hasSize(1);
    }

    @Test
    void drafts_received_mails_and_mails_of_other_senders_did_not_leave() {
        TracedSend others = new TracedSend(
                Mails.SENT, "bo.lund@contoso.example", "x@client.example", "Hi", "<b@x>", "Delivered", Mails.ref("b"));

        assertThat(sent().traced(others)
                        .lying(
                                copy("<d@x>", MailSeen.Place.DRAFTS, "New bank details", "pay@client.example"),
                                Mails.received("pay@client.example", "", "Invoice"))
                        .audited(audited(Act.DELETED, "<in@x>", Rows.ATTACKER))
                        .drawn()
                        .mails())
                .isEmpty();
    }

    @Test
    void what_only_the_audit_log_shows_is_listed_with_its_recipients_unknown() {
        FraudMails mails =
                sent().audited(audited(Act.SENT, "<a@x>", Rows.ATTACKER)).drawn();

        assertThat(mails.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.recipientsKnown()).isFalse();
            assertThat(signals(mail)).contains("not-in-trace");
        });
    }

    @Test
    void answers_that_go_elsewhere_than_to_the_sender_are_noted() {
        MailSeen diverted = new MailSeen(
                "<r@x>",
                MailSeen.Place.SENT_ITEMS,
                Mails.SENT,
                ANNA,
                "anna.berg@contoso-mail.example",
                List.of("pay@client.example"),
                "Hello",
                List.of(),
                Mails.ref("r"));

        assertThat(signals(sent().lying(diverted).drawn().mails().getFirst())).contains("reply-to-elsewhere");
    }

    @Test
    void the_worst_stand_first() {
        FraudMails mails = sent().traced(
                        traced("<a@x>", "Lunch", "friend@client.example"),
                        traced("<b@x>", "Invoice", "pay@client.example"),
                        traced("<c@x>", "Hello", "pay@client.example"))
                .audited(audited(Act.SENT_AS_ANOTHER, "<c@x>", Rows.ATTACKER))
                .mailboxNotRead()
                .drawn();

        assertThat(mails.mails())
                .extracting(FraudMail::standing, FraudMail::internetMessageId)
                .containsExactly(
                        tuple(Standing.ATTACKERS, "c@x"),
                        tuple(Standing.SUSPECT, "b@x"),
                        tuple(Standing.NOT_SHOWN, "a@x"));
    }

    @Test
    void rows_of_the_logs_are_read_as_they_stand() {
        LogRecord trace = row(LogRecord.Log.MESSAGE_TRACE, "Message trace", "Delivered", "pay@client.example");
        LogRecord audit = row(LogRecord.Log.AUDIT_LOG, "SendAs", "", "");
        RowDetail detail = new RowDetail(
                ANNA,
                "",
                "",
                "",
                "",
                "",
                "",
                new MailDetail(
                        MailDetail.Access.NOT_SAID,
                        MailDetail.Throttling.NOT_SAID,
                        0,
                        List.of(new MailDetail.Message("<f1@x>", "Invoice", "\\Sent Items")),
                        0,
                        List.of(),
                        ""),
                Map.of(),
                List.of(),
                "",
                DirectoryDetail.NONE,
                TraceDetail.NONE,
                AuditDetail.NONE);

        assertThat(TracedSend.of(ExhibitId.of(3), trace, new TraceDetail("<f1@x>", "Invoice", List.of())))
                .singleElement()
                .satisfies(sent -> assertThat(sent.recipient()).isEqualTo("pay@client.example"));
        assertThat(AuditedMail.of(ExhibitId.of(3), audit, detail))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.act()).isEqualTo(Act.SENT_AS_ANOTHER);
                    assertThat(act.shownBy()).isEqualTo(EvidenceRef.of(ExhibitId.of(3), "row-1"));
                });
        assertThat(AuditedMail.of(ExhibitId.of(3), trace, detail)).isEmpty();
    }

    private static LogRecord row(LogRecord.Log log, String operation, String result, String object) {
        return new LogRecord(
                log,
                "row-1",
                Mails.SENT,
                LogRecord.ZoneRule.BY_SCHEMA,
                operation,
                ANNA,
                Rows.ATTACKER,
                "",
                "",
                LogRecord.Outcome.SUCCEEDED,
                result,
                "Exchange",
                object,
                1);
    }
}

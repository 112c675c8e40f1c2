package dev.cordon.investigation.phishing;

import static dev.cordon.investigation.phishing.Clicks.ANNA;
import static dev.cordon.investigation.phishing.Clicks.BO;
import static dev.cordon.investigation.phishing.Clicks.CLICKED;
import static dev.cordon.investigation.phishing.Clicks.HUNTING_NOT_LICENSED;
import static dev.cordon.investigation.phishing.Clicks.LINK;
import static dev.cordon.investigation.phishing.Clicks.LURE;
import static dev.cordon.investigation.phishing.Clicks.NOW;
import static dev.cordon.investigation.phishing.Clicks.REPORT_READ;
import static dev.cordon.investigation.phishing.Clicks.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Subject;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.TraceDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTest {
    private static final Organisation CONTOSO = Organisation.ofDomains("contoso.example");
    private static final Instant SENT = NOW.minus(Duration.ofHours(6));
    private static final Reach TRACE_READ = new Reach.Read(
            Source.MESSAGE_TRACE, NOW.minus(Duration.ofDays(10)), Optional.of(NOW), NOW, 6, Optional.empty());

    private static Delivery traced(String sender, String recipient, String subject, String id, Fate fate) {
        return new Delivery(Source.MESSAGE_TRACE, SENT, sender, recipient, subject, id, "", fate, SENT, List.of());
    }

    private static Delivery delivered(String recipient) {
        return traced("billing@evil.example", recipient, "Invoice 4711", "<m1@evil.example>", Fate.DELIVERED);
    }

    private static Campaign campaign(List<Delivery> deliveries, ClickRecord... clicks) {
        return Campaign.of(
                LURE, deliveries, List.of(clicks), List.of(ANNA), Map.of(), CONTOSO, List.of(TRACE_READ, REPORT_READ));
    }

    @Test
    void everybody_who_got_clicked_or_reported_it_stands_in_it_once() {
        Campaign campaign = campaign(
                List.of(
                        delivered(ANNA),
                        delivered(BO),
                        traced(
                                "billing@evil.example",
                                "cy@contoso.example",
                                "Invoice 4712",
                                "<m2@evil.example>",
                                Fate.QUARANTINED),
                        traced(
                                "billing@evil.example",
                                "di@contoso.example",
                                "Invoice 4713",
                                "<m3@evil.example>",
                                Fate.FAILED),
                        traced(
                                "billing@evil.example",
                                "ed@contoso.example",
                                "Invoice 4714",
                                "<m4@evil.example>",
                                Fate.UNKNOWN)),
                click(BO, LINK, ClickAction.WENT_ON, CLICKED),
                click("fay@contoso.example", LINK, ClickAction.BLOCKED, CLICKED));

        assertThat(campaign.counts()).isEqualTo(new Campaign.Counts(6, 2, 1, 0, 1, 2, 2, 1, 1));
        assertThat(campaign.clickers())
                .extracting(CampaignRecipient::person)
                .containsExactly(BO, "fay@contoso.example");
        assertThat(campaign.toBePurged())
                .extracting(CampaignRecipient::person)
                .containsExactly(ANNA, BO, "ed@contoso.example");
        assertThat(campaign.mails()).hasSize(4);
        assertThat(campaign.isWhole()).isTrue();
    }

    @Test
    void the_same_subject_from_another_sender_is_shown_and_never_belongs() {
        Campaign campaign = campaign(List.of(
                delivered(ANNA),
                traced("invoices@partner.example", BO, "Invoice 4711", "<p1@partner.example>", Fate.DELIVERED),
                traced(ANNA, "helpdesk@contoso.example", "FW: Invoice 4711", "<f1@contoso.example>", Fate.DELIVERED),
                traced("billing@evil.example", BO, "Season's greetings", "<g1@evil.example>", Fate.DELIVERED),
                traced("news@shop.example", BO, "Sale", "<s1@shop.example>", Fate.DELIVERED)));

        assertThat(campaign.mails()).hasSize(1);
        assertThat(campaign.toBePurged()).extracting(CampaignRecipient::person).containsExactly(ANNA);
        assertThat(campaign.lookingLike())
                .extracting(mail -> mail.reasons().getFirst().signal())
                .containsExactlyInAnyOrder("same-subject-only", "passed-on", "same-sender-only");
    }

    @Test
    void a_sender_whose_domain_reads_like_the_attackers_is_shown() {
        Campaign campaign = campaign(
                List.of(traced("billing@evi1.example", BO, "Something else", "<x@evi1.example>", Fate.DELIVERED)));

        assertThat(campaign.mails()).isEmpty();
        assertThat(campaign.lookingLike())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.reasons()).extracting(Reason::signal).containsExactly("alike-sender"));
    }

    @Test
    void a_link_to_the_same_page_makes_a_mail_of_another_sender_belong() {
        Delivery other = new Delivery(
                Source.HUNTING,
                SENT,
                "someone@other.example",
                BO,
                "Voicemail",
                "<v1@other.example>",
                "11111111-0000-4000-8000-000000000001",
                Fate.DELIVERED,
                SENT,
                List.of("https://evil.example/login?u=bo"));

        assertThat(campaign(List.of(other)).mails())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.reasons()).extracting(Reason::signal).containsExactly("same-link"));
    }

    @Test
    void what_was_known_last_of_a_copy_is_believed_whichever_source_knew_it() {
        Delivery zapped = new Delivery(
                Source.HUNTING,
                SENT,
                "billing@evil.example",
                ANNA,
                "Invoice 4711",
                "<M1@evil.example>",
                "n1",
                Fate.REMOVED,
                SENT.plusSeconds(600),
                List.of());
        Delivery found = new Delivery(
                Source.MAILBOX,
                SENT,
                "billing@evil.example",
                BO,
                "Invoice 4711",
                "<m1@evil.example>",
                "",
                Fate.DELIVERED,
                NOW,
                List.of());

        Campaign campaign = campaign(List.of(
                zapped,
                delivered(ANNA),
                found,
                traced("billing@evil.example", BO, "Invoice 4711", "<m1@evil.example>", Fate.QUARANTINED)));

        assertThat(campaign.recipients())
                .extracting(CampaignRecipient::person, CampaignRecipient::fate)
                .containsExactly(tuple(ANNA, Fate.REMOVED), tuple(BO, Fate.DELIVERED));
        assertThat(campaign.mails()).hasSize(1);
        assertThat(campaign.lure().networkMessageIds()).contains("n1");
    }

    @Test
    void of_two_copies_to_one_person_the_one_that_still_lies_there_counts() {
        Campaign campaign = campaign(List.of(
                delivered(ANNA),
                traced("billing@evil.example", ANNA, "Invoice 4719", "<m9@evil.example>", Fate.FAILED)));

        assertThat(campaign.recipients()).singleElement().satisfies(one -> {
            assertThat(one.fate()).isEqualTo(Fate.DELIVERED);
            assertThat(one.copies()).isEqualTo(2);
        });
    }

    @Test
    void somebody_with_two_addresses_is_one_person() {
        Campaign campaign = Campaign.of(
                LURE,
                List.of(delivered("A.Berg@contoso.example"), delivered(ANNA)),
                List.of(click(ClickAction.BLOCKED)),
                List.of(),
                Map.of("a.berg@contoso.example", ANNA),
                CONTOSO,
                List.of());

        assertThat(campaign.recipients()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo(ANNA);
            assertThat(one.addresses()).containsExactly("a.berg@contoso.example", ANNA);
            assertThat(one.clicked()).isTrue();
        });
    }

    @Test
    void a_recipient_outside_is_told_and_not_purged() {
        assertThat(campaign(List.of(delivered("guest@partner.example"))).toBePurged())
                .isEmpty();
    }

    @Test
    void numbers_that_are_not_whole_say_so() {
        Campaign campaign = Campaign.of(
                LURE,
                List.of(delivered(BO)),
                List.of(),
                List.of(),
                Map.of(),
                CONTOSO,
                List.of(TRACE_READ, HUNTING_NOT_LICENSED));

        assertThat(campaign.isWhole()).isFalse();
        assertThat(campaign.completeness()).anyMatch(text -> text.contains("Plan 2"));
    }

    @Test
    void a_row_of_the_trace_is_read_for_each_recipient_and_a_divided_one_is_none() {
        assertThat(Delivery.ofTrace(
                        row("Delivered"), new TraceDetail("<m1@evil.example>", "Invoice 1", List.of(ANNA, BO))))
                .extracting(Delivery::recipient, Delivery::fate, Delivery::networkMessageId)
                .containsExactly(
                        tuple(ANNA, Fate.DELIVERED, "0d4f3a1e-0000-4000-8000-0000000000aa"),
                        tuple(BO, Fate.DELIVERED, "0d4f3a1e-0000-4000-8000-0000000000aa"));
        assertThat(Delivery.ofTrace(row("Expanded"), new TraceDetail("", "", List.of("all@contoso.example"))))
                .isEmpty();
    }

    private static LogRecord row(String status) {
        return new LogRecord(
                LogRecord.Log.MESSAGE_TRACE,
                "0d4f3a1e-0000-4000-8000-0000000000aa|" + ANNA,
                SENT,
                LogRecord.ZoneRule.BY_SCHEMA,
                "Message trace",
                "billing@evil.example",
                "203.0.113.9",
                "",
                "",
                LogRecord.Outcome.SUCCEEDED,
                status,
                "Exchange",
                ANNA,
                1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Billing <billing@evil.example> | billing@evil.example",
                "BILLING+anna@Evil.example | billing@evil.example",
                "SRS0=xYz1=AB=evil.example=billing@forwarder.example | billing@evil.example",
                "prvs=1234abcd=billing@evil.example | billing@evil.example",
                "smtp:billing@evil.example | billing@evil.example",
            })
    void a_sender_is_known_whatever_servers_wrote_around_him(String written, String plain) {
        assertThat(SenderAddress.normalised(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invoice 4711 | invoice",
                "RE: AW: Invoice #4712 | invoice",
                "[EXTERNAL] Invoice 99 | invoice",
                "Ínvoice | invoice",
                "4711 | 4711",
            })
    void a_subject_is_known_whatever_number_it_has(String written, String plain) {
        assertThat(Subject.normalised(written)).isEqualTo(plain);
    }

    @Test
    void an_empty_report_belongs_to_nothing() {
        Lure nothing = Lure.of(Intake.NOTHING_ASKED);

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(Campaign.of(
                                nothing,
                                List.of(traced("", BO, "", "", Fate.DELIVERED)),
                                List.of(),
                                Set.of(),
                                Map.of(),
                                CONTOSO,
                                List.of())
                        .mails())
                .isEmpty();
    }
}

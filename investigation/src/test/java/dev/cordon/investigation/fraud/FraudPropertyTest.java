package dev.cordon.investigation.fraud;

import static dev.cordon.investigation.Elsewhere.judged;
import static dev.cordon.investigation.Elsewhere.mixed;
import static dev.cordon.investigation.fraud.Mails.CONTOSO;
import static dev.cordon.investigation.fraud.Mails.LOOK_ALIKES;
import static dev.cordon.investigation.fraud.Mails.SENT;
import static dev.cordon.investigation.fraud.Mails.read;
import static dev.cordon.investigation.fraud.Mails.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.Party;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Rows;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FraudPropertyTest {
    private static final List<String> IDS = List.of("<a@x>", "<A@x>", "<b@x>", "");
    private static final List<String> SUBJECTS = List.of("Invoice", "İNVOICE", "RE: lunch", "", "IBAN");
    private static final List<String> PEOPLE =
            List.of("pay@client.example", "bo.lund@contoso.example", "a@c0ntoso.example", "", "x");

    @Provide
    Arbitrary<List<TracedSend>> traces() {
        return Combinators.combine(Arbitraries.of(IDS), Arbitraries.of(SUBJECTS), Arbitraries.of(PEOPLE), hours())
                .as((id, subject, recipient, hour) -> new TracedSend(
                        SENT.minus(Duration.ofHours(hour)),
                        Mails.ANNA,
                        recipient,
                        subject,
                        id,
                        "Delivered",
                        ref("t" + id + subject + recipient + hour)))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<AuditedMail>> audits() {
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        Arbitraries.of(AuditedMail.Act.class),
                        Arbitraries.of(Rows.ATTACKER, Rows.OFFICE, "192.0.2.1", ""),
                        Arbitraries.of("", "stolen"),
                        hours())
                .as((id, act, address, session, hour) -> new AuditedMail(
                        SENT.minus(Duration.ofHours(hour)),
                        act,
                        id,
                        "",
                        address,
                        session,
                        ref("u" + id + act + address + session + hour)))
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<MailSeen>> copies() {
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        Arbitraries.of(MailSeen.Place.class),
                        Arbitraries.of(Mails.ANNA, "billing@fabrlkam.example", ""),
                        Arbitraries.of("", "drop@mail.test"),
                        Arbitraries.of(SUBJECTS),
                        Arbitraries.of(PEOPLE))
                .as((id, place, from, replyTo, subject, to) -> new MailSeen(
                        id,
                        place,
                        SENT,
                        from,
                        replyTo,
                        List.of(to),
                        subject,
                        to.isEmpty() ? List.of("<z@x>") : List.of(),
                        ref("c" + id + place + from + replyTo + subject + to)))
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, 9);
    }

    private static FraudMails mails(List<TracedSend> traces, List<AuditedMail> audits, List<MailSeen> copies) {
        return Mails.sent()
                .traced(traces.toArray(TracedSend[]::new))
                .audited(audits.toArray(AuditedMail[]::new))
                .lying(copies.toArray(MailSeen[]::new))
                .drawn();
    }

    private static FraudVerdict verdict(FraudMails mails, List<MailSeen> threads, List<FraudFacts.Search> searches) {
        return FraudScreen.screen(new FraudFacts(
                CONTOSO,
                List.of(),
                searches,
                List.of(),
                Optional.of(mails),
                threads,
                LOOK_ALIKES,
                Answer.NOT_ASKED,
                List.of(read("mailbox"))));
    }

    @Property(tries = 300)
    void nothing_hangs_on_order_zone_or_locale(
            @ForAll("traces") List<TracedSend> traces,
            @ForAll("audits") List<AuditedMail> audits,
            @ForAll("copies") List<MailSeen> copies,
            @ForAll long seed) {
        FraudMails drawn = mails(traces, audits, copies);
        FraudVariants variants = new FraudVariants(
                CONTOSO, Certainty.ATTACK, Set.of("Ada Admin"), Set.of("fabrikam.example"), LOOK_ALIKES);

        FraudMails other = judged(() -> mails(mixed(traces, seed), mixed(audits, seed), mixed(copies, seed)));

        assertThat(other).isEqualTo(drawn);
        assertThat(judged(() -> verdict(other, mixed(copies, seed), List.of())))
                .isEqualTo(verdict(drawn, copies, List.of()));
        assertThat(judged(() -> variants.judge(mixed(copies, seed), Optional.of(other))))
                .isEqualTo(variants.judge(copies, Optional.of(drawn)));
        assertThat(judged(() -> PaymentHold.of(Optional.empty(), Optional.of(other), mixed(copies, seed), CONTOSO)))
                .isEqualTo(PaymentHold.of(Optional.empty(), Optional.of(drawn), copies, CONTOSO));
    }

    @Property(tries = 300)
    void no_recipient_that_the_trace_shows_is_lost_and_nobody_is_on_both_sides(
            @ForAll("traces") List<TracedSend> traces,
            @ForAll("audits") List<AuditedMail> audits,
            @ForAll("copies") List<MailSeen> copies) {
        FraudMails drawn = mails(traces, audits, copies);
        List<String> all = drawn.mails().stream()
                .flatMap(mail -> Stream.concat(mail.internal().stream(), mail.external().stream()))
                .toList();

        assertThat(all)
                .containsAll(traces.stream()
                        .map(TracedSend::recipient)
                        .filter(one -> !one.isEmpty())
                        .toList());
        assertThat(drawn.mails()).allMatch(mail -> Collections.disjoint(mail.internal(), mail.external()));
        assertThat(drawn.of(FraudMail.Standing.ATTACKERS)).allMatch(mail -> mail.hand() == Party.ATTACKER);
    }

    @Property(tries = 300)
    void one_thing_more_that_speaks_for_fraud_never_makes_it_less_likely(
            @ForAll("traces") List<TracedSend> traces,
            @ForAll("audits") List<AuditedMail> audits,
            @ForAll("copies") List<MailSeen> threads) {
        FraudMails drawn = mails(traces, audits, List.of());
        var search = new FraudFacts.Search(SENT, "invoice", Party.ATTACKER, ref("s"));

        assertThat(verdict(drawn, threads, List.of(search)).score())
                .isGreaterThanOrEqualTo(verdict(drawn, threads, List.of()).score());
    }

    @Property(tries = 500)
    void any_text_is_a_domain_that_is_judged(@ForAll String text, @ForAll String other) {
        LookAlikeDomains domains = new LookAlikeDomains(List.of(other, "contoso.com"), List.of(text));

        for (String domain : List.of(text, text + ".com", "contoso" + text + ".com")) {
            Optional<LookAlike> found = domains.judge(domain);
            assertThat(judged(() -> domains.judge(domain))).isEqualTo(found);
            found.ifPresent(one -> one.reasons()
                    .forEach(reason -> assertThat(reason.text().chars()).noneMatch(Character::isISOControl)));
        }
    }

    @Property(tries = 200)
    void any_text_may_stand_anywhere(@ForAll String text) {
        MailSeen mail = new MailSeen(
                text, MailSeen.Place.SENT_ITEMS, SENT, text, text, List.of(text), text, List.of(text), ref(text));
        TracedSend row = new TracedSend(SENT, Mails.ANNA, text, text, text, text, ref(text));
        FraudMails drawn = mails(List.of(row), List.of(), List.of(mail));

        drawn.mails()
                .forEach(one -> one.reasons()
                        .forEach(reason -> assertThat(reason.text().chars()).noneMatch(Character::isISOControl)));
        verdict(drawn, List.of(mail), List.of(new FraudFacts.Search(SENT, text, Party.UNKNOWN, ref("s"))))
                .indicators()
                .forEach(indicator -> assertThat(indicator.text().chars()).noneMatch(Character::isISOControl));
        PaymentHold.of(Optional.empty(), Optional.of(drawn), List.of(mail), CONTOSO)
                .items()
                .forEach(item -> assertThat(item.text().chars()).noneMatch(Character::isISOControl));
    }
}

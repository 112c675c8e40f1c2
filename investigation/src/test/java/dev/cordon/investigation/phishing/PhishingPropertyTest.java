package dev.cordon.investigation.phishing;

import static dev.cordon.investigation.Elsewhere.judged;
import static dev.cordon.investigation.Elsewhere.mixed;
import static dev.cordon.investigation.phishing.Clicks.ANNA;
import static dev.cordon.investigation.phishing.Clicks.BO;
import static dev.cordon.investigation.phishing.Clicks.LINK;
import static dev.cordon.investigation.phishing.Clicks.LURE;
import static dev.cordon.investigation.phishing.Clicks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Organisation;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhishingPropertyTest {
    private static final List<String> SUBJECTS =
            List.of("Invoice 1", "RE: INVOICE 2", "İnvoice", "", "Sale", "FW: Invoice");

    @Provide
    Arbitrary<List<Delivery>> deliveries() {
        Arbitrary<String> sender = Arbitraries.of(
                "billing@evil.example", "BILLING+x@evil.example", "billing@evi1.example", BO, "", "a@partner.example");
        Arbitrary<String> recipient = Arbitraries.of(ANNA, BO, "CY@contoso.example", "guest@partner.example", "");
        Arbitrary<String> id = Arbitraries.of("<m1@evil.example>", "<m2@evil.example>", "");
        Arbitrary<String> networkId = Arbitraries.of("n1", "n2", "");
        return Combinators.combine(
                        Arbitraries.of(Source.MESSAGE_TRACE, Source.HUNTING, Source.QUARANTINE, Source.MAILBOX),
                        Combinators.combine(sender, recipient).as(List::of),
                        Arbitraries.of(SUBJECTS),
                        Combinators.combine(id, networkId).as(List::of),
                        Arbitraries.of(Fate.class),
                        Arbitraries.integers().between(0, 5))
                .as((source, people, subject, ids, fate, hours) -> new Delivery(
                        source,
                        NOW.minusSeconds(3600L * hours),
                        people.getFirst(),
                        people.getLast(),
                        subject,
                        ids.getFirst(),
                        ids.getLast(),
                        fate,
                        NOW.minusSeconds(1800L * hours),
                        hours == 1 ? List.of(LINK) : List.of()))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<ClickRecord>> clicks() {
        return Combinators.combine(
                        Arbitraries.of(Source.HUNTING, Source.SAFE_LINKS_REPORT),
                        Arbitraries.of(ANNA, BO, "ANNA.BERG@CONTOSO.EXAMPLE", ""),
                        Arbitraries.of(LINK, "https://evil.example/x", "https://news.example/", ""),
                        Arbitraries.of(ClickAction.class),
                        Arbitraries.of("", "n1"),
                        Arbitraries.integers().between(0, 9))
                .as((source, user, url, action, id, hours) ->
                        new ClickRecord(source, NOW.minusSeconds(3600L * hours), user, url, action, action.name(), id))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Interview> interviews() {
        return Arbitraries.maps(Arbitraries.of(Question.class), Arbitraries.of(Answer.class))
                .map(answers -> new Interview(ANNA, Optional.of(NOW.minusSeconds(7200)), "", answers));
    }

    private static Campaign campaign(List<Delivery> deliveries, List<ClickRecord> clicks) {
        return Campaign.of(
                LURE,
                deliveries,
                clicks,
                List.of(BO),
                Map.of("cy@contoso.example", ANNA),
                Organisation.ofDomains("contoso.example"),
                List.of(Clicks.REPORT_READ));
    }

    private static ClickOutcome outcome(Interview interview, Arrival arrival, List<ClickRecord> clicks) {
        return OutcomeResolver.resolve(new ClickEvidence(
                ANNA,
                Set.of(),
                interview,
                arrival,
                LURE,
                clicks,
                Optional.empty(),
                List.of(Clicks.REPORT_READ, Clicks.HUNTING_READ),
                NOW));
    }

    @Property(tries = 300)
    void a_campaign_hangs_on_no_order_zone_or_locale(
            @ForAll("deliveries") List<Delivery> deliveries,
            @ForAll("clicks") List<ClickRecord> clicks,
            @ForAll long seed) {
        Campaign drawn = campaign(deliveries, clicks);

        assertThat(judged(() -> campaign(mixed(deliveries, seed), mixed(clicks, seed))))
                .isEqualTo(drawn);
    }

    @Property(tries = 300)
    void everybody_is_counted_once_and_nothing_that_only_looks_like_it_is_purged(
            @ForAll("deliveries") List<Delivery> deliveries, @ForAll("clicks") List<ClickRecord> clicks) {
        Campaign drawn = campaign(deliveries, clicks);
        Campaign.Counts counts = drawn.counts();

        assertThat(counts.delivered() + counts.filtered() + counts.removed() + counts.failed() + counts.unknown())
                .isEqualTo(counts.recipients());
        Set<String> got = new HashSet<>();
        drawn.mails().forEach(mail -> got.addAll(mail.recipients()));
        assertThat(drawn.toBePurged()).allMatch(one -> one.addresses().stream().anyMatch(got::contains));
    }

    @Property(tries = 500)
    void an_outcome_hangs_on_no_order_zone_or_locale(
            @ForAll("interviews") Interview interview,
            @ForAll Arrival arrival,
            @ForAll("clicks") List<ClickRecord> clicks,
            @ForAll long seed) {
        assertThat(judged(() -> outcome(interview, arrival, mixed(clicks, seed))))
                .isEqualTo(outcome(interview, arrival, clicks));
    }

    @Property(tries = 500)
    void nobody_is_blocked_who_may_have_got_through(
            @ForAll("interviews") Interview interview,
            @ForAll Arrival arrival,
            @ForAll("clicks") List<ClickRecord> clicks) {
        if (outcome(interview, arrival, clicks) instanceof ClickOutcome.Blocked) {
            assertThat(interview.answered(Answer.YES))
                    .noneMatch(question -> question.isOfHarm() || question == Question.PAGE_SEEN);
            assertThat(clicks)
                    .filteredOn(click -> click.user().equals(ANNA) && LURE.isOf(click))
                    .isNotEmpty()
                    .noneMatch(click -> click.action().isReached() || click.action() == ClickAction.PENDING);
        }
    }

    @Property(tries = 500)
    void one_bad_answer_more_never_makes_it_better(
            @ForAll("interviews") Interview interview,
            @ForAll("clicks") List<ClickRecord> clicks,
            @ForAll Question question) {
        Map<Question, Answer> worse = new EnumMap<>(Question.class);
        worse.putAll(interview.answers());
        worse.put(
                question, question.isOfHarm() || question == Question.PAGE_SEEN ? Answer.YES : interview.to(question));

        int before = badness(outcome(interview, Arrival.MAIL, clicks));
        int after = badness(outcome(new Interview(ANNA, interview.clickedAt(), "", worse), Arrival.MAIL, clicks));

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    private static int badness(ClickOutcome outcome) {
        return switch (outcome) {
            case ClickOutcome.Blocked _ -> 0;
            case ClickOutcome.Unknown _ -> 1;
            case ClickOutcome.Reached _ -> 2;
        };
    }

    @Property(tries = 1000)
    void any_text_is_a_link_that_is_read_and_shown_without_harm(@ForAll String text) {
        for (String pasted : List.of(
                text,
                "https://" + text,
                "https://eur02.safelinks.protection.outlook.com/?url=" + text,
                "https://urldefense.com/v3/__" + text + "__;" + text + "!!")) {
            SafeLinksUrl link = SafeLinksUrl.of(pasted);

            assertThat(judged(() -> SafeLinksUrl.of(pasted))).isEqualTo(link);
            assertThat(link.defanged()).doesNotContainIgnoringCase("http://").doesNotContainIgnoringCase("https://");
            assertThat(link.defanged().chars()).noneMatch(Character::isISOControl);
            link.notes().forEach(note -> assertThat(note.text().chars()).noneMatch(Character::isISOControl));
        }
    }

    @Property(tries = 300)
    void any_text_may_stand_anywhere(@ForAll String text) {
        var delivery =
                new Delivery(Source.HUNTING, NOW, text, text, text, text, text, Fate.DELIVERED, NOW, List.of(text));
        Lure lure =
                Lure.of(new Intake(text, Optional.empty(), Arrival.MAIL, List.of(text), text, text, text, List.of()));

        Campaign.of(
                lure,
                List.of(delivery),
                List.of(),
                List.of(text),
                Map.of(),
                Organisation.ofDomains("contoso.example"),
                List.of());
        new BlockAdvice(Organisation.ofDomains("contoso.example"), Set.of(text), Set.of(text))
                .of(lure)
                .forEach(proposal -> proposal.against()
                        .forEach(reason -> assertThat(reason.text().chars()).noneMatch(Character::isISOControl)));
    }
}

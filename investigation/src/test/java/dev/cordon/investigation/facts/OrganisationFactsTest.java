package dev.cordon.investigation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts.Agreed;
import dev.cordon.investigation.facts.OrganisationFacts.Exit;
import dev.cordon.investigation.facts.OrganisationFacts.Journey;
import dev.cordon.investigation.facts.OrganisationFacts.Partner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationFactsTest {
    private static final String ANNA = "anna@contoso.example";
    private static final Instant AT = Instant.parse("2026-03-02T23:59:59Z");
    private static final OrganisationFacts FACTS = new OrganisationFacts(
            List.of(),
            List.of(new Partner("fabrikam.example", "our bookkeeper")),
            List.of(new Journey(
                    ANNA,
                    List.of("JP"),
                    LocalDate.parse("2026-03-01"),
                    LocalDate.parse("2026-03-02"),
                    "fair in Tokyo")),
            List.of(new Exit(AddressRange.parse("198.51.100.0/24"), "VPN")),
            List.of(),
            List.of(new Agreed("orders@contoso.example", "in@vendor.example", "contract 17")));

    @Test
    void a_journey_explains_its_user_its_countries_and_its_days_and_nothing_else() {
        assertThat(FACTS.ofSignIn("Anna@contoso.example", AT, "203.0.113.9", "jp")
                        .map(Fact::what))
                .contains("travel of this user to “jp” from 2026-03-01 to 2026-03-02 (“fair in Tokyo”)");
        assertThat(FACTS.ofSignIn("bo@contoso.example", AT, "203.0.113.9", "JP"))
                .isEmpty();
        assertThat(FACTS.ofSignIn(ANNA, AT, "203.0.113.9", "CN")).isEmpty();
        assertThat(FACTS.ofSignIn(ANNA, AT.plusSeconds(1), "203.0.113.9", "JP")).isEmpty();
        assertThat(FACTS.ofSignIn(ANNA, AT, "198.51.100.200", "")).isPresent();
    }

    @Test
    void forwarding_is_explained_by_a_contract_for_that_mailbox_or_by_a_partners_very_domain() {
        assertThat(FACTS.ofForwarding(List.of("orders@contoso.example"), List.of("IN@vendor.example")))
                .isPresent();
        assertThat(FACTS.ofForwarding(List.of(ANNA), List.of("in@vendor.example")))
                .isEmpty();
        assertThat(FACTS.ofForwarding(List.of(ANNA), List.of("\"AP\" [SMTP:ap@Fabrikam.example]")))
                .isPresent();
        for (String other : List.of(
                "ap@evil-fabrikam.example",
                "ap@fabrikam.example.evil.example",
                "\"ap@fabrikam.example\" [SMTP:x@evil.example]",
                "")) {
            assertThat(FACTS.ofForwarding(List.of(ANNA), List.of(other)))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void each_address_that_mail_is_sent_to_must_be_explained() {
        assertThat(FACTS.ofForwarding(List.of(ANNA), List.of("ap@fabrikam.example", "x@evil.example")))
                .isEmpty();
        assertThat(FACTS.ofForwarding(List.of(ANNA), List.of())).isEmpty();
    }

    private static Judgement judged(Verdict verdict, int score) {
        return new Judgement(
                verdict,
                score,
                List.of(new Reason("x", "X.", Optional.empty()), new Reason("y", "Y.", Optional.empty())));
    }

    @Test
    void a_fact_makes_a_thing_one_step_milder_and_says_so_first() {
        Fact fact = FACTS.ofAddress("198.51.100.200").orElseThrow();

        Judgement milder = fact.applied(judged(Verdict.MALICIOUS, 100), Verdict.BENIGN);

        assertThat(milder.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(milder.score()).isLessThan(70);
        assertThat(milder.reasons()).extracting(Reason::signal).containsExactly(OrganisationFacts.SIGNAL, "x", "y");
        assertThat(fact.applied(judged(Verdict.REVIEW, 60), Verdict.BENIGN).verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void no_fact_makes_a_thing_milder_than_what_it_does_not_explain() {
        Fact fact = FACTS.ofAddress("198.51.100.200").orElseThrow();

        Judgement kept = fact.applied(judged(Verdict.REVIEW, 60), Verdict.REVIEW);

        assertThat(kept.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(kept.score()).isEqualTo(60);
        assertThat(kept.reasons()).extracting(Reason::signal).containsExactly("x", OrganisationFacts.SIGNAL, "y");
        assertThat(fact.applied(judged(Verdict.BENIGN, 0), Verdict.BENIGN)).isEqualTo(judged(Verdict.BENIGN, 0));
    }

    @Test
    void what_stands_in_the_file_steers_nothing() {
        var hostile = new OrganisationFacts(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Exit(AddressRange.parse("198.51.100.0/24"), "\u001b[2J\u202e\n" + "x".repeat(5_000))),
                List.of(),
                List.of());

        String what = hostile.ofAddress("198.51.100.200").orElseThrow().what();

        assertThat(what).hasSizeLessThan(300).doesNotContain("\u001b", "\u202e", "\n");
    }

    @Test
    void a_range_holds_its_addresses_in_every_spelling_and_looks_no_name_up() {
        assertThat(AddressRange.parse("2001:db8::/32").contains("2001:DB8:0:0::7"))
                .isTrue();
        assertThat(AddressRange.parse("203.0.113.7").contains("203.0.113.7")).isTrue();
        assertThat(AddressRange.parse("203.0.113.7").contains("203.0.113.8")).isFalse();
        assertThat(AddressRange.parse("203.0.113.0/24").contains("localhost")).isFalse();
        assertThat(AddressRange.parse("203.0.113.0/24").contains("::ffff:999")).isFalse();
        for (String wrong :
                List.of("0.0.0.0/0", "10.0.0.0/8", "203.0.113.7/24", "example.com", "", "203.0.113.0/33", "1.2.3")) {
            assertThatThrownBy(() -> AddressRange.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package dev.cordon.investigation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.OrganisationFacts.Agreed;
import dev.cordon.investigation.facts.OrganisationFacts.Exit;
import dev.cordon.investigation.facts.OrganisationFacts.Journey;
import dev.cordon.investigation.facts.OrganisationFacts.Partner;
import dev.cordon.investigation.lines.TenantSignIns.Told;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.investigation.review.SuspiciousSignIns;
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
                        .map(Reason::text))
                .contains(
                        "Held for less bad because facts say: this user is in “jp” from 2026-03-01 to 2026-03-02 (fair in Tokyo).");
        assertThat(FACTS.ofSignIn("bo@contoso.example", AT, "203.0.113.9", "JP"))
                .isEmpty();
        assertThat(FACTS.ofSignIn(ANNA, AT, "203.0.113.9", "CN")).isEmpty();
        assertThat(FACTS.ofSignIn(ANNA, AT.plusSeconds(1), "203.0.113.9", "JP")).isEmpty();
        assertThat(FACTS.ofSignIn(ANNA, AT, "198.51.100.200", "")).isPresent();
    }

    @Test
    void forwarding_is_explained_by_a_contract_for_that_mailbox_or_by_a_partners_very_domain() {
        assertThat(FACTS.ofForwarding(List.of("orders@contoso.example"), "IN@vendor.example"))
                .isPresent();
        assertThat(FACTS.ofForwarding(List.of(ANNA), "in@vendor.example")).isEmpty();
        assertThat(FACTS.ofForwarding(List.of(ANNA), "ap@fabrikam.example")).isPresent();
        assertThat(FACTS.ofForwarding(List.of(ANNA), "ap@evil-fabrikam.example"))
                .isEmpty();
        assertThat(FACTS.ofForwarding(List.of(ANNA), "ap@fabrikam.example.evil.example"))
                .isEmpty();
    }

    @Test
    void a_fact_makes_a_thing_one_step_milder_and_never_hides_what_is_malicious() {
        var told = new Told(
                "a",
                ANNA,
                AT,
                "203.0.113.9",
                "JP",
                "",
                "",
                true,
                true,
                Verdict.MALICIOUS,
                100,
                List.of(new Reason("x", "X.", Optional.empty())));

        ReviewFinding finding = SuspiciousSignIns.findings(List.of(told), FACTS).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(finding.reasons().getFirst().signal()).isEqualTo(OrganisationFacts.SIGNAL);
        assertThat(finding.reasons()).extracting(Reason::text).contains("X.");
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

package dev.cordon.investigation.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikeDomainsTest {
    private static final LookAlikeDomains DOMAINS = new LookAlikeDomains(
            List.of("contoso.com", "contoso.onmicrosoft.com", "mail.contoso.co.uk"),
            List.of("fabrikam-steel.com", "abc.de", "gmail.com"));

    @ParameterizedTest
    @CsvSource({
        "c0ntoso.com,same-look",
        "contos0.com,same-look",
        "соntoso.com,same-look",
        "contósο.com,same-look",
        "contosso.com,same-look",
        "con-toso.com,same-look",
        "contoos.com,slip",
        "contozo.com,slip",
        "contos.com,slip",
        "contoso-invoices.com,added-word",
        "contosogroup.com,added-word",
        "mycontoso.com,added-word",
        "the-contoso-team.net,added-word",
        "contoso.co,other-ending",
        "contoso.org,other-ending",
        "contoso.com.evil.example,set-before",
        "CONTOSO.NET.,other-ending",
        "fabrikarn-steel.com,same-look",
        "fabrikan-stee1.com,slip",
        "fabrikam-steel-billing.com,added-word",
    })
    void a_domain_that_reads_like_a_trusted_one_is_found_with_how_it_does_that(String domain, String signal) {
        LookAlike found = DOMAINS.judge(domain).orElseThrow();

        assertThat(found.reasons().getFirst().signal()).isEqualTo(signal);
        assertThat(found.reasons().getFirst().text()).contains(found.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso.com",
                "mail.contoso.com",
                "fabrikam-steel.com",
                "sub.fabrikam-steel.com",
                "northwind.com",
                "gmail.com",
                "gmial.com",
                "outlook.com",
                "abd.de",
                "constellation.com",
                "toso.com",
                "example",
                "",
                "..",
            })
    void what_is_trusted_itself_or_reads_like_nothing_trusted_is_none(String domain) {
        assertThat(DOMAINS.judge(domain)).isEmpty();
    }

    @Test
    void a_domain_is_judged_as_it_is_shown_however_it_is_written_on_the_wire() {
        assertThat(DOMAINS.judge(IDN.toASCII("соntoso.com"))
                        .orElseThrow()
                        .reasons()
                        .getFirst()
                        .signal())
                .isEqualTo("same-look");
    }

    @Test
    void the_organisations_own_goes_before_a_partners() {
        LookAlikeDomains both = new LookAlikeDomains(List.of("contoso.com"), List.of("contosa.com"));

        assertThat(both.judge("contosx.com").orElseThrow().ofPartner()).isFalse();
        assertThat(both.judge("contosa.com")).isEmpty();
    }

    @Test
    void of_many_each_is_named_once_in_order() {
        assertThat(DOMAINS.among(List.of("contoso.net", "Contoso.NET", "c0ntoso.com", "northwind.com")))
                .extracting(LookAlike::domain)
                .containsExactly("c0ntoso.com", "contoso.net");
    }
}

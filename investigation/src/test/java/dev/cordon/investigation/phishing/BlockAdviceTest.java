package dev.cordon.investigation.phishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.phishing.BlockProposal.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockAdviceTest {
    private static final BlockAdvice ADVICE = new BlockAdvice(
            Organisation.ofDomains("contoso.example"),
            Set.of("supplier.example"),
            Set.of("Ines <ines@client.example>"));

    private static List<BlockProposal> advice(String sender, String url) {
        return ADVICE.of(new Lure(
                Set.of(sender),
                Set.of(),
                Set.of(),
                Set.of(),
                url.isEmpty() ? List.of() : List.of(SafeLinksUrl.of(url))));
    }

    private static BlockProposal of(Kind kind, List<BlockProposal> proposals) {
        return proposals.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static List<String> signals(BlockProposal proposal) {
        return proposal.against().stream().map(Reason::signal).toList();
    }

    @Test
    void an_attackers_own_domain_and_host_are_blocked_without_a_second_yes() {
        List<BlockProposal> proposals = advice("billing@evil.example", "https://evil.example/login?u=anna");

        assertThat(proposals)
                .extracting(BlockProposal::entry)
                .containsExactly("billing@evil.example", "evil.example", "evil.example/login", "evil.example/*");
        assertThat(proposals).allMatch(BlockProposal::recommended).noneMatch(BlockProposal::needsSecondYes);
    }

    @Test
    void of_a_free_mail_provider_the_address_is_blocked_and_the_domain_needs_a_second_yes() {
        List<BlockProposal> proposals = advice("ceo.contoso@gmail.com", "");

        assertThat(of(Kind.SENDER, proposals).recommended()).isTrue();
        assertThat(of(Kind.DOMAIN, proposals).needsSecondYes()).isTrue();
        assertThat(signals(of(Kind.DOMAIN, proposals))).containsExactly("free-mail");
    }

    @Test
    void a_suppliers_mailbox_in_other_hands_is_not_simply_blocked() {
        List<BlockProposal> proposals = advice("accounts@mail.supplier.example", "");

        assertThat(signals(of(Kind.SENDER, proposals))).containsExactly("innocent-sender");
        assertThat(signals(of(Kind.DOMAIN, proposals))).containsExactly("partner-domain");
        assertThat(proposals).noneMatch(BlockProposal::recommended);
    }

    @Test
    void somebody_who_wrote_before_is_most_likely_innocent() {
        List<BlockProposal> proposals = advice("ines@client.example", "");

        assertThat(of(Kind.SENDER, proposals).against().getFirst().text()).contains("somebody else has that mailbox");
        assertThat(signals(of(Kind.DOMAIN, proposals))).containsExactly("correspondents-there");
    }

    @Test
    void the_organisations_own_domain_is_never_recommended() {
        List<BlockProposal> proposals = advice("it@contoso.example", "https://portal.contoso.example/a");

        assertThat(proposals).allMatch(BlockProposal::needsSecondYes);
        assertThat(proposals).allMatch(proposal -> signals(proposal).contains("own-domain"));
    }

    @Test
    void of_a_place_that_many_share_only_the_one_address_is_blocked() {
        List<BlockProposal> files = advice("", "https://partner-my.sharepoint.com/:b:/g/personal/x/abc");
        List<BlockProposal> hosting = advice("", "https://evil.pages.dev/login");

        assertThat(of(Kind.URL, files).recommended()).isTrue();
        assertThat(signals(of(Kind.HOST, files))).containsExactly("file-sharing");
        assertThat(signals(of(Kind.HOST, hosting))).containsExactly("shared-hosting");
    }

    @Test
    void behind_a_misused_redirector_the_last_address_is_what_is_blocked() {
        List<BlockProposal> proposals = advice("", "https://www.google.com/url?q=https%3A%2F%2Fevil.example%2Fa");

        assertThat(proposals.stream().filter(BlockProposal::recommended))
                .extracting(BlockProposal::entry)
                .contains("evil.example/a", "evil.example/*")
                .doesNotContain("www.google.com/*");
    }

    @Test
    void what_could_not_be_unwrapped_blocks_nothing() {
        assertThat(advice("", "https://protect-eu.mimecast.com/s/abc")).isEmpty();
    }

    @Test
    void what_is_no_address_blocks_nothing() {
        assertThat(advice("nobody@", "javascript:alert(1)")).isEmpty();
    }
}

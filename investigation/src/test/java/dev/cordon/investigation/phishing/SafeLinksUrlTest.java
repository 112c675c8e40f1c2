package dev.cordon.investigation.phishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeLinksUrlTest {
    private static String wrapped(String inner) {
        return "https://eur02.safelinks.protection.outlook.com/?url=" + URLEncoder.encode(inner, StandardCharsets.UTF_8)
                + "&data=05%7C02%7Canna%40contoso.example%7C0&sdata=abc%3D&reserved=0";
    }

    @Test
    void a_link_wrapped_by_safe_links_shows_what_lies_inside() {
        SafeLinksUrl link = SafeLinksUrl.of(wrapped("https://evil.example/login?u=anna@contoso.example&x=1"));

        assertThat(link.wrappers()).containsExactly("Safe Links");
        assertThat(link.address()).isEqualTo("https://evil.example/login?u=anna@contoso.example&x=1");
        assertThat(link.host()).isEqualTo("evil.example");
        assertThat(link.notUnwrapped()).isEmpty();
    }

    @Test
    void wrappings_within_each_other_are_opened_from_the_outside_in() {
        String proofpoint = "https://urldefense.com/v3/__https:/evil.example/a?b=c__;!!AbC!tail$";

        SafeLinksUrl link = SafeLinksUrl.of(wrapped(wrapped(proofpoint)));

        assertThat(link.wrappers()).containsExactly("Safe Links", "Safe Links", "Proofpoint");
        assertThat(link.address()).isEqualTo("https://evil.example/a?b=c");
    }

    @Test
    void the_source_of_a_mail_may_be_pasted_with_its_ampersands() {
        assertThat(SafeLinksUrl.of(
                                "https://nam01.safelinks.protection.outlook.com/?data=05&amp;url=https%3A%2F%2Fevil.example%2Fa&amp;reserved=0")
                        .address())
                .isEqualTo("https://evil.example/a");
    }

    @Test
    void a_link_of_teams_is_opened_too() {
        assertThat(SafeLinksUrl.of(
                                "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url="
                                        + "https%3A%2F%2Fevil.example%2Fteams&locale=en-gb")
                        .host())
                .isEqualTo("evil.example");
    }

    @Test
    void the_second_version_of_proofpoint_writes_percent_signs_as_minus() {
        SafeLinksUrl link = SafeLinksUrl.of(
                "https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_pay-2Dnow_-3Fid-3D7&d=DwMF&c=x&r=y");

        assertThat(link.address()).isEqualTo("https://evil.example/pay-now/?id=7");
    }

    @Test
    void the_third_version_of_proofpoint_keeps_characters_apart() {
        // Two characters, then three in one go: "**B" stands for three.
        SafeLinksUrl link =
                SafeLinksUrl.of("https://urldefense.com/v3/__https:/evil.example/*-*-**B__;w6TDtsO8w7zDvA!!AbC!tail$");

        assertThat(link.address()).isEqualTo("https://evil.example/ä-ö-üüü");
    }

    @Test
    void what_was_cut_off_is_told_and_not_guessed() {
        SafeLinksUrl proofpoint = SafeLinksUrl.of("https://urldefense.com/v3/__https:/evil.example/*a__");
        SafeLinksUrl safeLinks = SafeLinksUrl.of("https://eur02.safelinks.protection.outlook.com/?data=05");

        assertThat(proofpoint.isUnwrapped()).isFalse();
        assertThat(proofpoint.host()).isEmpty();
        assertThat(safeLinks.notUnwrapped().orElseThrow()).contains("cut off").contains("paste the whole link");
    }

    @Test
    void mimecast_keeps_the_address_and_that_is_said() {
        SafeLinksUrl link = SafeLinksUrl.of("https://protect-eu.mimecast.com/s/AbCdEf123?domain=evil.example");

        assertThat(link.wrappers()).containsExactly("Mimecast");
        assertThat(link.isUnwrapped()).isFalse();
        assertThat(link.notUnwrapped().orElseThrow())
                .contains("only Mimecast's own console")
                .contains("evil[.]example");
        assertThat(link.host()).isEmpty();
    }

    @Test
    void a_shortened_link_is_not_asked_for() {
        SafeLinksUrl link = SafeLinksUrl.of(wrapped("https://bit.ly/3xYz"));

        assertThat(link.isUnwrapped()).isFalse();
        assertThat(link.notUnwrapped().orElseThrow()).contains("asking is a visit");
    }

    @Test
    void whoever_wraps_without_end_is_stopped() {
        String link = "https://evil.example/";
        for (int times = 0; times < 12; times++) {
            link = wrapped(link);
        }

        assertThat(SafeLinksUrl.of(link).notUnwrapped().orElseThrow()).contains("more than 10 times");
    }

    @Test
    void an_address_that_only_pretends_to_be_safe_links_is_not_opened() {
        SafeLinksUrl link = SafeLinksUrl.of(
                "https://eur02.safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fmicrosoft.com");

        assertThat(link.isWrapped()).isFalse();
        assertThat(link.host()).isEqualTo("eur02.safelinks.protection.outlook.com.evil.example");
    }

    @Test
    void a_redirector_that_is_misused_is_noted_with_where_it_hands_on_to() {
        SafeLinksUrl link = SafeLinksUrl.of("https://www.google.com/url?q=https%3A%2F%2Fevil.example%2Fa&sa=D");

        assertThat(link.host()).isEqualTo("www.google.com");
        assertThat(link.notes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.text()).contains("evil[.]example").contains("www[.]google[.]com"));
    }

    @Test
    void a_host_before_an_at_sign_deceives_nobody() {
        SafeLinksUrl link = SafeLinksUrl.of("https://login.microsoftonline.com@evil.example/a");

        assertThat(link.host()).isEqualTo("evil.example");
        assertThat(link.notes()).extracting(Reason::signal).containsExactly("pretends-host");
    }

    @Test
    void backslashes_case_dots_and_invisible_letters_are_read_as_a_browser_reads_them() {
        assertThat(SafeLinksUrl.of("hTTps:\\\\EVIL.example.\\path").host()).isEqualTo("evil.example");
        assertThat(SafeLinksUrl.of("https:evil.example/a").host()).isEqualTo("evil.example");
        assertThat(SafeLinksUrl.of("https://ev\u200Bil.example/a").host()).isEqualTo("evil.example");
        assertThat(SafeLinksUrl.of("https://%65vil.example:8443/a").host()).isEqualTo("evil.example");
    }

    @Test
    void letters_of_another_script_are_shown_for_what_they_are() {
        SafeLinksUrl link = SafeLinksUrl.of("https://соntoso.example/login");

        assertThat(link.host()).startsWith("xn--");
        assertThat(link.notes()).extracting(Reason::signal).containsExactly("foreign-letters");
    }

    @Test
    void an_address_that_was_made_unclickable_by_hand_is_read() {
        assertThat(SafeLinksUrl.of("<hxxps[:]//evil[.]example/a>").host()).isEqualTo("evil.example");
        assertThat(SafeLinksUrl.of("evil.example/a?b").host()).isEqualTo("evil.example");
    }

    @Test
    void what_is_shown_is_no_link_and_hides_nothing() {
        String shown =
                SafeLinksUrl.of("https://user@evil.example/\u202Egpj.exe").defanged();

        assertThat(shown).isEqualTo("hxxps[:]//user[@]evil[.]example/gpj[.]exe");
        assertThat(SafeLinksUrl.of("https://evil.example/" + "a".repeat(5000)).defanged())
                .hasSizeLessThan(340)
                .endsWith("…");
    }

    @Test
    void what_is_no_address_of_the_web_is_said_to_be_none() {
        assertThat(SafeLinksUrl.of("javascript:alert(1)").notes())
                .extracting(Reason::signal)
                .containsExactly("no-web-address");
        assertThat(SafeLinksUrl.of("").host()).isEmpty();
        assertThat(SafeLinksUrl.of("see the mail").host()).isEmpty();
    }
}

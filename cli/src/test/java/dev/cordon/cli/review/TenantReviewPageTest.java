package dev.cordon.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.document.Reviews;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import dev.cordon.response.TenantReview;
import dev.cordon.response.TenantReview.Standing;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantReviewPageTest {
    private static String shown(TenantReview review) {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                Terminal.none(),
                new TestingClock(Instant.parse("2026-03-02T08:00:00Z")));
        new TenantReviewPage(screen).show(review);
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void a_quiet_week_says_so_with_what_was_read_and_from_what_the_usual_was_learnt() {
        assertThat(shown(Reviews.quiet()))
                .contains("All is normal: nothing needs your answer, and every source was read.")
                .contains("Read to the end: audit.csv (420 rows).")
                .contains("learnt from 29 days of sign-ins; Microsoft keeps 30")
                .contains("Defender incidents 2 (0 to look at)");
        assertThat(Reviews.quiet().needsLook()).isFalse();
    }

    @Test
    void a_quiet_week_is_not_green_where_a_source_was_not_read() {
        TenantReview review = Reviews.ofTenant(List.of(), Reviews.ofTenant().coverage());

        assertThat(shown(review))
                .contains("Nothing needs your answer in what could be read. Not everything could be: see below.")
                .contains("Could not be seen Secure score: Not permitted: a permission is missing.")
                .doesNotContain("All is normal");
        assertThat(review.needsLook()).isTrue();
    }

    @Test
    void each_finding_has_why_what_that_is_what_to_do_and_how_sure_it_is() {
        assertThat(shown(Reviews.ofTenant()))
                .contains("1 matter needs your answer.")
                .contains("1. Forwarding of a mailbox: \"anna@contoso.example to drop@mail.example\"")
                .contains("Why: All mail was sent out of the organisation")
                .contains("What that is: having mail sent on to themselves (T1114.003).")
                .contains("Do: Ask the user by telephone")
                .contains("Taken for an attack; likely, not certain.")
                .contains("F-7K2QW9XA");
    }

    @Test
    void what_was_dismissed_is_shown_with_when_by_whom_and_why() {
        assertThat(shown(Reviews.ofTenant()))
                .contains("Answered before")
                .contains(
                        "Dismissed on 2026-02-22 22:04 UTC by \"admin@contoso.example\" because \"the vendor's contract\".");
    }

    @Test
    void what_is_about_one_account_is_one_matter() {
        TenantReview review = Reviews.ofTenant(
                List.of(
                        Reviews.item("F-AAAAAAAA", "anna@contoso.example to drop@mail.example", new Standing.New()),
                        Reviews.item("F-BBBBBBBB", "anna@contoso.example to other@mail.example", new Standing.New())),
                List.of());

        assertThat(shown(review))
                .contains("1 matter needs your answer.")
                .contains("1. \"anna@contoso.example\": 2 things, 2 of them taken for an attack")
                .contains("With it: - forwarding of a mailbox \"anna@contoso.example to other@mail.example\"");
    }

    @Test
    void nothing_an_attacker_wrote_steers_the_terminal() {
        TenantReview review = Reviews.ofTenant(
                List.of(
                        Reviews.item("F-AAAAAAAA", "\u001b[2Janna\r\nAll is normal", new Standing.New()),
                        Reviews.item("F-BBBBBBBB", "\u202Ebo", new Standing.New())),
                List.of());

        assertThat(shown(review)).contains("\\u{1b}[2Janna\\u{d}\\u{a}All").doesNotContain("\u001b", "\u202E");
    }
}

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
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TenantReviewPageTest {
    private static String shown(TenantReview review) {
        return written(page -> page.show(review, true));
    }

    private static String written(Consumer<TenantReviewPage> writes) {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                Terminal.none(),
                new TestingClock(Instant.parse("2026-03-02T08:00:00Z")));
        writes.accept(new TenantReviewPage(screen));
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void a_quiet_week_says_so_with_what_was_read_and_from_what_the_usual_was_learnt() {
        assertThat(shown(Reviews.quiet()))
                .contains("All is normal: nothing needs your answer, and every source was read.")
                .contains("Read to the end: audit.csv.")
                .contains("learnt from 29 days of sign-ins.")
                .contains("Defender incidents 2 (0 to look at)");
        assertThat(Reviews.quiet().needsLook()).isFalse();
    }

    @Test
    void a_quiet_week_is_not_green_where_a_source_was_not_read() {
        TenantReview review = Reviews.ofTenant(List.of(), Reviews.ofTenant().coverage());

        assertThat(shown(review))
                .contains("Nothing needs your answer in what could be read. Not everything could be: see below.")
                .contains("Could not be seen Secure Score: Not permitted: a permission is missing.")
                .doesNotContain("All is normal");
        assertThat(review.needsLook()).isTrue();
    }

    @Test
    void a_quiet_week_is_green_where_only_a_licence_is_missing_and_says_what_it_does_not_show() {
        TenantReview review = Reviews.ofTenant(List.of(), List.of(Reviews.notLicensed()));

        assertThat(shown(review))
                .contains("All is normal in what your licences show")
                .contains("Could not be seen")
                .contains("Not licensed: clicks are shown with Defender for Office 365.")
                .doesNotContain("every source was read");
        assertThat(review.needsLook()).isFalse();
    }

    @Test
    void each_matter_has_how_sure_it_is_why_and_what_to_do() {
        assertThat(shown(Reviews.ofTenant()))
                .contains("1 matter needs your answer.")
                .contains("1. \"anna@contoso.example\": Taken for an attack; likely, not certain. F-7K2QW9XA")
                .contains(
                        "Forwarding of a mailbox \"anna@contoso.example to drop@mail.example\": All mail was sent out of")
                .contains("Do: open an incident (o). It throws the attacker out, and can be undone.")
                .doesNotContain("T1114.003");
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
                .contains("1. \"anna@contoso.example\": Taken for an attack")
                .contains("With it: 1 forwarding of a mailbox; w shows all.");
        assertThat(written(page -> page.show(review, false)))
                .contains("With it: 1 forwarding of a mailbox; --json lists all.")
                .doesNotContain("(o)");
    }

    @Test
    void why_shows_each_finding_with_what_that_is_and_what_to_do() {
        assertThat(written(page -> page.all(Reviews.ofTenant().matters().getFirst())))
                .contains("Why: All mail was sent out of the organisation")
                .contains("What that is: having mail sent on to themselves (T1114.003).")
                .contains("Do: Ask the user by telephone")
                .contains("Taken for an attack; likely, not certain.")
                .contains("F-7K2QW9XA");
    }

    @Test
    void what_looks_ordinary_is_one_line_until_it_is_listed() {
        TenantReview review = Reviews.ofTenant(
                List.of(Reviews.ordinary("F-AAAAAAAA", "anna@contoso.example: Trips", new Standing.New())), List.of());

        assertThat(shown(review))
                .contains("1 other thing looks ordinary; l lists them.")
                .doesNotContain("Trips");
        assertThat(written(page -> page.listed(review)))
                .contains("Forwarding of a mailbox \"anna@contoso.example: Trips\"")
                .contains("The week: Defender incidents 2 (0 to look at)");
    }

    @Test
    void a_source_whose_rows_come_late_says_until_when_it_was_read() {
        TenantReview review = Reviews.ofTenant(List.of(), List.of(Reviews.lookedUntil("2026-02-28T22:04:05Z")));

        assertThat(shown(review)).contains("Read to the end: audit.csv (until 2026-02-28 22:04 UTC).");
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

package dev.cordon.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.document.Reviews;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import dev.cordon.response.Looked;
import dev.cordon.response.ReviewFiles.Reviewed;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewPageTest {
    private static String shown(Reviewed reviewed) {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                Terminal.none(),
                new TestingClock(Instant.parse("2026-03-02T08:00:00Z")));
        new ReviewPage(screen).show(reviewed, Optional.empty());
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void what_needs_a_look_stands_first_with_what_became_of_it() {
        assertThat(shown(Reviews.made()))
                .startsWith("Look at this first - 2026-03-01 22:04 UTC forwarding of a mailbox, undone since:")
                .contains("It was undone at 2026-03-01T22:04:12Z")
                .contains(
                        "audit.csv: audit log, 420 rows, 2026-03-01 22:04 UTC to 2026-03-01 23:04 UTC, 17 the service's own, 1 UNREADABLE.")
                .contains("row 3: Its AuditData is empty.");
    }

    @Test
    void from_where_it_was_done_and_in_whose_accounts_is_told() {
        assertThat(shown(Reviews.made()))
                .contains("from 203.0.113.45")
                .contains("Accounts that stand above: \"anna@contoso.example\".");
    }

    @Test
    void files_without_a_row_are_not_called_clean() {
        var nothing = new Looked(
                "rules.json",
                "file",
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                List.of(),
                Optional.of("No row of a log that is known was found in it."));

        assertThat(shown(new Reviewed(List.of(), List.of(nothing), List.of())))
                .startsWith("NOTHING WAS REVIEWED")
                .doesNotContain("Nothing was found");
    }

    @Test
    void what_is_not_judged_of_sign_ins_is_said() {
        var looked = new Looked(
                "signins.csv",
                "sign-ins",
                Optional.of(Instant.parse("2026-03-01T08:00:00Z")),
                Optional.of(Instant.parse("2026-03-02T08:00:00Z")),
                12,
                0,
                List.of(),
                Optional.empty());

        assertThat(shown(new Reviewed(List.of(), List.of(looked), List.of())))
                .contains("Nothing was found in these files that needs a look.")
                .contains("cordon judge --kind sign-in");
    }

    @Test
    void none_found_comes_with_what_was_looked_at() {
        assertThat(shown(Reviews.clean()))
                .startsWith("Nothing was found in these files that needs a look.")
                .contains("audit.csv: audit log, 420 rows, 2026-03-01 22:04 UTC to 2026-03-01 23:04 UTC");
    }

    @Test
    void nothing_an_attacker_wrote_steers_the_terminal() {
        assertThat(shown(Reviews.about("\u001b[2J\u202Eanna\r\nAll is well")))
                .contains("\\u{1b}[2J\\u{202e}anna\\u{d}\\u{a}All is well")
                .doesNotContain("\u001b", "\u202E");
    }
}

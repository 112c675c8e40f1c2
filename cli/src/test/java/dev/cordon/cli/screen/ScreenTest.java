package dev.cordon.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.HostileStrings;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final TestingClock clock = new TestingClock();

    @Test
    void a_step_that_ends_is_one_line_with_its_time_and_its_budget() {
        Screen screen = screen(Terminal.none());
        LiveStep step = screen.begin("revoke-sessions", Duration.ofSeconds(60));
        step.doing("reading back");
        clock.advance(Duration.ofMillis(1_250));
        step.end(Tone.GOOD, "succeeded");
        step.end(Tone.BAD, "failed");
        assertThat(text()).isEqualTo("+ revoke-sessions                                1.2 s of 60 s  succeeded\n");
    }

    @Test
    void no_escape_reaches_a_pipe_and_no_hostile_one_a_terminal() {
        Screen pipe = screen(Terminal.none());
        HostileStrings.all().forEach(hostile -> pipe.line(Tone.BAD, hostile));
        assertThat(text()).doesNotContain("\u001b");

        shown.reset();
        Screen terminal = screen(new Terminal(true, true, 80));
        LiveStep step = terminal.begin(HostileStrings.TERMINAL.getFirst(), Duration.ZERO);
        HostileStrings.all().forEach(hostile -> {
            step.doing(hostile);
            terminal.line(Tone.BAD, hostile);
        });
        step.end(Tone.GOOD, HostileStrings.TERMINAL.getFirst());
        assertThat(text().replaceAll("\u001b\\[(\\d+F|J|\\d+m)", "")).doesNotContain("\u001b");
    }

    @Test
    void an_interrupted_screen_ends_with_whole_lines_and_stays_silent() {
        Screen screen = screen(Terminal.none());
        LiveStep step = screen.begin("reset-password", Duration.ZERO);
        screen.close("Interrupted; everything done so far is kept.");
        step.end(Tone.GOOD, "succeeded");
        screen.line("late");
        screen.close("twice");
        assertThat(text().lines())
                .containsExactly(
                        "! reset-password                                         0.0 s  interrupted",
                        "Interrupted; everything done so far is kept.");
    }

    @Test
    void long_texts_are_broken_between_words() {
        screen(new Terminal(true, false, 20)).paragraph(Tone.PLAIN, "one two three four five six seven");
        assertThat(text().lines()).containsExactly("one two three four", "five six seven");
    }

    @Test
    void what_goes_on_stands_under_its_bullet_and_a_long_word_stays_whole() {
        Screen screen = screen(new Terminal(true, false, 20));
        screen.paragraph(Tone.PLAIN, "  - one two three four five");
        screen.paragraph(Tone.PLAIN, "at /a/path/that/is/longer/than/a/line");
        assertThat(text().lines())
                .containsExactly("  - one two three", "    four five", "at", "/a/path/that/is/longer/than/a/line");
    }

    @Test
    void the_end_of_a_step_fits_the_terminal() {
        for (int columns : new int[] {80, 100}) {
            shown.reset();
            Screen screen = screen(new Terminal(false, false, columns));
            screen.begin("Make sure who this is and what we may do", Duration.ofSeconds(30))
                    .end(Tone.GOOD, "succeeded: " + "some words that go on and on ".repeat(5));
            assertThat(text().lines())
                    .allMatch(line -> line.length() <= columns)
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_step_under_way_gives_up_its_gaps_before_anything_is_cut_and_says_that_it_is() {
        Screen screen = screen(Terminal.none());
        LiveStep step = screen.begin("Reading the sign-ins of programs", Duration.ZERO);
        step.doing("150000 rows, about 12 min to go");

        assertThat(step.sofar(clock.instant(), 100)).hasSizeGreaterThan(85);
        assertThat(step.sofar(clock.instant(), 77))
                .isEqualTo("Reading the sign-ins of programs  0.0 s  150000 rows, about 12 min to go");
        assertThat(step.sofar(clock.instant(), 40)).hasSize(40).endsWith("...");
    }

    @Test
    void a_long_step_that_cannot_be_drawn_over_says_every_half_minute_how_far_it_is() {
        Screen screen = screen(Terminal.none());
        LiveStep step = screen.begin("Reading", Duration.ZERO);
        for (int second = 0; second < 65; second++) {
            clock.advance(Duration.ofSeconds(1));
            step.goesOnDoing(second + " rows");
        }

        assertThat(text().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(" Reading 30.0 s 29 rows", " Reading 60.0 s 59 rows");
    }

    @Test
    void what_goes_on_stands_under_what_follows_a_number() {
        screen(new Terminal(true, false, 20)).paragraph(Tone.PLAIN, "12. one two three four five");

        assertThat(text().lines()).containsExactly("12. one two three", "    four five");
    }

    @Test
    void a_question_that_is_longer_than_the_line_is_broken_between_words() {
        screen(new Terminal(true, false, 30)).prompt("1 of 3, \"anna\": [o]pen an incident, [d]ismiss, [w]hy, [q]uit:");

        assertThat(text().lines())
                .containsExactly("1 of 3, \"anna\": [o]pen an", "incident, [d]ismiss, [w]hy,", "[q]uit: ");
    }

    @Test
    void nothing_is_printed_into_an_open_question_and_nothing_is_lost() throws InterruptedException {
        Screen screen = screen(Terminal.none());
        screen.asking();
        screen.prompt("Remove it? [Y/n]");
        Thread other = Thread.ofVirtual().start(() -> {
            screen.line("found: another thing");
            screen.begin("devices", Duration.ZERO).end(Tone.GOOD, "succeeded");
        });
        other.join();
        assertThat(text()).isEqualTo("Remove it? [Y/n] ");
        screen.line("Please answer yes or no.");
        assertThat(text()).isEqualTo("Remove it? [Y/n] Please answer yes or no.\n");
        screen.answered();
        assertThat(text().lines().skip(1)).first().isEqualTo("found: another thing");
        assertThat(text()).contains("+ devices");
    }

    @Test
    void the_time_a_person_thinks_is_not_the_steps() {
        Screen screen = screen(Terminal.none());
        LiveStep step = screen.begin("consents", Duration.ofSeconds(60));
        clock.advance(Duration.ofSeconds(2));
        step.waits();
        clock.advance(Duration.ofSeconds(100));
        assertThat(step.sofar(clock.instant(), 100)).contains("2.0 s of 60 s").contains("waiting for you");
        step.goesOn();
        clock.advance(Duration.ofSeconds(1));
        step.end(Tone.GOOD, "succeeded");
        assertThat(text()).contains("3.0 s of 60 s").contains("not counted: 100.0 s");
    }

    @Test
    void an_interrupted_question_ends_its_line_and_says_what_was_held_back() throws InterruptedException {
        Screen screen = screen(Terminal.none());
        screen.asking();
        screen.prompt("Contain this account? [y/N]");
        Thread.ofVirtual().start(() -> screen.line("held")).join();
        screen.close("Nothing was changed.");
        assertThat(text().lines()).containsExactly("Contain this account? [y/N] ", "held", "Nothing was changed.");
    }

    @Test
    void colour_needs_a_terminal_that_has_it() {
        var script = "err,in,out,24 132";
        assertThat(Terminal.seen(script, "out", Map.of("TERM", "xterm"))).isEqualTo(new Terminal(true, true, 132));
        assertThat(Terminal.seen(script, "out", Map.of("TERM", "dumb")).live()).isFalse();
        assertThat(Terminal.seen(script, "out", Map.of("NO_COLOR", "1")).colour())
                .isFalse();
        assertThat(Terminal.seen("err,", "out", Map.of())).isEqualTo(Terminal.none());
        assertThat(Terminal.seen("out,0 0", "out", Map.of()).columns()).isEqualTo(20);
    }

    private Screen screen(Terminal terminal) {
        return new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, clock);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}

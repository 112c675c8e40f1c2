package dev.cordon.cli.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.CommandLineDoor;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Restore;
import dev.cordon.procedure.Instructions;
import dev.cordon.procedure.Limits;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepId;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The pass is shown though the run that made it ends in a fault. */
class PassOnceTest {
    private static final Instant UNTIL = Instant.parse("2026-03-02T09:00:00Z");
    private static final Procedure RESTORING = new Procedure(
            "restore-account",
            "1.0",
            "Give back",
            List.of(new Step.Action(
                    new StepId("one-time-pass"),
                    new Instructions("Make a pass", "", "", "", List.of()),
                    new Limits(Duration.ofMinutes(1), Optional.empty()),
                    "one-time-pass",
                    List.of())),
            List.of());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A desk whose restoring makes a pass and then fails. */
    private static ResponseDesk failing() {
        return (ResponseDesk) Proxy.newProxyInstance(
                ResponseDesk.class.getClassLoader(),
                new Class<?>[] {ResponseDesk.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "restoring" -> RESTORING;
                    case "restore" -> {
                        Restore how = (Restore) arguments[1];
                        Supplier<String> pass = () -> "Abc-123";
                        how.pass().orElseThrow().take(pass, UNTIL);
                        throw new IllegalStateException("the disk is full");
                    }
                    default -> null;
                });
    }

    private ExitCode restore(String answers, String... more) {
        Desks desks = (Desks) Proxy.newProxyInstance(
                Desks.class.getClassLoader(), new Class<?>[] {Desks.class}, (_, _, _) -> failing());
        var streams = new Streams(stream(out), stream(err), () -> answers, "in", Map.of(), new TestingClock());
        List<String> typed = new ArrayList<>(List.of("incident", "restore", "INC-20260302-K7QF", "--yes"));
        typed.addAll(List.of(more));
        return new CommandLineDoor(
                        List.of(new IncidentRestoreCommand(desks)), "1.2.3", streams, unexpected -> Optional.empty())
                .run(typed.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_pass_that_was_to_be_printed_is_printed_though_the_run_fails_afterwards() {
        assertThat(restore("", "--show-pass")).isEqualTo(ExitCode.OUR_FAULT);
        assertThat(said()).containsOnlyOnce("Abc-123").contains("2026-03-02T09:00:00Z");
    }

    @Test
    void a_pass_that_nobody_has_seen_yet_is_offered_though_the_run_failed() {
        assertThat(restore("yes\n")).isEqualTo(ExitCode.OUR_FAULT);
        assertThat(said()).containsOnlyOnce("Abc-123");
    }

    @Test
    void one_that_was_not_wanted_is_not_shown() {
        assertThat(restore("no\n")).isEqualTo(ExitCode.OUR_FAULT);
        assertThat(said()).doesNotContain("Abc-123").contains("It was not shown");
    }

    @Test
    void whoever_was_cut_off_hears_that_a_pass_lives() {
        Thread.currentThread().interrupt();
        assertThat(restore("yes\n")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(said()).doesNotContain("Abc-123").contains("nobody has seen").contains("2026-03-02T09:00:00Z");
    }
}

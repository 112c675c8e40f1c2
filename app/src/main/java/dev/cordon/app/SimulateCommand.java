package dev.cordon.app;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.simulator.Connection;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code simulate}: a simulated tenant that listens until it is told to end. */
final class SimulateCommand implements Command {
    private final Interruption interruption;

    SimulateCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public String words() {
        return "simulate";
    }

    @Override
    public CommandSpec specification() {
        var scenario =
                Arguments.option("--scenario", "NAME|FILE", "One of " + Scenarios.SHIPPED + ", or a scenario file.");
        return Arguments.specification(this, "A simulated Microsoft 365 tenant over HTTPS, with an attacker in it.")
                .addOption(scenario.toBuilder().required(true).build())
                .addOption(Arguments.option(
                        "--port", "N", "The port that serves all hosts by name; any free one if absent."))
                .addOption(Arguments.option(
                        "--names",
                        "HOST=SERVICE,...",
                        "Further host names; SERVICE is login, graph, exchange or compliance."))
                .addOption(Arguments.option("--seed", "N", "Replaces the scenario's seed."))
                .addOption(Arguments.option("--write", "FILE", "Writes the connection document once it listens."))
                .addOption(Arguments.option("--for", "DURATION", "Ends after that, such as PT10M."));
    }

    @Override
    @SuppressWarnings("try") // a signal closes the tenant from another thread; closing is idempotent
    public ExitCode run(Invocation invocation) {
        ParseResult typed = invocation.arguments();
        Scenario scenario = Scenarios.load(typed.matchedOptionValue("--scenario", ""), typed);
        Optional<Duration> life = value(typed, "--for").map(SimulateCommand::duration);
        Path folder = SimulatorFolder.create();
        try (SimulatedTenant tenant = start(scenario, options(typed, folder))) {
            var end = new CountDownLatch(1);
            interruption.isOrdinaryEnd(end::countDown);
            value(typed, "--write").ifPresent(file -> write(tenant.connection(), file));
            show(invocation, tenant.connection());
            await(end, life);
        } finally {
            SimulatorFolder.delete(folder);
        }
        return ExitCode.DONE;
    }

    private static SimulationOptions options(ParseResult typed, Path folder) {
        try {
            var options = SimulationOptions.in(folder).port((int) value(typed, "--port")
                    .map(text -> number("--port", text))
                    .orElse(0L)
                    .longValue());
            return value(typed, "--names").map(options::names).orElse(options);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static SimulatedTenant start(Scenario scenario, SimulationOptions options) {
        try {
            return SimulatedTenant.start(scenario, options);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.NOT_WRITTEN,
                    "The simulated tenant could not start: " + FileTrouble.inWords(e) + ". Is port " + options.port()
                            + " taken by another program, or the disk full?");
        }
    }

    private static void write(Connection connection, String file) {
        try {
            connection.write(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new Refusal(
                    ExitCode.NOT_WRITTEN,
                    "The connection document could not be written to \"" + file + "\": " + FileTrouble.inWords(e)
                            + ". Name a file in a folder that exists, that you may write to, and that has space left.");
        }
    }

    private static void show(Invocation invocation, Connection connection) {
        if (invocation.options().json()) {
            invocation.write(connection.json());
        }
        var screen = invocation.screen();
        screen.line("Simulated tenant " + connection.domain() + " is listening; all hosts by name at "
                + connection.byName());
        screen.line("Control API: " + connection.control());
        connection.suspects().forEach(suspect -> screen.line("Suspect: " + suspect));
        screen.line("It ends on Ctrl-C.");
    }

    private static void await(CountDownLatch end, Optional<Duration> life) {
        try {
            if (life.isPresent()) {
                boolean ended = end.await(life.get().toMillis(), TimeUnit.MILLISECONDS);
                assert ended || !life.get().isNegative();
            } else {
                end.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> value(ParseResult typed, String option) {
        return Optional.ofNullable(typed.matchedOptionValue(option, (String) null));
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, option + " cannot be \"" + text + "\"; it is a whole number.");
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE, "--for cannot be \"" + text + "\"; it is a duration such as PT10M.");
        }
    }
}

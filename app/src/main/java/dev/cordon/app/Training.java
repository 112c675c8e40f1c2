package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Streams;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the JVM watches once after each build, to start faster ever after: it caches the classes that are loaded here. Talks to
 * a simulated tenant of its own and leaves nothing behind. See docs/decisions/0004.
 */
public final class Training {
    private Training() {}

    public static void main(String[] arguments) throws IOException {
        int help = Main.run("--help");
        Path folder = Files.createTempDirectory("cordon-training");
        try {
            rehearse(folder);
        } finally {
            delete(folder);
        }
        System.exit(help);
    }

    private static void rehearse(Path folder) throws IOException {
        Path certificates = Files.createDirectory(folder.resolve("tenant"));
        var scenario = ScenarioLoader.load("quiet-tenant", OptionalLong.empty());
        try (SimulatedTenant tenant = SimulatedTenant.start(scenario, SimulationOptions.in(certificates))) {
            Path connection = certificates.resolve("connection.json");
            tenant.connection().write(connection);
            Path data = folder.resolve("data");
            say(data, "tenant", "add", "training", "--from", connection.toString());
            for (String suspect : tenant.connection().suspects()) {
                say(data, "respond", "compromised-account", suspect, "--plan", "--json");
            }
            say(data, "incident", "list");
        }
    }

    private static void say(Path data, String... typed) {
        var streams = new Streams(System.out, System.err, () -> "", "", Map.of(), InstantSource.system());
        String[] arguments = Stream.concat(Stream.of("--data", data.toString()), Stream.of(typed))
                .toArray(String[]::new);
        ExitCode code = Main.door(streams).run(arguments);
        streams.errors().line(String.join(" ", typed) + ": " + code);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

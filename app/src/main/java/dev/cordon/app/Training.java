package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Streams;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the JVM watches after each build, to start faster ever after: it caches the classes that are loaded here, and loads all
 * of them at each later start. So one run only asks for help, and another only does what a response does before its first
 * request: the simulated tenant it talks to is a process of its own. Leaves nothing behind. See docs/decisions/0004.
 */
public final class Training {
    private static final String SUSPECT = "david.okafor@northwind.example";
    private static final int MOST_SECONDS = 30;

    private Training() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!List.of(arguments).contains("work")) {
            Main.main(new String[] {"--help"});
            return;
        }
        ClosedWebAddresses.close();
        TlsGroups.choose();
        Path folder = Files.createTempDirectory("cordon-training");
        try {
            rehearse(folder);
        } finally {
            delete(folder);
        }
        System.exit(ExitCode.DONE.number());
    }

    private static void rehearse(Path folder) throws IOException, InterruptedException {
        Path connection = folder.resolve("connection.json");
        Path data = folder.resolve("data");
        Process tenant = apart(
                "simulate",
                "--scenario",
                "quiet-tenant",
                "--for",
                "PT" + 2 * MOST_SECONDS + "S",
                "--write",
                connection.toString());
        try {
            await(connection, tenant);
            Main.run("--version");
            // A data folder is made once in its life: what that needs has no place among what each start loads.
            apart("--data", data.toString(), "tenant", "add", "training", "--from", connection.toString())
                    .waitFor();
            say(data, "respond", "compromised-account", SUSPECT, "--plan", "--json");
            say(data, "respond", "compromised-account", SUSPECT, "--decide", "recommended", "--json");
            say(data, "incident", "list");
        } finally {
            tenant.destroy();
            tenant.waitFor();
        }
    }

    private static Process apart(String... typed) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                withSimulator(System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(typed));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /** What a simulated tenant needs lies apart, beside the jar that names the others. */
    private static String withSimulator(String classPath) {
        Path jar = Path.of(classPath);
        return classPath
                + File.pathSeparator
                + jar.resolveSibling("simulator").resolve("*")
                + File.pathSeparator
                + jar.resolveSibling("vouching").resolve("*");
    }

    private static void await(Path written, Process tenant) throws InterruptedException, IOException {
        for (int tenths = 0; !Files.exists(written); tenths++) {
            if (tenths > MOST_SECONDS * 10 || tenant.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("the simulated tenant did not begin to listen");
            }
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

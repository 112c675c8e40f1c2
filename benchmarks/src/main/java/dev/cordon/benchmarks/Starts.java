package dev.cordon.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** Starts of processes, against a JVM that says hello. */
final class Starts {
    private static final int TIMES = 21;
    private static final double MOST_HELP = 5;
    private static final double MOST_FIRST_REQUEST = 12;
    private static final double MOST_MEGABYTES = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The tenant's own JVM compiles for a while after it has begun to listen, and would be measured with the other. */
    private static final Duration REST = Duration.ofSeconds(3);

    private static final int TIMES_BESIDE_A_TENANT = 5;

    private Starts() {}

    static List<Result> measure(Launcher launcher, int runs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cordon-hello");
        compileHello(folder);
        List<Long> hello = new ArrayList<>();
        List<Long> help = new ArrayList<>();
        elapsed(launcher.cordon("--help"));
        for (int time = 0; time < TIMES; time++) {
            hello.add(elapsed(launcher.java(folder, "Hello")));
            help.add(elapsed(launcher.cordon("--help")));
        }
        List<Long> besideTenant = new ArrayList<>();
        List<Long> firstRequests = new ArrayList<>();
        List<Long> peaks = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Response response = respond(launcher, folder, besideTenant);
            firstRequests.add(response.toFirstRequest().toNanos());
            response.peakKilobytes().ifPresent(peaks::add);
        }
        for (String file : List.of("Hello.java", "Hello.class", "")) {
            Files.delete(folder.resolve(file));
        }
        List<Result> results = new ArrayList<>(List.of(
                Result.ratio(
                        "./cordon --help, against a JVM that says hello",
                        millis(help),
                        millis(hello),
                        Optional.of(MOST_HELP),
                        "median of " + TIMES + ", taken in turns"),
                Result.ratio(
                        "./cordon respond to its first request, against hello",
                        millis(firstRequests),
                        millis(besideTenant),
                        Optional.of(MOST_FIRST_REQUEST),
                        "median of " + runs
                                + ", from the start of the process to the arrival of the request; both beside a"
                                + " tenant at rest")));
        if (!peaks.isEmpty()) {
            results.add(Result.count(
                    "peak memory of ./cordon respond until contained",
                    "MB",
                    median(peaks) / 1024.0,
                    Optional.of(MOST_MEGABYTES),
                    "VmHWM, median of " + peaks.size()));
        }
        return results;
    }

    private static void compileHello(Path folder) throws IOException {
        Path source = folder.resolve("Hello.java");
        Files.writeString(
                source,
                "public class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        if (failed != 0) {
            throw new IllegalStateException("The program that says hello does not compile");
        }
    }

    private static long elapsed(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int exit = quiet(command).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit);
        }
        return System.nanoTime() - began;
    }

    private static ProcessBuilder quiet(List<String> command) {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private record Response(Duration toFirstRequest, OptionalLong peakKilobytes) {}

    /** Starts a response as a process and ends it once the account is contained. */
    private static Response respond(Launcher launcher, Path hello, List<Long> besideTenant)
            throws IOException, InterruptedException {
        try (Office office = Office.open(true)) {
            String data = office.folder().resolve("data").toString();
            String document = office.connectionDocument().toString();
            elapsed(launcher.cordon("--data", data, "tenant", "add", "office", "--from", document));
            Thread.sleep(REST);
            for (int time = 0; time < TIMES_BESIDE_A_TENANT; time++) {
                besideTenant.add(elapsed(launcher.java(hello, "Hello")));
            }
            Duration ahead = office.control().tenantAheadOfWall();
            Instant began = Instant.now();
            Process process = quiet(launcher.cordon(
                            "--data",
                            data,
                            "respond",
                            "compromised-account",
                            office.suspect(),
                            "--decide",
                            "recommended",
                            "--json"))
                    .start();
            try {
                OptionalLong peak = peakOnceContained(office, process);
                Instant first = office.control().requests().getFirst().at();
                return new Response(Duration.between(began.plus(ahead), first), peak);
            } finally {
                process.destroy();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        }
    }

    private static OptionalLong peakOnceContained(Office office, Process process)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            List<RecordedRequest> requests = office.control().requests();
            if (Classification.of(requests).contains(RequestKind.REVOKE_AGAIN_PROOF)) {
                return peakKilobytes(process);
            }
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            assert !ended || !process.isAlive();
        }
        throw new IllegalStateException("./cordon respond ended, or was not contained within " + PATIENCE);
    }

    /** Linux tells it; elsewhere it is not measured. The script hands over to the JVM, so the process is the JVM. */
    private static OptionalLong peakKilobytes(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }

    private static double millis(List<Long> nanos) {
        return median(nanos) / 1e6;
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }
}

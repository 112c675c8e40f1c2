package dev.cordon.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** {@code ./benchmark}: measures and prints one table, or with {@code --json} one document. */
public final class Benchmark {
    private static final String USAGE = """
            Usage: ./benchmark [--only responses|starts|imports|findings|detection] [--runs N] [--records N] [--json]
            Measures Cordon side by side with what cannot be faster, in one run; takes some minutes on a quiet machine.
              --only PART   one of responses, starts, imports, findings, detection; all of them unless said
              --runs N      how often each is measured; 5 unless said
              --records N   how many records are imported and reviewed; 1000000 unless said
              --json        one document and no table
              --help        this, and nothing is measured
            docs/manual/benchmarks.md says how to read it.
            """;

    private Benchmark() {}

    /**
     * Measures, or says how to ask for it.
     *
     * @param arguments as the usage has them; with others nothing is measured and the exit code is 2
     */
    @SuppressWarnings("SystemOut") // this program's output is its result
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        if (List.of(arguments).contains("--help")) {
            out.print(USAGE);
            return;
        }
        Asked asked;
        try {
            asked = Asked.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        List<Result> results = new ArrayList<>();
        if (asked.responses()) {
            say("a response, cold");
            results.addAll(Responses.cold(true));
            say(asked.runs() + " responses with throttling");
            results.addAll(Responses.warm(true, asked.runs()));
            say(asked.runs() + " responses without throttling");
            results.addAll(Responses.warm(false, asked.runs()));
        }
        if (asked.starts()) {
            say("starts of the JVM");
            results.addAll(Starts.measure(launcher(), asked.runs()));
        }
        if (asked.imports()) {
            say("imports of " + asked.records() + " records");
            results.addAll(Imports.measure(asked.records()));
        }
        if (asked.findings()) {
            say("findings in " + asked.records() + " records");
            results.addAll(Findings.measure(asked.records()));
        }
        List<Detection.Row> detected = new ArrayList<>();
        if (asked.detection()) {
            say("verdicts on labelled lines");
            detected.addAll(Detection.measure());
        }
        out.print(asked.json() ? Results.json(results, detected) : Results.table(results, detected));
        out.flush();
    }

    private static Launcher launcher() {
        return new Launcher(
                Path.of(System.getProperty("cordon.launcher", "./cordon")).toAbsolutePath(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(System.getProperty("cordon.jvm", "").trim().split("\\s+")));
    }

    private static void say(String what) {
        System.err.println("Measuring: " + what);
    }

    private record Asked(
            boolean json,
            int runs,
            int records,
            boolean responses,
            boolean starts,
            boolean imports,
            boolean findings,
            boolean detection) {
        private static final Set<String> PARTS = Set.of("responses", "starts", "imports", "findings", "detection");

        static Asked of(List<String> arguments) {
            boolean json = false;
            int runs = 5;
            int records = 1_000_000;
            Set<String> parts = PARTS;
            Iterator<String> left = arguments.iterator();
            while (left.hasNext()) {
                String option = left.next();
                switch (option) {
                    case "--json" -> json = true;
                    case "--runs" -> runs = number(option, left);
                    case "--records" -> records = number(option, left);
                    case "--only" -> parts = Set.of(value(option, left));
                    default -> throw new IllegalArgumentException("Not an option: " + option);
                }
            }
            if (!PARTS.containsAll(parts)) {
                throw new IllegalArgumentException("Nothing that can be measured: " + String.join(" ", parts));
            }
            return new Asked(
                    json,
                    runs,
                    records,
                    parts.contains("responses"),
                    parts.contains("starts"),
                    parts.contains("imports"),
                    parts.contains("findings"),
                    parts.contains("detection"));
        }

        private static String value(String option, Iterator<String> left) {
            if (!left.hasNext()) {
                throw new IllegalArgumentException("Without a value: " + option);
            }
            return left.next();
        }

        private static int number(String option, Iterator<String> left) {
            String value = value(option, left);
            try {
                int number = Integer.parseInt(value);
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            throw new IllegalArgumentException("Not a number of " + option + " above 0: " + value);
        }
    }
}

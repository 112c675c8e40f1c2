package dev.cordon.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./benchmark}: measures and prints one table, or with {@code --json} one document. */
public final class Benchmark {
    private Benchmark() {}

    /**
     * Measures.
     *
     * @param arguments {@code --json}; {@code --runs N}, 5 unless said; {@code --only responses|starts|imports}; {@code --records N}, 1,000,000
     *     unless said
     */
    @SuppressWarnings("SystemOut") // this program's output is its result
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        Asked asked = Asked.of(List.of(arguments));
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
        out.print(asked.json() ? Results.json(results) : Results.table(results));
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

    private record Asked(boolean json, int runs, int records, boolean responses, boolean starts, boolean imports) {
        static Asked of(List<String> arguments) {
            int only = arguments.indexOf("--only");
            String part = only < 0 ? "" : arguments.get(only + 1);
            return new Asked(
                    arguments.contains("--json"),
                    number(arguments, "--runs", 5),
                    number(arguments, "--records", 1_000_000),
                    part.isEmpty() || part.equals("responses"),
                    part.isEmpty() || part.equals("starts"),
                    part.isEmpty() || part.equals("imports"));
        }

        private static int number(List<String> arguments, String option, int otherwise) {
            int at = arguments.indexOf(option);
            return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
        }
    }
}

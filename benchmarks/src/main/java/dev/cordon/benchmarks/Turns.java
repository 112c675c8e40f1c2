package dev.cordon.benchmarks;

import java.io.IOException;
import java.util.List;

/** What is measured in turns: how long each took, and the middle of them. */
final class Turns {
    private Turns() {}

    /** Something that takes time. */
    interface Work {
        void run() throws IOException;
    }

    /** How many milliseconds it takes. */
    static double timed(Work work) throws IOException {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e6;
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

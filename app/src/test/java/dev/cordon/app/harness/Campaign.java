package dev.cordon.app.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Carries out units of work, several at the same time, and remembers in a file which are done, so that one that was killed goes on where
 * it was. Every failure is one line that says how to repeat it alone. One thread.
 */
final class Campaign {
    private final Path done;
    private final Path scratch;
    private final boolean remembers;
    private final List<String> failures = new ArrayList<>();
    private int attackers;
    private int leftForReview;

    /** @param remembers whether what an earlier run has done is left out, and what this one does is written down */
    Campaign(Path done, Path scratch, boolean remembers) {
        this.done = done;
        this.scratch = scratch;
        this.remembers = remembers;
    }

    /**
     * One run of the harness.
     *
     * @param id its name, by which it is repeated
     */
    record Unit(String id, Work work) {}

    /** What a unit does in a folder of its own. */
    interface Work {
        Result in(Path folder) throws IOException, InterruptedException;
    }

    /** Every failure, a line each, those of earlier runs too. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** How many of the attacker's things were judged, in earlier runs too: where it is none, nothing was shown. */
    int judged() {
        return attackers;
    }

    /** How many of the attacker's things in a hundred were left to a person; not a number where none was judged. */
    double shareLeftForReview() {
        return 100.0 * leftForReview / attackers;
    }

    void carryOut(List<Unit> units, int atOnce) throws IOException, InterruptedException, ExecutionException {
        Set<String> before = remembered();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> running = units.stream()
                    .filter(unit -> !before.contains(unit.id()))
                    .<Future<?>>map(unit -> threads.submit(() -> {
                        carryOut(unit);
                        return unit;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void carryOut(Unit unit) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "unit");
        try {
            conclude(unit, unit.work().in(folder));
        } catch (IOException | InterruptedException | RuntimeException | AssertionError broken) {
            conclude(unit, Result.of(List.of(new Finding(Finding.Weight.BROKEN, broken.toString())), "broken"));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private synchronized void conclude(Unit unit, Result result) throws IOException {
        attackers += result.attackers();
        leftForReview += result.leftForReview();
        List<String> lines = new ArrayList<>();
        lines.add("done\t" + unit.id() + "\t" + result.attackers() + "\t" + result.leftForReview() + "\t"
                + oneLine(result.note()));
        for (Finding finding : result.findings()) {
            lines.add("failed\t" + unit.id() + "\t" + oneLine(finding.toString()));
            failures.add(failure(unit.id(), oneLine(finding.toString())));
        }
        if (remembers) {
            Files.write(done, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String failure(String id, String finding) {
        return id + ": " + finding + "  (alone: ./build --long '-Dcordon.harness.only=" + id + "')";
    }

    private static String oneLine(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\p{Cf}]", " ");
        return plain.length() > 1500 ? plain.substring(0, 1500) + "…" : plain;
    }

    private Set<String> remembered() throws IOException {
        Set<String> units = new HashSet<>();
        if (!remembers || !Files.exists(done)) {
            return units;
        }
        for (String line : Files.readAllLines(done, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", -1);
            if (parts[0].equals("done") && parts.length > 3) {
                units.add(parts[1]);
                attackers += Integer.parseInt(parts[2]);
                leftForReview += Integer.parseInt(parts[3]);
            } else if (parts[0].equals("failed") && parts.length > 2) {
                failures.add(failure(parts[1], parts[2]));
            }
        }
        return units;
    }
}

package dev.cordon.procedure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fixtures: small procedures. Every step has the performer of its own name. */
public final class Procedures {
    private Procedures() {}

    /** An action that may destroy inbox rules. */
    public static Step action(String id) {
        return new Step.Action(
                new StepId(id), instructions(id), Limits.budget(Duration.ofSeconds(5)), id, List.of("inbox-rule"));
    }

    /** A probe that is stopped after {@code hardStop}. */
    public static Step probe(String id, Duration hardStop) {
        return new Step.Probe(new StepId(id), instructions(id), new Limits(hardStop, Optional.of(hardStop)), id);
    }

    /** {@code required("a", "b")}: b makes no sense when a did not work. */
    public static Ordering required(String before, String after) {
        return new Ordering(new StepId(before), new StepId(after), before + " must have worked", true);
    }

    public static Ordering relaxed(String before, String after) {
        return new Ordering(new StepId(before), new StepId(after), before + " comes first", false);
    }

    /** Actions of these names in one line, each requiring the one before. */
    public static Procedure line(String... steps) {
        List<Ordering> orderings = IntStream.range(1, steps.length)
                .mapToObj(i -> required(steps[i - 1], steps[i]))
                .toList();
        return of(Stream.of(steps).map(Procedures::action).toList(), orderings);
    }

    public static Procedure of(List<Step> steps, List<Ordering> orderings) {
        return new Procedure("fixture", "A fixture", "1", steps, orderings);
    }

    private static Instructions instructions(String id) {
        return new Instructions("Do " + id, "It is needed", "Look", "", List.of());
    }
}

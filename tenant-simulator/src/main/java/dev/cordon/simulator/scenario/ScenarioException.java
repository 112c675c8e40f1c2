package dev.cordon.simulator.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file was refused. Carries every problem found, in the order of the lines. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ScenarioProblem> problems;

    ScenarioException(String source, List<ScenarioProblem> problems) {
        super("scenario " + source + " was refused: "
                + problems.stream().map(ScenarioProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the lines; never empty. */
    public List<ScenarioProblem> problems() {
        return problems;
    }
}

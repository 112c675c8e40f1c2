package dev.cordon.procedure.engine;

import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.ProcedureInvalidException;
import dev.cordon.procedure.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who carries out which step, by performer name.
 *
 * @param byName the performers
 */
public record Performers(Map<String, StepPerformer> byName) {
    public Performers {
        byName = Map.copyOf(byName);
    }

    /**
     * Checks that every step has its performer.
     *
     * @throws ProcedureInvalidException naming all that are missing
     */
    public void requireAll(Procedure procedure) {
        List<String> problems = procedure.steps().stream()
                .filter(step -> !byName.containsKey(step.performer()))
                .map(step -> "step " + step.id() + " names the unknown performer '" + step.performer() + "'; known are "
                        + String.join(", ", new TreeSet<>(byName.keySet())))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProcedureInvalidException(procedure.id(), problems);
        }
    }

    StepPerformer of(Step step) {
        StepPerformer performer = byName.get(step.performer());
        if (performer == null) {
            throw new IllegalArgumentException("no performer '" + step.performer() + "'");
        }
        return performer;
    }
}

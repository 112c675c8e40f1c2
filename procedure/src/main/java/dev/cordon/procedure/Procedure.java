package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done, in which order, and why in this order. Steps that no path of orderings connects may run at the same time.
 *
 * <p>A procedure that exists is sound: no step twice, no ordering of an unknown step, no circle.
 *
 * @param id its name, for example {@code compromised-account}
 * @param title its title for people
 * @param version its version, recorded with each run
 * @param steps the steps in the order in which people read them
 * @param orderings which step waits for which
 */
public record Procedure(String id, String title, String version, List<Step> steps, List<Ordering> orderings) {
    /**
     * Checks everything.
     *
     * @throws ProcedureInvalidException naming all problems at once
     */
    public Procedure {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(version, "version is null");
        requireNonNull(steps, "steps is null");
        requireNonNull(orderings, "orderings is null");
        steps = List.copyOf(steps);
        orderings = List.copyOf(orderings);
        List<String> problems = problems(steps, orderings);
        if (!problems.isEmpty()) {
            throw new ProcedureInvalidException(id, problems);
        }
    }

    /** Every problem of these steps and orderings, each in a sentence; empty when they are sound. */
    public static List<String> problems(List<Step> steps, List<Ordering> orderings) {
        return ProcedureCheck.problems(steps, orderings);
    }

    public Optional<Step> find(StepId id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The orderings that {@code step} waits for. */
    public List<Ordering> before(StepId step) {
        return orderings.stream()
                .filter(ordering -> ordering.after().equals(step))
                .toList();
    }

    /** Every step that comes after {@code step}, directly or through others. */
    public Set<StepId> after(StepId step) {
        Set<StepId> reached = new LinkedHashSet<>();
        List<StepId> open = new ArrayList<>(List.of(step));
        while (!open.isEmpty()) {
            StepId from = open.removeLast();
            for (Ordering ordering : orderings) {
                if (ordering.before().equals(from) && reached.add(ordering.after())) {
                    open.add(ordering.after());
                }
            }
        }
        return reached;
    }

    /**
     * This procedure with {@code step} brought forward: of what it waited for, only what it requires is left.
     *
     * @param ordering where it stands now, and why
     */
    public Procedure bringingForward(StepId step, Ordering ordering) {
        List<Ordering> kept = orderings.stream()
                .filter(one -> one.required() || !one.after().equals(step))
                .toList();
        return new Procedure(id, title, version, steps, kept).with(ordering);
    }

    /** This procedure with one ordering more, for example the whole snapshot before the revoke when the attack is over. */
    public Procedure with(Ordering ordering) {
        List<Ordering> more = new ArrayList<>(orderings);
        more.add(ordering);
        return new Procedure(id, title, version, steps, more);
    }
}

package dev.cordon.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds everything that is wrong with a procedure's shape. */
final class ProcedureCheck {
    private ProcedureCheck() {}

    static List<String> problems(List<Step> steps, List<Ordering> orderings) {
        List<String> problems = new ArrayList<>();
        if (steps.isEmpty()) {
            problems.add("it has no steps");
        }
        Set<StepId> known = new LinkedHashSet<>();
        for (Step step : steps) {
            if (!known.add(step.id())) {
                problems.add("step " + step.id() + " appears more than once");
            }
        }
        for (Ordering ordering : orderings) {
            checkOrdering(ordering, known, problems);
        }
        Set<StepId> circle = circle(known, orderings);
        if (!circle.isEmpty()) {
            problems.add("these steps wait for each other in a circle: "
                    + circle.stream().map(StepId::value).collect(Collectors.joining(", ")));
        }
        return problems;
    }

    private static void checkOrdering(Ordering ordering, Set<StepId> known, List<String> problems) {
        if (!known.contains(ordering.before())) {
            problems.add("an ordering puts the unknown step " + ordering.before() + " before " + ordering.after());
        }
        if (!known.contains(ordering.after())) {
            problems.add("an ordering puts the unknown step " + ordering.after() + " after " + ordering.before());
        }
        if (ordering.before().equals(ordering.after())) {
            problems.add("step " + ordering.before() + " is ordered before itself");
        }
        if (ordering.because().isBlank()) {
            problems.add("the ordering of " + ordering.before() + " before " + ordering.after() + " gives no reason");
        }
    }

    /** The steps on a circle: what is left when steps that wait for none, and steps that none waits for, are taken away. */
    private static Set<StepId> circle(Set<StepId> known, List<Ordering> orderings) {
        Set<StepId> left = new LinkedHashSet<>(known);
        boolean shrinking = true;
        while (shrinking) {
            List<Ordering> among = orderings.stream()
                    .filter(ordering -> !ordering.before().equals(ordering.after()))
                    .filter(ordering -> left.contains(ordering.before()) && left.contains(ordering.after()))
                    .toList();
            Set<StepId> waiting = among.stream().map(Ordering::after).collect(Collectors.toSet());
            Set<StepId> awaited = among.stream().map(Ordering::before).collect(Collectors.toSet());
            shrinking = left.removeIf(step -> !waiting.contains(step) || !awaited.contains(step));
        }
        return left;
    }
}

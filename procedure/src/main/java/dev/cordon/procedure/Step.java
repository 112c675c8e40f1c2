package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One step of a procedure. The kind says what it may do: a {@link Probe} only reads, an {@link Action} changes the tenant, a
 * {@link Decision} asks a person or a policy, a {@link ManualTask} is done by people outside the program.
 */
public sealed interface Step {
    StepId id();

    Instructions instructions();

    Limits limits();

    /** The name under which the engine finds who carries it out. */
    String performer();

    /** The kinds of items it may destroy, for example {@code inbox-rule}; an effect that destroys any other kind is refused. */
    List<String> destroys();

    record Probe(StepId id, Instructions instructions, Limits limits, String performer) implements Step {
        public Probe {
            requireComponents(id, instructions, limits, performer);
        }

        @Override
        public List<String> destroys() {
            return List.of();
        }
    }

    record Action(StepId id, Instructions instructions, Limits limits, String performer, List<String> destroys)
            implements Step {
        public Action {
            requireComponents(id, instructions, limits, performer);
            requireNonNull(destroys, "destroys is null");
            destroys = List.copyOf(destroys);
        }
    }

    record Decision(StepId id, Instructions instructions, Limits limits, String performer) implements Step {
        public Decision {
            requireComponents(id, instructions, limits, performer);
        }

        @Override
        public List<String> destroys() {
            return List.of();
        }
    }

    record ManualTask(StepId id, Instructions instructions, Limits limits, String performer) implements Step {
        public ManualTask {
            requireComponents(id, instructions, limits, performer);
        }

        @Override
        public List<String> destroys() {
            return List.of();
        }
    }

    private static void requireComponents(StepId id, Instructions instructions, Limits limits, String performer) {
        requireNonNull(id, "id is null");
        requireNonNull(instructions, "instructions is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(performer, "performer is null");
        if (performer.isBlank()) {
            throw new IllegalArgumentException("performer of " + id + " is blank");
        }
    }
}

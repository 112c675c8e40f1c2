package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a step ended. Never blank, and never a success without proof. */
public sealed interface StepOutcome {
    /** Done, and read back. At least one proof holds. */
    record Succeeded(List<Proof> proofs, String note) implements StepOutcome {
        public Succeeded {
            requireNonNull(note, "note is null");
            proofs = requireProof(proofs);
        }
    }

    /**
     * Nothing was left to do, and that was read back. At least one proof holds.
     *
     * @param actor who had done it, where that is known
     */
    record AlreadyInPlace(List<Proof> proofs, Optional<String> actor, String note) implements StepOutcome {
        public AlreadyInPlace {
            requireNonNull(actor, "actor is null");
            requireNonNull(note, "note is null");
            proofs = requireProof(proofs);
        }
    }

    /**
     * It was refused or did not take effect.
     *
     * @param remedy what to do now, with the missing permission or role by name
     * @param cause what kind of reason it was
     */
    record Failed(String reason, String remedy, Cause cause) implements StepOutcome {
        public Failed {
            requireNonNull(reason, "reason is null");
            requireNonNull(remedy, "remedy is null");
            requireNonNull(cause, "cause is null");
        }

        public Failed(String reason, String remedy) {
            this(reason, remedy, Cause.OTHER);
        }

        /** Whether we lacked a permission, a role or a licence. */
        public boolean isNotPermitted() {
            return cause == Cause.NOT_PERMITTED;
        }

        /** What kind of reason it was. */
        public enum Cause {
            /** We lack a permission, a role or a licence for it. */
            NOT_PERMITTED,
            /** Anything else. */
            OTHER
        }
    }

    /**
     * It was left out.
     *
     * @param by a person who wanted it so, or the program because an earlier step that it requires did not work
     */
    record Skipped(String reason, Actor by) implements StepOutcome {
        public Skipped {
            requireNonNull(reason, "reason is null");
            requireNonNull(by, "by is null");
        }
    }

    /** There is nothing it could act on in this case. */
    record NotApplicable(String reason) implements StepOutcome {
        public NotApplicable {
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * It can only go on later.
     *
     * @param awaited what it waits for
     * @param until when to look again, tenant time, where that is known
     */
    record Waiting(String awaited, Optional<Instant> until) implements StepOutcome {
        public Waiting {
            requireNonNull(awaited, "awaited is null");
            requireNonNull(until, "until is null");
        }
    }

    /** Whether it took effect is unknown: an answer never came or could not be read. */
    record Indeterminate(String reason, String remedy) implements StepOutcome {
        public Indeterminate {
            requireNonNull(reason, "reason is null");
            requireNonNull(remedy, "remedy is null");
        }
    }

    /** Some of it was done and some was not; both are listed. */
    record Partial(List<String> done, List<String> notDone, List<Proof> proofs, String reason, String remedy)
            implements StepOutcome {
        public Partial {
            requireNonNull(reason, "reason is null");
            requireNonNull(remedy, "remedy is null");
            done = List.copyOf(done);
            notDone = List.copyOf(notDone);
            proofs = List.copyOf(proofs);
        }
    }

    /** The word others read: {@code already-in-place}. */
    default String word() {
        return switch (this) {
            case Succeeded _ -> "succeeded";
            case AlreadyInPlace _ -> "already-in-place";
            case Failed _ -> "failed";
            case Skipped _ -> "skipped";
            case NotApplicable _ -> "not-applicable";
            case Waiting _ -> "waiting";
            case Indeterminate _ -> "indeterminate";
            case Partial _ -> "partial";
        };
    }

    /** What to do now; empty text where nothing is to be done, or it is said elsewhere. */
    default String remedy() {
        return "";
    }

    /** Whether a later step that requires this one may run. */
    default boolean permitsNext() {
        return switch (this) {
            case Succeeded _, AlreadyInPlace _, NotApplicable _, Partial _ -> true;
            case Skipped skipped -> skipped.by().kind() == Actor.Kind.PERSON;
            case Failed _, Waiting _, Indeterminate _ -> false;
        };
    }

    /** Whether a resumed run may find more to do here. */
    default boolean isUnfinished() {
        return switch (this) {
            case Failed _, Waiting _, Indeterminate _, Partial _ -> true;
            case Skipped skipped -> skipped.by().kind() == Actor.Kind.PROGRAM;
            case Succeeded _, AlreadyInPlace _, NotApplicable _ -> false;
        };
    }

    /** What was read back; empty for outcomes that prove nothing. */
    default List<Proof> readBack() {
        return switch (this) {
            case Succeeded succeeded -> succeeded.proofs();
            case AlreadyInPlace inPlace -> inPlace.proofs();
            case Partial partial -> partial.proofs();
            case Failed _, Skipped _, NotApplicable _, Waiting _, Indeterminate _ -> List.of();
        };
    }

    /** Why it ended so, for people; a note where it worked. May be empty. */
    default String explanation() {
        return switch (this) {
            case Succeeded succeeded -> succeeded.note();
            case AlreadyInPlace inPlace -> inPlace.note();
            case Failed failed -> failed.reason();
            case Skipped skipped -> skipped.reason();
            case NotApplicable notApplicable -> notApplicable.reason();
            case Waiting waiting -> waiting.awaited();
            case Indeterminate indeterminate -> indeterminate.reason();
            case Partial partial -> partial.reason();
        };
    }

    private static List<Proof> requireProof(List<Proof> proofs) {
        requireNonNull(proofs, "proofs is null");
        if (proofs.stream().noneMatch(Proof::holds)) {
            throw new IllegalArgumentException("no success without a proof that holds");
        }
        return List.copyOf(proofs);
    }
}

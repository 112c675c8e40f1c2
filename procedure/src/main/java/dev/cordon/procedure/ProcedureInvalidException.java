package dev.cordon.procedure;

import java.util.ArrayList;
import java.util.List;

/** A procedure that cannot be carried out as it is written; names every problem at once. */
public final class ProcedureInvalidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    public ProcedureInvalidException(String procedure, List<String> problems) {
        super("Procedure " + procedure + " is invalid: " + String.join("; ", problems));
        this.problems = new ArrayList<>(problems);
    }

    /** Each problem in a sentence. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}

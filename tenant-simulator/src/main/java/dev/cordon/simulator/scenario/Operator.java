package dev.cordon.simulator.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrator who responds. {@code password} is absent when the simulator may draw one. */
public record Operator(
        String upn, @Nullable String displayName, @Nullable String password, List<RoleHolding> roles) {

    /** Copies the list. */
    public Operator {
        roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Operator[" + upn + ", " + roles + "]";
    }
}

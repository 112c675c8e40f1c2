package dev.cordon.simulator.truth;

import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import java.util.Optional;

/** Whose a thing is. */
final class Origins {

    private Origins() {}

    static Optional<Origin> find(TenantState state, Thing thing) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin -> origin.kind() == thing.kind()
                        && origin.wireId().equals(thing.wireId())
                        && (origin.ownerId() == null
                                || thing.ownerId().isEmpty()
                                || origin.ownerId().equals(thing.ownerId())))
                .reduce((_, latest) -> latest);
    }
}

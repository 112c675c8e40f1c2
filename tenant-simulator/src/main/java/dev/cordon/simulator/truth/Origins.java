package dev.cordon.simulator.truth;

import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose the things are, as the tenant knows it at one moment. */
final class Origins {

    private final Map<String, List<Origin>> byWireId = new HashMap<>();

    private Origins() {}

    static Origins of(TenantState state) {
        var origins = new Origins();
        for (var origin : state.table(Origin.TABLE).all()) {
            origins.byWireId
                    .computeIfAbsent(origin.wireId(), _ -> new ArrayList<>())
                    .add(origin);
        }
        return origins;
    }

    Optional<Origin> find(Thing thing) {
        return byWireId.getOrDefault(thing.wireId(), List.of()).stream()
                .filter(origin -> origin.kind() == thing.kind()
                        && (origin.ownerId() == null
                                || thing.ownerId().isEmpty()
                                || origin.ownerId().equals(thing.ownerId())))
                .reduce((_, latest) -> latest);
    }
}

package dev.cordon.simulator.applications;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.TableKey;
import java.util.Optional;

/**
 * A planted consent or application role as it was made: the logs tell of it, whatever has become of it since.
 *
 * @param plantedId the scenario's name of it
 * @param facts its members, as Graph shows them
 */
public record PlantedPermission(String plantedId, JsonObject facts) {

    /** All of them, by the scenario's name. */
    public static final TableKey<PlantedPermission> TABLE =
            new TableKey<>("planted-permissions", PlantedPermission.class);

    /** Copies the facts. */
    public PlantedPermission {
        facts = facts.deepCopy();
    }

    /** Whose role a planted one is, if it is a person's. */
    public static Optional<String> holder(PlantedObject planted) {
        return Optional.ofNullable(planted.owner())
                .filter(_ -> Json.text(planted.object(), "principalType")
                        .filter("ServicePrincipal"::equals)
                        .isEmpty());
    }
}

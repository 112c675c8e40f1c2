package dev.cordon.simulator.applications;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.state.TableKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An application in this tenant. {@code details} has the further members Graph shows. */
public record ServicePrincipal(
        String id,
        String appId,
        String displayName,
        boolean enabled,
        boolean microsoft,
        Instant created,
        JsonObject details) {

    /** All of them, by object id. */
    public static final TableKey<ServicePrincipal> TABLE = new TableKey<>("service-principals", ServicePrincipal.class);

    /** Copies the details. */
    public ServicePrincipal {
        details = details.deepCopy();
    }

    /** What it answers to: its application id, and an API its address. */
    public List<String> names() {
        return Stream.concat(
                        Stream.of(appId),
                        Arrays.stream(Resource.values())
                                .filter(resource -> resource.appId().equals(appId))
                                .map(Resource::audience))
                .toList();
    }

    /** The same application, enabled or not. */
    public ServicePrincipal withEnabled(boolean on) {
        return new ServicePrincipal(id, appId, displayName, on, microsoft, created, details);
    }
}

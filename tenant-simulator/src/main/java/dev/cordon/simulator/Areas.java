package dev.cordon.simulator;

import dev.cordon.simulator.founding.Clients;
import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.users.UserRoutes;
import java.util.List;

/** The one place that names all areas of the tenant; a new area is a new line here. */
final class Areas {

    private Areas() {}

    /** What fills an empty tenant, in order. */
    static List<Founder> founders() {
        return List.of(new Clients(), new People());
    }

    /** What Graph serves. */
    static List<GraphArea> graph(Tenant tenant) {
        return List.of(new UserRoutes(tenant));
    }
}

package dev.cordon.simulator.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path; literal segments win over variables. */
final class RouteTable {

    /** A route and what its variables stand for. */
    record Found(GraphRoute route, Map<String, String> variables) {}

    private final List<GraphRoute> routes;

    RouteTable(List<GraphRoute> routes) {
        this.routes = List.copyOf(routes);
    }

    List<GraphRoute> routes() {
        return routes;
    }

    Optional<Found> find(String method, String version, List<String> path) {
        Optional<Found> best = Optional.empty();
        for (GraphRoute route : routes) {
            if (!route.method().equals(method) || !route.versions().contains(version)) {
                continue;
            }
            Map<String, String> variables = match(segments(route), path);
            boolean better = best.isEmpty()
                    || (variables != null
                            && variables.size() < best.get().variables().size());
            if (variables != null && better) {
                best = Optional.of(new Found(route, variables));
            }
        }
        return best;
    }

    private static List<String> segments(GraphRoute route) {
        return List.of(route.template().substring(1).split("/"));
    }

    private static @Nullable Map<String, String> match(List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return null;
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < template.size(); i++) {
            String segment = template.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.toLowerCase(Locale.ROOT).equals(path.get(i).toLowerCase(Locale.ROOT))) {
                return null;
            }
        }
        return variables;
    }
}

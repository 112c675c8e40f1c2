package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.licences.Licensed;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SecurityIncident;
import dev.cordon.tenant.SecurityIncidents;
import dev.cordon.tenant.TenantException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Security incidents over Graph.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-list-incidents">List incidents</a>
 */
public record GraphSecurityIncidents(GraphClient graph) implements SecurityIncidents {
    private static final int LONGEST_WAY = 20;
    static final String ATTEMPTED = "Read the incidents of Microsoft Defender";
    private static final Comparator<SecurityIncident> LATEST_CHANGE_FIRST =
            Comparator.comparing(SecurityIncident::updatedAt).reversed().thenComparing(SecurityIncident::id);

    @Override
    public Reading<List<SecurityIncident>> fetchChangedSince(Instant since) {
        try {
            IncidentPages pages = new IncidentPages(graph);
            pages.readChangedSince(since);
            Map<String, SecurityIncident> ends = new HashMap<>();
            for (IncidentReading each : pages.known()) {
                SecurityIncident end = end(pages, each);
                ends.merge(end.id(), end, GraphSecurityIncidents::joined);
            }
            Reading<List<SecurityIncident>> reading = pages.reading(
                    ends.values().stream().sorted(LATEST_CHANGE_FIRST).toList());
            return reading.value().isEmpty() ? ofNone(reading) : reading;
        } catch (TenantException e) {
            throw new TenantException(licensed().reason(e.failure()), e);
        }
    }

    @Override
    public Reading<Optional<SecurityIncident>> find(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An incident without an id is every incident");
        }
        try {
            IncidentPages pages = new IncidentPages(graph);
            Optional<SecurityIncident> end = pages.find(id).map(found -> end(pages, found));
            return pages.reading(end);
        } catch (TenantException e) {
            throw new TenantException(licensed().reason(e.failure()), e);
        }
    }

    /** The incident that one was merged into in the end; itself where it was not, and where that cannot be told. */
    private static SecurityIncident end(IncidentPages pages, IncidentReading first) {
        Set<String> passed = new LinkedHashSet<>();
        IncidentReading current = first;
        while (current.incident().status() == SecurityIncident.Status.REDIRECTED) {
            passed.add(current.incident().id());
            Optional<IncidentReading> next = current.mergedInto().flatMap(target -> target(pages, first, target));
            if (next.isEmpty() || passed.contains(next.get().incident().id()) || passed.size() >= LONGEST_WAY) {
                pages.lack("What incident " + first.incident().id() + " was merged into could not be told.");
                return first.incident();
            }
            current = next.get();
        }
        SecurityIncident end = current.incident();
        for (String id : passed) {
            end = end.mergedFrom(id);
        }
        return end;
    }

    private static Optional<IncidentReading> target(IncidentPages pages, IncidentReading first, String target) {
        try {
            return pages.find(target);
        } catch (TenantException e) {
            pages.lack("Incident " + first.incident().id() + " was merged into incident " + target
                    + ", which could not be read (" + e.failure().reason().inWords() + ").");
            return Optional.empty();
        }
    }

    private static SecurityIncident joined(SecurityIncident one, SecurityIncident other) {
        SecurityIncident joined = one;
        for (String id : other.mergedIds()) {
            joined = joined.mergedFrom(id);
        }
        return joined;
    }

    /** What could not be understood shows that somebody watched; what is incomplete stays it. */
    private Reading<List<SecurityIncident>> ofNone(Reading<List<SecurityIncident>> none) {
        return none.completeness() instanceof Completeness.Complete
                ? new Reading<>(none.value(), licensed().completeness(), none.readAt(), none.answers())
                : none;
    }

    private Licensed licensed() {
        return new Licensed(
                new GraphDirectory(graph)::fetchServicePlanIds,
                Licensed.MAKE_INCIDENTS,
                ATTEMPTED,
                "The tenant has no plan of Defender that Cordon knows, so nobody watched: no incident does not mean that all"
                        + " was quiet.",
                "Judge by the logs; incidents are made from the day on which a Defender plan is licensed.");
    }
}

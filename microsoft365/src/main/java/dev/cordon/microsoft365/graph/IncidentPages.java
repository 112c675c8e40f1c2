package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for incidents, and keeps what came, what it came in, and what is missing. A page of fifty without a link to the next need not be the
 * last: more is asked for behind it. One reading, one thread.
 */
final class IncidentPages {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 400;
    private static final String EXPANDED = "$expand=alerts";

    private final GraphClient graph;
    private final Map<String, IncidentReading> known = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> lacks = new ArrayList<>();
    private int rows;

    IncidentPages(GraphClient graph) {
        this.graph = graph;
    }

    private record Page(List<IncidentReading> incidents, int rows, Optional<String> next) {}

    /**
     * Reads every incident that changed at or after {@code since}; a later page that fails is a lack.
     *
     * @throws TenantException when the first page cannot be read
     */
    void readChangedSince(Instant since) {
        String list = V1 + "/security/incidents?$filter="
                + option("lastUpdateDateTime ge " + since.truncatedTo(ChronoUnit.SECONDS)) + "&" + EXPANDED + "&$top="
                + PAGE;
        Set<URI> seen = new HashSet<>();
        Optional<URI> next = Optional.of(graph.address(list));
        while (next.isPresent() && isToBeRead(next.get(), seen)) {
            seen.add(next.get());
            try {
                next = following(list, page(next.get()));
            } catch (TenantException e) {
                if (answers.isEmpty()) {
                    throw e;
                }
                lacks.add("Page " + (answers.size() + 1) + " of the incidents could not be read ("
                        + e.failure().reason().inWords() + ").");
                return;
            }
        }
    }

    private boolean isToBeRead(URI next, Set<URI> seen) {
        if (!graph.isOurs(next)) {
            lacks.add("The link to the next page of the incidents leads to another host and was not followed.");
        } else if (seen.contains(next)) {
            lacks.add("The link to the next page of the incidents leads back to a page already read.");
        } else if (seen.size() >= MOST_PAGES) {
            lacks.add("There are more than " + MOST_PAGES + " pages of incidents.");
        } else {
            return true;
        }
        return false;
    }

    /** Where the list goes on behind a page: at its link, or behind all that came where it was full and brought something. */
    private Optional<URI> following(String list, Page page) {
        int before = known.size();
        page.incidents().forEach(this::keep);
        rows += page.rows();
        if (page.next().isPresent()) {
            return page.next().map(IncidentPages::address);
        }
        if (page.rows() < PAGE) {
            return Optional.empty();
        }
        if (known.size() == before) {
            lacks.add("The list of incidents gave a whole page again; what lies behind it was not read.");
            return Optional.empty();
        }
        return Optional.of(graph.address(list + "&$skip=" + rows));
    }

    /** One that changed while the list was read may come twice. */
    private void keep(IncidentReading reading) {
        known.merge(
                reading.incident().id(),
                reading,
                (one, other) ->
                        one.incident().updatedAt().isAfter(other.incident().updatedAt()) ? one : other);
    }

    private Page page(URI address) {
        Sent<Page> sent = graph.send(Need.READ_INCIDENTS, call(address), Expectation.success(this::page));
        answers.add(sent.answer());
        return sent.value();
    }

    private Page page(Response response) {
        JsonItem page = StrictJson.object(response.body());
        if (!page.has("value")) {
            throw new UnreadableJson("The page has no member value");
        }
        List<JsonItem> items = page.items("value");
        List<IncidentReading> incidents = new ArrayList<>();
        for (JsonItem item : items) {
            try {
                incidents.add(IncidentReading.of(item));
            } catch (UnreadableJson | IllegalArgumentException e) {
                lacks.add("An incident in the list could not be understood.");
            }
        }
        return new Page(incidents, items.size(), page.find("@odata.nextLink").filter(link -> !link.isEmpty()));
    }

    /**
     * The incident of that id, from what came already or asked for now; empty when there is none.
     *
     * @throws TenantException when it cannot be read
     */
    Optional<IncidentReading> find(String id) {
        if (known.containsKey(id)) {
            return Optional.of(known.get(id));
        }
        Sent<Optional<IncidentReading>> sent = graph.send(
                Need.READ_INCIDENTS,
                call(graph.address(V1 + "/security/incidents/" + segment(id) + "?" + EXPANDED)),
                new Expectation<>(
                        response -> response.isSuccess() || GraphClient.isMissing(response),
                        response -> response.isSuccess()
                                ? Optional.of(one(StrictJson.object(response.body())))
                                : Optional.empty()));
        answers.add(sent.answer());
        sent.value().ifPresent(this::keep);
        return sent.value();
    }

    private static IncidentReading one(JsonItem item) {
        try {
            return IncidentReading.of(item);
        } catch (IllegalArgumentException e) {
            throw new UnreadableJson("The incident makes no sense");
        }
    }

    private static Call call(URI address) {
        return Call.get(GraphSecurityIncidents.ATTEMPTED, Audience.GRAPH, address, Need.READ_INCIDENTS.bucket())
                .withHeader("Prefer", "include-unknown-enum-members");
    }

    private static URI address(String link) {
        try {
            return URI.create(link);
        } catch (IllegalArgumentException e) {
            return URI.create("unreadable:link");
        }
    }

    /** Everything that came. */
    List<IncidentReading> known() {
        return List.copyOf(known.values());
    }

    void lack(String sentence) {
        lacks.add(sentence);
    }

    /** {@code value} with all that it was read from, as complete as it all was. */
    <T> Reading<T> reading(T value) {
        List<String> missing = new ArrayList<>(lacks);
        known.values().forEach(each -> missing.addAll(each.lacks()));
        return new Reading<>(
                value,
                missing.isEmpty()
                        ? Completeness.complete()
                        : new Completeness.Incomplete(
                                String.join(" ", missing.stream().distinct().toList())),
                answers.getLast().date(),
                answers);
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are larger than one search gives, whose searches go wrong, against what the tenant truly holds. */
class CollectedLogsTest {
    @TempDir
    static Path folder;

    private static SimulatedTenant simulator;
    private static Tenant tenant;
    private static Instant now;

    @BeforeAll
    static void connect() throws IOException {
        simulator = SimulatedTenant.start(scenario(), SimulationOptions.in(folder));
        Path document = folder.resolve("connection.json");
        simulator.connection().write(document);
        tenant = new Microsoft365Connector(words -> {}, page -> {}, InstantSource.system())
                .connect(document, SignIn.CERTIFICATE)
                .in(Lane.COLLECTION);
        control("POST", "/clock", "{\"advance\": \"PT3H\"}");
        now = tenant.clock().fetchNow();
    }

    private static dev.cordon.simulator.scenario.Scenario scenario() throws IOException {
        String name = "/scenarios-under-test/large-logs.yaml";
        try (var stream = CollectedLogsTest.class.getResourceAsStream(name)) {
            return ScenarioLoader.parse(
                    name, new String(stream.readAllBytes(), StandardCharsets.UTF_8), OptionalLong.empty());
        }
    }

    @AfterAll
    static void close() {
        tenant.close();
        simulator.close();
    }

    @Test
    void the_audit_search_loses_no_row_although_its_sessions_break_and_repeat() throws Exception {
        Collected<AuditLogSearch.Position> collected = new Collected<>(Integer.MAX_VALUE);

        CollectionEnd end = tenant.auditLogSearch().collect(AuditLogSearch.Position.start(everything()), collected);

        assertThat(end).isEqualTo(new CollectionEnd.Complete());
        assertThat(collected.ids()).hasSize(readable("unifiedAudit"));
    }

    @Test
    void an_audit_search_that_was_stopped_goes_on_where_it_was_and_loses_no_row() throws Exception {
        assertThat(inTwoParts(tenant.auditLogSearch(), AuditLogSearch.Position.start(everything()), 9))
                .hasSize(readable("unifiedAudit"));
    }

    private static AuditQuestion everything() {
        return AuditQuestion.everything(now.minus(Duration.ofDays(60)), now);
    }

    /** Stops behind so many pages, and goes on from the place of the last. */
    private static <P> Set<String> inTwoParts(LogSource<P> source, P start, int pages) {
        Collected<P> first = new Collected<>(pages);
        try {
            assertThat(source.collect(start, first)).as("not stopped").isNull();
        } catch (Stopped stopped) {
            assertThat(first.ids()).isNotEmpty();
        }
        Collected<P> second = new Collected<>(Integer.MAX_VALUE);
        assertThat(source.collect(first.place().orElseThrow(), second)).isEqualTo(new CollectionEnd.Complete());
        first.rows.putAll(second.rows);
        return first.ids();
    }

    private static int readable(String source) throws IOException, InterruptedException {
        JsonObject rows =
                JsonParser.parseString(control("GET", "/truth/rows", "")).getAsJsonObject();
        JsonElement of = rows.get(source);
        return of.getAsJsonObject().get("readable").getAsInt();
    }

    private static String control(String method, String path, String body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(simulator.connection().control() + path))
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process is killed. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps rows once each, and the place that came with them. */
    private static final class Collected<P> implements java.util.function.Consumer<LogPage<P>> {
        private final Map<String, LogRow> rows = new LinkedHashMap<>();
        private final int most;
        private int pages;
        private Optional<P> place = Optional.empty();

        Collected(int most) {
            this.most = most;
        }

        @Override
        public void accept(LogPage<P> page) {
            if (pages++ == most) {
                throw new Stopped();
            }
            page.rows().forEach(row -> rows.putIfAbsent(row.id(), row));
            place = Optional.of(page.next());
        }

        Set<String> ids() {
            return rows.keySet();
        }

        Optional<P> place() {
            return place;
        }
    }
}

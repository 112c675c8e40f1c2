package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.SignInQuestion;
import dev.cordon.tenant.SignInQuestion.Event;
import dev.cordon.tenant.SignInQuestion.Whose;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are larger than one search gives, whose searches go wrong, against what the tenant truly holds. */
class CollectedLogsTest {
    private static final String ANNA = "anna.berg@contoso.example";

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
        assertThat(inTwoParts(tenant.auditLogSearch(), AuditLogSearch.Position.start(everything()), 4))
                .hasSize(readable("unifiedAudit"));
    }

    @Test
    void queries_over_graph_lose_no_row_and_a_second_process_goes_on_with_the_same_query() throws Exception {
        AuditLogQueries.Position start = AuditLogQueries.Position.start(everything());
        Collected<AuditLogQueries.Position> first = new Collected<>(6);
        assertThat(toEnd(tenant.auditLogQueries(), start, first)).isEmpty();
        long made = created();

        Collected<AuditLogQueries.Position> second = new Collected<>(Integer.MAX_VALUE);
        assertThat(toEnd(tenant.auditLogQueries(), first.place().orElseThrow(), second))
                .contains(new CollectionEnd.Complete());

        assertThat(first.ids()).isNotEmpty();
        first.rows.putAll(second.rows);
        assertThat(first.ids()).hasSize(readable("unifiedAudit"));
        assertThat(created()).isEqualTo(made);
    }

    private static long created() {
        return control("GET", "/requests", "")
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(request -> request.get("method").getAsString().equals("POST")
                        && request.get("path").getAsString().endsWith("/auditLog/queries"))
                .count();
    }

    @Test
    void the_trace_of_all_mails_loses_no_row_and_goes_on_at_its_cursor() throws Exception {
        MessageTrace.Question all =
                new MessageTrace.Question(new MessageTrace.Mails.All(), now.minus(Duration.ofDays(60)), now);

        assertThat(inTwoParts(tenant.messageTrace(), MessageTrace.Position.start(all), 3))
                .hasSize(readable("messageTrace"));
    }

    @Test
    void the_traces_of_what_one_sent_and_received_are_those_of_all_mails_that_name_him() {
        Collection<LogRow> all = traced(new MessageTrace.Mails.All());
        Set<String> received = all.stream()
                .filter(row -> row.json().contains("\"RecipientAddress\":\"" + ANNA + "\""))
                .map(LogRow::id)
                .collect(Collectors.toSet());
        Set<String> sent = all.stream()
                .filter(row -> row.user().equals(ANNA))
                .map(LogRow::id)
                .collect(Collectors.toSet());

        assertThat(traced(new MessageTrace.Mails.ReceivedBy(ANNA)))
                .extracting(LogRow::id)
                .containsExactlyInAnyOrderElementsOf(received)
                .isNotEmpty();
        assertThat(traced(new MessageTrace.Mails.SentBy(ANNA)))
                .extracting(LogRow::id)
                .containsExactlyInAnyOrderElementsOf(sent)
                .isNotEmpty();
    }

    private static Collection<LogRow> traced(MessageTrace.Mails mails) {
        Collected<MessageTrace.Position> collected = new Collected<>(Integer.MAX_VALUE);
        assertThat(tenant.messageTrace()
                        .collect(
                                MessageTrace.Position.start(
                                        new MessageTrace.Question(mails, now.minus(Duration.ofDays(60)), now)),
                                collected))
                .isEqualTo(new CollectionEnd.Complete());
        return collected.rows.values();
    }

    @Test
    void sign_ins_of_every_kind_lose_no_row_and_go_on_at_a_link() throws Exception {
        for (Event event : Event.values()) {
            PagePosition<SignInQuestion> start = signIns(event, new Whose.Everybody());
            Collected<PagePosition<SignInQuestion>> first = new Collected<>(1);
            if (toEnd(tenant.signInLog().rows(), start, first).isEmpty()) {
                Collected<PagePosition<SignInQuestion>> second = new Collected<>(Integer.MAX_VALUE);
                assertThat(toEnd(tenant.signInLog().rows(), first.place().orElseThrow(), second))
                        .contains(new CollectionEnd.Complete());
                first.rows.putAll(second.rows);
            }
            assertThat(first.ids()).as(event.name()).hasSize(readable(source(event)));
        }
    }

    private static String source(Event event) {
        return switch (event) {
            case INTERACTIVE_USER -> "signIns";
            case NON_INTERACTIVE_USER -> "nonInteractive";
            case SERVICE_PRINCIPAL -> "servicePrincipal";
        };
    }

    @Test
    void sign_ins_from_an_address_are_those_of_everybody_that_name_it() {
        Collected<PagePosition<SignInQuestion>> everybody = new Collected<>(Integer.MAX_VALUE);
        tenant.signInLog().rows().collect(signIns(Event.INTERACTIVE_USER, new Whose.Everybody()), everybody);
        String address = everybody.rows.values().iterator().next().address();
        Collected<PagePosition<SignInQuestion>> from = new Collected<>(Integer.MAX_VALUE);

        assertThat(tenant.signInLog().rows().collect(signIns(Event.INTERACTIVE_USER, new Whose.Address(address)), from))
                .isEqualTo(new CollectionEnd.Complete());

        assertThat(from.ids())
                .isEqualTo(everybody.rows.values().stream()
                        .filter(row -> row.address().equals(address))
                        .map(LogRow::id)
                        .collect(Collectors.toSet()));
    }

    private static PagePosition<SignInQuestion> signIns(Event event, Whose whose) {
        return PagePosition.start(new SignInQuestion(event, whose, now.minus(Duration.ofDays(30)), now));
    }

    /** Collects and asks again while Microsoft is still at it; empty when it was stopped. */
    private static <P> Optional<CollectionEnd> toEnd(LogSource<P> source, P start, Collected<P> collected)
            throws InterruptedException {
        try {
            while (true) {
                CollectionEnd end = source.collect(collected.place().orElse(start), collected);
                if (!(end instanceof CollectionEnd.StillRunning)) {
                    return Optional.of(end);
                }
                Thread.sleep(100);
            }
        } catch (Stopped stopped) {
            return Optional.empty();
        }
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

package dev.cordon.app.endtoend;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.procedure.engine.RunListener;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.GiveAccountBack;
import dev.cordon.response.Incidents;
import dev.cordon.response.RespondToCompromisedAccount;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.response.ResumeIncident;
import dev.cordon.response.TenantRegister;
import dev.cordon.response.Tenants;
import dev.cordon.response.Watch;
import dev.cordon.response.Workspace;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.store.Store;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A simulated tenant with an attacker in it, a data folder, and Cordon between them. One thread. */
final class Battlefield implements AutoCloseable {
    private final SimulatedTenant simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Store store;
    private final TenantRegister tenants = new InMemoryRegister();

    private Battlefield(SimulatedTenant simulator, Path folder) {
        this.simulator = simulator;
        this.folder = folder;
        this.store = Store.open(dataFolder(), InstantSource.system());
    }

    private static final class InMemoryRegister implements TenantRegister {
        private final Map<String, Path> known = new TreeMap<>();

        @Override
        public void put(String name, Path connectionDocument) {
            known.put(name, connectionDocument);
        }

        @Override
        public Map<String, Path> all() {
            return known;
        }
    }

    /** The shipped scenario of that name. */
    static Battlefield shipped(String scenario, Path folder) throws IOException {
        return of(ScenarioLoader.load(scenario, OptionalLong.empty()), folder);
    }

    /** The scenario resource of that name beside the tests. */
    static Battlefield resource(String name, Path folder) throws IOException {
        return resource(name, UnaryOperator.identity(), folder);
    }

    /** The scenario resource of that name with its text changed. */
    static Battlefield resource(String name, UnaryOperator<String> change, Path folder) throws IOException {
        try (var stream = Battlefield.class.getResourceAsStream("/scenarios-under-test/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no scenario resource " + name);
            }
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return of(ScenarioLoader.parse(name, change.apply(yaml), OptionalLong.empty()), folder);
        }
    }

    private static Battlefield of(Scenario scenario, Path folder) throws IOException {
        SimulatedTenant simulator = SimulatedTenant.start(scenario, SimulationOptions.in(folder));
        Battlefield field = new Battlefield(simulator, folder);
        Path document = folder.resolve("connection.json");
        simulator.connection().write(document);
        new Tenants(field.workspace(UnaryOperator.identity())).add("tenant", document, any -> SignIn.CERTIFICATE);
        return field;
    }

    Path dataFolder() {
        return folder.resolve("data");
    }

    Store store() {
        return store;
    }

    /** What the use cases work with; {@code journal} may be put behind something that fails on purpose. */
    Workspace workspace(UnaryOperator<RunJournal> journal) {
        return new Workspace(
                journal.apply(store.journal()),
                store.vault(),
                store.custody(),
                store.runs(),
                store.rechecks(),
                store.verifier(),
                tenants,
                new Microsoft365Connector(instruction -> {}, address -> {}, InstantSource.system()),
                folder.resolve("reports"),
                InstantSource.system(),
                new Random(20260302),
                "test");
    }

    CaseRecord respond() throws InterruptedException {
        return respond(UnaryOperator.identity(), AttackActivity.UNKNOWN);
    }

    CaseRecord respond(UnaryOperator<RunJournal> journal, AttackActivity attack) throws InterruptedException {
        return respond(journal, attack, Dialogue.recommended(quiet()));
    }

    CaseRecord respond(UnaryOperator<RunJournal> journal, AttackActivity attack, Dialogue dialogue)
            throws InterruptedException {
        return new RespondToCompromisedAccount(workspace(journal))
                .respond(new ResponseRequest(
                        "tenant",
                        suspect(),
                        SignIn.CERTIFICATE,
                        attack,
                        DetectionSource.MONDAY_REVIEW,
                        Optional.empty(),
                        true,
                        dialogue));
    }

    CaseRecord resume(String incident) throws InterruptedException {
        return new ResumeIncident(workspace(UnaryOperator.identity()))
                .resume(incident, any -> SignIn.CERTIFICATE, Dialogue.recommended(quiet()));
    }

    /** Gives the suspect's account back; {@code how} may say more than that the pass goes to {@code keeper}. */
    CaseRecord giveBack(GiveAccountBack.How how) throws InterruptedException {
        return new GiveAccountBack(workspace(UnaryOperator.identity()))
                .giveBack(
                        record().incident().id().value(),
                        any -> SignIn.CERTIFICATE,
                        Dialogue.recommended(quiet()),
                        how);
    }

    /** Asks Graph as {@code who}: {@code operator}, {@code app}, {@code attacker} or a UPN; the status. */
    int graph(String who, String method, String path, String body) {
        String token = JsonParser.parseString(
                        control("POST", "/tokens", "{\"as\": \"" + who + "\", \"resource\": \"graph\"}"))
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
        try (HttpClient graph = HttpClient.newBuilder().sslContext(trusted()).build()) {
            return graph.send(
                            HttpRequest.newBuilder(
                                            URI.create(simulator.connection().graph() + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("Graph did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SSLContext trusted() {
        try (InputStream pem = Files.newInputStream(simulator.connection().caFile())) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "simulator", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A look at everything that is due. */
    Watch.Looked watch() throws InterruptedException {
        return new Watch(workspace(UnaryOperator.identity()))
                .once(document -> SignIn.CERTIFICATE, Dialogue.recommended(quiet()));
    }

    /** The suspect's only incident as it stands. */
    CaseRecord record() {
        return new Incidents(workspace(UnaryOperator.identity())).list().getFirst();
    }

    /** Lets tenant time pass. */
    void advance(String duration) {
        control("POST", "/clock", "{\"advance\": \"" + duration + "\"}");
    }

    private static RunListener quiet() {
        return entry -> {};
    }

    String suspect() {
        return simulator.connection().suspects().getFirst();
    }

    /** {@code GET /truth}. */
    JsonObject truth() {
        return JsonParser.parseString(control("GET", "/truth", "")).getAsJsonObject();
    }

    /** What the truth says about the suspect. */
    JsonObject suspectsTruth() {
        return truth().getAsJsonObject("accounts").getAsJsonObject(suspect());
    }

    /** {@code GET /requests}, a row each. */
    List<JsonObject> requests() {
        return control("GET", "/requests", "")
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    /** Every secret that was ever issued or set. */
    List<String> secrets() {
        JsonElement all = JsonParser.parseString(control("GET", "/secrets", ""));
        JsonArray values =
                all.isJsonArray() ? all.getAsJsonArray() : all.getAsJsonObject().getAsJsonArray("secrets");
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> value.isJsonObject()
                        ? value.getAsJsonObject().get("value").getAsString()
                        : value.getAsString())
                .toList();
    }

    /** Asks the control API. */
    String control(String method, String path, String body) {
        try {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create(simulator.connection().control() + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException("the control API did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every file that Cordon wrote. */
    List<Path> written() throws IOException {
        try (var data = Files.walk(dataFolder());
                var reports = Files.walk(folder.resolve("reports"))) {
            return java.util.stream.Stream.concat(data, reports)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    @Override
    public void close() {
        store.close();
        simulator.close();
        http.close();
    }
}

package dev.cordon.app.battlefield;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentId;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.playbooks.containment.PasswordKeeper;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.decision.Decision;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.engine.RunListener;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.response.BreakGlassList;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.GiveAccountBack;
import dev.cordon.response.Incidents;
import dev.cordon.response.PlanResponse;
import dev.cordon.response.RespondToCompromisedAccount;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.response.ResumeIncident;
import dev.cordon.response.TenantRegister;
import dev.cordon.response.Tenants;
import dev.cordon.response.UndoItems;
import dev.cordon.response.UndoScope;
import dev.cordon.response.Watch;
import dev.cordon.response.Workspace;
import dev.cordon.simulator.Connection;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.store.KnownTenants;
import dev.cordon.store.Placed;
import dev.cordon.store.Store;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A simulated tenant with an attacker in it, a data folder, and Cordon between them. One thread. Several may stand on one tenant
 * ({@link #afresh}), one after the other.
 */
public final class Battlefield implements AutoCloseable {
    private final SimulatedTenant simulator;
    private final HttpClient http;
    private final Path folder;
    private final Store store;
    private final TenantRegister tenants;
    private final boolean ownsSimulator;

    private Battlefield(SimulatedTenant simulator, boolean ownsSimulator, Path folder, Placed placed) {
        this.simulator = simulator;
        this.http = HttpClient.newBuilder()
                .sslContext(trusting(simulator.connection().caFile()))
                .build();
        this.ownsSimulator = ownsSimulator;
        this.folder = folder;
        this.store = Store.open(placed.location(dataFolder()), InstantSource.system());
        this.tenants = new StoredRegister(store.tenants());
    }

    /** As the product keeps them. */
    private record StoredRegister(KnownTenants known) implements TenantRegister {
        @Override
        public void put(String name, Path connectionDocument) {
            known.add(name, connectionDocument);
        }

        @Override
        public void listBreakGlass(String name, Set<String> objectIds) {
            known.listBreakGlass(name, objectIds);
        }

        @Override
        public Set<String> breakGlass(String name) {
            return known.breakGlass(name);
        }

        @Override
        public Map<String, Path> all() {
            return known.all();
        }
    }

    /** The shipped scenario of that name. */
    public static Battlefield shipped(String scenario, Path folder) throws IOException {
        return shipped(scenario, folder, Placed.IN_FOLDER);
    }

    /** The same with a store that lies there. */
    public static Battlefield shipped(String scenario, Path folder, Placed placed) throws IOException {
        return of(ScenarioLoader.load(scenario, OptionalLong.empty()), folder, placed);
    }

    /** The scenario resource of that name beside the tests. */
    public static Battlefield resource(String name, Path folder) throws IOException {
        return resource(name, UnaryOperator.identity(), folder);
    }

    /** The scenario resource of that name beside the tests, with a store that lies there. */
    public static Battlefield resource(String name, Path folder, Placed placed) throws IOException {
        return resource(name, UnaryOperator.identity(), folder, placed);
    }

    /** The scenario resource of that name with its text changed. */
    public static Battlefield resource(String name, UnaryOperator<String> change, Path folder) throws IOException {
        return resource(name, change, folder, Placed.IN_FOLDER);
    }

    private static Battlefield resource(String name, UnaryOperator<String> change, Path folder, Placed placed)
            throws IOException {
        try (var stream = Battlefield.class.getResourceAsStream("/scenarios-under-test/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no scenario resource " + name);
            }
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return of(ScenarioLoader.parse(name, change.apply(yaml), OptionalLong.empty()), folder, placed);
        }
    }

    /** That scenario. */
    public static Battlefield of(Scenario scenario, Path folder) throws IOException {
        return of(scenario, folder, Placed.IN_FOLDER);
    }

    private static Battlefield of(Scenario scenario, Path folder, Placed placed) throws IOException {
        SimulatedTenant simulator = SimulatedTenant.start(scenario, SimulationOptions.in(folder));
        return connected(new Battlefield(simulator, true, folder, placed));
    }

    /** A Cordon that knows nothing yet, before the same tenant as it stands now; to be closed before this one. */
    public Battlefield afresh(Path other) throws IOException {
        return connected(new Battlefield(simulator, false, other, Placed.IN_FOLDER));
    }

    /** Cordon on another machine: the same tenant and, where the store lies on a server, the same store; to be closed before this one. */
    public Battlefield onAnotherMachine(Path other) throws IOException {
        Path data = Files.createDirectories(other.resolve("data"));
        Files.copy(dataFolder().resolve("store"), data.resolve("store"));
        return connected(new Battlefield(simulator, false, other, Placed.ON_SERVER));
    }

    private static Battlefield connected(Battlefield field) throws IOException {
        Path document = field.folder.resolve("connection.json");
        field.simulator.connection().write(document);
        new Tenants(field.workspace(UnaryOperator.identity())).add("tenant", document, any -> SignIn.CERTIFICATE);
        return field;
    }

    public Path dataFolder() {
        return folder.resolve("data");
    }

    public Store store() {
        return store;
    }

    /** What the use cases work with; {@code journal} may be put behind something that fails on purpose. */
    public Workspace workspace(UnaryOperator<RunJournal> journal) {
        return new Workspace(
                journal.apply(store.journal()),
                store.vault(),
                store.custody(),
                store.retention(),
                store.records(),
                store.collections(),
                store.runs(),
                store.rechecks(),
                store.verifier(),
                store.chains(),
                tenants,
                new Microsoft365Connector(instruction -> {}, address -> {}, InstantSource.system()),
                dataFolder().resolve("reports"),
                InstantSource.system(),
                new Random(20260302),
                "test");
    }

    public CaseRecord respond() throws InterruptedException {
        return respond(UnaryOperator.identity(), AttackActivity.UNKNOWN);
    }

    public CaseRecord respond(UnaryOperator<RunJournal> journal, AttackActivity attack) throws InterruptedException {
        return respond(journal, attack, Dialogue.recommended(quiet()));
    }

    public CaseRecord respond(UnaryOperator<RunJournal> journal, AttackActivity attack, Dialogue dialogue)
            throws InterruptedException {
        return respond(suspect(), journal, attack, dialogue);
    }

    /** A response to that account. */
    public CaseRecord respond(String user, UnaryOperator<RunJournal> journal, AttackActivity attack, Dialogue dialogue)
            throws InterruptedException {
        return new RespondToCompromisedAccount(workspace(journal)).respond(request(user, attack, dialogue));
    }

    /** Lists that account as a break-glass account. */
    public void listBreakGlass(String user) {
        new Tenants(workspace(UnaryOperator.identity()))
                .add(
                        "tenant",
                        folder.resolve("connection.json"),
                        any -> SignIn.CERTIFICATE,
                        new BreakGlassList(List.of(user), List.of()));
    }

    /** What a response to that account would do. */
    public PlanResponse.Plan plan(String user) throws InterruptedException {
        return new PlanResponse(workspace(UnaryOperator.identity()))
                .plan(request(user, AttackActivity.UNKNOWN, Dialogue.recommended(quiet())));
    }

    private static ResponseRequest request(String user, AttackActivity attack, Dialogue dialogue) {
        return new ResponseRequest(
                "tenant",
                user,
                SignIn.CERTIFICATE,
                attack,
                DetectionSource.MONDAY_REVIEW,
                Optional.empty(),
                true,
                dialogue);
    }

    public CaseRecord resume(String incident) throws InterruptedException {
        return resume(incident, UnaryOperator.identity(), Dialogue.recommended(quiet()));
    }

    /** Takes the incident up again. */
    public CaseRecord resume(String incident, UnaryOperator<RunJournal> journal, Dialogue dialogue)
            throws InterruptedException {
        return new ResumeIncident(workspace(journal)).resume(incident, any -> SignIn.CERTIFICATE, dialogue);
    }

    /** A response that removes everything that can be removed, because a person wants it so. */
    public CaseRecord removeEverything() throws InterruptedException {
        return respond(UnaryOperator.identity(), AttackActivity.UNKNOWN, removingEverything());
    }

    private static Dialogue removingEverything() {
        return new Dialogue(
                proposal -> new Decision(proposal.removable(), Actor.person("tester"), "all of it"),
                Optional.empty(),
                RepeatPolicy.always(),
                PasswordKeeper.none(),
                quiet());
    }

    /** Gives back everything that is not judged malicious. */
    public UndoItems.Undone undo(CaseRecord record) throws InterruptedException {
        return undo(record, new UndoScope(Optional.empty(), false, ""), UnaryOperator.identity());
    }

    /** What giving everything back leaves out. */
    public List<Item> leftOut(CaseRecord record) {
        return new UndoItems(workspace(UnaryOperator.identity()))
                .preview(record.incident().id().value(), new UndoScope(Optional.empty(), false, ""))
                .leftOut();
    }

    /** Gives one thing back. */
    public UndoItems.Undone undo(CaseRecord record, String item) throws InterruptedException {
        return undo(record, new UndoScope(Optional.of(item), false, "a test wants it"), UnaryOperator.identity());
    }

    public UndoItems.Undone undo(CaseRecord record, UndoScope scope, UnaryOperator<RunJournal> journal)
            throws InterruptedException {
        return new UndoItems(workspace(journal))
                .undo(
                        record.incident().id().value(),
                        scope,
                        new UndoItems.Dialogue(Actor.person("tester"), any -> SignIn.CERTIFICATE, quiet()));
    }

    /** Gives the suspect's account back; {@code how} may say more than that the pass goes to {@code keeper}. */
    public CaseRecord giveBack(GiveAccountBack.How how) throws InterruptedException {
        return new GiveAccountBack(workspace(UnaryOperator.identity()))
                .giveBack(
                        record().incident().id().value(),
                        any -> SignIn.CERTIFICATE,
                        Dialogue.recommended(quiet()),
                        how);
    }

    /** Asks Graph as {@code who}: {@code operator}, {@code app}, {@code attacker} or a UPN. */
    public HttpResponse<String> graph(String who, String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(connection().graph() + path))
                .header("Authorization", "Bearer " + token(who, "graph"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Has Exchange run {@code cmdlet} for {@code who}, as above, with its parameters as one JSON object. */
    public HttpResponse<String> exchange(String who, String cmdlet, String parameters) {
        String body = "{\"CmdletInput\": {\"CmdletName\": \"" + cmdlet + "\", \"Parameters\": " + parameters + "}}";
        return send(HttpRequest.newBuilder(URI.create(connection().exchange() + "/adminapi/beta/"
                        + connection().tenantId() + "/InvokeCommand"))
                .header("Authorization", "Bearer " + token(who, "exchange"))
                .header("Content-Type", "application/json")
                .header("X-AnchorMailbox", "UPN:" + suspect())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String token(String who, String resource) {
        String request = "{\"as\": \"" + who + "\", \"resource\": \"" + resource + "\"}";
        return JsonParser.parseString(control("POST", "/tokens", request))
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the tenant did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting(Path caFile) {
        try (InputStream pem = Files.newInputStream(caFile)) {
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
    public Watch.Looked watch() throws InterruptedException {
        return watch(Dialogue.recommended(quiet()));
    }

    /** A look at everything that is due, with decisions of that dialogue. */
    public Watch.Looked watch(Dialogue dialogue) throws InterruptedException {
        return new Watch(workspace(UnaryOperator.identity())).once(document -> SignIn.CERTIFICATE, dialogue);
    }

    /** The incident as it stands. */
    public CaseRecord record(IncidentId incident) {
        return new Incidents(workspace(UnaryOperator.identity())).show(incident);
    }

    /** The suspect's only incident as it stands. */
    public CaseRecord record() {
        return new Incidents(workspace(UnaryOperator.identity())).list().getFirst();
    }

    /** Lets tenant time pass. */
    public void advance(String duration) {
        control("POST", "/clock", "{\"advance\": \"" + duration + "\"}");
    }

    /** Hears of nothing. */
    public static RunListener quiet() {
        return entry -> {};
    }

    public Connection connection() {
        return simulator.connection();
    }

    public String suspect() {
        return suspects().getFirst();
    }

    /** Everybody the scenario suspects. */
    public List<String> suspects() {
        return simulator.connection().suspects();
    }

    /** Keeps the tenant as it stands; the number goes to {@link #restore}. */
    public int snapshot() {
        return JsonParser.parseString(control("POST", "/snapshot", "{}"))
                .getAsJsonObject()
                .get("snapshot")
                .getAsInt();
    }

    /** Takes the tenant back, and answers the number of its last request so far. */
    public long restore(int snapshot) {
        return JsonParser.parseString(control("POST", "/restore", "{\"snapshot\": " + snapshot + "}"))
                .getAsJsonObject()
                .get("requests")
                .getAsLong();
    }

    /** {@code GET /truth}. */
    public JsonObject truth() {
        return JsonParser.parseString(control("GET", "/truth", "")).getAsJsonObject();
    }

    /** What the truth says about the suspect. */
    public JsonObject suspectsTruth() {
        return truth().getAsJsonObject("accounts").getAsJsonObject(suspect());
    }

    /** {@code GET /requests}, a row each. */
    public List<JsonObject> requests() {
        return control("GET", "/requests", "")
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    /** Every secret that was ever issued or set. */
    public List<String> secrets() {
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
    public String control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(connection().control() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    /** Every file that Cordon wrote. */
    public List<Path> written() throws IOException {
        try (var data = Files.walk(dataFolder())) {
            return data.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        store.close();
        if (ownsSimulator) {
            simulator.close();
        }
        http.close();
    }
}

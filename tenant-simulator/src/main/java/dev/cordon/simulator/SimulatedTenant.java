package dev.cordon.simulator;

import dev.cordon.simulator.control.Conditions;
import dev.cordon.simulator.control.ControlApi;
import dev.cordon.simulator.control.Controls;
import dev.cordon.simulator.control.CoverageReport;
import dev.cordon.simulator.control.Snapshots;
import dev.cordon.simulator.control.TokenDesk;
import dev.cordon.simulator.faults.FaultBook;
import dev.cordon.simulator.faults.Reception;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.graph.GraphService;
import dev.cordon.simulator.identity.Registration;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.SigningKey;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.identity.Tokens;
import dev.cordon.simulator.login.LoginRoutes;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.server.ApplicationCertificate;
import dev.cordon.simulator.server.CertificateAuthority;
import dev.cordon.simulator.server.Ports;
import dev.cordon.simulator.sinks.Workflow;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.time.Chance;
import dev.cordon.simulator.time.TenantClock;
import dev.cordon.simulator.wire.AttackerPass;
import dev.cordon.simulator.wire.Host;
import dev.cordon.simulator.wire.HostNames;
import dev.cordon.simulator.wire.RequestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;

/**
 * A running simulated tenant. It listens from {@link #start} until {@link #close}; several may run in one process. Safe
 * for many threads.
 */
public final class SimulatedTenant implements AutoCloseable {

    /** Held, because the logging of the JDK forgets the level of a logger that nobody holds. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private final Ports ports;
    private final TenantClock clock;
    private final Connection connection;
    private final List<AutoCloseable> inhabitants;

    private SimulatedTenant(Ports ports, TenantClock clock, Connection connection, List<AutoCloseable> inhabitants) {
        this.ports = ports;
        this.clock = clock;
        this.connection = connection;
        this.inhabitants = List.copyOf(inhabitants);
    }

    /**
     * Starts a tenant and returns when it listens.
     *
     * @throws IOException when a file cannot be written or a port cannot be opened
     */
    public static SimulatedTenant start(Scenario scenario, SimulationOptions options) throws IOException {
        if (SERVER_LOG.getLevel() == null) {
            SERVER_LOG.setLevel(Level.WARNING);
        }
        InstantSource wall = InstantSource.system();
        var chance = new Chance(scenario.seed());
        CompletableFuture<Boolean> server = later(() -> {
            Ports.prepare();
            return true;
        });
        var names = new HostNames(options.names());
        CompletableFuture<Secured> secured = later(() -> Secured.of(wall, names));
        String certificatePassword = UUID.randomUUID().toString();
        CompletableFuture<ApplicationCertificate> certificate =
                later(() -> CertificateAuthority.applicationCertificate(wall.instant(), certificatePassword));
        var clock = new TenantClock(scenario.start(), 0); // it stands still until the tenant listens
        try {
            return new Construction(scenario, options, wall, chance, clock, names, certificate, secured, server)
                    .build();
        } catch (GeneralSecurityException impossible) {
            clock.close();
            throw new IOException("The certificates could not be made.", impossible);
        } catch (IOException | RuntimeException failed) {
            clock.close();
            throw failed;
        }
    }

    /** How to reach it. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        clock.close();
        for (AutoCloseable inhabitant : inhabitants) {
            try {
                inhabitant.close();
            } catch (Exception failed) {
                throw new IllegalStateException("An inhabitant of the tenant did not leave.", failed);
            }
        }
        ports.close();
    }

    private interface Making<T> {
        T make() throws GeneralSecurityException, IOException;
    }

    private static <T> CompletableFuture<T> later(Making<T> making) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("keys").start(() -> {
            try {
                result.complete(making.make());
            } catch (GeneralSecurityException | IOException | RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        });
        return result;
    }

    /** The authority of this run, and what the ports need to speak TLS by all their names. */
    private record Secured(CertificateAuthority authority, SSLContext tls) {

        static Secured of(InstantSource wall, HostNames names) throws GeneralSecurityException, IOException {
            var authority = new CertificateAuthority(wall.instant());
            var known = new ArrayList<>(List.of("localhost"));
            known.addAll(names.byName().keySet());
            return new Secured(authority, authority.serverContext(known, Set.of("127.0.0.1", "::1")));
        }
    }

    /** The steps of a start, with what they share. */
    private record Construction(
            Scenario scenario,
            SimulationOptions options,
            InstantSource wall,
            Chance chance,
            TenantClock clock,
            HostNames names,
            CompletableFuture<ApplicationCertificate> certificate,
            CompletableFuture<Secured> secured,
            CompletableFuture<Boolean> server) {

        SimulatedTenant build() throws IOException, GeneralSecurityException {
            var state = new TenantState(scenario, clock, chance);
            String tenantId = chance.guid("tenant");
            var tokens = new Tokens(tenantId, state, wall, SigningKey.load());
            var registration = new Registration(
                    chance.guid("application"),
                    chance.guid("application-principal"),
                    () -> certificate.join().certificate());
            String operatorId = People.id(chance, scenario.operator().upn());
            var tenant = new Tenant(tenantId, operatorId, state, wall, registration, tokens);
            Areas.founders().forEach(founder -> founder.found(tenant));
            return listen(tenant);
        }

        private SimulatedTenant listen(Tenant tenant) throws IOException, GeneralSecurityException {
            var log = new RequestLog();
            var throttle = new Throttle(tenant.state());
            var faults = new FaultBook(scenario.faults());
            var reception = new Reception(tenant.state(), faults, log);
            var resourcePorts = new HashMap<Integer, Resource>();
            reception.serve(Host.LOGIN, new LoginRoutes(tenant, throttle, names, resourcePorts));
            reception.serve(Host.EXCHANGE, Areas.exchange(tenant, throttle, reception));
            reception.serve(Host.COMPLIANCE, Areas.compliance(tenant, throttle, reception));
            reception.serve(Host.WEBHOOK, Areas.webhook(tenant, throttle));
            var areas = Areas.graph(tenant);
            reception.serve(Host.GRAPH, new GraphService(tenant, throttle, reception, areas));
            var controls = new ArrayList<>(new Controls(tenant, log).routes());
            controls.addAll(new Conditions(faults, throttle).routes());
            controls.addAll(new Snapshots(tenant, faults, throttle, log).routes());
            controls.add(new TokenDesk(tenant).route());
            controls.addAll(new CoverageReport(Areas.coverage(areas)).routes());
            controls.addAll(Areas.controls(tenant, log));
            var pass = new AttackerPass(UUID.randomUUID().toString());
            server.join();
            var authority = secured.join().authority();
            var tls = secured.join().tls();
            var ports =
                    new Ports(tenant.state(), reception, names, pass, tls, options.port(), new ControlApi(controls));
            for (Resource resource : Resource.values()) {
                resourcePorts.put(ports.port(resource.host()), resource);
            }
            var connection = connection(tenant, ports, authority);
            var inhabitants = Areas.inhabitants(tenant, connection, pass, authority.pem());
            clock.speed(scenario.clock().speed());
            return new SimulatedTenant(ports, clock, connection, inhabitants);
        }

        private Connection connection(Tenant tenant, Ports ports, CertificateAuthority authority)
                throws IOException, GeneralSecurityException {
            Path folder = options.folder().toAbsolutePath();
            Path caFile = folder.resolve("ca.pem");
            Path certificateFile = folder.resolve("application.p12");
            Files.writeString(caFile, authority.pem());
            Files.write(certificateFile, certificate.join().pkcs12());
            String password = certificate.join().password();
            tenant.state().secrets().add("certificate-password", "app", password);
            return new Connection(
                    tenant.tenantId(),
                    scenario.organisation().defaultDomain(),
                    ports.url(Host.LOGIN) + "/" + tenant.tenantId(),
                    ports.url(Host.GRAPH),
                    ports.url(Host.EXCHANGE),
                    ports.url(Host.COMPLIANCE),
                    Workflow.of(tenant.state().chance()).url(ports.url(Host.WEBHOOK)),
                    ports.byName(),
                    ports.control(),
                    caFile,
                    tenant.registration().appId(),
                    certificateFile,
                    password,
                    scenario.operator().upn(),
                    scenario.suspects().stream().map(person -> person.upn()).toList(),
                    scenario.breakGlass().stream().map(person -> person.upn()).toList(),
                    scenario.seed(),
                    scenario.start());
        }
    }
}

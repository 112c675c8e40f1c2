package dev.cordon.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RespondToCompromisedAccount;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.response.TenantRegister;
import dev.cordon.response.Tenants;
import dev.cordon.response.Workspace;
import dev.cordon.store.Store;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A whole response in this process, cut off once the snapshot is sealed and the account contained. All times are tenant times; the tenant's
 * clock runs as fast as the wall's.
 *
 * @param requests what Cordon asked, in order of arrival
 * @param firstAt when the first request arrived
 * @param snapshotAt when the snapshot was sealed
 * @param containedAt when the account was contained
 */
record MeasuredResponse(List<RecordedRequest> requests, Instant firstAt, Instant snapshotAt, Instant containedAt) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    Duration toSnapshot() {
        return Duration.between(firstAt, snapshotAt);
    }

    Duration toContained() {
        return Duration.between(firstAt, containedAt);
    }

    /** Responds once, in an office of its own. */
    static MeasuredResponse run(boolean throttling) throws IOException, InterruptedException {
        try (Office office = Office.open(throttling);
                Store store = Store.open(office.folder().resolve("data"), InstantSource.system())) {
            Workspace workspace = workspace(office, store);
            new Tenants(workspace).add("tenant", office.connectionDocument(), any -> SignIn.CERTIFICATE);
            Map<String, Instant> measured = new ConcurrentHashMap<>();
            CountDownLatch both = new CountDownLatch(2);
            Thread response = Thread.ofVirtual()
                    .start(() -> respond(workspace, office.suspect(), recorded -> {
                        if (recorded.entry() instanceof CaseEntry.TimingMeasured(var name, var ms)
                                && (name.equals("snapshot") || name.equals("contained"))
                                && measured.put(name, Instant.now()) == null) {
                            both.countDown();
                        }
                    }));
            boolean done = both.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            List<RecordedRequest> requests = office.control().requests();
            Duration ahead = office.control().tenantAheadOfWall();
            response.interrupt();
            response.join();
            if (!done) {
                throw new IllegalStateException("Not contained and preserved within " + PATIENCE + ": " + measured);
            }
            return new MeasuredResponse(
                    requests,
                    requests.getFirst().at(),
                    requireNonNull(measured.get("snapshot")).plus(ahead),
                    requireNonNull(measured.get("contained")).plus(ahead));
        }
    }

    private static void respond(Workspace workspace, String suspect, dev.cordon.procedure.engine.RunListener listener) {
        try {
            new RespondToCompromisedAccount(workspace)
                    .respond(new ResponseRequest(
                            "tenant",
                            suspect,
                            SignIn.CERTIFICATE,
                            AttackActivity.UNKNOWN,
                            DetectionSource.MONDAY_REVIEW,
                            Optional.empty(),
                            true,
                            Dialogue.recommended(listener)));
        } catch (InterruptedException | RuntimeException cutOff) {
            Thread.currentThread().interrupt();
        }
    }

    private static Workspace workspace(Office office, Store store) {
        return new Workspace(
                store.journal(),
                store.vault(),
                store.custody(),
                store.retention(),
                store.records(),
                store.collections(),
                store.runs(),
                store.rechecks(),
                store.verifier(),
                store.chains(),
                new InMemoryRegister(),
                new Microsoft365Connector(instruction -> {}, address -> {}, InstantSource.system()),
                office.folder().resolve("reports"),
                InstantSource.system(),
                new Random(20260302),
                "benchmark");
    }

    private static final class InMemoryRegister implements TenantRegister {
        private final Map<String, Path> known = new TreeMap<>();
        private final Map<String, Set<String>> breakGlass = new TreeMap<>();

        @Override
        public void put(String name, Path connectionDocument) {
            known.put(name, connectionDocument);
        }

        @Override
        public void listBreakGlass(String name, Set<String> objectIds) {
            breakGlass.put(name, Set.copyOf(objectIds));
        }

        @Override
        public Set<String> breakGlass(String name) {
            return breakGlass.getOrDefault(name, Set.of());
        }

        @Override
        public Map<String, Path> all() {
            return known;
        }
    }
}

package dev.cordon.benchmarks;

import dev.cordon.simulator.Connection;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalLong;

/** The simulated tenant of the benchmark, with a folder of its own. One thread. */
final class Office implements AutoCloseable {
    private static final String SCENARIO = "office.yaml";

    private final Path folder;
    private final SimulatedTenant tenant;
    private final ControlApi control;

    private Office(Path folder, SimulatedTenant tenant) {
        this.folder = folder;
        this.tenant = tenant;
        this.control = new ControlApi(tenant.connection().control());
    }

    /** Opens it; its buckets refuse what is too much only if {@code throttling}. */
    static Office open(boolean throttling) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cordon-benchmark");
        var scenario = ScenarioLoader.parse(SCENARIO, yaml(), OptionalLong.empty());
        Office office = new Office(folder, SimulatedTenant.start(scenario, SimulationOptions.in(folder)));
        office.connection().write(office.connectionDocument());
        office.control.post("/throttle", "{\"enabled\": " + throttling + "}");
        return office;
    }

    static String yaml() throws IOException {
        try (var stream = Office.class.getResourceAsStream("/" + SCENARIO)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + SCENARIO);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path folder() {
        return folder;
    }

    Path connectionDocument() {
        return folder.resolve("connection.json");
    }

    Connection connection() {
        return tenant.connection();
    }

    ControlApi control() {
        return control;
    }

    String suspect() {
        return connection().suspects().getFirst();
    }

    @Override
    public void close() throws IOException {
        control.close();
        tenant.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

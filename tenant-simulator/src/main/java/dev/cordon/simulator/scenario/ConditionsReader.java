package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Throttling.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the working conditions: {@code delays}, {@code searches}, {@code throttling} and {@code faults}. */
final class ConditionsReader {

    private static final Set<String> HOSTS = Set.of("login", "graph", "exchange", "compliance", "webhook");

    private ConditionsReader() {}

    static Delays delays(Section section) {
        var logs = section.section("logs");
        return new Delays(
                section.range("latency", range("PT0.15S", "PT0.15S")),
                section.range("revokeVisible", range("PT0S", "PT60S")),
                section.range("caeEvent", range("PT1M", "PT15M")),
                section.range("replication", range("PT1S", "PT20S")),
                section.range("auditQuery", range("PT2M", "PT10M")),
                new Delays.Logs(
                        logs.range("signIns", range("PT5M", "PT15M")),
                        logs.range("nonInteractive", range("PT15M", "PT30M")),
                        logs.range("directoryAudits", range("PT1M", "PT5M")),
                        logs.range("unifiedAudit", range("PT60M", "PT90M")),
                        logs.range("messageTrace", range("PT2M", "PT8M"))));
    }

    static Searches searches(Section section) {
        var duplicates = section.number("duplicates", 0);
        var repeats = section.number("repeats", 0);
        var shortPages = section.number("shortPages", 0);
        var breaks = section.number("breaks", 0);
        return section.build(() -> new Searches(duplicates, repeats, shortPages, breaks))
                .orElse(Searches.PLAIN);
    }

    private static DurationRange range(String min, String max) {
        return new DurationRange(Duration.parse(min), Duration.parse(max));
    }

    static Throttling throttling(Section section) {
        var buckets = new LinkedHashMap<String, Bucket>();
        section.find("buckets").ifPresent(node -> {
            if (node instanceof MappingNode mapping) {
                mapping.getValue().forEach(entry -> bucket(section, entry.getKeyNode(), entry.getValueNode(), buckets));
            } else {
                section.problem("buckets", "must be a mapping of bucket names");
            }
        });
        return new Throttling(section.flag("enabled", true), buckets);
    }

    private static void bucket(Section section, Node key, Node value, Map<String, Bucket> buckets) {
        var name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        var path = section.path("buckets") + "." + name;
        if (!Throttling.BUCKETS.contains(name)) {
            section.reading()
                    .problem(
                            key,
                            path,
                            "'" + name + "' is no bucket; known are " + String.join(", ", Throttling.BUCKETS));
            return;
        }
        var bucket = Section.of(value, path, "throttling.buckets.*", section.reading());
        var requests = bucket.findNumber("requests");
        var per = bucket.findDuration("per");
        var retryAfter = bucket.findChoice("retryAfter", Throttling.RetryAfter.class);
        var concurrent = bucket.findNumber("concurrent");
        bucket.build(() -> new Bucket(requests, per, retryAfter, concurrent))
                .ifPresent(built -> buckets.put(name, built));
    }

    static List<Fault> faults(Section root) {
        var faults = new ArrayList<Fault>();
        for (var section : root.sections("faults")) {
            fault(section, faults);
        }
        return faults;
    }

    private static void fault(Section section, List<Fault> faults) {
        var match = section.section("match");
        var host = match.findText("host");
        if (host != null && !HOSTS.contains(host)) {
            match.problem("host", "'" + host + "' is unknown; known are login, graph, exchange, compliance, webhook");
        }
        var method = match.findText("method");
        var path = match.findText("path");
        var cmdlet = match.findText("cmdlet");
        var nth = match.findNumber("nth");
        var retryAfter = section.choice("retryAfter", Fault.RetryAfter.class, Fault.RetryAfter.SECONDS);
        var times = section.findNumber("times");
        var effect = FaultEffect.parse(section.text("do"));
        if (effect.isEmpty()) {
            section.problem("do", "is unknown; known are " + FaultEffect.KNOWN);
            return;
        }
        match.build(() -> new Fault.Match(host, method, path, cmdlet, nth))
                .flatMap(matching -> section.build(() -> new Fault(
                        matching,
                        effect.get().effect(),
                        effect.get().status(),
                        effect.get().slowness(),
                        retryAfter,
                        times)))
                .ifPresent(faults::add);
    }
}

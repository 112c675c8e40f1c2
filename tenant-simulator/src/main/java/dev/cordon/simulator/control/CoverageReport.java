package dev.cordon.simulator.control;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.Coverage;
import dev.cordon.simulator.wire.WireResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is served: {@code GET /coverage} as JSON, {@code GET /coverage.md} as the file in the repository. */
public final class CoverageReport {

    private static final String HEAD = """
            # What the simulated tenant serves

            Generated from the route tables by `CoverageTest`; do not edit. Everything else answers 501 and names itself.

            Nothing here has met the real Microsoft 365. *Source* is the operation or section of the wire reference the behaviour
            follows; *Known from* says how the real service is known to behave so: `documented` (Microsoft's pages and schema),
            `live capture, published by others`, `relied on by published tools`, or `from memory, unverified`.
            """;

    private final List<Coverage> rows;

    /** The report on these rows. */
    public CoverageReport(List<Coverage> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Its paths. */
    public List<ControlRoute> routes() {
        return List.of(
                new ControlRoute("GET", "/coverage", _ -> json()),
                new ControlRoute("GET", "/coverage.md", _ -> WireResponse.text(200, "text/markdown", markdown())));
    }

    private WireResponse json() {
        return WireResponse.json(
                200,
                Json.object(
                        "operations",
                        rows.stream()
                                .map(row -> Json.object(
                                        "area", row.area(),
                                        "operation", row.operation(),
                                        "source", row.source(),
                                        "knownFrom", row.known()))
                                .toList()));
    }

    private String markdown() {
        Map<String, StringBuilder> tables = new LinkedHashMap<>();
        for (Coverage row : rows) {
            tables.computeIfAbsent(
                            row.area(),
                            area -> new StringBuilder(
                                    "\n## " + area + "\n\n| Operation | Source | Known from |\n|---|---|---|\n"))
                    .append("| `" + row.operation() + "` | " + row.source() + " | " + row.known() + " |\n");
        }
        return HEAD + String.join("", tables.values());
    }
}

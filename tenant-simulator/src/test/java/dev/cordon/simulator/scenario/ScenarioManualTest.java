package dev.cordon.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScenarioManualTest {

    private static final Path MANUAL = Path.of("..", "docs", "manual", "scenarios.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|.*$", Pattern.MULTILINE);

    @Test
    void the_manual_documents_exactly_the_keys_the_loader_knows() throws IOException {
        var documented = new TreeSet<String>();
        ROW.matcher(Files.readString(MANUAL)).results().forEach(row -> documented.add(row.group(1)));

        assertThat(documented).isEqualTo(ScenarioKeys.all());
    }
}

package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ControlManualTest {
    private static final Path MANUAL = Path.of("..", "docs", "manual", "control.md");
    private static final Pattern ROW = Pattern.compile("^\\| `((?:GET|POST) /[^`]+)` \\|.*$", Pattern.MULTILINE);
    private static final Pattern ROUTE = Pattern.compile("(?:GET|POST) /[a-z./]*[a-z]");

    @Test
    void the_manual_documents_exactly_the_requests_that_the_control_api_answers() throws IOException {
        var documented = new TreeSet<String>();
        ROW.matcher(Files.readString(MANUAL)).results().forEach(row -> documented.add(row.group(1)));

        try (var tenant = TestingTenant.small()) {
            var refused = tenant.control("/nowhere");

            assertThat(refused.status()).isEqualTo(404);
            String known = refused.json().get("error").getAsString();
            var answered = new TreeSet<String>();
            ROUTE.matcher(known.substring(known.indexOf("It has: ")))
                    .results()
                    .map(MatchResult::group)
                    .forEach(answered::add);
            assertThat(answered).isNotEmpty().isEqualTo(documented);
        }
    }
}

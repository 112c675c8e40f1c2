package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code COVERAGE.md} says what is served. It is written anew with {@code -Dcoverage.write=true}; otherwise it is only
 * compared.
 */
class CoverageTest {

    private static final Path FILE = Path.of("COVERAGE.md");

    @Test
    void coverage_file_lists_exactly_what_is_served() throws IOException {
        String served;
        try (TestingTenant tenant = TestingTenant.small()) {
            served = tenant.control("/coverage.md").text();
        }
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(FILE, served);
        }
        assertThat(Files.readString(FILE)).isEqualTo(served);
    }
}

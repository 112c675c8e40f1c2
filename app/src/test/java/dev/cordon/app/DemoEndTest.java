package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoEndTest {
    @TempDir
    private Path folder;

    @Test
    void says_that_its_tenant_is_gone_and_what_a_real_run_would_do() {
        var cordon = new TypedCommands(folder);
        Path out = folder.resolve("kept");

        assertThat(cordon.run("demo", "--out", out.toString())).isEqualTo(ExitCode.DONE);

        String end = cordon.out().replaceAll("\\s+", " ").replaceAll(".*CONTAINED AND VERIFIED", "");
        assertThat(end)
                .contains("The simulated tenant is gone")
                .contains("In a real tenant")
                .contains("cordon --data " + out + " incident show INC-")
                .doesNotContain("It runs while this does")
                .doesNotContain("Then go on");
    }
}

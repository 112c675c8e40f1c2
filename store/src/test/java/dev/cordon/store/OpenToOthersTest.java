package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.verification.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever verifies is told which files are not their owner's alone; that changes nothing about what is genuine. */
@DisabledOnOs(OS.WINDOWS)
class OpenToOthersTest {
    @TempDir
    private Path folder;

    @Test
    void files_that_others_may_open_are_remarked_on_and_are_no_faults() throws IOException {
        Path data = folder.resolve("data");
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            Exhibit exhibit = store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("account", "anna"));
            assertThat(store.verifier().verify().remarks()).isEmpty();

            permit(data.resolve("cordon.db"), "rw-rw-rw-");
            permit(data.resolve("heads"), "rw----r--");
            permit(data.resolve("vault/" + exhibit.sha256()), "rw-r--r--");
            Verification verification = store.verifier().verify();

            assertThat(verification.ok()).isTrue();
            assertThat(verification.remarks())
                    .anyMatch(remark -> remark.path().equals("cordon.db")
                            && remark.meaning().contains("rw-rw-rw-"))
                    .anyMatch(remark -> remark.path().equals("heads"))
                    .anyMatch(remark -> remark.path().equals("vault")
                            && remark.meaning().startsWith("1 files")
                            && remark.meaning().contains(exhibit.sha256().hex() + ", rw-r--r--"))
                    .hasSize(3);
        }
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}

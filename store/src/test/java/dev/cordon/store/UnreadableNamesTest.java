package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file whose name is no text is named and read like any other, whatever the locale. Each try is a process of its own, since a locale is. */
@EnabledOnOs(OS.LINUX)
class UnreadableNamesTest {
    @TempDir
    private Path folder;

    private Path data = Path.of(".");

    @BeforeEach
    void writes_a_store_and_a_bag() throws IOException {
        data = folder.resolve("data");
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
            Bags.write(store, folder.resolve("bag"), false, Audience.FULL, BagSeals.none());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void in_a_bag_are_read_and_are_faults(String locale) throws Exception {
        makeFilesIn(folder.resolve("bag/data"));

        assertThat(verified(locale, "bag", folder.resolve("bag")))
                .anyMatch(fault -> fault.contains("no line"))
                .anyMatch(fault -> fault.contains("several whose names are no text"))
                .noneMatch(fault -> fault.contains("can be read to its end"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void in_the_vault_are_faults(String locale) throws Exception {
        makeFilesIn(data.resolve("vault"));

        assertThat(verified(locale, "store", data))
                .hasSize(2)
                .allMatch(fault -> fault.startsWith("vault/") && fault.contains("whose name is no text"));
    }

    private static void makeFilesIn(Path folder) throws Exception {
        Process made = new ProcessBuilder(
                        "sh", "-c", "echo a > \"$(printf '\\377\\376').txt\"; echo b > \"$(printf '\\376\\377').txt\"")
                .directory(folder.toFile())
                .start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
    }

    private static List<String> verified(String locale, String what, Path path) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifyingProcess.class.getName(),
                        what,
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("LC_ALL", locale));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return said.lines().toList();
    }

    /** Verifies a bag or a store, and tells each fault on a line. */
    static final class VerifyingProcess {
        private VerifyingProcess() {}

        public static void main(String[] arguments) {
            verify(arguments[0], Path.of(arguments[1])).faults().forEach(VerifyingProcess::tell);
        }

        private static void tell(Fault fault) {
            System.out.println(
                    fault.path().orElse("") + ": expected " + fault.expected() + ", found " + fault.actual());
        }

        private static Verification verify(String what, Path path) {
            if (what.equals("bag")) {
                return BagVerifier.verify(path).verification();
            }
            try (Store store = Store.open(path, OpenStores.WALL_TIME)) {
                return store.verifier().verify();
            }
        }
    }
}

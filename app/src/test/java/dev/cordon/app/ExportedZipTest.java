package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.simulator.SimulatedTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others get as a zip: opened by the runtime's own reader, not by ours, and held against the store it was made from. */
class ExportedZipTest {
    /** Of a picture or a letter that only some get. */
    private static final String FILED = "filed-by-a-person-4711";

    /** Of a responder's own words. */
    private static final String NOTED = "my-own-opinion-0815";

    /** What is shorter may stand in other answers by chance. */
    private static final int TELLING = 40;

    @TempDir
    private static Path folder;

    private static TypedCommands cordon = new TypedCommands(Path.of("."));
    private static String incident = "";

    @BeforeAll
    static void responds() throws Exception {
        cordon = new TypedCommands(folder);
        try (SimulatedTenant _ = cordon.tenant(UnaryOperator.identity())) {
            cordon.run(
                    "respond", "compromised-account", "anna.berg@contoso.example", "--decide", "recommended", "--json");
            incident = cordon.document().get("incident").getAsString();
        }
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Sirs, " + FILED + "\n".repeat(50));
        assertThat(cordon.run("evidence", "import", letter.toString(), "--incident", incident))
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("incident", "note", incident, NOTED)).isEqualTo(ExitCode.DONE);
    }

    private static Path exported(String audience) {
        Path zip = folder.resolve("out").resolve(audience + ".zip");
        if (!Files.exists(zip)) {
            assertThat(cordon.run(
                            "evidence",
                            "export",
                            incident,
                            "--out",
                            zip.toString(),
                            "--zip",
                            "--for",
                            audience,
                            "--json"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.DONE);
        }
        return zip;
    }

    /** Name below the one folder at the top to content, each byte one character. */
    private static Map<String, String> unzipped(Path zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        String top = zip.getFileName().toString().replace(".zip", "/");
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getName()).startsWith(top).doesNotContain("..");
                files.put(
                        entry.getName().substring(top.length()),
                        new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static List<JsonObject> listed(Map<String, String> files) {
        return TypedCommands.rows(
                JsonParser.parseString(files.getOrDefault("data/exhibits.json", ""))
                        .getAsJsonObject(),
                "exhibits");
    }

    private static boolean isWithheld(JsonObject exhibit) {
        return !exhibit.get("redacted").isJsonNull();
    }

    private static Set<String> digests(List<JsonObject> exhibits, boolean withheld) {
        return exhibits.stream()
                .filter(exhibit -> isWithheld(exhibit) == withheld)
                .map(exhibit -> exhibit.get("sha256").getAsString())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soc", "legal", "police"})
    void what_is_withheld_is_listed_and_its_bytes_are_nowhere_in_it(String audience) throws IOException {
        Map<String, String> files = unzipped(exported(audience));
        List<JsonObject> exhibits = listed(files);
        Set<String> given = digests(exhibits, false);
        Set<String> withheld = digests(exhibits, true);
        withheld.removeAll(given);
        assertThat(given).isNotEmpty();
        assertThat(withheld).isNotEmpty();

        String redactions = files.getOrDefault("data/redactions.csv", "");
        assertThat(exhibits).filteredOn(ExportedZipTest::isWithheld).allSatisfy(exhibit -> {
            assertThat(exhibit.get("file").isJsonNull()).isTrue();
            assertThat(exhibit.getAsJsonArray("readable")).isEmpty();
            assertThat(redactions.lines())
                    .anyMatch(line -> line.startsWith("\"" + exhibit.get("id").getAsString() + "\",")
                            && line.contains(exhibit.get("sha256").getAsString()));
        });
        assertThat(exhibits)
                .filteredOn(exhibit -> !isWithheld(exhibit))
                .allSatisfy(exhibit -> assertThat(Digest.sha256(bytes(
                                        files.getOrDefault(exhibit.get("file").getAsString(), "")))
                                .hex())
                        .isEqualTo(exhibit.get("sha256").getAsString()));

        Map<String, String> bytes = new HashMap<>();
        for (String sha256 : withheld) {
            bytes.put(
                    sha256,
                    Files.readString(cordon.data().resolve("vault").resolve(sha256), StandardCharsets.ISO_8859_1));
        }
        assertThat(bytes.values()).anyMatch(content -> content.length() > TELLING);
        files.forEach((name, content) -> {
            assertThat(withheld)
                    .as(name)
                    .doesNotContain(Digest.sha256(bytes(content)).hex());
            bytes.forEach((sha256, secret) -> assertThat(secret.length() > TELLING && content.contains(secret))
                    .as("%s holds the bytes of %s", name, sha256)
                    .isFalse());
        });
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void nobody_gets_what_a_person_filed_or_wrote_whom_it_is_not_for() throws IOException {
        assertThat(String.join("\n", unzipped(exported("soc")).values()))
                .doesNotContain(FILED)
                .doesNotContain(NOTED);
        assertThat(String.join("\n", unzipped(exported("police")).values()))
                .contains(FILED)
                .doesNotContain(NOTED);
        assertThat(String.join("\n", unzipped(exported("legal")).values()))
                .contains(FILED)
                .contains(NOTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soc", "legal", "police"})
    void it_is_genuine_by_itself_and_no_longer_with_one_byte_changed(String audience) throws IOException {
        Path zip = exported(audience);
        byte[] whole = Files.readAllBytes(zip);
        assertThat(Files.readString(zip.resolveSibling(audience + ".zip.sha256")))
                .isEqualTo(Digest.sha256(whole).hex() + "  " + audience + ".zip\n");

        Path elsewhere = Files.createTempDirectory(folder, "elsewhere");
        Path alone = Files.write(elsewhere.resolve(audience + ".zip"), whole);
        var nobody = new TypedCommands(elsewhere);
        assertThat(nobody.run("evidence", "verify", alone.toString()))
                .as(nobody.out())
                .isEqualTo(ExitCode.DONE);
        for (int at : List.of(0, whole.length / 7, whole.length / 2, whole.length - 200, whole.length - 1)) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x20;
            Files.write(alone, changed);
            assertThat(nobody.run("evidence", "verify", alone.toString()))
                    .as("byte %s of %s: %s", at, whole.length, nobody.out() + nobody.err())
                    .isEqualTo(ExitCode.NOT_GENUINE);
        }
        assertThat(nobody.data()).doesNotExist();
    }
}

package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.response.Looked;
import dev.cordon.response.ReviewListener;
import dev.cordon.response.ReviewTenant;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Monday review of a simulated tenant, and what becomes of what it told. */
class ReviewCommandTest {
    private static final String ANNA = "anna.berg@contoso.example";

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));

    @BeforeEach
    void begins() {
        cordon = new TypedCommands(folder);
    }

    private List<JsonObject> reviewed() {
        assertThat(cordon.run("review", "--json")).as(cordon.err()).isEqualTo(ExitCode.ATTENTION);
        return TypedCommands.rows(cordon.document(), "findings");
    }

    private static String state(JsonObject finding) {
        return finding.getAsJsonObject("standing").get("state").getAsString();
    }

    private static boolean isOpen(JsonObject finding) {
        return !finding.get("verdict").getAsString().equals("benign");
    }

    @Test
    void what_the_attacker_left_is_found_and_nothing_in_the_tenant_is_changed() throws Exception {
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            List<JsonObject> findings = reviewed();

            assertThat(findings)
                    .filteredOn(finding -> finding.get("verdict").getAsString().equals("malicious"))
                    .filteredOn(finding -> finding.get("account").getAsString().equals(ANNA))
                    .extracting(finding -> finding.get("kind").getAsString())
                    .contains("sign-in", "forwarding");
            Set<String> sources = TypedCommands.rows(cordon.document(), "coverage").stream()
                    .map(source -> source.get("source").getAsString())
                    .collect(Collectors.toSet());
            assertThat(sources)
                    .contains(
                            "security-incidents",
                            "secure-score",
                            "safe-links",
                            "directory-audit",
                            "sign-ins",
                            "sign-ins-non-interactive",
                            "audit-log");
            assertThat(cordon.err()).contains("Reading sign-ins of people");
            assertThat(TypedCommands.changes(tenant)).isEmpty();
        }
    }

    @Test
    void what_was_dismissed_is_remembered_with_its_reason_and_the_store_is_genuine() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            List<JsonObject> first =
                    reviewed().stream().filter(ReviewCommandTest::isOpen).toList();
            assertThat(first).isNotEmpty().allMatch(finding -> state(finding).equals("new"));
            String id = first.getFirst().get("id").getAsString();

            assertThat(cordon.run("review", "--dismiss", id)).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.run("review", "--dismiss", "F-NOSUCH22", "--because", "x"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.run("review", "--dismiss", id, "--because", "the user's own, he says"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.DONE);

            List<JsonObject> second =
                    reviewed().stream().filter(ReviewCommandTest::isOpen).toList();
            JsonObject dismissed = second.stream()
                    .filter(finding -> finding.get("id").getAsString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(state(dismissed)).isIn("dismissed", "changed");
            assertThat(dismissed.getAsJsonObject("standing").get("because").getAsString())
                    .contains("the user's own, he says");
            assertThat(cordon.document().get("lastReview").isJsonNull()).isFalse();
            assertThat(cordon.run("evidence", "verify")).as(cordon.out()).isEqualTo(ExitCode.DONE);
            assertThat(cordon.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(TypedCommands.rows(cordon.document(), "incidents")).isEmpty();
        }
    }

    @Test
    void one_key_opens_an_incident_whose_clock_runs_and_that_can_be_responded_to() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            assertThat(cordon.answered(this::opensAnnas, "review"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.ATTENTION);
            assertThat(cordon.out()).contains("is open for \"" + ANNA + "\"", " incident resume INC-");

            cordon.run("incident", "list", "--json");
            JsonObject incident =
                    TypedCommands.rows(cordon.document(), "incidents").getFirst();
            String id = incident.get("incident").getAsString();
            assertThat(cordon.run("incident", "timeline", id)).isEqualTo(ExitCode.DONE);
            assertThat(cordon.out().replaceAll("\\s+", " "))
                    .contains("through the Monday review", "Opened from the review's finding F-");

            assertThat(cordon.run("incident", "resume", id, "--decide", "recommended"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(cordon.run("review", "--json")).isEqualTo(ExitCode.ATTENTION);
            assertThat(TypedCommands.rows(cordon.document(), "findings"))
                    .filteredOn(finding -> finding.get("account").getAsString().equals(ANNA))
                    .extracting(ReviewCommandTest::state)
                    .contains("incident");
        }
    }

    private String opensAnnas() {
        String asked = cordon.out().substring(cordon.out().lastIndexOf(" of "));
        return asked.contains(ANNA) ? "o\n" : "\n";
    }

    private List<JsonObject> ofFiles(String... more) {
        List<String> typed = new ArrayList<>(
                List.of("review", "--from", folder.resolve("audit.csv").toString(), "--json"));
        typed.addAll(List.of(more));
        assertThat(cordon.run(typed.toArray(String[]::new))).as(cordon.err()).isEqualTo(ExitCode.ATTENTION);
        return TypedCommands.rows(cordon.document(), "findings");
    }

    @Test
    void what_the_organisation_says_of_itself_shifts_what_files_tell() throws Exception {
        String data =
                "{\"CreationTime\":\"2026-03-01T08:00:00\",\"Id\":\"a1\",\"Operation\":\"Set-Mailbox\",\"Workload\":\"Exchange\","
                        + "\"UserId\":\"bo@contoso.example\",\"ObjectId\":\"anna@contoso.example\",\"UserType\":2,\"ResultStatus\":\"True\","
                        + "\"Parameters\":[{\"Name\":\"Identity\",\"Value\":\"anna@contoso.example\"},"
                        + "{\"Name\":\"ForwardingSmtpAddress\",\"Value\":\"smtp:ap@fabrikam.example\"}]}";
        Files.writeString(
                folder.resolve("audit.csv"),
                "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\na1,2026-03-01T08:00:00.0000000Z,1,Set-Mailbox,bo@contoso.example,\""
                        + data.replace("\"", "\"\"") + "\"\r\n");
        String facts = Files.writeString(
                        folder.resolve("facts.yaml"),
                        "schema: cordon-organisation/1\npartners: [{domain: fabrikam.example, because: our bookkeeper}]\n")
                .toString();

        assertThat(ofFiles())
                .singleElement()
                .satisfies(
                        found -> assertThat(found.get("verdict").getAsString()).isEqualTo("malicious"));
        assertThat(cordon.document().has("organisation")).isFalse();
        assertThat(ofFiles("--organisation", facts)).singleElement().satisfies(found -> {
            assertThat(found.get("verdict").getAsString()).isEqualTo("review");
            assertThat(found.getAsJsonArray("reasons").get(0).getAsString())
                    .contains("partner domain “fabrikam.example” (“our bookkeeper”)");
        });
        assertThat(cordon.document().get("organisation").getAsString()).isEqualTo(facts);

        Files.writeString(folder.resolve("facts.yaml"), "schema: cordon-organisation/1\npartner: []\n");
        assertThat(cordon.run(
                        "review", "--from", folder.resolve("audit.csv").toString(), "--organisation", facts, "--json"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.document().keySet()).containsExactly("error");
        assertThat(cordon.err()).contains("line 2: 'partner'");
        assertThat(cordon.data()).doesNotExist();
    }

    @Test
    void a_time_that_is_not_kept_any_more_is_said_once_and_the_sources_count_as_read_behind_it() throws Exception {
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            reviewed();
            assertThat(gone()).isEmpty();

            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT960H\"}");
            reviewed();
            assertThat(gone()).contains("directory-audit", "sign-ins");

            reviewed();
            assertThat(gone()).isEmpty();
        }
    }

    private Set<String> gone() {
        return TypedCommands.rows(cordon.document(), "coverage").stream()
                .filter(source -> !source.get("notRead").isJsonNull())
                .filter(source -> source.get("notRead").getAsString().contains("is kept any more"))
                .map(source -> source.get("source").getAsString())
                .collect(Collectors.toSet());
    }

    @Test
    void a_review_that_is_interrupted_while_it_is_judged_is_not_remembered() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml);
                OpenWorkspace open =
                        OpenWorkspace.at(StoreLocation.of(cordon.data(), Map.of()), InstantSource.system(), _ -> {})) {
            var review = new ReviewTenant(open.workspace(), cordon.data());

            assertThatThrownBy(() -> review.review(
                            Optional.empty(),
                            SignInRule.certificate()::of,
                            Optional.empty(),
                            new Judges(() -> Thread.currentThread().interrupt())))
                    .isInstanceOf(InterruptedException.class);

            assertThat(open.workspace().journal().incidents()).isEmpty();
        }
    }

    /** Does something where the reading is over. */
    private record Judges(Runnable what) implements ReviewListener {
        @Override
        public void reads(String source) {}

        @Override
        public void comes(long rows, Optional<Duration> left) {}

        @Override
        public void ended(Looked looked) {}

        @Override
        public void judges(int rows) {
            what.run();
        }
    }

    @Test
    void options_that_do_not_fit_each_other_are_refused() {
        assertThat(cordon.run("review", "--organisation", "facts.yaml")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run("review", "--from", "x.csv", "--dismiss", "F-AAAAAAAA"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run("review", "--because", "x")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run("review", "--since", "yesterday")).isEqualTo(ExitCode.WRONG_USAGE);
    }
}

package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code watch} says about what it finds. */
class WatchedTest {
    private static final String ANNA = "anna.berg@contoso.example";
    private static final String RULE_COMES_BACK = """
                - {when: rule-deleted, match: evil-rule, after: PT25M, do: create, like: evil-rule, session: any-live}
            """;

    @TempDir
    private Path folder;

    @Test
    void what_came_back_is_exit_1_and_a_quiet_look_is_exit_0() throws Exception {
        var cordon = new TypedCommands(folder);
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml + RULE_COMES_BACK)) {
            assertThat(cordon.run("respond", "compromised-account", ANNA, "--decide", "recommended", "--json"))
                    .isEqualTo(ExitCode.DONE);
            String incident = cordon.document().get("incident").getAsString();

            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT45M\"}");
            ExitCode ended = cordon.run("watch", "--once", "--json");

            assertThat(ended).isEqualTo(ExitCode.ATTENTION);
            assertThat(rows(cordon.document(), "rechecks")).singleElement().satisfies(recheck -> {
                assertThat(recheck.get("incident").getAsString()).isEqualTo(incident);
                assertThat(recheck.get("done").getAsBoolean()).isTrue();
                assertThat(recheck.get("clean").getAsBoolean()).isFalse();
                assertThat(recheck.get("detail").getAsString()).contains("came back");
            });
            String state =
                    rows(cordon.document(), "rechecks").getFirst().get("state").getAsString();
            cordon.run("incident", "show", incident, "--json");
            assertThat(cordon.document().get("state").getAsString()).isEqualTo(state);

            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT24H\"}");
            ended = cordon.run("watch", "--once", "--json");

            assertThat(rows(cordon.document(), "rechecks"))
                    .isNotEmpty()
                    .extracting(recheck -> recheck.get("clean").getAsBoolean())
                    .containsOnly(true);
            assertThat(ended).isEqualTo(ExitCode.DONE);

            Files.writeString(folder.resolve("connection.json"), "{\"tenantId\": 7");
            assertThat(cordon.run("watch", "--once", "--json")).isEqualTo(ExitCode.NOT_POSSIBLE);
            assertThat(rows(cordon.document(), "unreachable"))
                    .singleElement()
                    .satisfies(tenantThatIsNot -> assertThat(
                                    tenantThatIsNot.get("reason").getAsString())
                            .startsWith("Use the connection document")
                            .contains("it is not a JSON object"));
        }
    }

    @Test
    void a_pass_over_logs_that_another_process_collects_is_not_done_and_not_called_clean() throws Exception {
        var cordon = new TypedCommands(folder);
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            cordon.run("respond", "compromised-account", ANNA, "--decide", "recommended", "--json");
            String incident = cordon.document().get("incident").getAsString();
            cordon.run("incident", "collect", incident, "--source", "directory-audit", "--wait", "PT0S", "--json");
            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT26H\"}");

            ExitCode ended;
            try (Store store = Store.open(cordon.data(), InstantSource.system())) {
                ended = store.runs()
                        .claimAndCollect(new IncidentId(incident), () -> cordon.run("watch", "--once", "--json"));
            }

            assertThat(ended).isEqualTo(ExitCode.ATTENTION);
            assertThat(rows(cordon.document(), "rechecks"))
                    .filteredOn(recheck -> recheck.get("name").getAsString().startsWith("collect-logs-"))
                    .singleElement()
                    .satisfies(recheck -> {
                        assertThat(recheck.get("upn").getAsString()).isEqualTo(ANNA);
                        assertThat(recheck.get("done").getAsBoolean()).isFalse();
                        assertThat(recheck.get("clean").isJsonNull()).isTrue();
                        assertThat(recheck.get("state").isJsonNull()).isTrue();
                        assertThat(recheck.get("detail").getAsString())
                                .contains("Put off")
                                .contains("collected by");
                    });
        }
    }

    @Test
    void a_re_check_that_another_process_keeps_from_being_done_is_told_once_and_stands_before_what_comes_next()
            throws Exception {
        var cordon = new TypedCommands(folder);
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            cordon.run("respond", "compromised-account", ANNA, "--decide", "recommended", "--json");
            var incident = new IncidentId(cordon.document().get("incident").getAsString());
            cordon.run(
                    "incident", "collect", incident.value(), "--source", "directory-audit", "--wait", "PT0S", "--json");
            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT70M\"}");

            try (Store store = Store.open(cordon.data(), InstantSource.system())) {
                store.journal()
                        .append(
                                incident,
                                Instant.parse("2026-03-02T08:00:01Z"),
                                Actor.CORDON,
                                new CaseEntry.RecheckScheduled(
                                        "collect-logs-101", Instant.parse("2026-03-02T08:00:01Z")));
                store.rechecks().schedule(incident, "collect-logs-101", Instant.parse("2026-03-02T08:00:01Z"));
                ExitCode ended = store.runs().claimAndRun(incident, () -> cordon.run("watch", "--once", "--json"));
                assertThat(ended).isEqualTo(ExitCode.ATTENTION);
                assertThat(rows(cordon.document(), "rechecks"))
                        .extracting(recheck -> recheck.get("name").getAsString())
                        .contains("+1h", "collect-logs-101")
                        .doesNotHaveDuplicates();

                store.runs().claimAndRun(incident, () -> cordon.run("watch", "--once"));
                assertThat(cordon.out().replaceAll("\\s+", " "))
                        .containsPattern(
                                "NOT DONE; still due: [^;]*\\+1h[^;]* of " + incident + " \\(held by [^;]*\\); next: ");
            }
        }
    }

    private static JsonObject logs(TypedCommands cordon) {
        return rows(cordon.document(), "rechecks").stream()
                .filter(recheck -> recheck.get("name").getAsString().startsWith("collect-logs-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_microsoft_is_still_working_at_is_told_as_waiting_and_is_exit_1_only_when_it_is_overdue()
            throws Exception {
        var cordon = new TypedCommands(folder);
        try (SimulatedTenant tenant = cordon.tenant(
                yaml -> yaml.replace("  replication:", "  auditQuery: {min: PT20H, max: PT21H}\n  replication:"))) {
            assertThat(cordon.run("respond", "compromised-account", ANNA, "--decide", "recommended", "--json"))
                    .isEqualTo(ExitCode.DONE);
            String incident = cordon.document().get("incident").getAsString();
            TypedCommands.control(tenant, "POST", "/clock", "{\"speed\": 1}");
            cordon.run("incident", "collect", incident, "--source", "audit-log", "--wait", "PT0S", "--json");

            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT10M\"}");
            assertThat(cordon.run("watch", "--once", "--json")).isEqualTo(ExitCode.DONE);
            JsonObject waiting = logs(cordon);
            assertThat(waiting.get("done").getAsBoolean()).isTrue();
            assertThat(waiting.get("clean").isJsonNull()).isTrue();
            assertThat(waiting.get("detail").getAsString())
                    .containsPattern("Microsoft is still working at audit-log-queries " + ANNA
                            + ", asked at 2026-03-02T[^;]*Z; asked again at 2026-03-02T");
            assertThat(rows(waiting, "awaited"))
                    .anySatisfy(
                            query -> assertThat(query.get("of").getAsString()).isEqualTo(ANNA))
                    .allSatisfy(query -> {
                        assertThat(query.get("source").getAsString()).isEqualTo("audit-log-queries");
                        assertThat(Instant.parse(query.get("againAt").getAsString()))
                                .isAfter(Instant.parse(query.get("askedAt").getAsString()));
                    });

            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT90M\"}");
            assertThat(cordon.run("watch", "--once")).isEqualTo(ExitCode.DONE);
            assertThat(cordon.out().replaceAll("\\s+", " "))
                    .contains("looked at: Microsoft's logs.")
                    .contains("1 waiting for Microsoft")
                    .doesNotContain("NOT QUIET")
                    .doesNotContain("all quiet");

            TypedCommands.control(
                    tenant,
                    "POST",
                    "/faults",
                    "{\"match\": {\"host\": \"exchange\", \"cmdlet\": \"Search-UnifiedAuditLog\"}, \"do\":"
                            + " \"status:403\", \"times\": 1000}");
            TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT7H\"}");
            assertThat(cordon.run("watch", "--once", "--json")).isEqualTo(ExitCode.ATTENTION);
            JsonObject overdue = logs(cordon);
            assertThat(overdue.get("clean").getAsBoolean()).isFalse();
            assertThat(overdue.get("detail").getAsString())
                    .contains("OVERDUE: Microsoft has been at audit-log-queries " + ANNA + " since 2026-03-02T");
        }
    }
}

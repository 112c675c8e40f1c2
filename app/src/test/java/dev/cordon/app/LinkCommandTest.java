package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code incident link} as it is typed, between two incidents that are there. */
class LinkCommandTest {
    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));
    private String one = "";
    private String other = "";

    @BeforeEach
    void two_incidents_are_open() throws IOException {
        cordon = new TypedCommands(folder);
        one = opened("one");
        other = opened("other");
    }

    private String opened(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".txt"), "What " + name + " said.");
        assertThat(cordon.run("evidence", "import", file.toString(), "--json")).isEqualTo(ExitCode.DONE);
        return cordon.document().get("incident").getAsString();
    }

    private ExitCode link(String from, String to, String because) {
        return cordon.run("incident", "link", from, to, "--because", because, "--json");
    }

    private List<CaseEntry.IncidentLinked> links(String incident) {
        try (Store store = Store.open(cordon.data(), InstantSource.system())) {
            return store.journal().entries(new IncidentId(incident)).stream()
                    .map(Recorded::entry)
                    .filter(CaseEntry.IncidentLinked.class::isInstance)
                    .map(CaseEntry.IncidentLinked.class::cast)
                    .toList();
        }
    }

    @Test
    void both_say_so_in_show_timeline_and_report() throws IOException {
        assertThat(link(one, other, "the same sender \u001b[2J")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("linkedWith").getAsString()).isEqualTo(other);
        assertThat(cordon.document().get("already").getAsBoolean()).isFalse();

        for (List<String> side : List.of(List.of(one, other), List.of(other, one))) {
            cordon.run("incident", "show", side.getFirst(), "--json");
            assertThat(cordon.document().getAsJsonArray("linkedIncidents").toString())
                    .isEqualTo("[\"" + side.getLast() + "\"]");
            cordon.run("incident", "show", side.getFirst());
            assertThat(cordon.out())
                    .contains("Linked:   " + side.getLast() + ": the same sender")
                    .doesNotContain("\u001b[2J");
            cordon.run("incident", "timeline", side.getFirst());
            assertThat(cordon.out()).contains("Linked with incident " + side.getLast());
            assertThat(cordon.run("report", side.getFirst(), "--json")).isEqualTo(ExitCode.DONE);
            Path report = Path.of(
                    cordon.document().getAsJsonObject("report").get("markdown").getAsString());
            assertThat(Files.readString(report))
                    .contains("Linked incidents")
                    .contains(side.getLast())
                    .contains("the same sender")
                    .doesNotContain("\u001b");
        }
        assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void saying_it_again_from_either_side_writes_nothing_and_what_a_death_left_out_is_written() {
        try (Store store = Store.open(cordon.data(), InstantSource.system())) {
            store.journal()
                    .append(
                            new IncidentId(one),
                            Instant.parse("2026-03-02T08:00:00Z"),
                            Actor.person("jonas"),
                            new CaseEntry.IncidentLinked(new IncidentId(other), "the same page"));
        }
        assertThat(link(one, other, "the same sender")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("already").getAsBoolean()).isFalse();
        assertThat(links(other)).extracting(CaseEntry.IncidentLinked::because).containsExactly("the same page");

        assertThat(link(other, one, "once more")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("already").getAsBoolean()).isTrue();
        assertThat(cordon.document().get("because").getAsString()).isEqualTo("the same page");
        assertThat(links(one)).hasSize(1);
        assertThat(links(other)).hasSize(1);
    }

    @Test
    void the_same_an_unknown_one_and_a_missing_reason_are_refused_and_nothing_is_written() {
        assertThat(link(one, one, "x")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(link(one, "INC-20260302-ZZZZ", "x")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(link("INC-20260302-ZZZZ", one, "x")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(link(one, "anna", "x")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(link(one, other, " ")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run("incident", "link", one, other)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("--because");
        assertThat(links(one)).isEmpty();
        assertThat(links(other)).isEmpty();
    }
}

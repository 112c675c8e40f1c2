package dev.cordon.cli.evidence;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.Desks;
import dev.cordon.cli.document.ExhibitsDocument;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Tombstone;
import dev.cordon.incident.IncidentId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code evidence list}: the exhibits of one incident, or of all. */
public final class EvidenceListCommand implements Command {
    private final Desks desks;

    public EvidenceListCommand(Desks desks) {
        this.desks = desks;
    }

    @Override
    public String words() {
        return "evidence list";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "The exhibits, in the order they were sealed.")
                .addOption(Arguments.option("--incident", "ID", "Of this incident only."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Optional<String> typed =
                Optional.ofNullable(invocation.arguments().matchedOptionValue("--incident", (String) null));
        typed.filter(text -> !IncidentId.isIncidentId(text)).ifPresent(text -> {
            throw new Refusal(ExitCode.WRONG_USAGE, "\"" + text + "\" is no incident. See: cordon incident list");
        });
        try (var desk = desks.reading(invocation.options())) {
            var exhibits = desk.exhibits(typed.map(IncidentId::new));
            var tombstones = desk.tombstones(exhibits);
            if (invocation.options().json()) {
                invocation.write(ExhibitsDocument.of(exhibits, tombstones));
            } else if (exhibits.isEmpty()) {
                invocation.screen().line("No exhibit yet.");
            } else {
                exhibits.forEach(exhibit ->
                        invocation.screen().line(row(exhibit, Optional.ofNullable(tombstones.get(exhibit.id())))));
            }
        }
        return ExitCode.DONE;
    }

    private static String row(Exhibit exhibit, Optional<Tombstone> tombstone) {
        return exhibit.id() + "  " + exhibit.incident() + "  "
                + exhibit.acquiredAt().truncatedTo(ChronoUnit.SECONDS) + "  "
                + exhibit.sha256().hex().substring(0, 12) + "  " + exhibit.kind() + "  " + exhibit.subject()
                + tombstone.map(found -> "  " + found.text()).orElse("");
    }
}

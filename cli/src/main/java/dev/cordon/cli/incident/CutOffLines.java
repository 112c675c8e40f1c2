package dev.cordon.cli.incident;

import dev.cordon.cli.desk.CaseDesk;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.IncidentId;
import dev.cordon.response.CutOffImports;
import java.util.Optional;

/** Says of an incident which imports into it were cut off: what it shows is not all that was brought. */
final class CutOffLines {
    private CutOffLines() {}

    static void show(CaseDesk desk, IncidentId incident, Screen screen) {
        CutOffImports.of(desk.exhibits(Optional.of(incident)), desk.journal(incident))
                .forEach(exhibit ->
                        screen.paragraph(Tone.CAUTION, exhibit.id() + ": " + CutOffImports.meaning(exhibit)));
    }
}

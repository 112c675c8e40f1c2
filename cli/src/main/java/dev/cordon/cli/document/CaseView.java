package dev.cordon.cli.document;

import dev.cordon.incident.ResponseTarget;
import dev.cordon.procedure.journal.RunState;
import java.util.List;
import java.util.Optional;

/**
 * One incident as it is shown: its journal folded, and where its evidence lies.
 *
 * @param state what the journal says
 * @param evidence what was sealed for it
 * @param targets the promises about time, measured
 */
public record CaseView(RunState state, Evidence evidence, List<ResponseTarget.Measured> targets) {
    public CaseView {
        targets = List.copyOf(targets);
    }

    /**
     * What was sealed.
     *
     * @param path the vault's folder, absolute; or the table of it on a database server, without who signs in there
     * @param exhibits how many exhibits the incident has
     * @param rootHash the head of the custody chain as it stands in the last report, or now; empty while nothing was sealed
     */
    public record Evidence(String path, int exhibits, Optional<String> rootHash) {}
}

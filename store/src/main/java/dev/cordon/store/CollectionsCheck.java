package dev.cordon.store;

import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.ProgressText;
import dev.cordon.investigation.collection.UnreadableProgressException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Looks which collections are under way, and whether each can be gone on with from its place. Stateless. */
final class CollectionsCheck {
    static final String TABLE = "collections";

    private CollectionsCheck() {}

    static void look(Connection connection, List<Fault> faults, List<InProgress> inProgress) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT incident, source, progress FROM collections ORDER BY number");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String incident = rows.getString("incident");
                String name = rows.getString("source") + " in " + incident;
                try {
                    CollectionSource.parse(rows.getString("source"));
                    CollectionProgress progress = ProgressText.read(rows.getString("progress"));
                    if (progress.ending().isEmpty()) {
                        inProgress.add(new InProgress(
                                TABLE,
                                progress.begunAt(),
                                "the collection of " + name
                                        + ", by the tenant's clock, or it was cut off: then 'cordon incident collect "
                                        + incident + "' goes on with it"));
                    }
                } catch (UnreadableProgressException | IllegalArgumentException _) {
                    faults.add(Fault.inFile(
                            TABLE,
                            "a place from which the collection of " + name + " can go on",
                            "something that Cordon did not write there",
                            "The place was changed, or a newer version of Cordon wrote it. What was collected stands. 'cordon incident"
                                    + " collect " + incident + " --anew TEXT' leaves the place and begins anew."));
                }
            }
        }
    }
}

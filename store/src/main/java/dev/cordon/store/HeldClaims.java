package dev.cordon.store;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.schedule.ClaimLostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The incidents that this process has claimed and is working on, whether or not the claims are still its own. Safe for many threads. */
final class HeldClaims {
    private final Dialect dialect;
    private final Map<IncidentId, Execution> held = new ConcurrentHashMap<>();

    HeldClaims(Dialect dialect) {
        this.dialect = dialect;
    }

    boolean isHeld(IncidentId incident) {
        return held.containsKey(incident);
    }

    void hold(IncidentId incident, Execution claimed) {
        held.put(incident, claimed);
    }

    void letGo(IncidentId incident) {
        held.remove(incident);
    }

    /**
     * Refuses when this process works on the incident under a claim that it has lost. Until the transaction ends nobody can take the claim
     * over: whoever does so next sees what this transaction wrote.
     */
    void requireOwn(Connection connection, IncidentId incident) throws SQLException {
        Execution claimed = held.get(incident);
        if (claimed == null) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT picked_by, version FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?"
                        + dialect.keepingRows())) {
            statement.setString(1, claimed.getTaskName());
            statement.setString(2, claimed.getId());
            try (ResultSet rows = statement.executeQuery()) {
                Optional<String> holder = rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
                // The number alone comes back when the row was taken away and made anew.
                if (!holder.equals(Optional.of(claimed.pickedBy)) || rows.getLong(2) != claimed.version) {
                    throw new ClaimLostException(incident, holder.map(HeldClaims::inWords));
                }
            }
        }
    }

    private static String inWords(String holder) {
        return ProcessIdentity.parse(holder).map(ProcessIdentity::name).orElse(holder);
    }
}

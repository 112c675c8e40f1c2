package dev.cordon.store;

import dev.cordon.incident.IncidentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose work is under way, or was cut off: the claims that nobody has given back.
 *
 * @param names as they are claimed
 */
record TakenClaims(Set<String> names) {
    TakenClaims {
        names = Set.copyOf(names);
    }

    static TakenClaims read(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT task_instance, picked FROM scheduled_tasks WHERE task_name = ?")) {
            statement.setString(1, Claims.INCIDENT_RUN);
            try (ResultSet rows = statement.executeQuery()) {
                Set<String> names = new HashSet<>();
                while (rows.next()) {
                    if (rows.getBoolean("picked")) {
                        names.add(rows.getString("task_instance"));
                    }
                }
                return new TakenClaims(names);
            }
        }
    }

    /** Whether a run of the incident is under way. */
    boolean isRun(IncidentId incident) {
        return names.contains(incident.value());
    }

    /** Whether its logs are being collected. */
    boolean isCollected(IncidentId incident) {
        return names.contains(SqlIncidentRuns.COLLECTING + incident);
    }
}

package dev.cordon.store;

import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.Optional;

/** The retention in the database: a row for each choice, of which the last holds. */
final class SqlRetention implements RetentionSetting {
    private final Database database;
    private final InstantSource wallTime;

    SqlRetention(Database database, InstantSource wallTime) {
        this.database = database;
        this.wallTime = wallTime;
    }

    @Override
    public Optional<Choice> chosen() {
        return database.read("Reading the retention", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT period, chosen_by, because, at FROM retention ORDER BY number DESC LIMIT 1");
                    ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Choice(
                                new Retention(Period.parse(rows.getString(1))),
                                rows.getString(2),
                                rows.getString(3),
                                Instant.parse(rows.getString(4))))
                        : Optional.empty();
            }
        });
    }

    @Override
    public Choice choose(Retention retention, String by, String why) {
        Choice choice = new Choice(retention, by, why, wallTime.instant());
        database.write("Choosing the retention", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO retention (period, chosen_by, because, at) VALUES (?, ?, ?, ?)")) {
                statement.setString(1, retention.toString());
                statement.setString(2, by);
                statement.setString(3, why);
                statement.setString(4, choice.at().toString());
                return statement.executeUpdate();
            }
        });
        return choice;
    }
}

package dev.cordon.store;

import dev.cordon.evidence.verification.Fault;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether every tenant that an incident is of is still known. Stateless. */
final class TenantsCheck {
    static final String TABLE = "tenants";

    private TenantsCheck() {}

    static void look(Connection connection, List<Recorded> work, List<Fault> faults) throws SQLException {
        Map<String, Recorded> missed = new LinkedHashMap<>();
        for (Recorded recorded : work) {
            if (recorded.entry() instanceof CaseEntry.IncidentOpened(var incident)
                    && !incident.tenant().isEmpty()) {
                missed.putIfAbsent(incident.tenant(), recorded);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT name FROM tenants");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                missed.remove(rows.getString("name"));
            }
        }
        missed.forEach((tenant, recorded) -> faults.add(Fault.inFile(
                TABLE,
                "the tenant " + tenant + " of " + recorded.incident() + ", as journal " + recorded.sequence() + " says",
                "no such tenant",
                "It was taken away, so that nothing can be asked of it any more. 'cordon tenant add " + tenant
                        + " --from FILE' names its connection document again.")));
    }
}

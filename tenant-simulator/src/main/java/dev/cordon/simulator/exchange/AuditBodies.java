package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import java.time.Instant;

/** The common set of {@code AuditData} (microsoft365-api.md, D.1). */
final class AuditBodies {

    private AuditBodies() {}

    /** What every row has. Rows of the directory and of cmdlets say where from, the latter with a port. */
    static JsonObject common(
            Tenant tenant, String id, Instant at, AuditOperation operation, String user, String ip, String objectId) {
        var port = 1024 + tenant.state().chance().generator("port", id).nextInt(60_000);
        return Json.object(
                "CreationTime",
                Json.time(at).replace("Z", ""),
                "Id",
                id,
                "Operation",
                operation.name(),
                "OrganizationId",
                tenant.tenantId(),
                "RecordType",
                operation.type(),
                "ResultStatus",
                operation.type() == AuditOperation.ADMIN ? "True" : "Succeeded",
                "UserKey",
                user,
                "UserType",
                0,
                "Version",
                1,
                "Workload",
                operation.workload(),
                "UserId",
                user,
                "ClientIP",
                operation.type() == AuditOperation.ADMIN ? ip + ":" + port : ip,
                "ObjectId",
                objectId);
    }
}

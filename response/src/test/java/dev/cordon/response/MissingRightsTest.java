package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingRightsTest {
    private static Caller with(String... permissions) {
        return new Caller(Caller.Kind.APPLICATION, "id", "Cordon", Set.of(permissions), Set.of());
    }

    @Test
    void the_permission_for_queries_of_the_audit_log_is_named_as_optional() {
        assertThat(MissingRights.of(with()))
                .last()
                .asString()
                .startsWith("Optional Graph permission missing: AuditLogsQuery.Read.All.");
        assertThat(MissingRights.of(with("AuditLogsQuery.Read.All")))
                .noneMatch(missing -> missing.startsWith("Optional"));
    }
}

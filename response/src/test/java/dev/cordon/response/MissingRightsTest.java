package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Caller;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingRightsTest {
    private static final String[] ALL_OPTIONAL = {
        "AuditLogsQuery.Read.All",
        "IdentityRiskEvent.Read.All",
        "SecurityAlert.ReadWrite.All",
        "SecurityIncident.ReadWrite.All",
        "SecurityEvents.Read.All",
        "Mail.Read"
    };

    private static List<String> optional(Caller.Kind kind, String... permissions) {
        return MissingRights.of(new Caller(kind, "id", "Cordon", Set.of(permissions), Set.of())).stream()
                .filter(missing -> missing.startsWith("Optional Graph permission missing: "))
                .toList();
    }

    @Test
    void each_permission_that_no_response_needs_is_named_as_optional_with_what_fails_without_it() {
        assertThat(optional(Caller.Kind.APPLICATION))
                .satisfiesExactly(
                        queries ->
                                assertThat(queries).contains("AuditLogsQuery.Read.All. Without it the unified audit"),
                        risk -> assertThat(risk).contains("IdentityRiskEvent.Read.All. Without it the detections of"),
                        alerts -> assertThat(alerts).contains("SecurityAlert.Read.All. Without it the alerts of"),
                        incidents -> assertThat(incidents)
                                .contains("SecurityIncident.Read.All. Without it a review of the tenant"),
                        score -> assertThat(score)
                                .contains("SecurityEvents.Read.All. Without it a review of the tenant"),
                        mail -> assertThat(mail).contains("Mail.Read. Without it no copy of a mail"));
        assertThat(optional(Caller.Kind.APPLICATION, ALL_OPTIONAL)).isEmpty();
    }

    @Test
    void mails_are_shown_to_no_administrator_whatever_he_may() {
        assertThat(optional(Caller.Kind.ADMINISTRATOR, ALL_OPTIONAL))
                .singleElement()
                .asString()
                .contains("Mail.Read of an application that signs in with a certificate");
    }
}

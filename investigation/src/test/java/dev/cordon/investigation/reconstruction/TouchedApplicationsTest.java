package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.attacker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.evidence.ExhibitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TouchedApplicationsTest {
    private static final Known KNOWN = new Known(Set.of(ANNA), Set.of(AWAY), Set.of(), Set.of(), List.of());
    private static final String GRAPH =
            "{\"id\":\"g\",\"type\":\"ServicePrincipal\",\"displayName\":\"Microsoft Graph\"";

    private final AuditRowsMade made = new AuditRowsMade().habit(ANNA, HOME);

    private List<Touched> touched(String activity, String... targets) {
        List<EvidenceRow> rows = new ArrayList<>(made.rows());
        rows.addAll(AuditRowsMade.read(
                ExhibitId.of(9),
                "[{\"id\":\"Directory_1\",\"correlationId\":\"c\",\"activityDateTime\":\"2026-03-01T22:10:00Z\","
                        + "\"activityDisplayName\":\"" + activity
                        + "\",\"loggedByService\":\"Core Directory\",\"result\":\"success\","
                        + "\"initiatedBy\":{\"user\":{\"id\":\"x\",\"userPrincipalName\":\"" + ANNA
                        + "\",\"ipAddress\":\"" + AWAY
                        + "\"},\"app\":null},\"targetResources\":[" + String.join(",", targets)
                        + "],\"additionalDetails\":[]}]"));
        return Reconstruction.of(KNOWN, rows::forEach).touched();
    }

    private static String changed(String name, String value) {
        return "{\"displayName\":\"" + name + "\",\"oldValue\":null,\"newValue\":" + value + "}";
    }

    @Test
    void of_a_right_it_is_who_got_it_that_was_touched_and_not_the_interface() {
        assertThat(touched(
                        "Add app role assignment to service principal",
                        GRAPH + ",\"modifiedProperties\":["
                                + changed("ServicePrincipal.ObjectID", "\"\\\"sp\\\"\"") + ","
                                + changed("ServicePrincipal.DisplayName", "\"\\\"PerfectData\\\"\"") + "]}",
                        "{\"id\":\"sp\",\"type\":\"ServicePrincipal\",\"displayName\":null,\"modifiedProperties\":[]}"))
                .extracting(Touched::kind, Touched::name, Touched::rows)
                .containsExactly(tuple(Touched.Kind.APPLICATION, "PerfectData", 1L));
    }

    @Test
    void a_grant_whose_row_has_no_name_for_the_application_is_told_by_its_object_id() {
        assertThat(touched(
                        "Add delegated permission grant",
                        GRAPH + ",\"modifiedProperties\":["
                                + changed("DelegatedPermissionGrant.Scope", "\"\\\" Mail.Read\\\"\"") + ","
                                + changed("ServicePrincipal.ObjectID", "\"\\\"sp\\\"\"") + ","
                                + changed("ServicePrincipal.DisplayName", "null") + "]}"))
                .extracting(Touched::kind, Touched::name)
                .containsExactly(tuple(Touched.Kind.APPLICATION, "sp"));
    }

    @Test
    void a_grant_is_of_the_application_that_the_row_of_the_consent_names() {
        String id = "7f3c1a52-0000-4000-8000-00000000abcd";
        made.add(
                "u1",
                "2026-03-01T22:09:00",
                "Consent to application.",
                ANNA,
                attacker()
                        + ",\"RecordType\":8,\"Workload\":\"AzureActiveDirectory\",\"ObjectId\":\"4f2d;https://perfect.example\""
                        + ",\"Target\":[{\"ID\":\"ServicePrincipal_" + id
                        + "\",\"Type\":2},{\"ID\":\"PerfectData\",\"Type\":1}]");
        assertThat(touched(
                        "Add delegated permission grant",
                        GRAPH + ",\"modifiedProperties\":["
                                + changed("ServicePrincipal.ObjectID", "\"\\\"" + id + "\\\"\"") + ","
                                + changed("ServicePrincipal.DisplayName", "null") + "]}"))
                .extracting(Touched::kind, Touched::name, Touched::rows)
                .containsExactly(tuple(Touched.Kind.APPLICATION, "PerfectData", 2L));
    }

    @Test
    void the_unified_audit_log_calls_an_application_by_the_name_people_read() {
        made.add(
                "u1",
                "2026-03-01T22:10:00",
                "Consent to application.",
                ANNA,
                attacker()
                        + ",\"RecordType\":8,\"Workload\":\"AzureActiveDirectory\",\"ObjectId\":\"4f2d;https://perfect.example\""
                        + ",\"Target\":[{\"ID\":\"ServicePrincipal_sp\",\"Type\":2},{\"ID\":\"sp\",\"Type\":2},"
                        + "{\"ID\":\"PerfectData\",\"Type\":1},{\"ID\":\"4f2d;https://perfect.example\",\"Type\":4}]");
        made.add(
                "u2",
                "2026-03-01T22:11:00",
                "Add app role assignment to service principal.",
                ANNA,
                attacker()
                        + ",\"RecordType\":8,\"Workload\":\"AzureActiveDirectory\",\"ObjectId\":\"00000003;https://graph.example\""
                        + ",\"ModifiedProperties\":[{\"Name\":\"ServicePrincipal.DisplayName\",\"NewValue\":\"MailSync\",\"OldValue\":\"\"}]"
                        + ",\"Target\":[{\"ID\":\"Microsoft Graph\",\"Type\":1}]");

        assertThat(Reconstruction.of(KNOWN, made.source()).touched())
                .extracting(Touched::kind, Touched::name)
                .contains(tuple(Touched.Kind.APPLICATION, "PerfectData"), tuple(Touched.Kind.APPLICATION, "MailSync"))
                .doesNotContain(tuple(Touched.Kind.APPLICATION, "Microsoft Graph"));
    }
}

package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.AWAY;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Party;
import dev.cordon.investigation.records.RowDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryActTest {
    private static final String ADMIN = "admin@contoso.example";
    private static final Known KNOWN =
            new Known(Set.of(ANNA, "object-1"), Set.of(AWAY), Set.of(), Set.of(ADMIN), List.of());

    private final List<String> audits = new ArrayList<>();

    private static String user(String name, String address) {
        return "\"user\":{\"id\":\"x\",\"userPrincipalName\":\"" + name + "\",\"ipAddress\":"
                + (address.isEmpty() ? "null" : "\"" + address + "\"") + "},\"app\":null";
    }

    private static String app(String name) {
        return "\"user\":null,\"app\":{\"appId\":\"a\",\"displayName\":\"" + name + "\"}";
    }

    private static String target(String type, String id, String name) {
        return "{\"id\":\"" + id + "\",\"type\":\"" + type + "\","
                + (type.equals("User") ? "\"userPrincipalName\"" : "\"displayName\"") + ":\"" + name + "\"}";
    }

    private void audit(String correlation, String minute, String activity, String by, String... targets) {
        audits.add("{\"id\":\"Directory_" + correlation + "_" + audits.size() + "\",\"correlationId\":\"" + correlation
                + "\",\"activityDateTime\":\"2026-03-01T22:" + minute + ":00Z\",\"activityDisplayName\":\"" + activity
                + "\",\"loggedByService\":\"Core Directory\",\"result\":\"success\",\"initiatedBy\":{" + by
                + "},\"targetResources\":[" + String.join(",", targets) + "],\"additionalDetails\":[]}");
    }

    private Reconstruction reconstruction() {
        List<EvidenceRow> rows = new ArrayList<>(new AuditRowsMade()
                .habit(ANNA, HOME)
                .habit("bo@contoso.example", HOME)
                .rows());
        rows.addAll(AuditRowsMade.read(ExhibitId.of(9), "[" + String.join(",", audits) + "]"));
        return Reconstruction.of(KNOWN, rows::forEach);
    }

    private static String anna() {
        return target("User", "object-1", ANNA);
    }

    @Test
    void acts_from_his_address_are_his_and_what_they_touched_is_named() {
        audit("c1", "10", "User registered security info", user(ANNA, AWAY), anna());
        audit(
                "c2",
                "11",
                "Add member to group",
                user(ANNA, AWAY),
                target("User", "o2", "Eve@contoso.example"),
                target("Group", "g", "Finance"));
        audit("c3", "12", "Consent to application", user(ANNA, AWAY), target("ServicePrincipal", "sp", "PerfectData"));
        audit(
                "c4",
                "13",
                "Update user",
                user("bo@contoso.example", HOME),
                target("User", "o3", "carl@contoso.example"));

        Reconstruction found = reconstruction();
        assertThat(found.directoryActs())
                .extracting(DirectoryAct::operation, DirectoryAct::party)
                .containsExactly(
                        tuple("User registered security info", Party.ATTACKER),
                        tuple("Add member to group", Party.ATTACKER),
                        tuple("Consent to application", Party.ATTACKER));
        assertThat(found.touched())
                .extracting(Touched::kind, Touched::name)
                .containsExactly(
                        tuple(Touched.Kind.ACCOUNT, "eve@contoso.example"),
                        tuple(Touched.Kind.APPLICATION, "PerfectData"),
                        tuple(Touched.Kind.GROUP, "Finance"));
    }

    @Test
    void a_row_without_an_address_goes_by_the_act_it_belongs_to_and_a_service_is_no_touched_account() {
        audit("c1", "10", "User registered security info", user(ANNA, AWAY), anna());
        audit("c1", "10", "Update user", app("Azure MFA StrongAuthenticationService"), anna());

        Reconstruction found = reconstruction();
        assertThat(found.directoryActs())
                .extracting(DirectoryAct::actor, DirectoryAct::party)
                .containsExactly(
                        tuple(ANNA, Party.ATTACKER), tuple("Azure MFA StrongAuthenticationService", Party.ATTACKER));
        assertThat(found.touched()).isEmpty();
    }

    @Test
    void what_nobody_can_be_said_to_have_done_to_the_account_is_told_from_when_he_was_there() {
        audit("c0", "05", "Update user", user(ANNA, ""), anna());
        audit("c1", "10", "User registered security info", user(ANNA, AWAY), anna());
        audit("c2", "20", "Change user password", user(ANNA, ""), anna());
        audit("c3", "21", "Update user", user("bo@contoso.example", ""), target("User", "o3", "carl@contoso.example"));
        audit("c4", "22", "Reset user password", user(ADMIN, "198.51.100.77"), anna());

        assertThat(reconstruction().directoryActs())
                .extracting(DirectoryAct::operation, DirectoryAct::party)
                .containsExactly(
                        tuple("User registered security info", Party.ATTACKER),
                        tuple("Change user password", Party.UNKNOWN));
    }

    private static String changed(String name, String before, String after) {
        return "{\"displayName\":\"" + name + "\",\"oldValue\":" + before + ",\"newValue\":" + after + "}";
    }

    private static String holder(String id, String name, String... changes) {
        return "{\"id\":\"" + id + "\",\"type\":\"User\",\"displayName\":null,\"userPrincipalName\":\"" + name
                + "\",\"modifiedProperties\":[" + String.join(",", changes) + "]}";
    }

    private static final String UNNAMED_ROLE =
            "{\"id\":\"role-object\",\"type\":\"Role\",\"displayName\":null,\"userPrincipalName\":null,\"modifiedProperties\":[]}";

    @Test
    void a_role_that_was_given_or_taken_is_named_by_what_changed_of_its_holder_who_is_named_too() {
        audit(
                "c1",
                "10",
                "Add member to role",
                user(ANNA, AWAY),
                holder(
                        "o2",
                        "eve@contoso.example",
                        changed("Role.ObjectID", "null", "\"\\\"role-object\\\"\""),
                        changed("Role.DisplayName", "null", "\"\\\"Exchange Administrator\\\"\""),
                        changed("Role.TemplateId", "null", "\"\\\"29232cdf\\\"\"")),
                UNNAMED_ROLE);
        audit(
                "c2",
                "11",
                "Remove member from role",
                user(ANNA, AWAY),
                holder("object-1", ANNA, changed("Role.DisplayName", "\"\\\"Helpdesk Administrator\\\"\"", "null")),
                UNNAMED_ROLE);
        audit(
                "c3",
                "12",
                "Add member to role",
                user(ANNA, AWAY),
                holder("object-1", ANNA, changed("Role.TemplateId", "null", "\"\\\"62e90394\\\"\"")));

        Reconstruction found = reconstruction();
        assertThat(found.directoryActs())
                .extracting(DirectoryAct::targets)
                .containsExactly(
                        List.of("eve@contoso.example", "Exchange Administrator"),
                        List.of(ANNA, "Helpdesk Administrator"),
                        List.of(ANNA, "62e90394"));
        assertThat(found.touched())
                .filteredOn(touched -> touched.kind() == Touched.Kind.ROLE)
                .extracting(Touched::name, Touched::holders)
                .containsExactly(
                        tuple("62e90394", List.of(ANNA)),
                        tuple("Exchange Administrator", List.of("eve@contoso.example")),
                        tuple("Helpdesk Administrator", List.of(ANNA)));
    }

    @Test
    void a_role_in_a_row_of_the_older_shape_is_named_as_the_row_names_it() {
        audit("c1", "10", "Add member to role", user(ANNA, AWAY), target("Role", "assignment", "Global Administrator"));

        assertThat(reconstruction().touched())
                .extracting(Touched::kind, Touched::name, Touched::holders)
                .containsExactly(tuple(Touched.Kind.ROLE, "Global Administrator", List.of()));
    }

    @Test
    void a_role_that_only_the_unified_audit_log_tells_of_is_named_with_its_holder() {
        AuditRowsMade made = new AuditRowsMade()
                .habit(ANNA, HOME)
                .add("r1", "2026-03-01T22:10:00", "Add member to role.", ANNA, role(ANNA, "Helpdesk Administrator", ""))
                .add(
                        "r2",
                        "2026-03-01T22:11:00",
                        "Add eligible member to role.",
                        ANNA,
                        role("eve@contoso.example", "Privileged Role Administrator", ""))
                .add("r3", "2026-03-01T22:12:00", "Remove member from role.", ANNA, role(ANNA, "", "Reports Reader"))
                .add("r4", "2026-03-01T22:13:00", "Update user.", ANNA, DIRECTORY + ",\"ObjectId\":\"" + ANNA + "\"");

        Reconstruction found = Reconstruction.of(KNOWN, made.source());
        assertThat(found.touched())
                .filteredOn(touched -> touched.kind() == Touched.Kind.ROLE)
                .extracting(Touched::name, Touched::holders)
                .containsExactly(
                        tuple("Helpdesk Administrator", List.of(ANNA)),
                        tuple("Privileged Role Administrator", List.of("eve@contoso.example")),
                        tuple("Reports Reader", List.of(ANNA)));
        assertThat(found.auditOfDirectory()).isEqualTo(4);
        assertThat(found.directoryActs()).isEmpty();
    }

    private static final String DIRECTORY = AuditRowsMade.attacker() + ",\"Workload\":\"AzureActiveDirectory\"";

    private static String role(String holder, String given, String taken) {
        return DIRECTORY + ",\"ObjectId\":\"" + holder
                + "\",\"ModifiedProperties\":[{\"Name\":\"Role.DisplayName\",\"NewValue\":\"" + given
                + "\",\"OldValue\":\"" + taken + "\"}]";
    }

    @Test
    void where_he_is_not_seen_no_act_is_held_against_anybody() {
        audit("c0", "05", "Update user", user(ANNA, ""), anna());

        assertThat(reconstruction().directoryActs()).isEmpty();
    }

    /** As a row is told whose exhibit cannot be read: what was kept of it and no more. */
    private static EvidenceRow kept(EvidenceRow row) {
        return new EvidenceRow(row.exhibit(), row.record(), RowDetail.NONE);
    }

    @Test
    void a_role_whose_name_stood_in_the_exhibit_alone_is_told_as_one_that_could_not_be_named() {
        AuditRowsMade made = new AuditRowsMade()
                .habit(ANNA, HOME)
                .add(
                        "r1",
                        "2026-03-01T22:10:00",
                        "Add member to role.",
                        ANNA,
                        role("eve@contoso.example", "Helpdesk", ""))
                .add("r2", "2026-03-01T22:11:00", "Remove eligible member from role.", ANNA, role(ANNA, "", "Reader"));
        audit(
                "c1",
                "12",
                "Add member to role outside of PIM (permanent)",
                user(ANNA, AWAY),
                holder(
                        "o2",
                        "eve@contoso.example",
                        changed("Role.DisplayName", "null", "\"\\\"Exchange Administrator\\\"\"")),
                UNNAMED_ROLE);
        List<EvidenceRow> whole = new ArrayList<>(made.rows());
        whole.addAll(AuditRowsMade.read(ExhibitId.of(9), "[" + String.join(",", audits) + "]"));
        List<EvidenceRow> bare =
                whole.stream().map(row -> row.isOfRole() ? kept(row) : row).toList();

        assertThat(Reconstruction.of(KNOWN, whole::forEach).unnamedRoles()).isEmpty();
        Reconstruction found = Reconstruction.of(KNOWN, bare::forEach);
        assertThat(found.touched()).extracting(Touched::kind).doesNotContain(Touched.Kind.ROLE);
        assertThat(found.unnamedRoles())
                .extracting(
                        UnnamedRole::operation,
                        UnnamedRole::object,
                        role -> role.shownBy().exhibit())
                .containsExactly(
                        tuple("Add member to role.", "eve@contoso.example", ExhibitId.of(7)),
                        tuple("Remove eligible member from role.", ANNA, ExhibitId.of(7)),
                        tuple(
                                "Add member to role outside of PIM (permanent)",
                                "eve@contoso.example, Exchange Administrator",
                                ExhibitId.of(9)));
    }

    @Test
    void a_role_that_somebody_else_gave_is_none_of_his() {
        List<EvidenceRow> rows = new AuditRowsMade()
                .habit(ANNA, HOME)
                .add("r1", "2026-03-01T22:10:00", "Add member to role.", "bo@contoso.example", "\"ObjectId\":\"eve@x\"")
                .rows();

        assertThat(Reconstruction.of(KNOWN, rows::forEach).unnamedRoles()).isEmpty();
    }
}

package dev.cordon.simulator.state;

/**
 * A directory role somebody holds.
 *
 * @param principalId a person's or a service principal's object id
 * @param roleTemplateId Microsoft's template id, which is also the definition's id
 * @param eligible only eligible for activation
 * @param scope {@code /}, or an administrative unit
 */
public record RoleAssignment(String id, String principalId, String roleTemplateId, boolean eligible, String scope) {

    /** All assignments, by id. */
    public static final TableKey<RoleAssignment> TABLE = new TableKey<>("role-assignments", RoleAssignment.class);

    /** The scope of the whole tenant. */
    public static final String TENANT = "/";

    /** The object id of that role in the tenant, which is another than its template's. */
    public static String roleObjectId(TenantState state, String roleTemplateId) {
        return state.chance().guid("directory-role", roleTemplateId);
    }

    /** Whether it gives that principal that role there. */
    public boolean isFor(String principal, String template, String where) {
        return principalId.equals(principal) && roleTemplateId.equals(template) && scope.equals(where);
    }
}

package dev.cordon.simulator.state;

/**
 * A directory role somebody holds.
 *
 * @param principalId a person's or a service principal's object id
 * @param roleTemplateId Microsoft's template id, which is also the definition's id
 * @param eligible only eligible for activation
 */
public record RoleAssignment(String id, String principalId, String roleTemplateId, boolean eligible) {

    /** All assignments, by id. */
    public static final TableKey<RoleAssignment> TABLE = new TableKey<>("role-assignments", RoleAssignment.class);
}

package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/**
 * A directory role that somebody holds or may activate.
 *
 * @param assignmentId the assignment's or eligibility instance's id; the group membership's id when inherited
 * @param templateId the role's template id, the same in every tenant
 * @param displayName the role's name
 * @param scope {@code /} for the whole tenant, or an administrative unit
 * @param holding how it is held
 */
public record DirectoryRole(String assignmentId, String templateId, String displayName, String scope, Holding holding) {
    public DirectoryRole {
        requireNonNull(assignmentId, "assignmentId is null");
        requireNonNull(templateId, "templateId is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(holding, "holding is null");
    }

    /** How a role is held. */
    public enum Holding {
        ASSIGNED,
        THROUGH_GROUP,
        ELIGIBLE
    }
}

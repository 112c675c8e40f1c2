package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.RoleHoldings;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Directory roles of the account. */
final class RoleArea implements PersistenceArea<DirectoryRole> {
    private static final String ELIGIBLE = " (eligible)";

    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.ROLE);
    }

    @Override
    public String exhibitKind() {
        return "roles";
    }

    @Override
    public String inWords() {
        return "directory roles, eligible ones where the licence shows them";
    }

    @Override
    public boolean isInMailbox() {
        return false;
    }

    @Override
    public Reading<List<DirectoryRole>> fetch(Tenant tenant, UserAccount user) {
        return tenant.directory().fetchRoles(user.objectId()).map(RoleHoldings::roles);
    }

    @Override
    public boolean isOnTheCard() {
        return true;
    }

    @Override
    public Optional<Reading<List<DirectoryRole>>> of(PreFlightCard card) {
        return card.roles().findReading().map(reading -> reading.map(RoleHoldings::roles));
    }

    @Override
    public String idOf(DirectoryRole thing) {
        return thing.assignmentId();
    }

    @Override
    public boolean shows(Completeness completeness, String name) {
        return completeness.notLookedAt().isEmpty() || !name.endsWith(ELIGIBLE);
    }

    private static String name(DirectoryRole role) {
        return switch (role.holding()) {
            case ASSIGNED, THROUGH_GROUP -> role.displayName();
            case ELIGIBLE -> role.displayName() + ELIGIBLE;
        };
    }

    @Override
    public Proposal judge(DirectoryRole thing, Judge judge) {
        if (thing.holding() == DirectoryRole.Holding.THROUGH_GROUP) {
            return Verdicts.byHand(
                    ItemKind.ROLE,
                    List.of(idOf(thing), thing.templateId()),
                    thing.displayName(),
                    Set.of(),
                    judge.role(thing));
        }
        return Verdicts.proposal(
                ItemKind.ROLE,
                List.of(idOf(thing), thing.templateId()),
                name(thing),
                Set.of(),
                judge.role(thing),
                "The role is taken away; it can be given back from the sealed copy.");
    }

    @Override
    public String byHand(DirectoryRole thing) {
        return "The role comes with a group: Microsoft Entra admin center > Users > the user > Groups: take the account out of it.";
    }

    @Override
    public List<String> changes(UserAccount user, DirectoryRole role) {
        return switch (role.holding()) {
            case ASSIGNED ->
                List.of(Spelled.request("DELETE", "/roleManagement/directory/roleAssignments/", role.assignmentId()));
            case ELIGIBLE ->
                List.of(Spelled.request("POST", "/roleManagement/directory/roleEligibilityScheduleRequests")
                        + " action=adminRemove principalId=" + user.objectId() + " roleDefinitionId="
                        + role.templateId() + " directoryScopeId=" + role.scope());
            case THROUGH_GROUP -> List.of();
        };
    }

    @Override
    public Removal<DirectoryRole> removal() {
        return Removal.by("take", (tenant, user, role) -> tenant.directory().removeRole(user.objectId(), role));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().roles());
    }
}

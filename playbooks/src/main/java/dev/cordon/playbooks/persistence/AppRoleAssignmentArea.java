package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.ConsentGrants;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Applications the user is assigned to, and what applications may do without any user. */
final class AppRoleAssignmentArea implements PersistenceArea<AppRoleAssignment> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.APP_ROLE_ASSIGNMENT);
    }

    @Override
    public String exhibitKind() {
        return "app-role-assignments";
    }

    @Override
    public String inWords() {
        return "application assignments, and what applications may do on their own";
    }

    @Override
    public boolean isInMailbox() {
        return false;
    }

    @Override
    public Reading<List<AppRoleAssignment>> fetch(Tenant tenant, UserAccount user) {
        ConsentGrants grants = tenant.consentGrants();
        return grants.fetchAppRoleAssignments(user.objectId())
                .with(grants.fetchApplicationPermissions(), AppRoleAssignmentArea::joined);
    }

    @Override
    public String idOf(AppRoleAssignment thing) {
        return thing.id();
    }

    @Override
    public Proposal judge(AppRoleAssignment thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.APP_ROLE_ASSIGNMENT,
                List.of(idOf(thing)),
                thing.application().displayName(),
                Set.of(),
                Optional.of(thing.application().appId()),
                judge.appRoleAssignment(thing),
                thing.onItsOwn()
                        ? "The application is disabled for everybody and kept; it can be enabled again."
                        : "The user is no longer assigned to the application; the assignment can be given again from the sealed copy.");
    }

    @Override
    public boolean isInForce(AppRoleAssignment thing) {
        return !thing.onItsOwn() || thing.application().enabled();
    }

    @Override
    public List<String> changes(UserAccount user, AppRoleAssignment thing) {
        return List.of(
                thing.onItsOwn()
                        ? Spelled.request(
                                        "PATCH",
                                        "/servicePrincipals/",
                                        thing.application().servicePrincipalId())
                                + " accountEnabled=false"
                        : Spelled.request("DELETE", "/users/", user.objectId(), "/appRoleAssignments/", thing.id()));
    }

    @Override
    public Removal<AppRoleAssignment> removal() {
        return Removal.by(
                "take",
                (tenant, user, thing) -> thing.onItsOwn()
                        ? tenant.consentGrants().disable(thing.application())
                        : tenant.consentGrants().delete(user.objectId(), thing));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().appRoleAssignments());
    }

    private static List<AppRoleAssignment> joined(List<AppRoleAssignment> some, List<AppRoleAssignment> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}

package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.licences.Licensed;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.DirectoryRole.Holding;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.RoleHoldings;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Reads the roles of one principal: assigned, through groups, eligible; the three listings at once.
 *
 * @param servicePlans the service plans that the tenant can use; asked only where that tells what a refusal means
 */
record RoleReading(GraphClient graph, String objectId, Supplier<Reading<Set<String>>> servicePlans) {
    private static final String GROUP = "#microsoft.graph.group";
    private static final String ROLE = "#microsoft.graph.directoryRole";
    private static final String NOT_LICENSED =
            "Not licensed: eligible roles were not looked at; Microsoft shows them only with Entra ID P2.";

    Reading<RoleHoldings> read() {
        ExecutorService threads = graph.wire().transport().threads();
        Beside<Reading<List<DirectoryRole>>> assigned =
                Beside.start(threads, () -> assignments(objectId, Holding.ASSIGNED));
        Beside<Eligible> eligible = Beside.start(threads, this::eligible);
        Reading<List<Membership>> memberships = memberships();
        List<Membership> groups = memberships.value().stream()
                .filter(Membership::isRoleAssignableGroup)
                .toList();
        List<Supplier<Reading<List<DirectoryRole>>>> throughGroups = groups.stream()
                .<Supplier<Reading<List<DirectoryRole>>>>map(
                        group -> () -> assignments(group.id(), Holding.THROUGH_GROUP))
                .toList();
        Reading<List<DirectoryRole>> roles = assigned(assigned, memberships);
        for (Reading<List<DirectoryRole>> more : Beside.all(threads, throughGroups)) {
            roles = roles.with(more, RoleReading::joined);
        }
        roles = roles.with(memberships, RoleReading::withMemberships);
        return eligible.join()
                .addedTo(roles, groups.stream().map(Membership::name).toList());
    }

    /** Where the assignments cannot be read, the memberships still show the active roles; not their ids, so that this is not all. */
    private static Reading<List<DirectoryRole>> assigned(
            Beside<Reading<List<DirectoryRole>>> assigned, Reading<List<Membership>> memberships) {
        try {
            return assigned.join();
        } catch (TenantException e) {
            return new Reading<>(
                    List.of(),
                    new Completeness.Incomplete("Role assignments could not be read ("
                            + e.failure().reason().inWords()
                            + "); active roles are shown as far as the memberships tell."),
                    memberships.readAt(),
                    memberships.answers());
        }
    }

    private Reading<List<Membership>> memberships() {
        return new Listing<>(graph, Need.READ_DIRECTORY, "Read the groups and roles of " + objectId, Membership::of)
                .read(V1 + "/users/" + segment(objectId) + "/transitiveMemberOf");
    }

    /** A group or an activated role that the principal belongs to. */
    private record Membership(String id, String type, String name, boolean roleAssignable, String roleTemplateId) {
        static Membership of(JsonItem row) {
            return new Membership(
                    row.text("id"),
                    row.textOrEmpty("@odata.type"),
                    row.find("displayName").orElse(row.text("id")),
                    row.isTrue("isAssignableToRole"),
                    row.textOrEmpty("roleTemplateId"));
        }

        boolean isRoleAssignableGroup() {
            return type.equals(GROUP) && roleAssignable;
        }

        boolean isRole() {
            return type.equals(ROLE) && !roleTemplateId.isEmpty();
        }
    }

    private Reading<List<DirectoryRole>> assignments(String principalId, Holding holding) {
        return new Listing<>(
                        graph,
                        Need.READ_ROLES,
                        "Read the role assignments of " + principalId,
                        row -> role(row, holding))
                .read(V1 + "/roleManagement/directory/roleAssignments?$filter="
                        + option("principalId eq " + quoted(principalId)) + "&$expand=roleDefinition");
    }

    private Eligible eligible() {
        try {
            Reading<List<DirectoryRole>> roles = new Listing<>(
                            graph,
                            Need.READ_ELIGIBILITY,
                            "Read the eligible roles of " + objectId,
                            row -> role(row, Holding.ELIGIBLE))
                    .read(V1 + "/roleManagement/directory/roleEligibilityScheduleInstances?$filter="
                            + option("principalId eq " + quoted(objectId)) + "&$expand=roleDefinition");
            return new Eligible(Optional.of(roles), Completeness.complete());
        } catch (TenantException e) {
            return notRead(e.failure());
        }
    }

    /** What is not licensed is not looked at, and said so; anything else may be mended and read then. */
    private Eligible notRead(Failure failure) {
        return switch (failure.reason()) {
            case NOT_LICENSED -> Eligible.notLicensed();
            case REFUSED -> refused(failure);
            default -> Eligible.unknown(failure.meaning() + " " + failure.remedy());
        };
    }

    /** Without Entra ID P2 the service answers 400 or 403, in more than one wording: so what the tenant owns decides what it meant. */
    private Eligible refused(Failure failure) {
        try {
            Reading<Set<String>> plans = servicePlans.get();
            if (plans.value().contains(Licensed.ENTRA_ID_P2)) {
                return Eligible.unknown("Refused though the tenant owns Entra ID P2: " + failure.message());
            }
            return plans.isComplete()
                    ? Eligible.notLicensed()
                    : Eligible.unknown("Refused, and which licences the tenant has could not be read to the end: "
                            + failure.message());
        } catch (TenantException e) {
            return Eligible.unknown("Refused, and which licences the tenant has could not be read: "
                    + e.failure().meaning());
        }
    }

    private static DirectoryRole role(JsonItem row, Holding holding) {
        Optional<JsonItem> definition = row.findItem("roleDefinition");
        String definitionId = row.text("roleDefinitionId");
        return new DirectoryRole(
                row.text("id"),
                definition.flatMap(each -> each.find("templateId")).orElse(definitionId),
                definition.flatMap(each -> each.find("displayName")).orElse(definitionId),
                row.find("directoryScopeId").orElse("/"),
                holding);
    }

    private static List<DirectoryRole> joined(List<DirectoryRole> some, List<DirectoryRole> more) {
        List<DirectoryRole> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** A role among the memberships that no assignment explains is held all the same. */
    private static List<DirectoryRole> withMemberships(List<DirectoryRole> roles, List<Membership> memberships) {
        List<DirectoryRole> all = new ArrayList<>(roles);
        for (Membership membership : memberships) {
            String template = membership.roleTemplateId();
            if (membership.isRole()
                    && all.stream().noneMatch(role -> role.templateId().equals(template))) {
                all.add(new DirectoryRole(membership.id(), template, membership.name(), "/", Holding.THROUGH_GROUP));
            }
        }
        return List.copyOf(all);
    }

    private record Eligible(Optional<Reading<List<DirectoryRole>>> roles, Completeness completeness) {
        static Eligible notLicensed() {
            return new Eligible(Optional.empty(), new Completeness.AsLicensed(NOT_LICENSED));
        }

        static Eligible unknown(String because) {
            return new Eligible(
                    Optional.empty(), new Completeness.Incomplete("Eligible roles could not be read: " + because));
        }

        Reading<RoleHoldings> addedTo(Reading<List<DirectoryRole>> others, List<String> groups) {
            Reading<List<DirectoryRole>> all = roles.map(eligible -> others.with(eligible, RoleReading::joined))
                    .orElse(others);
            return new Reading<>(all.value(), all.completeness().and(completeness), all.readAt(), all.answers())
                    .map(held -> new RoleHoldings(held, groups));
        }
    }
}

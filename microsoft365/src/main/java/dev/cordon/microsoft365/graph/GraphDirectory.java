package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Directory;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.RoleHoldings;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The directory over Graph. */
public record GraphDirectory(GraphClient graph) implements Directory {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@/\\\\?]{1,200}@[^\\s@/\\\\?]{1,200}");
    private static final Set<String> USABLE_SKU = Set.of("Enabled", "Warning", "LockedOut");
    private static final Set<String> USABLE_PLAN = Set.of("Success", "PendingActivation", "PendingProvisioning");

    @Override
    public Reading<List<UserAccount>> findUsers(String reference) {
        String name = reference.strip();
        boolean address = ADDRESS.matcher(name).matches();
        if (address || OBJECT_ID.matcher(name).matches()) {
            Reading<List<UserAccount>> named = findNamed(name);
            if (!named.value().isEmpty()) {
                return named;
            }
            return named.with(address ? findByAddress(name) : findByDisplayName(name), (none, found) -> found);
        }
        return findByDisplayName(name);
    }

    private Reading<List<UserAccount>> findNamed(String name) {
        Sent<Optional<UserAccount>> user = graph.find(
                Need.READ_USERS,
                "Look up " + name,
                V1 + "/users/" + segment(name) + "?" + Users.SELECT,
                Users::account);
        return user.map(found -> found.stream().toList()).reading();
    }

    private Reading<List<UserAccount>> findByAddress(String address) {
        Reading<List<UserAccount>> found = filtered(
                address,
                "mail eq " + quoted(address) + " or proxyAddresses/any(p:p eq " + quoted("smtp:" + address) + ")");
        return found.value().isEmpty() ? found.with(findByDisplayName(address), (none, named) -> named) : found;
    }

    private Reading<List<UserAccount>> findByDisplayName(String name) {
        return filtered(name, "displayName eq " + quoted(name));
    }

    private Reading<List<UserAccount>> filtered(String name, String filter) {
        return new Listing<>(graph, Need.READ_USERS, "Look up " + name, Users::account)
                .read(V1 + "/users?$filter=" + option(filter) + "&" + Users.SELECT);
    }

    @Override
    public Reading<UserAccount> fetchUser(String objectId) {
        return graph.get(
                        Need.READ_USERS,
                        "Read the user " + objectId,
                        V1 + "/users/" + segment(objectId) + "?" + Users.SELECT,
                        Users::account)
                .reading();
    }

    @Override
    public Reading<RoleHoldings> fetchRoles(String objectId) {
        return new RoleReading(graph, objectId, this::fetchServicePlanIds).read();
    }

    @Override
    public Receipt removeRole(String objectId, DirectoryRole role) {
        return new RoleRemoval(graph, objectId).remove(role);
    }

    @Override
    public Reading<Set<String>> fetchEnabledRoleHolders(String roleTemplateId) {
        return new RoleHolderReading(graph, roleTemplateId).read();
    }

    @Override
    public Reading<Boolean> fetchFederated(String domain) {
        String wanted = domain.toLowerCase(Locale.ROOT);
        return new Listing<>(
                        graph,
                        Need.READ_DOMAINS,
                        "Read where the passwords of " + domain + " live",
                        each -> each.textOrEmpty("authenticationType").equals("Federated")
                                && each.text("id").toLowerCase(Locale.ROOT).equals(wanted))
                .read(V1 + "/domains")
                .map(domains -> domains.contains(true));
    }

    @Override
    public Reading<Set<String>> fetchServicePlanIds() {
        return new Listing<>(graph, Need.READ_LICENCES, "Read the tenant's licences", GraphDirectory::usablePlans)
                .read(V1 + "/subscribedSkus")
                .map(skus -> skus.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> usablePlans(JsonItem sku) {
        if (!USABLE_SKU.contains(sku.find("capabilityStatus").orElse("Enabled"))) {
            return Set.of();
        }
        return sku.items("servicePlans").stream()
                .filter(plan -> USABLE_PLAN.contains(plan.textOrEmpty("provisioningStatus")))
                .map(plan -> plan.text("servicePlanId"))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reading<Organization> fetchOrganization() {
        Call call = Call.get(
                        "Read the organisation",
                        Audience.GRAPH,
                        graph.address(V1 + "/organization"),
                        Need.READ_ORGANIZATION.bucket())
                .opening();
        return graph.send(
                        Need.READ_ORGANIZATION,
                        call,
                        Expectation.success(response -> theOne(StrictJson.object(response.body()))))
                .reading();
    }

    private static Organization theOne(JsonItem page) {
        List<JsonItem> organizations = page.items("value");
        if (organizations.size() != 1) {
            throw new UnreadableJson("Not one organisation but " + organizations.size());
        }
        return organization(organizations.getFirst());
    }

    private static Organization organization(JsonItem organization) {
        return new Organization(
                organization.text("id"),
                organization.textOrEmpty("displayName"),
                organization.items("verifiedDomains").stream()
                        .map(domain -> domain.text("name").toLowerCase(Locale.ROOT))
                        .toList(),
                organization.findFlag("onPremisesSyncEnabled"));
    }

    @Override
    public Receipt setAccountEnabled(String objectId, boolean enabled) {
        JsonObject body = new JsonObject();
        body.addProperty("accountEnabled", enabled);
        return graph.change(
                Need.ENABLE_ACCOUNT,
                (enabled ? "Allow the sign-in of " : "Block the sign-in of ") + objectId,
                "PATCH",
                V1 + "/users/" + segment(objectId),
                body.toString(),
                Repeat.IDEMPOTENT);
    }
}

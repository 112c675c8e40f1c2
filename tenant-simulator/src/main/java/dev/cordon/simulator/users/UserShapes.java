package dev.cordon.simulator.users;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.scenario.Organisation.Hybrid;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** People as Graph shows them. */
public final class UserShapes {

    /** The properties shown when none are selected. */
    static final List<String> DEFAULTS = List.of(
            "businessPhones",
            "displayName",
            "givenName",
            "jobTitle",
            "mail",
            "mobilePhone",
            "officeLocation",
            "preferredLanguage",
            "surname",
            "userPrincipalName",
            "id");

    private UserShapes() {}

    /** Every property of a person; lists and gets pick from it. */
    public static JsonObject full(User user, Tenant tenant) {
        TenantState state = tenant.state();
        JsonObject json = identity(user);
        JsonObject more = Json.object(
                "accountEnabled", user.accountEnabled(),
                "userType", user.guest() ? "Guest" : "Member",
                "externalUserState", user.guest() ? "Accepted" : null,
                "createdDateTime", user.created(),
                "creationType", user.guest() ? "Invitation" : null,
                "deletedDateTime", user.deletedAt(),
                "lastPasswordChangeDateTime", user.passwordChanged(),
                "signInSessionsValidFromDateTime", user.sessionsValidFrom(),
                "passwordPolicies", null,
                "passwordProfile", null,
                "identities", identities(user, state),
                "assignedLicenses", licences(user, state),
                "assignedPlans", plans(user, state),
                "licenseAssignmentStates", Json.array(),
                "usageLocation", "IE",
                "department", user.department(),
                "companyName", state.scenario().organisation().name(),
                "isManagementRestricted", null,
                "isResourceAccount", null,
                "securityIdentifier", securityIdentifier(user, state));
        more.entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
        onPremises(user, state).entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
        return json;
    }

    /** The few properties that references and group members show. */
    public static JsonObject identity(User user) {
        String name = user.displayName();
        int blank = name.indexOf(' ');
        return Json.object(
                "id",
                user.id(),
                "businessPhones",
                new JsonArray(),
                "displayName",
                name,
                "givenName",
                blank < 0 ? name : name.substring(0, blank),
                "jobTitle",
                user.jobTitle(),
                "mail",
                mail(user),
                "mobilePhone",
                user.mobilePhone(),
                "officeLocation",
                null,
                "preferredLanguage",
                null,
                "surname",
                blank < 0 ? null : name.substring(blank + 1),
                "userPrincipalName",
                user.userPrincipalName(),
                "mailNickname",
                user.userPrincipalName().substring(0, user.userPrincipalName().indexOf('@')),
                "otherMails",
                new JsonArray(),
                "proxyAddresses",
                addresses(user));
    }

    private static String mail(User user) {
        int mark = user.userPrincipalName().indexOf("#EXT#");
        return mark < 0
                ? user.userPrincipalName()
                : user.userPrincipalName().substring(0, mark).replace('_', '@');
    }

    private static JsonArray addresses(User user) {
        var addresses = new JsonArray();
        addresses.add("SMTP:" + mail(user));
        user.aliases().forEach(alias -> addresses.add("smtp:" + alias));
        return addresses;
    }

    private static JsonArray identities(User user, TenantState state) {
        return Json.array(Json.object(
                "signInType", "userPrincipalName",
                "issuer", state.scenario().organisation().defaultDomain(),
                "issuerAssignedId", user.userPrincipalName()));
    }

    private static JsonArray licences(User user, TenantState state) {
        var all = new JsonArray();
        if (user.licensed()) {
            ServicePlans.skus(state.licences())
                    .forEach(sku -> all.add(Json.object("disabledPlans", new JsonArray(), "skuId", sku.skuId())));
        }
        return all;
    }

    private static JsonArray plans(User user, TenantState state) {
        var all = new JsonArray();
        if (user.licensed()) {
            ServicePlans.skus(state.licences())
                    .forEach(sku -> sku.plans()
                            .forEach(plan -> all.add(Json.object(
                                    "assignedDateTime", user.created(),
                                    "capabilityStatus", "Enabled",
                                    "service", plan.service(),
                                    "servicePlanId", plan.id()))));
        }
        return all;
    }

    private static JsonObject onPremises(User user, TenantState state) {
        boolean synced = user.synchronised() && state.scenario().organisation().hybrid() != Hybrid.NONE;
        String name =
                user.userPrincipalName().substring(0, user.userPrincipalName().indexOf('@'));
        String domain = state.scenario().organisation().defaultDomain();
        return Json.object(
                "onPremisesSyncEnabled", synced ? true : null,
                "onPremisesLastSyncDateTime", synced ? state.scenario().start().minus(Duration.ofMinutes(20)) : null,
                "onPremisesImmutableId", synced ? state.chance().letters(22, "immutable", user.id()) + "==" : null,
                "onPremisesSamAccountName", synced ? name : null,
                "onPremisesUserPrincipalName", synced ? user.userPrincipalName() : null,
                "onPremisesDomainName", synced ? domain : null,
                "onPremisesDistinguishedName",
                        synced
                                ? "CN=" + user.displayName() + ",OU=People,DC="
                                        + domain.toLowerCase(Locale.ROOT).replace(".", ",DC=")
                                : null,
                "onPremisesSecurityIdentifier", synced ? securityIdentifier(user, state) : null,
                "onPremisesProvisioningErrors", new JsonArray());
    }

    private static String securityIdentifier(User user, TenantState state) {
        var random = state.chance().generator("sid", user.id());
        return "S-1-12-1-" + random.nextInt(1, Integer.MAX_VALUE) + "-" + random.nextInt(1, Integer.MAX_VALUE) + "-"
                + random.nextInt(1, Integer.MAX_VALUE) + "-" + random.nextInt(1, Integer.MAX_VALUE);
    }
}

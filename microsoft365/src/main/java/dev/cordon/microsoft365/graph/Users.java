package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.UserAccount;
import dev.cordon.tenant.UserAccount.Person;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How Graph spells a user. */
final class Users {
    /** What is asked for: enough to recognise the person and to see what containment changes. */
    static final String SELECT = "$select=id,userPrincipalName,displayName,mail,mailNickname,otherMails,proxyAddresses,"
            + "accountEnabled,userType,externalUserState,createdDateTime,creationType,lastPasswordChangeDateTime,"
            + "signInSessionsValidFromDateTime,passwordPolicies,identities,onPremisesSyncEnabled,"
            + "onPremisesLastSyncDateTime,onPremisesImmutableId,onPremisesSamAccountName,onPremisesDomainName,"
            + "assignedLicenses,assignedPlans,usageLocation,department,jobTitle,officeLocation,mobilePhone,"
            + "businessPhones,isManagementRestricted&$expand=manager($select=id,displayName,mail)";

    private Users() {}

    static UserAccount account(JsonItem user) {
        return new UserAccount(
                user.text("id"),
                user.text("userPrincipalName"),
                user.find("displayName").orElseGet(() -> user.text("userPrincipalName")),
                user.find("mail"),
                user.texts("proxyAddresses"),
                user.findFlag("accountEnabled")
                        .orElseThrow(() -> new dev.cordon.microsoft365.json.UnreadableJson(
                                "The member accountEnabled is missing")),
                user.textOrEmpty("userType").equals("Guest"),
                user.isTrue("onPremisesSyncEnabled"),
                user.findInstant("createdDateTime"),
                user.findInstant("lastPasswordChangeDateTime"),
                user.findInstant("signInSessionsValidFromDateTime"),
                user.find("department"),
                user.find("jobTitle"),
                manager(user),
                plans(user),
                user.isTrue("isManagementRestricted"));
    }

    private static Optional<Person> manager(JsonItem user) {
        return user.findItem("manager")
                .map(manager -> new Person(
                        manager.text("id"),
                        manager.find("displayName").orElse(manager.text("id")),
                        manager.find("mail")));
    }

    private static Set<String> plans(JsonItem user) {
        return user.items("assignedPlans").stream()
                .filter(plan -> plan.textOrEmpty("capabilityStatus").equals("Enabled"))
                .map(plan -> plan.text("servicePlanId"))
                .collect(Collectors.toUnmodifiableSet());
    }
}

package dev.cordon.investigation.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which operation means what: the one table. Operations as {@link Row#plain} has them. */
final class Operations {
    private static final Map<String, Function<Row, List<Change>>> TABLE = new HashMap<>();

    static {
        on(RuleRows::made, "new-inboxrule", "set-inboxrule", "enable-inboxrule");
        on(RuleRows::made, "new-sweeprule", "set-sweeprule", "enable-sweeprule");
        on(RuleRows::undone, "remove-inboxrule", "disable-inboxrule", "remove-sweeprule", "disable-sweeprule");
        on(RuleRows::ofProgram, "updateinboxrules");

        on(MailboxRows::settings, "set-mailbox");
        on(MailboxRows::accessGiven, "add-mailboxpermission", "add-recipientpermission");
        on(MailboxRows::accessTaken, "remove-mailboxpermission", "remove-recipientpermission");
        on(MailboxRows::folderShared, "add-mailboxfolderpermission", "set-mailboxfolderpermission");
        on(MailboxRows::folderShared, "addfolderpermissions", "modifyfolderpermissions", "updatefolderpermissions");
        on(MailboxRows::folderUnshared, "remove-mailboxfolderpermission", "removefolderpermissions");
        on(MailboxRows::calendarDelegated, "updatecalendardelegation");
        on(MailboxRows::calendar, "set-mailboxcalendarfolder");
        on(MailboxRows::autoReply, "set-mailboxautoreplyconfiguration");

        on(MailFlowRows::ruleMade, "new-transportrule", "set-transportrule", "enable-transportrule");
        on(MailFlowRows::ruleMade, "new-journalrule", "set-journalrule", "enable-journalrule");
        on(MailFlowRows::ruleUndone, "remove-transportrule", "disable-transportrule");
        on(MailFlowRows::ruleUndone, "remove-journalrule", "disable-journalrule");
        on(MailFlowRows::connectorMade, "new-inboundconnector", "set-inboundconnector");
        on(MailFlowRows::connectorMade, "new-outboundconnector", "set-outboundconnector");
        on(MailFlowRows::connectorUndone, "remove-inboundconnector", "remove-outboundconnector");
        on(MailFlowRows::domainSet, "new-remotedomain", "set-remotedomain");
        on(MailFlowRows::domainUndone, "remove-remotedomain");

        on(DirectoryRows::roleGiven, "add member to role", "add eligible member to role");
        on(DirectoryRows::roleGiven, "add scoped member to role", "add member to role completed (pim activation)");
        on(
                DirectoryRows::roleGiven,
                "add member to role in pim completed (permanent)",
                "add member to role in pim completed (timebound)",
                "add eligible member to role in pim completed (permanent)",
                "add eligible member to role in pim completed (timebound)",
                "add member to role outside of pim (permanent)");
        on(
                DirectoryRows::roleTaken,
                "remove member from role",
                "remove eligible member from role",
                "remove scoped member from role",
                "remove member from role completed (pim deactivate)",
                "remove member from role (pim activation expired)",
                "remove member from role in pim completed (permanent)",
                "remove member from role in pim completed (timebound)",
                "remove eligible member from role in pim completed (permanent)",
                "remove eligible member from role in pim completed (timebound)");
        on(DirectoryRows::exchangeRoleGiven, "add-rolegroupmember", "new-managementroleassignment");
        on(DirectoryRows::exchangeRoleTaken, "remove-rolegroupmember", "remove-managementroleassignment");
        on(DirectoryRows::accountMade, "add user", "invite external user", "restore user");
        on(DirectoryRows::accountGone, "delete user", "hard delete user");
        on(DirectoryRows::deviceMade, "register device", "add device", "add registered owner to device");
        on(DirectoryRows::deviceMade, "add registered users to device");
        on(DirectoryRows::deviceGone, "unregister device", "delete device");

        on(ApplicationRows::consented, "consent to application");
        on(ApplicationRows::granted, "add oauth2permissiongrant", "add delegated permission grant");
        on(ApplicationRows::granted, "update delegated permission grant", "update oauth2permissiongrant");
        on(ApplicationRows::revoked, "remove oauth2permissiongrant", "remove delegated permission grant");
        on(ApplicationRows::permitted, "add app role assignment to service principal");
        on(ApplicationRows::permissionTaken, "remove app role assignment from service principal");
        on(ApplicationRows::assigned, "add app role assignment grant to user", "add app role assignment to user");
        on(ApplicationRows::assigned, "add app role assignment to group");
        on(
                ApplicationRows::unassigned,
                "remove app role assignment from user",
                "remove app role assignment from group");
        on(
                ApplicationRows::credentials,
                "add service principal credentials",
                "remove service principal credentials",
                "update application - certificates and secrets management",
                "create application - certificates and secrets management",
                "add federated identity credential to application",
                "update external secrets");
        on(ApplicationRows::ownerAdded, "add owner to application", "add owner to service principal");
        on(ApplicationRows::ownerRemoved, "remove owner from application", "remove owner from service principal");
        on(ApplicationRows::registered, "add application", "add service principal");
        on(ApplicationRows::deleted, "delete application", "remove service principal", "hard delete application");

        on(ProtectionRows::accountUpdated, "update user");
        on(ProtectionRows::factorOff, "disable strong authentication");
        on(ProtectionRows::factorOn, "enable strong authentication");
        on(ProtectionRows::methodAdded, "user registered security info", "admin registered security info");
        on(ProtectionRows::methodAdded, "user updated security info", "admin updated security info");
        on(ProtectionRows::methodAdded, "user changed default security info");
        on(ProtectionRows::methodAdded, "add users strong authentication phone app detail");
        on(ProtectionRows::methodAdded, "add passwordless phone sign-in credential", "add fido2 security key");
        on(ProtectionRows::methodAdded, "add windows hello for business credential");
        on(ProtectionRows::methodAdded, "create application password for user");
        on(ProtectionRows::methodRemoved, "user deleted security info", "admin deleted security info");
        on(ProtectionRows::policyAdded, "add conditional access policy");
        on(ProtectionRows::policyChanged, "update conditional access policy", "update security defaults");
        on(ProtectionRows::policyDeleted, "delete conditional access policy");
        on(ProtectionRows::locationChanged, "add named location", "update named location", "delete named location");
        on(ProtectionRows::federation, "set federation settings on domain", "set domain authentication");

        on(LoggingRows::ofTenant, "set-adminauditlogconfig");
        on(LoggingRows::ofOrganisation, "set-organizationconfig");
        on(LoggingRows::bypass, "set-mailboxauditbypassassociation");
        on(LoggingRows::retention, "new-unifiedauditlogretentionpolicy", "set-unifiedauditlogretentionpolicy");
        on(LoggingRows::retention, "remove-unifiedauditlogretentionpolicy");
        on(LoggingRows::searched, "new-mailboxsearch", "set-mailboxsearch", "start-mailboxsearch");
        on(LoggingRows::searched, "new-compliancesearch", "start-compliancesearch", "new-compliancesearchaction");
        on(LoggingRows::searched, "searchcreated", "searchstarted", "searchexported", "searchexportdownloaded");
        on(LoggingRows::searched, "new-mailboxexportrequest");

        on(SharingRows::anonymous, "anonymouslinkcreated", "anonymouslinkupdated");
        on(SharingRows::anonymousGone, "anonymouslinkremoved");
        on(SharingRows::link, "sharinglinkcreated", "securelinkcreated", "companylinkcreated");
        on(SharingRows::linkGone, "sharinglinkdeleted", "securelinkdeleted", "companylinkremoved");
        on(SharingRows::shared, "addedtosecurelink", "sharingset");
        on(SharingRows::unshared, "removedfromsecurelink", "sharingrevoked");
        on(SharingRows::invited, "sharinginvitationcreated");
    }

    private Operations() {}

    private static void on(Function<Row, List<Change>> reader, String... operations) {
        for (String operation : operations) {
            if (TABLE.put(operation, reader) != null) {
                throw new IllegalStateException("an operation twice in the table: " + operation);
            }
        }
    }

    /** Every operation of the table. */
    static Set<String> names() {
        return Set.copyOf(TABLE.keySet());
    }

    /** How a row of that operation is read; empty where it is none of these. */
    static Optional<Function<Row, List<Change>>> reader(String operation) {
        return Optional.ofNullable(TABLE.get(operation));
    }
}

package dev.cordon.tenant;

/** What can be given back after it was removed, kind by kind. */
public interface Returns {
    /** Inbox rules: visible ones through Graph where the caller may, hidden and sweep rules through Exchange. */
    Returnable inboxRules();

    /** Forwarding of the mailbox, each address by itself. Permission: the role Exchange Administrator. */
    Returnable forwarding();

    /** Delegates: full access, send as, send on behalf. Permission: the role Exchange Administrator. */
    Returnable delegates();

    /** Rights on folders. Permission: the role Exchange Administrator. */
    Returnable folderPermissions();

    /** A published calendar. Permission: the role Exchange Administrator. */
    Returnable calendarPublishing();

    /** The automatic reply. Permission: the role Exchange Administrator. */
    Returnable autoReply();

    /** Transport rules, connectors, remote domains. Permission: the role Exchange Administrator. */
    Returnable mailRoutes();

    /** Delegated grants. Permission DelegatedPermissionGrant.ReadWrite.All. */
    Returnable consents();

    /** Assignments of the user (AppRoleAssignment.ReadWrite.All), and applications that act on their own (Application.ReadWrite.All). */
    Returnable appRoleAssignments();

    /** Directory roles and eligibilities. Permission RoleManagement.ReadWrite.Directory, the role Privileged Role Administrator. */
    Returnable roles();

    /** Devices of the directory. Permission Device.ReadWrite.All for an application, the role Cloud Device Administrator for a person. */
    Returnable devices();

    /** Telephones and mail addresses. Permission UserAuthenticationMethod.ReadWrite.All. */
    Returnable authenticationMethods();

    /** A blocked sign-in. Permission User.EnableDisableAccount.All. */
    Returnable account();
}

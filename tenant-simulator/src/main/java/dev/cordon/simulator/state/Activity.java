package dev.cordon.simulator.state;

/**
 * What can happen in the tenant, with the words Microsoft's directory audit uses for it (empty where the directory
 * audit has no row, as for sign-ins and for Exchange).
 */
public enum Activity {
    SIGN_IN("", "", ""),
    REVOKE_SESSIONS("Update StsRefreshTokenValidFrom Timestamp", "UserManagement", "Core Directory"),
    RESET_PASSWORD("Reset user password", "UserManagement", "Core Directory"),
    CHANGE_PASSWORD("Change user password", "UserManagement", "Core Directory"),
    DISABLE_ACCOUNT("Disable account", "UserManagement", "Core Directory"),
    ENABLE_ACCOUNT("Enable account", "UserManagement", "Core Directory"),
    UPDATE_USER("Update user", "UserManagement", "Core Directory"),
    ADD_USER("Add user", "UserManagement", "Core Directory"),
    DELETE_USER("Delete user", "UserManagement", "Core Directory"),
    RESTORE_USER("Restore user", "UserManagement", "Core Directory"),
    REGISTER_METHOD("User registered security info", "UserManagement", "Authentication Methods"),
    DELETE_METHOD("User deleted security info", "UserManagement", "Authentication Methods"),
    CHANGE_DEFAULT_METHOD("User changed default security info", "UserManagement", "Authentication Methods"),
    ADMIN_REGISTER_METHOD("Admin registered security info", "UserManagement", "Authentication Methods"),
    ADMIN_UPDATE_METHOD("Admin updated security info", "UserManagement", "Authentication Methods"),
    ADMIN_DELETE_METHOD("Admin deleted security info", "UserManagement", "Authentication Methods"),
    ADMIN_START_PASSWORD_RESET("Admin started password reset", "UserManagement", "Authentication Methods"),
    DISABLE_STRONG_AUTHENTICATION("Disable Strong Authentication", "UserManagement", "Core Directory"),
    ENABLE_STRONG_AUTHENTICATION("Enable Strong Authentication", "UserManagement", "Core Directory"),
    CONSENT("Consent to application", "ApplicationManagement", "Core Directory"),
    ADD_GRANT("Add delegated permission grant", "ApplicationManagement", "Core Directory"),
    CHANGE_GRANT("Update delegated permission grant", "ApplicationManagement", "Core Directory"),
    REMOVE_GRANT("Remove delegated permission grant", "ApplicationManagement", "Core Directory"),
    ADD_APP_ROLE("Add app role assignment grant to user", "UserManagement", "Core Directory"),
    REMOVE_APP_ROLE("Remove app role assignment from user", "UserManagement", "Core Directory"),
    ADD_APPLICATION_ROLE("Add app role assignment to service principal", "ApplicationManagement", "Core Directory"),
    REMOVE_APPLICATION_ROLE(
            "Remove app role assignment from service principal", "ApplicationManagement", "Core Directory"),
    UPDATE_SERVICE_PRINCIPAL("Update service principal", "ApplicationManagement", "Core Directory"),
    ADD_SERVICE_PRINCIPAL("Add service principal", "ApplicationManagement", "Core Directory"),
    ADD_APPLICATION("Add application", "ApplicationManagement", "Core Directory"),
    /** The service writes it with a dash and a space at its end. */
    CHANGE_APPLICATION_SECRETS(
            "Update application \u2013 Certificates and secrets management ",
            "ApplicationManagement",
            "Core Directory"),
    REGISTER_DEVICE("Register device", "Device", "Device Registration Service"),
    ADD_DEVICE("Add device", "Device", "Core Directory"),
    UPDATE_DEVICE("Update device", "Device", "Core Directory"),
    DELETE_DEVICE("Delete device", "Device", "Core Directory"),
    ADD_ROLE_MEMBER("Add member to role", "RoleManagement", "Core Directory"),
    ADD_ELIGIBLE_MEMBER("Add eligible member to role", "RoleManagement", "Core Directory"),
    REMOVE_ELIGIBLE_MEMBER("Remove eligible member from role", "RoleManagement", "Core Directory"),
    REMOVE_ROLE_MEMBER("Remove member from role", "RoleManagement", "Core Directory"),
    CONFIRM_COMPROMISED("Confirm user compromised", "UserManagement", "Identity Protection"),
    DISMISS_RISK("Dismiss user risk", "UserManagement", "Identity Protection"),
    CREATE_RULE("", "", ""),
    CHANGE_RULE("", "", ""),
    DISABLE_RULE("", "", ""),
    ENABLE_RULE("", "", ""),
    REMOVE_RULE("", "", ""),
    CHANGE_MAILBOX("", "", ""),
    CHANGE_FORWARDING("", "", ""),
    ADD_DELEGATE("", "", ""),
    REMOVE_DELEGATE("", "", ""),
    ADD_FOLDER_PERMISSION("", "", ""),
    CHANGE_FOLDER_PERMISSION("", "", ""),
    REMOVE_FOLDER_PERMISSION("", "", ""),
    CHANGE_AUTO_REPLY("", "", ""),
    WIPE_MOBILE_DEVICE("", "", ""),
    REMOVE_MOBILE_DEVICE("", "", ""),
    CHANGE_CALENDAR_PUBLISHING("", "", ""),
    CREATE_TRANSPORT_RULE("", "", ""),
    CHANGE_TRANSPORT_RULE("", "", ""),
    REMOVE_TRANSPORT_RULE("", "", ""),
    CREATE_CONNECTOR("", "", ""),
    CHANGE_CONNECTOR("", "", ""),
    REMOVE_CONNECTOR("", "", ""),
    CREATE_REMOTE_DOMAIN("", "", ""),
    REMOVE_REMOTE_DOMAIN("", "", ""),
    CHANGE_REMOTE_DOMAIN("", "", ""),
    READ_MAIL("", "", ""),
    SEND_MAIL("", "", ""),
    DELETE_MAIL("", "", ""),
    PURGE_MAIL("", "", ""),
    CHANGE_BLOCK_LIST("", "", ""),
    CHANGE_CONTENT_SEARCH("", "", ""),
    SUBMIT_THREAT("", "", ""),
    SEARCH("", "", "");

    private final String displayName;
    private final String category;
    private final String service;

    Activity(String displayName, String category, String service) {
        this.displayName = displayName;
        this.category = category;
        this.service = service;
    }

    /** The directory audit's {@code activityDisplayName}; empty when the directory audit has no such row. */
    public String displayName() {
        return displayName;
    }

    /** The directory audit's {@code category}. */
    public String category() {
        return category;
    }

    /** The directory audit's {@code loggedByService}. */
    public String service() {
        return service;
    }
}

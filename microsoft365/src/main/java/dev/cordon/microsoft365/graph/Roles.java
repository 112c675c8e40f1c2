package dev.cordon.microsoft365.graph;

import java.util.Set;

/**
 * Directory roles by template id, the same in every tenant.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference">Built-in roles</a>
 */
final class Roles {
    static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
    static final String PRIVILEGED_AUTHENTICATION_ADMINISTRATOR = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
    private static final String AUTHENTICATION_ADMINISTRATOR = "c4e39bd9-1100-46d3-8c65-fb160da0071f";
    private static final String HELPDESK_ADMINISTRATOR = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    private static final String PASSWORD_ADMINISTRATOR = "966707d0-3269-4727-9be2-8c3a10f19b9d";
    private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    private static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
    private static final String SECURITY_ADMINISTRATOR = "194ae4cb-b126-40b2-bd5b-6091b380977d";
    private static final String SECURITY_READER = "5d6b6bb7-de71-4623-b4af-96380a352509";
    private static final String SECURITY_OPERATOR = "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f";
    private static final String REPORTS_READER = "4a5d8f65-41da-4de4-8968-e035b65339cf";

    /** May reset the password of somebody. */
    static final Set<String> RESET = Set.of(
            GLOBAL_ADMINISTRATOR,
            PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
            AUTHENTICATION_ADMINISTRATOR,
            HELPDESK_ADMINISTRATOR,
            PASSWORD_ADMINISTRATOR,
            USER_ADMINISTRATOR);

    /** May delete the authentication methods of somebody. */
    static final Set<String> METHODS =
            Set.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, AUTHENTICATION_ADMINISTRATOR);

    /** May read the authentication methods of somebody. */
    static final Set<String> METHODS_READ = Set.of(
            GLOBAL_ADMINISTRATOR, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, AUTHENTICATION_ADMINISTRATOR, GLOBAL_READER);

    /** May read logs and risk. */
    static final Set<String> LOGS = Set.of(
            GLOBAL_ADMINISTRATOR,
            GLOBAL_READER,
            SECURITY_ADMINISTRATOR,
            SECURITY_READER,
            SECURITY_OPERATOR,
            REPORTS_READER);

    /** May delete consents and application assignments. */
    static final Set<String> APPLICATIONS = Set.of(
            GLOBAL_ADMINISTRATOR, "158c047a-c907-4556-b7ef-446551a6b5f7", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");

    /** May disable devices. */
    static final Set<String> DEVICES = Set.of(
            GLOBAL_ADMINISTRATOR, "7698a772-787b-4ac8-901f-60d6b08affd2", "3a2c62db-5318-420d-8d74-23affee5d9d5");

    /** May take roles away. */
    static final Set<String> ROLES = Set.of(GLOBAL_ADMINISTRATOR, "e8611ab8-c189-46e8-94e1-60213ab1f814");

    private Roles() {}
}

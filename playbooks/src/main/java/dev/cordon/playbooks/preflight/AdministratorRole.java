package dev.cordon.playbooks.preflight;

import java.util.Arrays;
import java.util.Optional;

/**
 * The directory roles that decide who may act on whom, by their template ids, which are the same in every tenant.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/users#who-can-reset-passwords">Who can reset passwords</a>
 */
public enum AdministratorRole {
    GLOBAL_ADMINISTRATOR("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"),
    PRIVILEGED_AUTHENTICATION_ADMINISTRATOR(
            "Privileged Authentication Administrator", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13"),
    AUTHENTICATION_ADMINISTRATOR("Authentication Administrator", "c4e39bd9-1100-46d3-8c65-fb160da0071f"),
    USER_ADMINISTRATOR("User Administrator", "fe930be7-5e62-47db-91af-98c3a49a38b1"),
    HELPDESK_ADMINISTRATOR("Helpdesk Administrator", "729827e3-9c14-49f7-bb1b-9608f156bbb8"),
    PASSWORD_ADMINISTRATOR("Password Administrator", "966707d0-3269-4727-9be2-8c3a10f19b9d"),
    EXCHANGE_ADMINISTRATOR("Exchange Administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de"),
    GROUPS_ADMINISTRATOR("Groups Administrator", "fdd7a751-b60b-444a-984c-02652fe8fa1c"),
    DIRECTORY_READERS("Directory Readers", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b"),
    GUEST_INVITER("Guest Inviter", "95e79109-95c0-4d8e-aee3-d01accf2d47b"),
    REPORTS_READER("Reports Reader", "4a5d8f65-41da-4de4-8968-e035b65339cf"),
    MESSAGE_CENTER_READER("Message Center Reader", "790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b"),
    USAGE_SUMMARY_REPORTS_READER("Usage Summary Reports Reader", "75934031-6c7e-415a-99d7-48dbd49e875e");

    private final String displayName;
    private final String templateId;

    AdministratorRole(String displayName, String templateId) {
        this.displayName = displayName;
        this.templateId = templateId;
    }

    /** Microsoft's name of it. */
    public String displayName() {
        return displayName;
    }

    /** Its template id. */
    public String templateId() {
        return templateId;
    }

    /** The role with this template id; empty for every role that is not listed, all of which protect their holder. */
    public static Optional<AdministratorRole> find(String templateId) {
        return Arrays.stream(values())
                .filter(role -> role.templateId.equalsIgnoreCase(templateId))
                .findFirst();
    }
}

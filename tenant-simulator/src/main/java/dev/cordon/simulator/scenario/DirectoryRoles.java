package dev.cordon.simulator.scenario;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The built-in Entra roles a scenario may name, with Microsoft's template ids. */
public final class DirectoryRoles {

    private static final Map<String, String> TEMPLATE_BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        role("Global Administrator", "62e90394-69f5-4237-9190-012177145e10");
        role("Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451");
        role("Privileged Authentication Administrator", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13");
        role("Authentication Administrator", "c4e39bd9-1100-46d3-8c65-fb160da0071f");
        role("Authentication Policy Administrator", "0526716b-113d-4c15-b2c8-68e3c22b9f80");
        role("Helpdesk Administrator", "729827e3-9c14-49f7-bb1b-9608f156bbb8");
        role("Password Administrator", "966707d0-3269-4727-9be2-8c3a10f19b9d");
        role("User Administrator", "fe930be7-5e62-47db-91af-98c3a49a38b1");
        role("Groups Administrator", "fdd7a751-b60b-444a-984c-02652fe8fa1c");
        role("Guest Inviter", "95e79109-95c0-4d8e-aee3-d01accf2d47b");
        role("Directory Readers", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b");
        role("Privileged Role Administrator", "e8611ab8-c189-46e8-94e1-60213ab1f814");
        role("Security Administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d");
        role("Security Reader", "5d6b6bb7-de71-4623-b4af-96380a352509");
        role("Security Operator", "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f");
        role("Reports Reader", "4a5d8f65-41da-4de4-8968-e035b65339cf");
        role("Message Center Reader", "790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b");
        role("Usage Summary Reports Reader", "75934031-6c7e-415a-99d7-48dbd49e875e");
        role("Exchange Administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de");
        role("Exchange Recipient Administrator", "31392ffb-586c-42d1-9346-e59415a2cc4e");
        role("Compliance Administrator", "17315797-102d-40b4-93e0-432062caca18");
        role("Cloud Application Administrator", "158c047a-c907-4556-b7ef-446551a6b5f7");
        role("Application Administrator", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");
        role("Conditional Access Administrator", "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9");
        role("Cloud Device Administrator", "7698a772-787b-4ac8-901f-60d6b08affd2");
        role("SharePoint Administrator", "f28a1f50-f6e7-4571-818b-6a12f2af6b6c");
        role("Teams Administrator", "69091246-20e8-4a56-aa4d-066075b2a7a8");
        role("Intune Administrator", "3a2c62db-5318-420d-8d74-23affee5d9d5");
        role("License Administrator", "4d6ac14f-3453-41d0-bef9-a3e0c569773a");
        role("Billing Administrator", "b0f54661-2d74-4c50-afa3-1ec803f12efe");
    }

    private DirectoryRoles() {}

    private static void role(String name, String templateId) {
        TEMPLATE_BY_NAME.put(name, templateId);
    }

    /** Every role: display name to template id. */
    public static Map<String, String> templateIdByName() {
        return Collections.unmodifiableMap(TEMPLATE_BY_NAME);
    }

    /** The template id for a name (any case) or for a template id. */
    public static Optional<String> findTemplateId(String nameOrTemplateId) {
        var byName = TEMPLATE_BY_NAME.get(nameOrTemplateId);
        if (byName != null) {
            return Optional.of(byName);
        }
        var lower = nameOrTemplateId.toLowerCase(Locale.ROOT);
        return TEMPLATE_BY_NAME.containsValue(lower) ? Optional.of(lower) : Optional.empty();
    }

    /** The display name for a template id. */
    public static Optional<String> findName(String templateId) {
        return TEMPLATE_BY_NAME.entrySet().stream()
                .filter(role -> role.getValue().equalsIgnoreCase(templateId))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

package dev.cordon.investigation.lines;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The roles by which applications act without a user in Microsoft Graph, Exchange Online and SharePoint Online, as far as they matter here.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Permissions reference</a>
 */
final class AppRoles {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("810c84a8-4a9e-49e6-bf7d-12d183f40d01", "Mail.Read"),
            Map.entry("e2a3a72e-5f79-4c64-b1b1-878b674786c9", "Mail.ReadWrite"),
            Map.entry("b633e1c5-b582-4048-a93e-9f11b44c7e96", "Mail.Send"),
            Map.entry("6931bccd-447a-43d1-b442-00a195474933", "MailboxSettings.ReadWrite"),
            Map.entry("40f97065-369a-49f4-947c-6a255697ae91", "MailboxSettings.Read"),
            Map.entry("dc890d15-9560-4a4c-9b7f-a736ec74ec40", "full_access_as_app"),
            Map.entry("dc50a0fb-09a3-484d-be87-e023b12c6440", "Exchange.ManageAsApp"),
            Map.entry("089fe4d0-434a-44c5-8827-41ba8a0b17f5", "Contacts.Read"),
            Map.entry("6918b873-d17a-4dc1-b314-35f528134491", "Contacts.ReadWrite"),
            Map.entry("798ee544-9d2d-430c-a058-570e29e34338", "Calendars.Read"),
            Map.entry("ef54d2bf-783f-4e0f-bca1-3210c0444d99", "Calendars.ReadWrite"),
            Map.entry("01d4889c-1287-42c6-ac1f-5d1e02578ef6", "Files.Read.All"),
            Map.entry("75359482-378d-4052-8f01-80520e7db3cd", "Files.ReadWrite.All"),
            Map.entry("332a536c-c7ef-4017-ab91-336970924f0d", "Sites.Read.All"),
            Map.entry("9492366f-7969-46a4-8d15-ed1a20078fff", "Sites.ReadWrite.All"),
            Map.entry("a82116e5-55eb-4c41-a434-62fe8a61c773", "Sites.FullControl.All"),
            Map.entry("6b7d71aa-70aa-4810-a8d9-5d9fb2830017", "Chat.Read.All"),
            Map.entry("df021288-bdef-4463-88db-98f22de89214", "User.Read.All"),
            Map.entry("741f803b-c850-494e-b5df-cde7c675a1ca", "User.ReadWrite.All"),
            Map.entry("7ab1d382-f21e-4acd-a863-ba3e13f7da61", "Directory.Read.All"),
            Map.entry("19dbc75e-c2e2-444c-a770-ec69d8559fc7", "Directory.ReadWrite.All"),
            Map.entry("9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", "RoleManagement.ReadWrite.Directory"),
            Map.entry("1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", "Application.ReadWrite.All"),
            Map.entry("06b708a9-e830-4db3-a914-8e69da51d44f", "AppRoleAssignment.ReadWrite.All"),
            Map.entry("50483e42-d915-4231-9639-7fdb7fd190e5", "UserAuthenticationMethod.ReadWrite.All"),
            Map.entry("01c0a623-fc9b-48e9-b794-0756f8e8f067", "Policy.ReadWrite.ConditionalAccess"),
            Map.entry("5b567255-7703-4780-807c-7be8301ae99b", "Group.Read.All"),
            Map.entry("62a82d76-70ea-41e2-9197-370581804d09", "Group.ReadWrite.All"),
            Map.entry("5e5addcd-3e8d-4e90-baf5-964efab2b20a", "IMAP.AccessAsApp"),
            Map.entry("678536fe-1083-478a-9c59-b99265e6b0d3", "Sites.FullControl.All"),
            Map.entry("18a4783c-866b-4cc7-a460-3d5e5662c884", "Application.ReadWrite.OwnedBy"),
            Map.entry("246dd0d5-5bd0-4def-940b-0421030a5b68", "Policy.Read.All"),
            Map.entry("37730810-e9ba-4e46-b07e-8ca78d182097", "Policy.Read.ConditionalAccess"),
            Map.entry("498476ce-e0fe-48b0-b801-37ba7e2685c6", "Organization.Read.All"),
            Map.entry("98830695-27a2-44f7-8c18-0c3ebc9698f6", "GroupMember.Read.All"),
            Map.entry("9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30", "Application.Read.All"),
            Map.entry("dc5007c0-2d7d-4c42-879c-2dab87571379", "IdentityRiskyUser.Read.All"),
            Map.entry("6e472fd1-ad78-48da-a0f0-97ab2c6b769e", "IdentityRiskEvent.Read.All"),
            Map.entry("230c1aed-a721-4c5d-9cb4-a90514e508ef", "Reports.Read.All"),
            Map.entry("38d9df27-64da-44fd-b7c5-a6fbac20248f", "UserAuthenticationMethod.Read.All"),
            Map.entry("483bed4a-2ad3-4361-a73b-c83ccdbdc53c", "RoleManagement.Read.Directory"),
            Map.entry("bf394140-e372-4bf9-a898-299cfc7564e5", "SecurityEvents.Read.All"),
            Map.entry("472e4a4d-bb4a-4026-98d1-0b0d74cb74a5", "SecurityAlert.Read.All"),
            Map.entry("79c261e0-fe76-4144-aad5-bdc68fbe4037", "ServiceHealth.Read.All"),
            Map.entry("243333ab-4d21-40cb-a475-36241daa0842", "DeviceManagementManagedDevices.ReadWrite.All"),
            Map.entry("7438b122-aefc-4978-80ed-43db9fcc7715", "Device.Read.All"),
            Map.entry("2f51be20-0bb4-4fed-bf7b-db946066c75e", "DeviceManagementManagedDevices.Read.All"),
            Map.entry("dc377aa6-52d8-4e23-b271-2a7ae04cedf3", "DeviceManagementConfiguration.Read.All"),
            Map.entry("45cc0394-e837-488b-a098-1918f48d186c", "SecurityIncident.Read.All"),
            Map.entry("2280dda6-0bfd-44ee-a2f4-cb867cfc4c1e", "Team.ReadBasic.All"),
            Map.entry("59a6b24b-4225-4393-8165-ebaec5f55d7a", "Channel.ReadBasic.All"),
            Map.entry("dbb9058a-0e50-45d7-ae91-66909b5d4664", "Domain.Read.All"),
            Map.entry("913b9306-0ce1-42b8-9137-6a7df690a760", "Place.Read.All"),
            Map.entry("b0afded3-3588-46d8-8b3d-9842eff778da", "AuditLog.Read.All"));

    /** What Entra writes where an application offers no roles. */
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private AppRoles() {}

    /** Whether it stands for no role at all. */
    static boolean isNone(String id) {
        return id.strip().equals(NONE);
    }

    /** What the role of that id lets an application do; empty for others. */
    static Optional<String> valueOf(String id) {
        return Optional.ofNullable(VALUES.get(id.strip().toLowerCase(Locale.ROOT)));
    }
}

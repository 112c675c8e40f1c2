package dev.cordon.investigation.lines;

import java.util.Set;

/**
 * Microsoft's own applications that hardly anybody but administrators and attackers signs in to: command lines, and what registers a device. They need no
 * consent and serve what a stolen password or code is wanted for. The ids are public and the same in all tenants.
 */
final class AttackersApplications {
    private static final Set<String> IDS = Set.of(
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46", // Azure CLI
            "1950a258-227b-4e31-a9cf-717495945fc2", // Azure PowerShell
            "1b730954-1685-4b74-9bfd-dac224a7b894", // Azure Active Directory PowerShell
            "14d82eec-204b-4c2f-b7e8-296a70dab67e", // Microsoft Graph Command Line Tools
            "a0c73c16-a7e3-4564-9a95-2bdf47383716", // Exchange Online PowerShell
            "fb78d390-0c51-40cd-8e17-fdbfab77341b", // Exchange REST API PowerShell
            "9bc3ab49-b65d-410a-85ad-de819febfddc", // SharePoint Online Management Shell
            "12128f48-ec9e-42f0-b203-ea49fb6af367", // Teams PowerShell
            "29d9ed98-a469-4536-ade2-f981bc1d605e", // Authentication Broker
            "dd762716-544d-4aeb-a526-687b73838a22"); // Device Registration Client

    private AttackersApplications() {}

    static boolean contain(String applicationId) {
        return IDS.contains(applicationId);
    }
}

package dev.cordon.investigation.lines;

import java.util.Set;

/** Microsoft's own applications that people sign in to every day. The ids are public and the same in all tenants. */
final class MicrosoftApplications {
    private static final Set<String> IDS = Set.of(
            "d3590ed6-52b3-4102-aeff-aad2292ab01c", // Microsoft Office
            "0ec893e0-5785-4de6-99da-4ed124e5296c", // Office UWP PWA
            "4765445b-32c6-49b0-83e6-1d93765276ca", // OfficeHome
            "1fec8e78-bce4-4aaf-ab1b-5451cc387264", // Microsoft Teams
            "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", // Microsoft Teams Web Client
            "27922004-5251-4030-b22d-91ecd9a37ea4", // Outlook Mobile
            "9199bf20-a13f-4107-85dc-02114787ef48", // One Outlook Web
            "5d661950-3475-41cd-a2c3-d671a3162bc1", // Microsoft Outlook
            "ab9b8c07-8f02-4f72-87fa-80105867a763", // OneDrive SyncEngine
            "b26aadf8-566f-4478-926f-589f601d9c74", // OneDrive
            "af124e86-4e96-495a-b70a-90f90ab96707", // OneDrive iOS
            "08e18876-6177-487e-b8b5-cf950c1e598c", // SharePoint Online Web Client
            "ecd6b820-32c2-49b6-98a6-444530e5a77a", // Microsoft Edge
            "c44b4083-3bb0-49c1-b47d-974e53cbdf3c", // Azure Portal
            "2793995e-0a7d-40d7-bd35-6968ba142197", // My Apps
            "19db86c3-b2b9-44cc-b339-36da233a3be2", // My Signins
            "8c59ead7-d703-4a27-9e55-c96a0054c8d2", // My Profile
            "de8bc8b5-d9f9-48b1-a8ad-b748da725064", // Graph Explorer
            "872cd9fa-d31f-45e0-9eab-6e460a02d1f1", // Visual Studio
            "aebc6443-996d-45c2-90f0-388ff96faa56", // Visual Studio Code
            "57336123-6e14-4acc-8dcf-287b6088aa28", // Microsoft Whiteboard
            "0922ef46-e1b9-4f7e-9134-9ad00547eb41", // Loop
            "4813382a-8fa7-425e-ab75-3b753aab3abb", // Authenticator
            "38aa3b87-a06d-4817-b275-7a316988d93b", // Windows Sign In
            "cf36b471-5b44-428c-9ce7-313bf84528de", // Microsoft Bing Search
            "26a7ee05-5602-4d76-a7ba-eae8b7b67941", // Windows Search
            "f44b1140-bc5e-48c6-8dc0-5cf5a53c0e34", // Bing
            "a40d7d7d-59aa-447e-a655-679a4107e548", // Accounts Control UI
            "871c010f-5e61-4fb1-83ac-98610a7e9110", // Power BI
            "00b41c95-dab0-4487-9791-b9d2c32c80f2"); // Office 365 Management

    private MicrosoftApplications() {}

    static boolean contain(String applicationId) {
        return IDS.contains(applicationId)
                || AttackersApplications.contain(applicationId)
                || applicationId.endsWith("-0000-0000-c000-000000000000")
                || applicationId.endsWith("-0000-0ff1-ce00-000000000000");
    }
}

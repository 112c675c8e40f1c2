package dev.cordon.investigation.lines;

import dev.cordon.investigation.WordList;
import java.util.Set;

/**
 * Applications that are the same in every tenant, by their public client ids in lower case.
 *
 * @see <a href="https://huntresslabs.github.io/rogueapps/">Applications seen in takeovers</a>
 */
final class KnownApplications {
    /** The tenants that Microsoft's own applications belong to. */
    private static final Set<String> MICROSOFT =
            Set.of("f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47");

    /**
     * Programs for mail, mass mailing and copying that were seen in many takeovers. Most are honest products: what is told is that whoever
     * holds a stolen account likes to use them, not that their makers do harm.
     */
    private static final Set<String> FAVOURED_BY_ATTACKERS = Set.of(
            "ff8d92dc-3d82-41d6-bcbd-b9174d163620",
            "2ef68ccc-8a4d-42ff-ae88-2d7bb89ad139",
            "e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd",
            "a245e8c0-b53c-4b67-9b45-751d1dff8e6b",
            "b15665d9-eda6-4092-8539-0eec376afd59",
            "4761b959-9780-4c2d-87a3-512b4638f767",
            "a43e5392-f48b-46a4-a0f1-098b5eeb4757",
            "caffae8c-0882-4c81-9a27-d1803af53a40",
            "179d5108-412b-4c95-8e34-06786784ab39",
            "497ac034-5120-4c1a-929a-0351f5c09918",
            "858d7e42-35f0-44b7-9033-df309239a47f",
            "77468577-4f6e-40e7-b745-11d3d0c28095",
            "946c777c-bc85-489e-b034-392389ae23d6",
            "62db40a4-2c7e-4373-a609-eda138798962",
            "231575bc-9f6c-4539-9241-5cfae696b630",
            "b1c4926a-5fb6-4aad-b920-709c957be148");

    /** The same by their names. */
    private static final WordList FAVOURED_NAMES = WordList.of(
            "perfectdata, perfect data, mail_backup, em client, emclient, supermailer, cloudsponge, sigparser, rclone,"
                    + " newsletter software, postbox, foxmail, edison mail, fastmail, zoominfo, spike");

    /** Mail programs that come with a telephone or a desk: Apple's, Mozilla's, Samsung's, Google's and Readdle's. */
    private static final Set<String> MAIL_PROGRAMS = Set.of(
            "f8d98a96-0999-43f5-8af3-69971c7bb423",
            "9e5f94bc-e8a4-4e73-b8be-63364c29d753",
            "08162f7c-0fd2-4200-a84a-f25a4db0b584",
            "8acd33ea-7197-4a96-bc33-d7cc7101262f",
            "2cee05de-2b8f-45a2-8289-2a06ca32c4c8",
            "b50c1dbd-1855-4e54-b07c-d3c3029e93d3");

    /** Microsoft's own tools for people who write scripts: Graph's and Azure's command lines, and Graph Explorer. */
    private static final Set<String> SCRIPTING_TOOLS = Set.of(
            "14d82eec-204b-4c2f-b7e8-296a70dab67e",
            "de8bc8b5-d9f9-48b1-a8ad-b748da725064",
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            "1950a258-227b-4e31-a9cf-717495945fc2");

    /** Applications of Microsoft's own that are in most organisations, by ids that are the same everywhere. */
    private static final Set<String> MICROSOFTS = Set.of(
            "00000002-0000-0ff1-ce00-000000000000", // Exchange Online
            "00000003-0000-0000-c000-000000000000", // Graph
            "00000003-0000-0ff1-ce00-000000000000", // SharePoint Online
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46", // Azure CLI
            "14d82eec-204b-4c2f-b7e8-296a70dab67e", // Graph Command Line Tools
            "1950a258-227b-4e31-a9cf-717495945fc2", // Azure PowerShell
            "1b730954-1685-4b74-9bfd-dac224a7b894", // Azure Active Directory PowerShell
            "1fec8e78-bce4-4aaf-ab1b-5451cc387264", // Teams
            "27922004-5251-4030-b22d-91ecd9a37ea4", // Outlook Mobile
            "29d9ed98-a469-4536-ade2-f981bc1d605e", // Authentication Broker
            "4765445b-32c6-49b0-83e6-1d93765276ca", // Office home
            "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", // Teams in the browser
            "9199bf20-a13f-4107-85dc-02114787ef48", // Outlook in the browser
            "a0c73c16-a7e3-4564-9a95-2bdf47383716", // Exchange Online PowerShell
            "ab9b8c07-8f02-4f72-87fa-80105867a763", // OneDrive
            "c44b4083-3bb0-49c1-b47d-974e53cbdf3c", // Azure portal
            "d3590ed6-52b3-4102-aeff-aad2292ab01c", // Office
            "de8bc8b5-d9f9-48b1-a8ad-b748da725064", // Graph Explorer
            "fb78d390-0c51-40cd-8e17-fdbfab77341b"); // Exchange REST API PowerShell

    private KnownApplications() {}

    /** Whether it is one of those ids, for lines that do not tell who owns it. */
    static boolean isMicrosofts(String appId) {
        return MICROSOFTS.contains(appId);
    }

    static boolean isScriptingTool(String appId) {
        return SCRIPTING_TOOLS.contains(appId);
    }

    static boolean isOwnedByMicrosoft(String ownerId) {
        return MICROSOFT.contains(ownerId);
    }

    static boolean isFavouredByAttackers(String appId) {
        return FAVOURED_BY_ATTACKERS.contains(appId);
    }

    static boolean isNamedLikeFavoured(String plainName) {
        return FAVOURED_NAMES.foundIn(plainName);
    }

    static boolean isMailProgram(String appId) {
        return MAIL_PROGRAMS.contains(appId);
    }
}

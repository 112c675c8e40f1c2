package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.reconstruction.FileAct.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operations of SharePoint and OneDrive mean, as the unified audit log spells them. */
final class FileOperations {
    private static final Map<String, Kind> KINDS = new HashMap<>();
    private static final Set<String> OPEN_LINKS = Set.of("anonymouslinkcreated", "anonymouslinkupdated");

    /** What is one file, where the row says what it is. */
    private static final Set<String> SINGLE = Set.of("", "file", "page", "listitem");

    static {
        put(
                Kind.ACCESSED,
                "fileaccessed",
                "fileaccessedextended",
                "filepreviewed",
                "anonymouslinkused",
                "companylinkused",
                "securelinkused",
                "sharinglinkused");
        put(Kind.DOWNLOADED, "filedownloaded", "filesyncdownloadedfull", "filesyncdownloadedpartial");
        put(
                Kind.SHARED,
                "sharingset",
                "sharinginvitationcreated",
                "anonymouslinkcreated",
                "anonymouslinkupdated",
                "companylinkcreated",
                "companylinkupdated",
                "securelinkcreated",
                "securelinkupdated",
                "addedtosecurelink",
                "sharinglinkcreated",
                "sharinglinkupdated");
        put(
                Kind.CHANGED,
                "fileuploaded",
                "filesyncuploadedfull",
                "filesyncuploadedpartial",
                "filemodified",
                "filemodifiedextended",
                "filerenamed",
                "filemoved",
                "filecopied",
                "filerestored",
                "filerecycled",
                "filedeleted",
                "filedeletedfirststagerecyclebin",
                "filedeletedsecondstagerecyclebin",
                "foldercreated",
                "foldermodified",
                "folderrenamed",
                "foldermoved",
                "foldercopied",
                "folderrestored",
                "folderrecycled",
                "folderdeleted",
                "folderdeletedfirststagerecyclebin",
                "folderdeletedsecondstagerecyclebin");
    }

    private FileOperations() {}

    private static void put(Kind kind, String... operations) {
        List.of(operations).forEach(operation -> KINDS.put(operation, kind));
    }

    /** What the row says was done with a file; empty where it is about none. */
    static Optional<Kind> kind(EvidenceRow row) {
        return Optional.ofNullable(KINDS.get(row.operation()));
    }

    /** Whether it made a link that opens for whoever has it. */
    static boolean opens(EvidenceRow row) {
        return OPEN_LINKS.contains(row.operation());
    }

    /** Whether the row says that it was no single file. */
    static boolean isFolder(EvidenceRow row) {
        return !SINGLE.contains(Names.plain(row.detail().settings().getOrDefault("itemtype", "")));
    }

    /** With whom it was shared, as the row has it. */
    static String sharedWith(EvidenceRow row) {
        return row.detail().settings().getOrDefault("targetuserorgroupname", "").strip();
    }
}

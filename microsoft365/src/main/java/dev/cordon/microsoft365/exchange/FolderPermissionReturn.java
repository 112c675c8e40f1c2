package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.exchange.Folders.Folder;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives rights on single folders back, to the folder of that id whatever it is called by now.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/add-mailboxfolderpermission">Add-MailboxFolderPermission</a>
 */
public record FolderPermissionReturn(ExchangeClient exchange) implements Returnable {
    private static final String FOLDERS = "Get-MailboxFolderStatistics";
    private static final String PERMISSIONS = "Get-MailboxFolderPermission";
    private static final String USER = "User";
    private static final String RIGHTS = "AccessRights";
    private static final String FLAGS = "SharingPermissionFlags";

    /** The folders suffice: which folder the copy itself is about stands in its question. */
    @Override
    public boolean reads(String request) {
        return Sheet.isOf(request, FOLDERS);
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        Map<String, Folder> folders = Sheet.rows(answers, FOLDERS).stream()
                .map(Folders::folder)
                .collect(
                        Collectors.toMap(folder -> folder.identity(objectId), Function.identity(), (one, same) -> one));
        List<Former> formers = new ArrayList<>();
        for (Sheet sheet : Sheet.of(answers, PERMISSIONS)) {
            Folder folder = folders.get(sheet.parameters().textOrEmpty("Identity"));
            if (folder != null) {
                sheet.rows().forEach(row -> formers.add(former(folder, row)));
            }
        }
        return formers;
    }

    private static Former former(Folder folder, JsonItem row) {
        MailboxDelegate right = FolderPermissionReading.delegate(folder, row);
        Map<String, String> settable = new Fields()
                .with(USER, right.trustee())
                .withSet(RIGHTS, right.rights())
                .withSet(FLAGS, Rows.rights(row, FLAGS))
                .map();
        Former former = Former.of(
                        right.id(),
                        right.id(),
                        settable,
                        new Fields().with("FolderPath", folder.path()).map())
                .withMeans(Map.of("folder", folder.id()));
        return RightRemoval.isEverybody(right)
                ? former.whenRemoved(new Fields()
                        .withSet(RIGHTS, List.of(RightRemoval.least(right, folder.isCalendar())))
                        .map())
                : former;
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        boolean isSet = !former.whenRemoved().isEmpty();
        List<String> flags = Fields.texts(former.field(FLAGS));
        Cmdlet cmdlet = Cmdlet.named(isSet ? "Set-MailboxFolderPermission" : "Add-MailboxFolderPermission")
                .with("Identity", Folders.identity(objectId, former.means().getOrDefault("folder", "")))
                .with(USER, Fields.plain(former.field(USER)))
                .with(RIGHTS, Fields.texts(former.field(RIGHTS)));
        return exchange.create(
                        "Give " + Fields.plain(former.field(USER)) + " the rights in the folder "
                                + Fields.plain(former.field("FolderPath")) + " of " + objectId + " again",
                        objectId,
                        flags.isEmpty() ? cmdlet : cmdlet.with(FLAGS, flags))
                .receipt(false, List.of());
    }
}

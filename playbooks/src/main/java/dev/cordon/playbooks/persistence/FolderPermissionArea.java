package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** People with rights on single folders. */
final class FolderPermissionArea implements PersistenceArea<MailboxDelegate> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.FOLDER_PERMISSION);
    }

    @Override
    public String exhibitKind() {
        return "folder-permissions";
    }

    @Override
    public String inWords() {
        return "permissions on every folder";
    }

    @Override
    public boolean isInMailbox() {
        return true;
    }

    @Override
    public Reading<List<MailboxDelegate>> fetch(Tenant tenant, UserAccount user) {
        return tenant.mailboxes().fetchFolderPermissions(user.objectId());
    }

    @Override
    public String idOf(MailboxDelegate thing) {
        return thing.id();
    }

    @Override
    public List<String> substance(MailboxDelegate thing) {
        return thing.rights().stream().sorted().toList();
    }

    @Override
    public Proposal judge(MailboxDelegate thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.FOLDER_PERMISSION,
                List.of(idOf(thing)),
                thing.folder() + ": " + thing.trustee(),
                Set.of(thing.trustee()),
                judge.folderPermission(thing),
                "The right on the folder is lost; it can be given again from its sealed copy.");
    }

    /** Every folder has an answer of its own. */
    @Override
    public List<String> marks(MailboxDelegate thing) {
        return List.of(thing.trustee(), "Get-MailboxFolderPermission", thing.folderId());
    }

    @Override
    public List<String> changes(UserAccount user, MailboxDelegate right) {
        if (right.folderId().isBlank()) {
            return List.of();
        }
        String named = " -Identity " + Spelled.quoted(user.objectId() + ":" + right.folderId()) + " -User "
                + Spelled.quoted(right.trustee());
        return switch (right.trustee().toLowerCase(Locale.ROOT)) {
            case "default" ->
                List.of("Set-MailboxFolderPermission" + named
                        + " -AccessRights None # AvailabilityOnly where the folder is a calendar");
            case "anonymous" -> List.of("Set-MailboxFolderPermission" + named + " -AccessRights None");
            default -> List.of("Remove-MailboxFolderPermission" + named + " -Confirm:$false");
        };
    }

    @Override
    public Removal<MailboxDelegate> removal() {
        return Removal.by(
                "remove", (tenant, user, right) -> tenant.mailboxes().removeFolderPermission(user.objectId(), right));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().folderPermissions());
    }
}

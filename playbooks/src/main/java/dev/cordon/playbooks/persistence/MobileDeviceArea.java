package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.MobileDevice;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Set;

/** Telephones that synchronise the mailbox. Exchange knows them, the directory does not; they are devices all the same. */
final class MobileDeviceArea implements PersistenceArea<MobileDevice> {
    /** Before Exchange's id, so that it is never taken for the directory's id of a device. */
    private static final String PREFIX = "mobile|";

    static boolean isMobile(String itemId) {
        return itemId.startsWith(PREFIX);
    }

    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.DEVICE);
    }

    @Override
    public boolean holds(String itemId) {
        return isMobile(itemId);
    }

    @Override
    public String exhibitKind() {
        return "mobile-devices";
    }

    @Override
    public String inWords() {
        return "telephones that synchronise the mailbox";
    }

    @Override
    public boolean isInMailbox() {
        return true;
    }

    @Override
    public Reading<List<MobileDevice>> fetch(Tenant tenant, UserAccount user) {
        return tenant.mailboxes().fetchMobileDevices(user.objectId());
    }

    @Override
    public String idOf(MobileDevice thing) {
        return PREFIX + thing.id();
    }

    @Override
    public Proposal judge(MobileDevice thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.DEVICE,
                List.of(idOf(thing), thing.id()),
                thing.name(),
                Set.of(),
                judge.mobileDevice(thing),
                "The telephone synchronises no longer, and nothing on it is wiped; a wipe with Clear-MobileDevice reaches it only while the partnership stands.");
    }

    @Override
    public List<String> changes(UserAccount user, MobileDevice device) {
        return List.of("Remove-MobileDevice -Identity " + Spelled.quoted(device.id()) + " -Confirm:$false");
    }

    @Override
    public Removal<MobileDevice> removal() {
        return Removal.by(
                "end", (tenant, user, device) -> tenant.mailboxes().removeMobileDevice(user.objectId(), device));
    }

    @Override
    public String whyNotGivenBack() {
        return "The partnership is made by the telephone itself: the user signs in to the mailbox on it again, and it comes back.";
    }
}

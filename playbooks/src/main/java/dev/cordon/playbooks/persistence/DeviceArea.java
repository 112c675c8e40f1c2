package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.Devices.Device;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Devices of the directory, with a way in of their own. */
final class DeviceArea implements PersistenceArea<Device> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.DEVICE);
    }

    @Override
    public boolean holds(String itemId) {
        return !MobileDeviceArea.isMobile(itemId);
    }

    @Override
    public String exhibitKind() {
        return "devices";
    }

    @Override
    public String inWords() {
        return "registered and owned devices";
    }

    @Override
    public boolean isInMailbox() {
        return false;
    }

    @Override
    public Reading<List<Device>> fetch(Tenant tenant, UserAccount user) {
        return tenant.devices().fetchDevices(user.objectId());
    }

    @Override
    public String idOf(Device thing) {
        return thing.id();
    }

    @Override
    public Proposal judge(Device thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.DEVICE,
                List.of(idOf(thing)),
                thing.displayName(),
                Set.of(),
                judge.device(thing),
                "The device is disabled and kept; it can be enabled again.");
    }

    @Override
    public boolean isInForce(Device thing) {
        return thing.enabled();
    }

    @Override
    public List<String> changes(UserAccount user, Device device) {
        return List.of(Spelled.request("PATCH", "/devices/", device.id()) + " accountEnabled=false");
    }

    @Override
    public Removal<Device> removal() {
        return Removal.by("disable", (tenant, user, device) -> tenant.devices().disable(device));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().devices());
    }
}

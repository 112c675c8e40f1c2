package dev.cordon.simulator.exchange;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.MobileDevice;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Telephones that synchronise a mailbox (X14). What a wipe does and when the telephone answers is from memory.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-mobiledevice">Get-MobileDevice</a>
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/clear-mobiledevice">Clear-MobileDevice</a>
 */
final class MobileCmdlets {

    private static final String FOLDER = "\\ExchangeActiveSyncDevices\\";

    private MobileCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(
                Cmdlet.of(
                                "Get-MobileDevice",
                                Access.RECIPIENT_READ,
                                "Mailbox Identity ActiveSync OWAforDevices RestApi UniversalOutlook Filter SortBy",
                                "X14",
                                call -> list(call, device -> row(call, device)))
                        .ownToo(),
                Cmdlet.of(
                                "Get-MobileDeviceStatistics",
                                Access.RECIPIENT_READ,
                                "Mailbox Identity ActiveSync OWAforDevices RestApi UniversalOutlook GetMailboxLog",
                                "X14",
                                call -> list(call, device -> statistics(call, device)))
                        .ownToo(),
                Cmdlet.of(
                                "Clear-MobileDevice",
                                Access.RECIPIENT_WRITE,
                                "Identity AccountOnly Cancel NotificationEmailAddresses",
                                "X14",
                                MobileCmdlets::clear)
                        .ownToo(),
                Cmdlet.of("Remove-MobileDevice", Access.RECIPIENT_WRITE, "Identity", "X14", MobileCmdlets::remove)
                        .ownToo());
    }

    private static CmdletResult list(CmdletCall call, Function<MobileDevice, JsonObject> shape) {
        if (call.find("Identity").isPresent()) {
            return CmdletResult.of(shape.apply(find(call)));
        }
        var everybody = call.find("Mailbox").isEmpty()
                && call.cmdlet().access().suits(call.token().roles());
        var owner = everybody
                ? Optional.<String>empty()
                : Optional.of(call.mailbox("Mailbox").ownerId());
        return CmdletResult.of(
                call.state().table(MobileDevice.TABLE).allVisible(call.state().now()).stream()
                        .filter(device -> owner.isEmpty() || owner.get().equals(device.ownerId()))
                        .map(shape)
                        .toList());
    }

    private static MobileDevice find(CmdletCall call) {
        var wanted = call.text("Identity");
        var found = call.state().table(MobileDevice.TABLE).all().stream()
                .filter(device -> List.of(device.id(), deviceId(device), name(device), identity(device)).stream()
                        .anyMatch(wanted::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> CmdletRefusal.notFound(wanted));
        Mailbox mailbox = call.mailboxNamed(found.ownerId());
        call.target(mailbox, found.id());
        return found;
    }

    private static String deviceId(MobileDevice device) {
        return device.id().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static String type(MobileDevice device) {
        return Json.text(device.details(), "deviceType").orElse("Phone");
    }

    private static String name(MobileDevice device) {
        return type(device) + "\u00a7" + deviceId(device);
    }

    private static String identity(MobileDevice device) {
        return device.ownerId() + FOLDER + name(device);
    }

    private static Object clientType(MobileDevice device) {
        return Json.text(device.details(), "clientType").orElse("EAS");
    }

    private static JsonElement detail(MobileDevice device, String name) {
        return Json.element(Json.text(device.details(), name).orElse(null));
    }

    private static JsonObject row(CmdletCall call, MobileDevice device) {
        var owner = call.state().table(User.TABLE).find(device.ownerId());
        return Json.object(
                "Identity", identity(device),
                "Guid", device.id(),
                "Name", name(device),
                "FriendlyName", detail(device, "displayName"),
                "DeviceId", deviceId(device),
                "DeviceModel", detail(device, "model"),
                "DeviceOS", detail(device, "operatingSystem"),
                "DeviceType", type(device),
                "DeviceUserAgent", detail(device, "deviceUserAgent"),
                "DeviceImei", "",
                "DeviceMobileOperator", "",
                "DeviceOSLanguage", "",
                "DeviceTelephoneNumber", "",
                "UserDisplayName", owner.map(User::displayName).orElse(device.ownerId()),
                "ClientType", clientType(device),
                "ClientVersion", "16.1",
                "DeviceAccessState", device.wiped(call.state().now()) ? "Blocked" : "Allowed",
                "DeviceAccessStateReason", device.wiped(call.state().now()) ? "Individual" : "Global",
                "DeviceAccessControlRule", null,
                "FirstSyncTime", Rows.time(device.created()),
                "IsManaged", false,
                "IsCompliant", false,
                "IsDisabled", false,
                "WhenCreatedUTC", Rows.time(device.created()),
                "WhenChangedUTC", Rows.time(device.created()),
                "IsValid", true,
                "ObjectState", "Unchanged");
    }

    private static JsonObject statistics(CmdletCall call, MobileDevice device) {
        var now = call.state().now();
        return Json.object(
                "Identity", identity(device),
                "Guid", device.id(),
                "DeviceID", deviceId(device),
                "DeviceId", deviceId(device),
                "DeviceFriendlyName", detail(device, "displayName"),
                "DeviceModel", detail(device, "model"),
                "DeviceOS", detail(device, "operatingSystem"),
                "DeviceType", type(device),
                "DeviceUserAgent", detail(device, "deviceUserAgent"),
                "ClientType", clientType(device),
                "FirstSyncTime", Rows.time(device.created()),
                "LastSyncAttemptTime", Rows.time(lastSync(device, now)),
                "LastSuccessSync", Rows.time(lastSync(device, now)),
                "Status", status(device, now),
                "DeviceWipeSentTime", time(device.wipeRequested()),
                "DeviceWipeRequestTime", time(device.wipeRequested()),
                "DeviceWipeAckTime", time(device.wipeAnswered().filter(at -> !at.isAfter(now))),
                "IsRemoteWipeSupported", true,
                "DeviceAccessState", device.wiped(now) ? "Blocked" : "Allowed",
                "DeviceAccessStateReason", device.wiped(now) ? "Individual" : "Global",
                "ObjectState", "Unchanged");
    }

    private static Instant lastSync(MobileDevice device, Instant now) {
        return device.wipeAnswered().filter(at -> !at.isAfter(now)).orElse(now.minusSeconds(300));
    }

    private static JsonElement time(Optional<Instant> at) {
        return Json.element(at.map(Rows::time).orElse(null));
    }

    private static String status(MobileDevice device, Instant now) {
        if (device.wipeRequested().isEmpty()) {
            return "DeviceOk";
        }
        return (device.isAccountOnly() ? "AccountOnlyDeviceWipe" : "DeviceWipe")
                + (device.wiped(now) ? "Succeeded" : "Pending");
    }

    private static CmdletResult clear(CmdletCall call) {
        var device = find(call);
        if (call.flag("Cancel")) {
            if (device.wiped(call.state().now())) {
                throw CmdletRefusal.invalid(
                        "The wipe of the device '" + name(device) + "' can't be cancelled any more.");
            }
            call.mailboxes().wipe(call.cause(), device, false, false);
        } else {
            call.mailboxes().wipe(call.cause(), device, true, call.flag("AccountOnly"));
        }
        return CmdletResult.nothing();
    }

    private static CmdletResult remove(CmdletCall call) {
        call.mailboxes().remove(call.cause(), find(call));
        return CmdletResult.nothing();
    }
}

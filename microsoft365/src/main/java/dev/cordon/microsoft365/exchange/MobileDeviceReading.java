package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.MobileDevice;
import dev.cordon.tenant.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the telephones that synchronise a mailbox, each once. */
record MobileDeviceReading(ExchangeClient exchange, String mailbox) {
    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    Reading<List<MobileDevice>> read() {
        return exchange.read(
                        "Read the telephones that synchronise the mailbox of " + mailbox,
                        mailbox,
                        Cmdlet.named("Get-MobileDevice").with("Mailbox", mailbox),
                        MobileDeviceReading::device)
                .map(MobileDeviceReading::once);
    }

    private static List<MobileDevice> once(List<MobileDevice> rows) {
        Map<String, MobileDevice> devices = new LinkedHashMap<>();
        rows.forEach(device -> devices.putIfAbsent(device.id(), device));
        return List.copyOf(devices.values());
    }

    private static MobileDevice device(JsonItem row) {
        return new MobileDevice(
                guid(row),
                Rows.textOrEmpty(row, "FriendlyName"),
                Rows.textOrEmpty(row, "DeviceType"),
                Rows.textOrEmpty(row, "DeviceModel"),
                Rows.textOrEmpty(row, "DeviceOS"),
                Rows.textOrEmpty(row, "DeviceUserAgent"),
                Rows.textOrEmpty(row, "ClientType"),
                Rows.textOrEmpty(row, "DeviceAccessState"),
                Rows.instant(row, "FirstSyncTime"),
                Rows.instant(row, "WhenCreatedUTC").or(() -> Rows.instant(row, "WhenCreated")));
    }

    /** The one name of it that the telephone does not give itself: it stands in commands for people, so that nothing else passes for it. */
    private static String guid(JsonItem row) {
        return Rows.find(row, "Guid")
                .or(() -> Rows.find(row, "ExchangeObjectId"))
                .filter(text -> GUID.matcher(text).matches())
                .orElseThrow(() -> new UnreadableJson("The mobile device has no Guid"));
    }
}

package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.blocklist.BlockList;
import dev.cordon.simulator.blocklist.Entry;
import dev.cordon.simulator.blocklist.Entry.ListType;
import dev.cordon.simulator.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Tenant Allow/Block List (X25): entries end after thirty days unless something else is asked for, and no value
 * stands in it twice. The words of refusals are from memory.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/new-tenantallowblocklistitems">New-TenantAllowBlockListItems</a>
 */
final class BlockListCmdlets {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST_BLOCK = Duration.ofDays(90);
    private static final int MOST_ENTRIES = 20;

    private BlockListCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(
                Cmdlet.of(
                        "Get-TenantAllowBlockListItems",
                        Access.PROTECTION_READ,
                        "ListType ListSubType Block Allow Entry ExpirationDate NoExpiration OutputJson",
                        "X25",
                        BlockListCmdlets::list),
                Cmdlet.of(
                        "New-TenantAllowBlockListItems",
                        Access.PROTECTION_WRITE,
                        "ListType ListSubType Block Allow Entries ExpirationDate NoExpiration Notes OutputJson",
                        "X25",
                        BlockListCmdlets::add),
                Cmdlet.of(
                        "Remove-TenantAllowBlockListItems",
                        Access.PROTECTION_WRITE,
                        "ListType ListSubType Ids Entries OutputJson",
                        "X25",
                        BlockListCmdlets::remove));
    }

    private static ListType type(CmdletCall call) {
        var word = call.text("ListType");
        return Arrays.stream(ListType.values())
                .filter(type -> type.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> CmdletRefusal.invalid("Cannot process argument transformation on parameter"
                        + " 'ListType'. Cannot convert value \"" + word
                        + "\". The possible enumeration values are \"Url, FileHash, Sender, IP\"."));
    }

    private static CmdletResult list(CmdletCall call) {
        var type = type(call);
        return CmdletResult.of(new BlockList(call.state())
                .standing().stream()
                        .filter(entry -> entry.type() == type
                                && (!call.flag("Block") || entry.block())
                                && (!call.flag("Allow") || !entry.block())
                                && (!call.flag("NoExpiration") || entry.expires() == null)
                                && call.asksFor("Entry", entry.value()))
                        .map(BlockListCmdlets::row)
                        .toList());
    }

    private static CmdletResult add(CmdletCall call) {
        var type = type(call);
        if (call.flag("Block") == call.flag("Allow")) {
            throw CmdletRefusal.invalid("Specify either the Block or the Allow switch.");
        }
        var values = call.texts("Entries");
        if (values.isEmpty()) {
            throw CmdletRefusal.missing("Entries");
        }
        if (values.size() > MOST_ENTRIES) {
            throw CmdletRefusal.invalid("The number of entries can't be more than " + MOST_ENTRIES + ".");
        }
        var expires = expires(call);
        var list = new BlockList(call.state());
        var entries = call.state().atomically(() -> {
            check(list, type, values);
            var made = new ArrayList<Entry>();
            values.forEach(value -> made.add(entry(call, type, value, expires, made.size())));
            list.add(call.cause(), made);
            return made;
        });
        return CmdletResult.of(entries.stream().map(BlockListCmdlets::row).toList());
    }

    private static void check(BlockList list, ListType type, List<String> values) {
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!BlockList.isWellFormed(type, value)) {
                throw CmdletRefusal.invalid("The entry '" + value + "' is not a valid " + type.word() + " entry.");
            }
            if (!seen.add(value.toLowerCase(Locale.ROOT))
                    || list.find(type, value).isPresent()) {
                throw CmdletRefusal.unspecified(
                        "Duplicate value. There is already an entry for '" + value + "' in the list.");
            }
        }
    }

    private static @Nullable Instant expires(CmdletCall call) {
        var now = call.state().now();
        if (call.flag("NoExpiration")) {
            if (call.has("ExpirationDate")) {
                throw CmdletRefusal.invalid("ExpirationDate and NoExpiration can't be used together.");
            }
            if (call.flag("Allow")) {
                throw CmdletRefusal.invalid("NoExpiration can't be used with the Allow switch.");
            }
            return null;
        }
        if (!call.has("ExpirationDate")) {
            return now.plus(USUAL);
        }
        var wanted = AuditCmdlets.time(call, "ExpirationDate");
        var longest = call.flag("Allow") ? USUAL : LONGEST_BLOCK;
        if (!wanted.isAfter(now) || wanted.isAfter(now.plus(longest))) {
            throw CmdletRefusal.invalid("The ExpirationDate has to lie within the next " + longest.toDays() + " days.");
        }
        return wanted;
    }

    private static Entry entry(CmdletCall call, ListType type, String value, @Nullable Instant expires, int number) {
        var state = call.state();
        var identity = "RgAAAA"
                + state.chance()
                        .letters(60, "allow-block", type, value, state.events().size(), number) + "0";
        return new Entry(
                identity,
                type,
                value,
                call.flag("Block"),
                expires,
                call.find("Notes").orElse(""),
                Objects.requireNonNullElse(call.token().actor().userPrincipalName(), ""),
                state.now(),
                null);
    }

    private static CmdletResult remove(CmdletCall call) {
        var type = type(call);
        var list = new BlockList(call.state());
        var ids = call.texts("Ids");
        var values = call.texts("Entries");
        if (ids.isEmpty() == values.isEmpty()) {
            throw CmdletRefusal.invalid("Specify either Ids or Entries.");
        }
        call.state().atomically(() -> {
            var gone = new ArrayList<Entry>();
            ids.forEach(id -> gone.add(list.standing().stream()
                    .filter(entry -> entry.type() == type && entry.identity().equals(id))
                    .findFirst()
                    .orElseThrow(() -> CmdletRefusal.notFound(id))));
            values.forEach(value -> gone.add(list.find(type, value).orElseThrow(() -> CmdletRefusal.notFound(value))));
            list.remove(call.cause(), gone);
        });
        return CmdletResult.nothing();
    }

    /** The last name is written like that on the wire. */
    private static JsonObject row(Entry entry) {
        return Json.object(
                "ObjectState",
                "Unchanged",
                "Identity",
                entry.identity(),
                "Value",
                entry.value(),
                "Action",
                entry.block() ? "Block" : "Allow",
                "ListType",
                entry.type().word(),
                "SubmissionID",
                "",
                "SysManaged",
                false,
                "ModifiedBy",
                entry.modifiedBy(),
                "LastModifiedDateTime",
                Rows.time(entry.modified()),
                "CreatedDateTime",
                Rows.time(entry.modified()),
                "ExpirationDate",
                entry.expires() == null ? null : Rows.time(entry.expires()),
                "Notes",
                entry.notes(),
                "EntryValueHash",
                "",
                "Error",
                "",
                "LastUsedDate(DateTime])",
                null);
    }
}

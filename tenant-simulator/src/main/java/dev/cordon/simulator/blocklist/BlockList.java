package dev.cordon.simulator.blocklist;

import com.google.gson.JsonObject;
import dev.cordon.simulator.blocklist.Entry.ListType;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The entries of a tenant, as they stand and as they stood. Safe for many threads. */
public final class BlockList {

    private final TenantState state;

    /** The list of that tenant. */
    public BlockList(TenantState state) {
        this.state = state;
    }

    /** Whether a value may stand in a list of that kind. */
    public static boolean isWellFormed(ListType type, String value) {
        return switch (type) {
            case SENDER -> Patterns.isSender(value);
            case URL -> Patterns.isUrl(value);
            case FILE_HASH -> value.matches("[0-9A-Fa-f]{64}");
            case IP -> value.contains(":") && value.matches("[0-9A-Fa-f:]{2,39}(/[0-9]{1,3})?");
        };
    }

    /** The entries that count now. */
    public List<Entry> standing() {
        return standing(state.now());
    }

    private List<Entry> standing(Instant at) {
        return state.table(Entry.TABLE).all().stream()
                .filter(entry -> entry.stands(at))
                .toList();
    }

    /** The entry of that value, whatever it does. */
    public Optional<Entry> find(ListType type, String value) {
        return standing().stream()
                .filter(entry -> entry.type() == type && entry.value().equalsIgnoreCase(value))
                .findFirst();
    }

    /** Puts entries in, all or none. */
    public void add(Cause cause, List<Entry> entries) {
        state.atomically(() -> entries.forEach(entry -> {
            state.table(Entry.TABLE).put(entry.identity(), entry);
            record(cause, entry, "added");
        }));
    }

    /** Takes entries out. */
    public void remove(Cause cause, List<Entry> entries) {
        state.atomically(() -> entries.forEach(entry -> {
            state.table(Entry.TABLE).put(entry.identity(), entry.removedAt(state.now()));
            record(cause, entry, "removed");
        }));
    }

    private void record(Cause cause, Entry entry, String change) {
        state.record(
                cause,
                Activity.CHANGE_BLOCK_LIST,
                "TenantAllowBlockListItem",
                entry.identity(),
                "",
                new JsonObject(),
                Json.object(
                        "Name", entry.value(), "list", entry.type().word(), "block", entry.block(), "change", change));
    }

    /** The entry that kept mail of that sender, with such links, from being delivered at that time. */
    public Optional<Entry> blocking(String sender, List<String> urls, Instant at) {
        return standing(at).stream()
                .filter(Entry::block)
                .filter(entry -> coversSender(entry, sender) || urls.stream().anyMatch(url -> coversUrl(entry, url)))
                .findFirst();
    }

    /** Whether following that link was refused at that time. */
    public boolean blocksUrl(String url, Instant at) {
        return standing(at).stream().anyMatch(entry -> entry.block() && coversUrl(entry, url));
    }

    /** Whether the entry is about mail of that sender. */
    public static boolean coversSender(Entry entry, String sender) {
        return entry.type() == ListType.SENDER && Patterns.coversSender(entry.value(), sender);
    }

    /** Whether the entry is about that URL. */
    public static boolean coversUrl(Entry entry, String url) {
        return entry.type() == ListType.URL && Patterns.coversUrl(entry.value(), url);
    }
}

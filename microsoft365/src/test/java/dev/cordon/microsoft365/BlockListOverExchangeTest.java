package dev.cordon.microsoft365;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.BlockList;
import dev.cordon.tenant.BlockList.Action;
import dev.cordon.tenant.BlockList.Entry;
import dev.cordon.tenant.BlockList.Kind;
import dev.cordon.tenant.BlockListContract;
import dev.cordon.tenant.InMemoryBlockList;
import dev.cordon.tenant.Made;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The client against a list in memory, spoken to as Exchange Online is. */
class BlockListOverExchangeTest extends BlockListContract {
    private final ConnectedDouble connected = new ConnectedDouble();

    @AfterEach
    void close() {
        connected.close();
    }

    @Override
    protected BlockList on(InMemoryBlockList world) {
        return connected.answeredBy(request -> reply(world, request)).blockList();
    }

    private static Reply reply(InMemoryBlockList world, Asked request) {
        Invoked cmdlet = Invoked.of(request);
        Kind kind = Kind.valueOf(cmdlet.text("ListType").toUpperCase(Locale.ROOT));
        if (cmdlet.find("Confirm").isPresent()) {
            return Invoked.refused("Parameter set cannot be resolved. Invalid cmdlet parameters specified. Confirm");
        }
        return switch (cmdlet.name()) {
            case "Get-TenantAllowBlockListItems" ->
                Invoked.rows(world.fetchEntries(kind).value().stream()
                        .map(BlockListOverExchangeTest::row)
                        .toList());
            case "New-TenantAllowBlockListItems" -> made(world, kind, cmdlet);
            case "Remove-TenantAllowBlockListItems" -> removed(world, cmdlet.text("Ids"));
            default -> Reply.status(501);
        };
    }

    private static Reply made(InMemoryBlockList world, Kind kind, Invoked cmdlet) {
        String value = cmdlet.text("Entries");
        if (world.entries().stream()
                .anyMatch(each -> each.kind() == kind && each.value().equals(value))) {
            return Invoked.refused("Duplicate value. Entry with value " + value + " already exists.");
        }
        boolean isForEver = cmdlet.find("NoExpiration").isPresent();
        Optional<Instant> end = isForEver ? Optional.empty() : Optional.of(cmdlet.time("ExpirationDate"));
        Entry entry = new Entry(
                kind,
                "RgAA" + world.entries().size(),
                value,
                Action.BLOCK,
                end,
                cmdlet.find("Notes").orElse(""),
                Optional.of(Made.NOW),
                "admin@contoso.example");
        world.put(entry);
        return Invoked.rows(List.of(row(entry)));
    }

    private static Reply removed(InMemoryBlockList world, String id) {
        Optional<Entry> standing =
                world.entries().stream().filter(each -> each.id().equals(id)).findFirst();
        standing.ifPresent(world::unblock);
        return standing.isPresent() ? Invoked.nothing() : Invoked.notFound();
    }

    private static JsonObject row(Entry entry) {
        JsonObject row = new JsonObject();
        row.addProperty("Identity", entry.id());
        row.addProperty("Value", entry.value());
        row.addProperty("Action", entry.action() == Action.BLOCK ? "Block" : "Allow");
        row.addProperty("ListType", entry.kind() == Kind.URL ? "Url" : "Sender");
        row.addProperty("Notes", entry.note());
        row.addProperty(
                "ExpirationDate", entry.expiresAt().map(Instant::toString).orElse(null));
        row.addProperty("ExpirationDate@data.type", "System.DateTime");
        return row;
    }
}

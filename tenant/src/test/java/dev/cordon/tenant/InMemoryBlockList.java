package dev.cordon.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A block list in memory. One thread. */
public final class InMemoryBlockList implements BlockList {
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Failure.Reason> refusal = Optional.empty();
    private int made;

    /** Puts an entry in, whoever made it. */
    public InMemoryBlockList put(Entry entry) {
        entries.add(entry);
        return this;
    }

    /** Everything is refused from now on. */
    public InMemoryBlockList refuses(Failure.Reason reason) {
        refusal = Optional.of(reason);
        return this;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private void open(String attempted) {
        if (refusal.isPresent()) {
            throw Made.refusal(attempted, refusal.get());
        }
    }

    @Override
    public Reading<List<Entry>> fetchEntries(Kind kind) {
        open("Read the block list");
        return Made.reading(
                "Get-TenantAllowBlockListItems",
                entries.stream().filter(entry -> entry.kind() == kind).toList());
    }

    @Override
    public Blocking block(Blockable what, Optional<java.time.Instant> expiresAt, String note) {
        open("Block " + what.value());
        Optional<Entry> standing = standing(what);
        if (standing.isPresent()) {
            boolean blocks = standing.get().action() == Action.BLOCK;
            Receipt receipt = Made.receipt("Get-TenantAllowBlockListItems", blocks);
            return blocks
                    ? new Blocking.AlreadyInPlace(standing.get(), receipt)
                    : new Blocking.Allowed(standing.get(), receipt);
        }
        Entry entry = new Entry(
                what.kind(),
                "entry-" + ++made,
                what.value(),
                Action.BLOCK,
                expiresAt,
                note,
                Optional.of(Made.NOW),
                "admin@contoso.example");
        entries.add(entry);
        return new Blocking.Made(entry, Made.receipt("New-TenantAllowBlockListItems", false));
    }

    private Optional<Entry> standing(Blockable what) {
        return entries.stream()
                .filter(entry -> entry.kind() == what.kind() && entry.value().equalsIgnoreCase(what.value()))
                .findFirst();
    }

    @Override
    public Receipt unblock(Entry entry) {
        open("Unblock " + entry.value());
        boolean isGone = entries.removeIf(each -> each.id().equals(entry.id()));
        return Made.receipt("Remove-TenantAllowBlockListItems", !isGone);
    }

    @Override
    public Receipt unblock(Blockable what) {
        open("Unblock " + what.value());
        Optional<Entry> blocks = standing(what).filter(entry -> entry.action() == Action.BLOCK);
        return blocks.map(this::unblock).orElseGet(() -> Made.receipt("Get-TenantAllowBlockListItems", true));
    }
}

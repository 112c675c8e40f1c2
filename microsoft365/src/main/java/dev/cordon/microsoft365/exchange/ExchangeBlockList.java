package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.BlockList;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The list by {@code Get-}, {@code New-} and {@code Remove-TenantAllowBlockListItems}.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/new-tenantallowblocklistitems">New-TenantAllowBlockListItems</a>
 */
public record ExchangeBlockList(ExchangeClient exchange) implements BlockList {
    @Override
    public Reading<List<Entry>> fetchEntries(Kind kind) {
        String attempted = "Read the block list of " + inWords(kind);
        Reading<List<Optional<Entry>>> rows = exchange.read(
                attempted,
                "",
                Cmdlet.named("Get-TenantAllowBlockListItems").with("ListType", word(kind)),
                row -> entry(kind, row));
        Reading<List<Entry>> entries =
                rows.map(each -> each.stream().flatMap(Optional::stream).toList());
        return rows.value().stream().allMatch(Optional::isPresent)
                ? entries
                : new Reading<>(
                        entries.value(),
                        entries.completeness()
                                .and(new Incomplete(attempted + ": entries without an identity were left out.")),
                        entries.readAt(),
                        entries.answers());
    }

    @Override
    public Blocking block(Blockable what, Optional<Instant> expiresAt, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note has at most " + LONGEST_NOTE + " characters");
        }
        String attempted = "Block " + what.value();
        try {
            Sent<List<JsonItem>> sent = exchange.create(attempted, "", cmdlet(what, expiresAt, note));
            Receipt receipt = sent.receipt(false, List.of());
            return sent.value().stream()
                    .flatMap(row -> entry(what.kind(), row).stream())
                    .filter(entry -> isOf(entry, what))
                    .findFirst()
                    .<Blocking>map(entry -> new Blocking.Made(entry, receipt))
                    .orElseGet(() -> readBack(what, receipt));
        } catch (TenantException e) {
            if (e.failure().reason() != Reason.REFUSED || !isDuplicate(e.failure())) {
                throw e;
            }
            return standing(what, e);
        }
    }

    private static Cmdlet cmdlet(Blockable what, Optional<Instant> expiresAt, String note) {
        Cmdlet cmdlet = Cmdlet.named("New-TenantAllowBlockListItems")
                .with("ListType", word(what.kind()))
                .with("Block", true)
                .with("Entries", List.of(what.value()));
        cmdlet = expiresAt.isPresent()
                ? cmdlet.with("ExpirationDate", Dates.inText(expiresAt.get()))
                : cmdlet.with("NoExpiration", true);
        return note.isBlank() ? cmdlet : cmdlet.with("Notes", note);
    }

    /** Some answers say no more than that it was taken. */
    private Blocking readBack(Blockable what, Receipt accepted) {
        Reading<List<Entry>> entries = fetchEntries(what.kind());
        Entry made = find(entries, what)
                .orElseThrow(() -> new TenantException(new Failure(
                        Reason.UNKNOWN_RESULT,
                        "Block " + what.value(),
                        0,
                        "",
                        "",
                        accepted.requestId(),
                        "It was accepted, and the list does not show it yet.",
                        "Read the list again in a minute before you repeat it.")));
        return new Blocking.Made(
                made,
                Receipts.joined(
                        accepted,
                        new Receipt(entries.readAt(), accepted.alreadyInPlace(), entries.answers(), List.of())));
    }

    private Blocking standing(Blockable what, TenantException refused) {
        Reading<List<Entry>> entries = fetchEntries(what.kind());
        Entry standing = find(entries, what).orElseThrow(() -> refused);
        Receipt receipt = new Receipt(
                entries.readAt(),
                standing.action() == Action.BLOCK,
                entries.answers(),
                List.of(refused.failure().message()));
        return switch (standing.action()) {
            case BLOCK -> new Blocking.AlreadyInPlace(standing, receipt);
            case ALLOW, OTHER -> new Blocking.Allowed(standing, receipt);
        };
    }

    /** Of what stands there, what allows is told before what blocks: it may outweigh it. */
    private static Optional<Entry> find(Reading<List<Entry>> entries, Blockable what) {
        List<Entry> same =
                entries.value().stream().filter(entry -> isOf(entry, what)).toList();
        return same.stream()
                .filter(entry -> entry.action() != Action.BLOCK)
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    private static boolean isOf(Entry entry, Blockable what) {
        return entry.value().equalsIgnoreCase(what.value());
    }

    private static boolean isDuplicate(Failure failure) {
        String said = (failure.code() + " " + failure.message()).toLowerCase(java.util.Locale.ROOT);
        return said.contains("duplicate") || said.contains("already exist");
    }

    @Override
    public Receipt unblock(Entry entry) {
        return exchange.change(
                "Take " + entry.value() + " out of the block list",
                "",
                Cmdlet.named("Remove-TenantAllowBlockListItems")
                        .with("ListType", word(entry.kind()))
                        .with("Ids", List.of(entry.id())));
    }

    @Override
    public Receipt unblock(Blockable what) {
        Reading<List<Entry>> entries = fetchEntries(what.kind());
        Optional<Entry> standing = entries.value().stream()
                .filter(entry -> isOf(entry, what) && entry.action() == Action.BLOCK)
                .findFirst();
        if (standing.isPresent()) {
            return unblock(standing.get());
        }
        if (!entries.isComplete()) {
            Answer last = entries.answers().getLast();
            throw new TenantException(new Failure(
                    Reason.UNREADABLE_ANSWER,
                    "Take " + what.value() + " out of the block list",
                    last.status(),
                    "",
                    "",
                    last.requestId().orElse(""),
                    "The list was not read to its end, so it is not known whether the block stands.",
                    "Do it again."));
        }
        return new Receipt(entries.readAt(), true, entries.answers(), List.of());
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case SENDER -> "Sender";
            case URL -> "Url";
        };
    }

    private static String inWords(Kind kind) {
        return switch (kind) {
            case SENDER -> "senders";
            case URL -> "addresses of pages";
        };
    }

    private static Optional<Entry> entry(Kind kind, JsonItem row) {
        return Rows.find(row, "Identity")
                .map(id -> new Entry(
                        kind,
                        id,
                        Rows.textOrEmpty(row, "Value"),
                        EnumWords.find(Action.class, Rows.textOrEmpty(row, "Action"))
                                .orElse(Action.OTHER),
                        Rows.instant(row, "ExpirationDate").filter(ExchangeBlockList::isAnEnd),
                        Rows.textOrEmpty(row, "Notes"),
                        Rows.instant(row, "LastModifiedDateTime"),
                        Rows.textOrEmpty(row, "ModifiedBy")));
    }

    /** The last day of the calendar stands for never. */
    private static boolean isAnEnd(Instant expiry) {
        return expiry.isBefore(Instant.parse("9990-01-01T00:00:00Z"));
    }
}

package dev.cordon.tenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Content searches in memory, over mails that a test puts into mailboxes. A search is under way when it is asked for first and has ended when
 * it is asked for again; so is a purge. What was deleted softly is found again. One thread.
 */
public final class InMemoryContentSearches implements ContentSearches {
    private final List<Mail> mails = new ArrayList<>();
    private final Map<String, Search> searches = new HashMap<>();
    private Optional<Failure.Reason> refusal = Optional.empty();

    /** A mail in a mailbox. */
    public record Mail(String mailbox, String sender, String subject, LocalDate day, boolean isSoftDeleted) {}

    private static final class Search {
        private final MailQuery query;
        private final Scope scope;
        private Status status = Status.NOT_STARTED;
        private Optional<Purge> purge = Optional.empty();

        Search(MailQuery query, Scope scope) {
            this.query = query;
            this.scope = scope;
        }
    }

    public InMemoryContentSearches put(String mailbox, String sender, String subject, LocalDate day) {
        mails.add(new Mail(mailbox, sender, subject, day, false));
        return this;
    }

    /** Everything is refused from now on. */
    public InMemoryContentSearches refuses(Failure.Reason reason) {
        refusal = Optional.of(reason);
        return this;
    }

    /** What lies in the mailboxes. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    private void open(String attempted) {
        if (refusal.isPresent()) {
            throw Made.refusal(attempted, refusal.get());
        }
    }

    private Search search(String name) {
        Search search = searches.get(name);
        if (search == null) {
            throw Made.refusal("Use the content search " + name, Failure.Reason.NOT_FOUND);
        }
        return search;
    }

    @Override
    public Receipt create(String name, MailQuery query, Scope scope) {
        open("Make a content search");
        if (searches.putIfAbsent(name, new Search(query, scope)) != null) {
            throw Made.refusal("Make a content search", Failure.Reason.REFUSED);
        }
        return Made.receipt("New-ComplianceSearch " + name, false);
    }

    @Override
    public Receipt start(String name) {
        open("Start a content search");
        search(name).status = Status.IN_PROGRESS;
        return Made.receipt("Start-ComplianceSearch " + name, false);
    }

    @Override
    public Reading<Optional<ContentSearch>> find(String name) {
        open("Read a content search");
        Optional<ContentSearch> found = Optional.ofNullable(searches.get(name)).map(search -> seen(name, search));
        return Made.reading("Get-ComplianceSearch " + name, found);
    }

    private ContentSearch seen(String name, Search search) {
        Status status = search.status;
        List<Location> found = status == Status.COMPLETED ? counts(search) : List.of();
        search.status = status == Status.IN_PROGRESS ? Status.COMPLETED : status;
        long items = found.stream().mapToLong(Location::items).sum();
        return new ContentSearch(
                name,
                status,
                status.name(),
                search.query.toString(),
                items,
                items * 1000,
                found,
                OptionalLong.of(found.size()),
                OptionalLong.of(0),
                List.of(),
                status == Status.COMPLETED ? Optional.of(Made.NOW) : Optional.empty());
    }

    private List<Location> counts(Search search) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        mails.stream()
                .filter(mail -> isFound(mail, search))
                .forEach(mail -> counts.merge(mail.mailbox(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(each -> new Location(each.getKey(), each.getValue(), each.getValue() * 1000))
                .toList();
    }

    private static boolean isFound(Mail mail, Search search) {
        MailQuery query = search.query;
        boolean isInScope = switch (search.scope) {
            case Scope.All _ -> true;
            case Scope.Mailboxes(var addresses) -> addresses.contains(mail.mailbox());
        };
        return isInScope
                && query.sender()
                        .filter(each -> !each.equalsIgnoreCase(mail.sender()))
                        .isEmpty()
                && query.subject()
                        .filter(each ->
                                !mail.subject().toLowerCase(Locale.ROOT).contains(each.toLowerCase(Locale.ROOT)))
                        .isEmpty()
                && query.firstDay().filter(mail.day()::isBefore).isEmpty()
                && query.lastDay().filter(mail.day()::isAfter).isEmpty();
    }

    @Override
    public Receipt purge(String name, PurgeKind kind) {
        open("Purge");
        Search search = search(name);
        if (search.status != Status.COMPLETED || search.purge.isPresent()) {
            throw Made.refusal("Purge", Failure.Reason.REFUSED);
        }
        search.purge = Optional.of(new Purge(
                name, Status.STARTING, "Starting", Optional.of(kind), List.of(), 0, List.of(), Optional.empty()));
        return Made.receipt("New-ComplianceSearchAction " + name, false);
    }

    @Override
    public Reading<Optional<Purge>> findPurge(String name) {
        open("Read a purge");
        Search search = searches.get(name);
        Optional<Purge> seen = search == null ? Optional.empty() : search.purge;
        if (search != null && seen.isPresent() && !seen.get().status().hasEnded()) {
            search.purge = Optional.of(removed(name, search, seen.get().kind().orElseThrow()));
        }
        return Made.reading("Get-ComplianceSearchAction " + name, seen);
    }

    private Purge removed(String name, Search search, PurgeKind kind) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        for (Mail mail : List.copyOf(mails)) {
            long before = counts.getOrDefault(mail.mailbox(), 0L);
            if (isFound(mail, search) && !mail.isSoftDeleted() && before < MOST_ITEMS_PURGED) {
                counts.put(mail.mailbox(), before + 1);
                mails.remove(mail);
                if (kind == PurgeKind.SOFT) {
                    mails.add(new Mail(mail.mailbox(), mail.sender(), mail.subject(), mail.day(), true));
                }
            }
        }
        List<Location> removed = counts.entrySet().stream()
                .map(each -> new Location(each.getKey(), each.getValue(), 0))
                .toList();
        long items = removed.stream().mapToLong(Location::items).sum();
        return new Purge(
                name,
                Status.COMPLETED,
                "Completed",
                Optional.of(kind),
                removed,
                items,
                List.of(),
                Optional.of(Made.NOW));
    }

    @Override
    public Receipt removePurge(String name) {
        open("Forget a purge");
        Search search = searches.get(name);
        boolean isThere = search != null && search.purge.isPresent();
        if (search != null) {
            search.purge = Optional.empty();
        }
        return Made.receipt("Remove-ComplianceSearchAction " + name, !isThere);
    }

    @Override
    public Receipt remove(String name) {
        open("Forget a content search");
        return Made.receipt("Remove-ComplianceSearch " + name, searches.remove(name) == null);
    }
}

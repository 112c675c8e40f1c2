package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Searches through mailboxes by Microsoft Purview, and the removal (purge) of what a search found. Everything runs on at Microsoft: a method
 * returns at once, and the caller asks for the state in his own pace. Safe for many threads.
 *
 * <p>A person must be signed in: for an application alone Microsoft does not document it, and every method throws
 * {@link Failure.Reason#NOT_AVAILABLE} without asking. Permission: the role Compliance Search, for a purge the role Search And Purge (role
 * group Organization Management or eDiscovery Manager); without it {@link Failure.Reason#MISSING_ROLE}.
 *
 * <p>Limits: a purge takes at most {@link #MOST_ITEMS_PURGED} items from a mailbox, so it is repeated until nothing is left; items under a
 * hold stay in the mailbox though no one sees them; items that are not indexed are not found; mailboxes on premises are not searched. A search
 * counts what lies in Recoverable Items too, so after a soft delete it finds the same items again: whether a copy is left is told by
 * {@link MailCopies}, never by this count.
 *
 * @see <a href="https://learn.microsoft.com/purview/ediscovery-search-for-and-delete-email-messages">Search for and delete messages</a>
 */
public interface ContentSearches {
    /** So many items a purge takes from one mailbox. */
    int MOST_ITEMS_PURGED = 10;

    /** So many mailboxes a search may have for a purge. */
    int MOST_MAILBOXES = 50_000;

    /**
     * Makes a search; it does not run yet. Never repeated by the client itself: where the answer is {@link Failure.Reason#UNKNOWN_RESULT},
     * {@link #find} tells whether it was made.
     *
     * @param name its name, which no other search has; letters, digits, blanks, dots, hyphens and underscores
     * @throws TenantException {@link Failure.Reason#REFUSED} where the name is taken or a mailbox is not one
     */
    Receipt create(String name, MailQuery query, Scope scope);

    /** Lets the search run, anew where it ran before. Repeated by itself. */
    Receipt start(String name);

    /** How the search stands; empty where there is none of that name. */
    Reading<Optional<ContentSearch>> find(String name);

    /**
     * Removes at most {@link #MOST_ITEMS_PURGED} of the found items from each mailbox. The search must be {@link Status#COMPLETED}. Only one
     * purge of a search can be there: before the next, {@link #removePurge}. Never repeated by the client itself: where the answer is
     * {@link Failure.Reason#UNKNOWN_RESULT}, {@link #findPurge} tells whether it was made.
     *
     * @throws TenantException {@link Failure.Reason#REFUSED} where a purge of this search is there already or the search has not ended
     */
    Receipt purge(String name, PurgeKind kind);

    /** How the purge of the search stands; empty where there is none. */
    Reading<Optional<Purge>> findPurge(String name);

    /** Forgets the purge, so that the next can be made; what it removed stays removed. Repeated by itself; gone already is a receipt that says so. */
    Receipt removePurge(String name);

    /** Forgets the search. Repeated by itself; gone already is a receipt that says so. */
    Receipt remove(String name);

    /**
     * Which mails. What is empty is left out, all that is there must be met, and a sender or a subject must be there. Microsoft compares words:
     * a subject is found where its words stand one behind the other, in a longer subject too.
     *
     * @param sender the sender's address
     * @param subject words of the subject
     * @param firstDay the first day of receipt in UTC
     * @param lastDay the last day of receipt in UTC, itself included
     */
    record MailQuery(
            Optional<String> sender,
            Optional<String> subject,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay) {
        public MailQuery {
            Searched.requireTexts(sender, subject);
            requireNonNull(firstDay, "firstDay is null");
            requireNonNull(lastDay, "lastDay is null");
            if (sender.isEmpty() && subject.isEmpty()) {
                throw new IllegalArgumentException("A search by days alone would find everybody's mail");
            }
            if (firstDay.isPresent() && lastDay.isPresent() && lastDay.get().isBefore(firstDay.get())) {
                throw new IllegalArgumentException("Nothing lies between " + firstDay.get() + " and " + lastDay.get());
            }
        }
    }

    /** In which mailboxes. */
    sealed interface Scope {
        /** In all of the tenant. */
        record All() implements Scope {}

        /** In these, by address. */
        record Mailboxes(Set<String> addresses) implements Scope {
            public Mailboxes {
                addresses = Set.copyOf(addresses);
                if (addresses.isEmpty() || addresses.size() > MOST_MAILBOXES) {
                    throw new IllegalArgumentException("A search looks into 1 to " + MOST_MAILBOXES + " mailboxes");
                }
                if (addresses.stream().anyMatch(address -> address.indexOf('@') < 1)) {
                    throw new IllegalArgumentException("Not an address of a mailbox in " + addresses);
                }
            }
        }
    }

    /** How a purge removes. */
    enum PurgeKind {
        /** To Recoverable Items, from where the user can take it back as long as they are kept. */
        SOFT,
        /** For good, but for what a hold keeps. */
        HARD
    }

    /**
     * A search. Texts are untrusted.
     *
     * @param name its name
     * @param status how far it is
     * @param statusText the same in Microsoft's word
     * @param query what it looks for, as Microsoft has it
     * @param items how many items it found in all; 0 before it ran
     * @param bytes how large they are
     * @param found the mailboxes in which it found something; {@link Completeness.Incomplete} where these do not add up to {@code items}
     * @param mailboxes in how many mailboxes it looked; empty where the row does not say
     * @param unindexedItems how many items it could not look into; empty where the row does not say
     * @param errors what it could not do, in Microsoft's words
     * @param endedAt when it last ran to its end; empty where it did not
     */
    record ContentSearch(
            String name,
            Status status,
            String statusText,
            String query,
            long items,
            long bytes,
            List<Location> found,
            OptionalLong mailboxes,
            OptionalLong unindexedItems,
            List<String> errors,
            Optional<Instant> endedAt) {
        public ContentSearch {
            requireNonNull(name, "name is null");
            requireNonNull(status, "status is null");
            requireNonNull(statusText, "statusText is null");
            requireNonNull(query, "query is null");
            requireCount(items);
            requireCount(bytes);
            found = List.copyOf(found);
            requireNonNull(mailboxes, "mailboxes is null");
            requireNonNull(unindexedItems, "unindexedItems is null");
            errors = List.copyOf(errors);
            requireNonNull(endedAt, "endedAt is null");
        }

        /** How many items one purge can remove: of each mailbox at most {@link #MOST_ITEMS_PURGED}. */
        public long itemsOfOnePurge() {
            return found.stream()
                    .mapToLong(each -> Math.min(each.items(), MOST_ITEMS_PURGED))
                    .sum();
        }
    }

    /**
     * A purge. Texts are untrusted.
     *
     * @param searchName the search whose finds it removes
     * @param status how far it is
     * @param statusText the same in Microsoft's word
     * @param kind how it removes; empty where the row does not say
     * @param removed what it removed from each mailbox; empty before it ended
     * @param items how many items it removed in all
     * @param errors what it could not do, in Microsoft's words
     * @param endedAt when it ended; empty where it did not
     */
    record Purge(
            String searchName,
            Status status,
            String statusText,
            Optional<PurgeKind> kind,
            List<Location> removed,
            long items,
            List<String> errors,
            Optional<Instant> endedAt) {
        public Purge {
            requireNonNull(searchName, "searchName is null");
            requireNonNull(status, "status is null");
            requireNonNull(statusText, "statusText is null");
            requireNonNull(kind, "kind is null");
            removed = List.copyOf(removed);
            requireCount(items);
            errors = List.copyOf(errors);
            requireNonNull(endedAt, "endedAt is null");
        }
    }

    /**
     * What was found in, or removed from, one mailbox.
     *
     * @param mailbox its address
     * @param items how many items
     * @param bytes how large they are; 0 where it is not said
     */
    record Location(String mailbox, long items, long bytes) {
        public Location {
            requireCount(items);
            requireCount(bytes);
            if (mailbox.isBlank()) {
                throw new IllegalArgumentException("A mailbox without an address");
            }
        }
    }

    private static void requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("Fewer than none: " + count);
        }
    }

    /** How far a search or a purge is. */
    enum Status {
        NOT_STARTED,
        STARTING,
        IN_PROGRESS,
        COMPLETED,
        /** It ended, and something of it could not be done: see the errors. */
        PARTIALLY_SUCCEEDED,
        FAILED,
        STOPPING,
        STOPPED,
        /** A word that we do not know, or none; it stands beside. */
        OTHER;

        /** Whether it changes no more by itself. A word that we do not know may yet change. */
        public boolean hasEnded() {
            return switch (this) {
                case COMPLETED, PARTIALLY_SUCCEEDED, FAILED, STOPPED -> true;
                case NOT_STARTED, STARTING, IN_PROGRESS, STOPPING, OTHER -> false;
            };
        }
    }
}

package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.review.ReviewFinding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A review of a tenant as it is told.
 *
 * @param tenant the tenant's name here
 * @param from from when on it looked, tenant time
 * @param at until when
 * @param before when it was reviewed the last time; empty where it never was
 * @param items what was found, the worst first; what an earlier review told and nobody has answered stays among it
 * @param coverage each source
 * @param domains the organisation's own domains
 * @param organisation the file in which the organisation has said something of itself; empty where there is none
 * @param baseline from what it was learnt what is usual for each user
 * @param figures a row of the weekly log
 */
public record TenantReview(
        String tenant,
        Instant from,
        Instant at,
        Optional<Instant> before,
        List<Item> items,
        List<Looked> coverage,
        List<String> domains,
        Optional<Path> organisation,
        Baseline baseline,
        WeekFigures figures) {
    public TenantReview {
        requireNonNull(tenant, "tenant is null");
        requireNonNull(from, "from is null");
        requireNonNull(at, "at is null");
        requireNonNull(before, "before is null");
        items = List.copyOf(items);
        coverage = List.copyOf(coverage);
        domains = List.copyOf(domains);
        requireNonNull(organisation, "organisation is null");
        requireNonNull(baseline, "baseline is null");
        requireNonNull(figures, "figures is null");
    }

    /**
     * The sign-ins that the judgement rests on.
     *
     * @param since the oldest of them; empty where there were none
     * @param rows how many
     */
    public record Baseline(Optional<Instant> since, int rows) {}

    /**
     * A finding and what became of it.
     *
     * @param id by which it is known again in later reviews
     */
    public record Item(String id, ReviewFinding finding, Standing standing) {
        public Item {
            requireNonNull(id, "id is null");
            requireNonNull(finding, "finding is null");
            requireNonNull(standing, "standing is null");
        }

        /** Whether a person has to answer for it. */
        public boolean isOpen() {
            boolean isAnswered = switch (standing) {
                case Standing.New _, Standing.ToldBefore _, Standing.Changed _ -> false;
                case Standing.Dismissed _, Standing.Opened _ -> true;
            };
            return !isAnswered && finding.verdict().isAtLeast(Verdict.REVIEW);
        }
    }

    /** What is remembered of a finding. */
    public sealed interface Standing {
        /** It is told for the first time. */
        record New() implements Standing {}

        /**
         * An earlier review told it, and nobody has answered.
         *
         * @param since when it was told first
         * @param isStillSeen whether this review saw it too; otherwise it lies before the time that was looked at
         */
        record ToldBefore(Instant since, boolean isStillSeen) implements Standing {}

        /** Somebody said that it is nothing, and nothing about it has changed since. */
        record Dismissed(Instant at, String by, String because) implements Standing {}

        /**
         * Somebody answered for it, and something about it changed since.
         *
         * @param at when he did
         * @param because what he said
         * @param what what changed, a sentence
         */
        record Changed(Instant at, String because, String what) implements Standing {}

        /**
         * An incident was opened for it.
         *
         * @param hasEnded whether that is closed
         */
        record Opened(Instant at, IncidentId incident, boolean hasEnded) implements Standing {}
    }

    /**
     * What is open and about one account, which one answer may be enough for.
     *
     * @param account whose; empty text where the one item names nobody
     * @param items the worst first; never empty
     */
    public record Matter(String account, List<Item> items) {
        public Matter {
            requireNonNull(account, "account is null");
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException("a matter without an item");
            }
        }

        /** The worst of it. */
        public Item worst() {
            return items.getFirst();
        }
    }

    /** What is open, by account; the worst first. */
    public List<Matter> matters() {
        Map<String, List<Item>> byAccount = new LinkedHashMap<>();
        items.stream()
                .filter(Item::isOpen)
                .forEach(item -> byAccount
                        .computeIfAbsent(
                                item.finding().account().isBlank()
                                        ? item.id()
                                        : item.finding().account().toLowerCase(Locale.ROOT),
                                _ -> new ArrayList<>())
                        .add(item));
        return byAccount.values().stream()
                .map(same -> new Matter(same.getFirst().finding().account(), same))
                .toList();
    }

    /** Whether a person should look at something, or something could not be read that the tenant's licences show. */
    public boolean needsLook() {
        return items.stream().anyMatch(item -> item.isOpen() || isUnderWay(item)) || !isReadAsLicensed();
    }

    /** Whether all was read that the tenant's licences show. */
    public boolean isReadAsLicensed() {
        return coverage.stream().allMatch(looked -> looked.isWhole() || looked.isAsLicensed());
    }

    private static boolean isUnderWay(Item item) {
        return item.standing() instanceof Standing.Opened opened && !opened.hasEnded();
    }
}

package dev.cordon.playbooks.phishing;

import dev.cordon.investigation.phishing.CampaignMail;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.phishing.PurgeMail.Target;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.ContentSearches;
import dev.cordon.tenant.ContentSearches.ContentSearch;
import dev.cordon.tenant.ContentSearches.Location;
import dev.cordon.tenant.ContentSearches.MailQuery;
import dev.cordon.tenant.ContentSearches.Purge;
import dev.cordon.tenant.ContentSearches.PurgeKind;
import dev.cordon.tenant.ContentSearches.Scope;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailCopies;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Removes by content searches of Microsoft Purview, ten items of each mailbox at a time, until a purge removes nothing more. What is left only the
 * mailboxes tell; where they are not shown, that stays unknown. One purge.
 */
final class PurgeBySearch {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** With ten items of a mailbox each, so many rounds take more than any campaign has. */
    private static final int MOST_ROUNDS = 20;

    private final PhishingFile file;
    private final CampaignConsent consent;
    private final StepContext context;
    private final MailScope scope;
    private final Map<String, Long> removed = new HashMap<>();
    private final List<String> troubles = new ArrayList<>();

    PurgeBySearch(PhishingFile file, CampaignConsent consent, StepContext context, MailScope scope) {
        this.file = file;
        this.consent = consent;
        this.context = context;
        this.scope = scope;
    }

    /** Mails of one sender under one subject are one search. */
    private record Group(String name, MailQuery query, List<Target> targets) {}

    private ContentSearches searches() {
        return file.afterContainment().contentSearches();
    }

    /** Purges; false where the preview was not agreed to. */
    boolean purge(List<Target> targets) throws InterruptedException {
        List<Group> groups = groups(targets);
        Map<Group, ContentSearch> previews = new LinkedHashMap<>();
        try {
            for (Group group : groups) {
                search(group).ifPresent(found -> previews.put(group, found));
            }
            if (!previews.isEmpty() && !consent.toPurging(preview(previews))) {
                return false;
            }
            for (Map.Entry<Group, ContentSearch> one : previews.entrySet()) {
                purge(one.getKey(), one.getValue());
            }
        } catch (TenantException e) {
            if (e.failure().reason() == Failure.Reason.INTERRUPTED) {
                throw e;
            }
            troubles.add(e.failure().meaning() + " " + e.failure().remedy());
        }
        targets.forEach(this::conclude);
        return true;
    }

    private List<Group> groups(List<Target> targets) {
        Map<List<String>, List<Target>> bySender = new LinkedHashMap<>();
        for (Target target : targets) {
            mail(target)
                    .ifPresent(mail -> bySender.computeIfAbsent(
                                    List.of(
                                            mail.senders().isEmpty()
                                                    ? ""
                                                    : mail.senders().getFirst(),
                                            mail.subject()),
                                    _ -> new ArrayList<>())
                            .add(target));
        }
        List<Group> groups = new ArrayList<>();
        bySender.forEach((marks, its) -> {
            String name = "Cordon " + context.incident().id() + " " + (groups.size() + 1);
            groups.add(new Group(name, query(marks.getFirst(), marks.getLast(), its), its));
        });
        return groups;
    }

    private Optional<CampaignMail> mail(Target target) {
        return scope.campaign().mails().stream()
                .filter(mail -> scope.headerId(mail).equals(target.copy().messageId()))
                .findFirst();
    }

    private MailQuery query(String sender, String subject, List<Target> targets) {
        List<CampaignMail> mails =
                targets.stream().map(this::mail).flatMap(Optional::stream).toList();
        return new MailQuery(
                Optional.of(sender).filter(text -> !text.isBlank()),
                Optional.of(subject).filter(text -> !text.isBlank()),
                mails.stream()
                        .map(CampaignMail::receivedAt)
                        .min(Instant::compareTo)
                        .map(PurgeBySearch::day),
                mails.stream()
                        .map(CampaignMail::lastReceivedAt)
                        .max(Instant::compareTo)
                        .map(PurgeBySearch::day));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Makes the search where it is not there yet, and lets it run to its end. */
    private Optional<ContentSearch> search(Group group) throws InterruptedException {
        if (searches().find(group.name()).value().isEmpty()) {
            Set<String> mailboxes =
                    group.targets().stream().map(one -> one.copy().mailbox()).collect(Collectors.toSet());
            EffectResult<Receipt> made = context.carryOut(
                    Effect.of("search|" + group.name(), "Make the content search " + group.name(), group.name()),
                    () -> TenantFailures.answered(
                            searches().create(group.name(), group.query(), new Scope.Mailboxes(mailboxes))));
            if (!(made instanceof EffectResult.Done)
                    && searches().find(group.name()).value().isEmpty()) {
                troubles.add(trouble(made));
                return Optional.empty();
            }
        }
        searches().start(group.name());
        Optional<Reading<ContentSearch>> ended = await(
                () -> searches().find(group.name()).map(found -> found.orElseThrow()),
                found -> found.status().hasEnded());
        if (ended.isEmpty()) {
            troubles.add("The content search did not come to its end within half an hour.");
            return Optional.empty();
        }
        ContentSearch found = ended.get().value();
        Sealing sealing = Sealing.of(context, "content-search", group.name(), ended.get());
        Proofs.of(
                context,
                ended.get(),
                sealing,
                "Preview: items that the content search finds, those in Recoverable Items among them",
                "counts of mailboxes and items",
                found.items() + " items in " + found.found().size() + " mailboxes",
                true);
        troubles.addAll(found.errors());
        found.unindexedItems().stream()
                .filter(count -> count > 0)
                .forEach(count -> troubles.add(count + " items could not be searched: they are not indexed."));
        return Optional.of(found);
    }

    private static String trouble(EffectResult<Receipt> result) {
        return switch (result) {
            case EffectResult.Done<Receipt> _ -> "";
            case EffectResult.Refused<Receipt>(var failure) -> failure.reason() + " " + failure.remedy();
            case EffectResult.Unknown<Receipt>(var failure) -> failure.reason() + " " + failure.remedy();
        };
    }

    private static String preview(Map<Group, ContentSearch> previews) {
        long items = previews.values().stream().mapToLong(ContentSearch::items).sum();
        long mailboxes = previews.values().stream()
                .flatMap(found -> found.found().stream())
                .map(Location::mailbox)
                .distinct()
                .count();
        return items + (items == 1 ? " item" : " items") + " in " + mailboxes
                + (mailboxes == 1 ? " mailbox" : " mailboxes")
                + " are found, those that were deleted before among them. They are moved to Recoverable Items, ten of a mailbox at a"
                + " time; their owners can take them back from there.";
    }

    private void purge(Group group, ContentSearch found) throws InterruptedException {
        if (found.items() == 0) {
            return;
        }
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            Optional<Purge> purge = purgeOnce(group, round);
            if (purge.isEmpty()) {
                return;
            }
            purge.get().removed().forEach(one -> removed.merge(lower(one.mailbox()), one.items(), Long::sum));
            troubles.addAll(purge.get().errors());
            boolean isMore =
                    purge.get().removed().stream().anyMatch(one -> one.items() >= ContentSearches.MOST_ITEMS_PURGED);
            if (!isMore) {
                return;
            }
        }
        troubles.add("After " + MOST_ROUNDS + " purges the limit of ten items of a mailbox was still reached.");
    }

    private Optional<Purge> purgeOnce(Group group, int round) throws InterruptedException {
        if (searches().findPurge(group.name()).value().isPresent()) {
            searches().removePurge(group.name());
        }
        Effect effect = Effect.of(
                "purge|" + group.name() + "|" + round,
                "Move what " + group.name() + " found to Recoverable Items, at most ten items of each mailbox",
                group.name());
        for (Target target : group.targets()) {
            effect = effect.destroying(target.key(), target.sample().orElseThrow());
        }
        EffectResult<Receipt> result = context.carryOut(
                effect, () -> TenantFailures.answered(searches().purge(group.name(), PurgeKind.SOFT)));
        if (result instanceof EffectResult.Refused<Receipt>) {
            troubles.add(trouble(result));
            return Optional.empty();
        }
        Optional<Reading<Purge>> ended = await(
                () -> searches().findPurge(group.name()).map(found -> found.orElseThrow(PurgeBySearch::gone)),
                found -> found.status().hasEnded());
        if (ended.isEmpty()) {
            troubles.add("A purge did not come to its end within half an hour.");
            return Optional.empty();
        }
        Sealing.of(context, "purge", group.name(), ended.get());
        return Optional.of(ended.get().value());
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("the purge is not there any more");
    }

    /** Asks until it has come to an end; empty where it does not in time. */
    private <T> Optional<Reading<T>> await(Supplier<Reading<T>> read, Predicate<T> ended) throws InterruptedException {
        Instant deadline = context.now().plus(PATIENCE);
        while (true) {
            Reading<T> reading = read.get();
            if (ended.test(reading.value())) {
                return Optional.of(reading);
            }
            if (context.now().isAfter(deadline)) {
                return Optional.empty();
            }
            file.afterContainment().clock().await(PAUSE);
        }
    }

    /** The purge's own count proves nothing: the mailbox does, where it is shown. */
    private void conclude(Target target) {
        long gone = Objects.requireNonNullElse(removed.get(lower(target.copy().mailbox())), 0L);
        String says = "The purge says that it removed " + gone + (gone == 1 ? " item" : " items") + " here. ";
        String trouble = troubles.isEmpty() ? "" : " " + String.join(" ", troubles);
        Attempt<List<MailCopies.Copy>> attempt = PurgeByCopy.find(file, target.copy());
        attempt.findReading().ifPresent(read -> PurgeByCopy.proof(context, target.copy(), read));
        PurgeByCopy.Fate fate = PurgeByCopy.fate(attempt);
        ItemOutcome outcome =
                fate.outcome() == ItemOutcome.ALREADY_GONE && gone > 0 ? ItemOutcome.REMOVED : fate.outcome();
        context.conclude(target.key(), outcome, says + fate.detail() + trouble);
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}

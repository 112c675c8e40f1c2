package dev.cordon.playbooks.account;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.EarlyReading;
import dev.cordon.playbooks.casefile.Logs;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.persistence.PersistenceAreas;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Reads and seals everything that containment will change and the logs that explain it, all sources at the same time. A source that
 * cannot be read is named with its reason and blocks only what depends on it.
 */
public final class PreserveEvidence implements StepPerformer {
    private final CaseFile file;

    public PreserveEvidence(CaseFile file) {
        this.file = file;
    }

    /** How one source came out. */
    private record Source(
            String name,
            boolean inMailbox,
            Optional<Proof> proof,
            Optional<String> missing,
            Optional<String> notLookedAt) {
        static Source missing(String name, String why) {
            return new Source(name, false, Optional.empty(), Optional.of(why), Optional.empty());
        }

        static Source captured(String name, Proof proof, Reading<?> reading) {
            return new Source(
                    name,
                    false,
                    Optional.of(proof),
                    switch (reading.completeness()) {
                        case Completeness.Complete _ -> Optional.empty();
                        case Completeness.AsLicensed _ -> Optional.empty();
                        case Completeness.Incomplete(String reason) -> Optional.of("partial: " + reason);
                    },
                    reading.completeness().notLookedAt());
        }

        Source inMailbox(boolean is) {
            return new Source(name, is, proof, missing, notLookedAt);
        }
    }

    /** A source that is being read. */
    private record Pending(String name, Future<List<Source>> sources) {}

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        List<Source> sources = new ArrayList<>();
        try (Together together = new Together()) {
            for (Pending pending : start(context, together)) {
                try {
                    sources.addAll(Together.result(pending.sources()));
                } catch (InterruptedException stopped) {
                    together.cancel();
                    if (!context.isPastHardStop()) {
                        throw stopped;
                    }
                    sources.add(Source.missing(pending.name(), "not read before the hard stop."));
                } catch (CancellationException stopped) {
                    sources.add(Source.missing(pending.name(), "not read before the hard stop."));
                }
            }
        }
        context.record(new CaseEntry.TimingMeasured("snapshot", file.elapsedMs()));
        boolean noMailbox = file.card().is(Circumstance.NO_MAILBOX);
        return outcome(sources.stream()
                .filter(source -> !noMailbox || !source.inMailbox())
                .toList());
    }

    private List<Pending> start(StepContext context, Together together) throws InterruptedException {
        Tenant tenant = file.snapshot();
        UserAccount user = file.account().value();
        List<Pending> pending = new ArrayList<>();
        pending.add(new Pending("sign-in and audit logs", together.start(() -> readLogs(context, tenant))));
        for (PersistenceArea<?> area : PersistenceAreas.deepestFirst()) {
            pending.add(new Pending(area.inWords(), together.start(() -> List.of(read(context, area, tenant, user)))));
        }
        pending.add(
                new Pending("the preferred second factor", together.start(() -> List.of(preferred(context, tenant)))));
        return pending;
    }

    private <T> Source read(StepContext context, PersistenceArea<T> area, Tenant tenant, UserAccount user)
            throws InterruptedException {
        Attempt<List<T>> attempt = known(area).orElseGet(() -> Attempt.of(() -> area.fetch(tenant, user)));
        attempt.findReading()
                .filter(Reading::isComplete)
                .ifPresent(reading -> file.sawInSnapshot(
                        area.exhibitKind(),
                        reading.value().stream().map(area::idOf).collect(Collectors.toSet())));
        return seal(context, area.exhibitKind(), area.inWords(), attempt).inMailbox(area.isInMailbox());
    }

    /** What this run has read already, or is reading. */
    private <T> Optional<Attempt<List<T>>> known(PersistenceArea<T> area) throws InterruptedException {
        if (area.isOnTheCard()) {
            return area.of(file.card()).map(Attempt.Read::new);
        }
        Optional<EarlyReading> early = file.early();
        return early.isPresent() ? area.of(early.get()) : Optional.empty();
    }

    private Source preferred(StepContext context, Tenant tenant) {
        return seal(
                context,
                "sign-in-preference",
                "the preferred second factor",
                Attempt.of(() -> tenant.authenticationMethods()
                        .fetchPreference(file.objectId())
                        .map(List::of)));
    }

    private List<Source> readLogs(StepContext context, Tenant tenant) throws InterruptedException {
        Instant from = file.lookBackFrom();
        Logs logs = Logs.read(tenant, file.account().value(), from);
        file.know(logs);
        return List.of(
                seal(context, "sign-ins", "interactive sign-ins", logs.interactive()),
                seal(context, "non-interactive-sign-ins", "non-interactive sign-ins", logs.nonInteractive()),
                seal(context, "directory-audits", "directory audits about the account", logs.about()),
                seal(context, "directory-audits", "directory audits by the account", logs.by()),
                mailbox(seal(
                        context, "mailbox-audit", "changes of the mailbox in the unified audit log", logs.mailbox())),
                seal(context, "audit-settings", "whether the unified audit log is on", listed(logs.ingestion())),
                mailbox(seal(
                        context,
                        "audit-settings",
                        "whether the account is exempt from mailbox auditing",
                        listed(logs.exemption()))));
    }

    private static <T> Attempt<List<T>> listed(Attempt<Optional<T>> attempt) {
        return switch (attempt) {
            case Attempt.Unread<Optional<T>>(Failure failure) -> new Attempt.Unread<>(failure);
            case Attempt.Read<Optional<T>>(Reading<Optional<T>> reading) ->
                new Attempt.Read<>(reading.map(value -> value.stream().toList()));
        };
    }

    private static Source mailbox(Source source) {
        return source.inMailbox(true);
    }

    private static <T> Source seal(StepContext context, String kind, String name, Attempt<List<T>> attempt) {
        return switch (attempt) {
            case Attempt.Unread<List<T>>(Failure failure) ->
                Source.missing(name, failure.meaning() + " " + failure.remedy());
            case Attempt.Read<List<T>>(Reading<List<T>> reading) -> sealed(context, kind, name, reading);
        };
    }

    private static <T> Source sealed(StepContext context, String kind, String name, Reading<List<T>> reading) {
        Proof proof = Proofs.read(
                context,
                kind,
                reading,
                "Sealed: " + name,
                "read to the end",
                reading.isComplete()
                        ? reading.value().size() + " read to the end" + Proofs.notLookedAt(reading)
                        : "partial",
                reading.isComplete());
        return Source.captured(name, proof, reading);
    }

    private static StepOutcome outcome(List<Source> sources) {
        List<Proof> proofs =
                sources.stream().flatMap(source -> source.proof().stream()).toList();
        List<String> missing = sources.stream()
                .flatMap(source -> source.missing().map(why -> source.name() + ": " + why).stream())
                .toList();
        List<String> captured = sources.stream()
                .filter(source -> source.missing().isEmpty())
                .map(Source::name)
                .toList();
        String notLookedAt = sources.stream()
                .flatMap(source -> source.notLookedAt().stream())
                .map(what -> " " + what)
                .collect(Collectors.joining());
        if (missing.isEmpty()) {
            return new StepOutcome.Succeeded(proofs, captured.size() + " sources captured and sealed." + notLookedAt);
        }
        if (captured.isEmpty()) {
            return new StepOutcome.Failed(
                    "Nothing could be captured: " + String.join(" ", missing),
                    "Whatever has no sealed copy will not be deleted.");
        }
        return new StepOutcome.Partial(
                captured,
                missing,
                proofs,
                captured.size() + " sources captured; not captured: " + String.join(" ", missing) + notLookedAt,
                "What was not captured is read again, and sealed, before anything of it is deleted.");
    }
}

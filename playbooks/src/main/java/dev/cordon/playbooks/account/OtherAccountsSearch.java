package dev.cordon.playbooks.account;

import dev.cordon.investigation.AddressTrail;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.OtherAccounts;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.OpenTask;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SignInLog.AccountSignIn;
import dev.cordon.tenant.SignInLog.Kind;
import dev.cordon.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for other accounts where the attacker came from, in the sign-ins of everybody. It asks little, because the log allows little, and
 * while the sign-off waits for replication; what it finds is told once the sign-off has read how far the logs reach.
 */
final class OtherAccountsSearch {
    private static final String TASK = "other-accounts";
    private static final String TITLE = "Looked for other accounts where the attacker came from";
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Three requests each, and the log allows five in ten seconds. */
    private static final int MOST_ADDRESSES = 5;

    private static final int MOST_PAGES = 3;

    /** Others may have been taken before this one ... */
    private static final Duration EARLIER = Duration.ofDays(2);

    /** ... and whoever was there in the days before that is usual there. */
    private static final Duration HABIT = Duration.ofDays(14);

    private final CaseFile file;
    private final Instant since;
    private final List<String> notLookedAt;
    private final List<Future<Found>> found;

    private OtherAccountsSearch(CaseFile file, Instant since, List<String> notLookedAt, List<Future<Found>> found) {
        this.file = file;
        this.since = since;
        this.notLookedAt = notLookedAt;
        this.found = found;
    }

    /** What was read of one address; a trail that was not asked for is empty. */
    private record Found(
            String address, Attempt<List<AccountSignIn>> before, List<Attempt<List<AccountSignIn>>> after) {}

    /** Begins to look; empty where no address is known as the attacker's. */
    static Optional<OtherAccountsSearch> start(Together together, CaseFile file) throws InterruptedException {
        AttackPicture picture = file.picture();
        List<String> addresses = picture.addressesLatestFirst();
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        Instant since = picture.firstSeen().orElse(picture.now()).minus(EARLIER);
        List<String> askable = addresses.stream()
                .filter(address -> ADDRESS.matcher(address).matches())
                .limit(MOST_ADDRESSES)
                .toList();
        Tenant tenant = file.collection();
        return Optional.of(new OtherAccountsSearch(
                file,
                since,
                addresses.stream().filter(address -> !askable.contains(address)).toList(),
                askable.stream()
                        .map(address -> together.start(() -> look(tenant, address, since)))
                        .toList()));
    }

    private static Found look(Tenant tenant, String address, Instant since) {
        Attempt<List<AccountSignIn>> before = Attempt.of(
                () -> tenant.signInLog().fetchSignInsFrom(address, Kind.INTERACTIVE, since.minus(HABIT), since, 1));
        if (AddressTrail.usual(before.value().orElse(List.of())) > 0) {
            return new Found(address, before, List.of());
        }
        Instant now = tenant.clock().now().plusSeconds(60);
        return new Found(
                address,
                before,
                Stream.of(Kind.INTERACTIVE, Kind.NON_INTERACTIVE)
                        .map(kind -> Attempt.of(
                                () -> tenant.signInLog().fetchSignInsFrom(address, kind, since, now, MOST_PAGES)))
                        .toList());
    }

    /** Seals what was read, puts down what it says, and asks people where there is something to do. */
    List<Proof> tell(StepContext context) throws InterruptedException {
        Set<String> linked = file.linkedAccounts();
        Set<String> inCare = Stream.concat(linked.stream(), Stream.of(file.objectId()))
                .map(id -> id.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        List<AddressTrail> trails = new ArrayList<>();
        List<Reading<?>> readings = new ArrayList<>();
        for (Future<Found> one : found) {
            Found at = Together.result(one);
            trails.add(trail(at, inCare));
            Stream.concat(Stream.of(at.before()), at.after().stream())
                    .flatMap(attempt -> attempt.findReading().stream())
                    .forEach(readings::add);
        }
        OtherAccounts others = new OtherAccounts(trails, notLookedAt, since, reach(context), inCare.size());
        ask(context, others);
        return readings.isEmpty() ? List.of() : List.of(proof(context, others, readings));
    }

    private static AddressTrail trail(Found at, Set<String> inCare) {
        return AddressTrail.of(
                at.address(),
                at.before().value().orElse(List.of()),
                at.after().stream()
                        .flatMap(attempt -> attempt.value().orElse(List.of()).stream())
                        .toList(),
                inCare,
                Stream.concat(
                                at.before().findFailure().map(OtherAccountsSearch::why).stream(),
                                at.after().stream().flatMap(attempt -> notRead(attempt).stream()))
                        .distinct()
                        .toList());
    }

    private static Optional<String> notRead(Attempt<List<AccountSignIn>> attempt) {
        return switch (attempt) {
            case Attempt.Unread<List<AccountSignIn>>(Failure failure) -> Optional.of(why(failure));
            case Attempt.Read<List<AccountSignIn>>(Reading<List<AccountSignIn>> read) ->
                switch (read.completeness()) {
                    case Completeness.Complete _ -> Optional.empty();
                    case Completeness.AsLicensed(String leftOut) -> Optional.of(leftOut);
                    case Completeness.Incomplete(String reason) -> Optional.of(reason);
                };
        };
    }

    private static String why(Failure failure) {
        return failure.meaning() + " " + failure.remedy();
    }

    private static String reach(StepContext context) {
        Map<String, Instant> through = context.state().logsThrough();
        return "the logs are complete through "
                + Optional.ofNullable(through.get("signIns")).map(Minutes::of).orElse("an unknown time")
                + " (interactive) and "
                + Optional.ofNullable(through.get("nonInteractive"))
                        .map(Minutes::of)
                        .orElse("an unknown time")
                + " (non-interactive), and each re-check looks again";
    }

    /** What a person has closed is asked again when there is an account that no earlier look had found. */
    private void ask(StepContext context, OtherAccounts others) {
        Optional<String> text = others.task();
        Optional<String> asked =
                Optional.ofNullable(context.state().openTasks().get(TASK)).map(OpenTask::text);
        if (text.isEmpty()) {
            if (asked.isPresent()) {
                context.record(new CaseEntry.TaskClosed(TASK, "looked again: " + others.inWords()));
            }
            return;
        }
        boolean wasClosed =
                asked.isEmpty() && context.state().chronicle().closedTasks().contains(TASK);
        if (!asked.equals(text)
                && (!wasClosed || others.taken().stream().anyMatch(seen -> !isTold(context, seen.nameInWords())))) {
            context.openUrgentTask(TASK, text.get(), "the operator");
        }
    }

    private static boolean isTold(StepContext context, String name) {
        return context.state().step(context.step().id()).stream()
                .flatMap(step -> step.proofs().stream())
                .anyMatch(proof -> proof.what().equals(TITLE) && proof.actual().contains(name + " ("));
    }

    private Proof proof(StepContext context, OtherAccounts others, List<Reading<?>> readings) {
        List<Sealing> sealings = readings.stream()
                .map(reading -> Sealing.of(context, "sign-ins-from-address", file.objectId(), reading))
                .toList();
        return Proofs.of(
                context,
                readings.getLast(),
                sealings.getLast(),
                TITLE,
                "everybody's sign-ins from there read",
                others.inWords(),
                others.isRead());
    }
}

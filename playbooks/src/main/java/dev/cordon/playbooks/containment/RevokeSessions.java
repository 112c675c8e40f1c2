package dev.cordon.playbooks.containment;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Revokes the sessions and reads {@code signInSessionsValidFromDateTime} back. Three steps use it; the one after the reset says whether
 * the account is contained, and the last one starts the residual-access clock. Safe for many threads.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-revokesigninsessions">revokeSignInSessions</a>
 */
public final class RevokeSessions implements StepPerformer {
    private static final StepId AGAIN = new StepId("revoke-sessions-again");
    private static final StepId FINAL = new StepId("final-revoke");

    /** The longest life of an access token that continuous access evaluation does not reach. */
    private static final Duration LONGEST_ACCESS_TOKEN = Duration.ofMinutes(90);

    private final CaseFile file;
    private final AtomicReference<Instant> newestProven = new AtomicReference<>(Instant.EPOCH);

    public RevokeSessions(CaseFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        StepOutcome outcome = revoke(context);
        boolean proven = outcome instanceof StepOutcome.Succeeded;
        StepId step = context.step().id();
        if (step.equals(AGAIN) && proven) {
            Containment.declare(context, file);
        } else if (step.equals(FINAL)) {
            newestRevoke(context).ifPresent(revoked -> startResidualClock(context, revoked, proven));
        }
        return outcome;
    }

    private StepOutcome revoke(StepContext context) throws InterruptedException {
        Instant earlier = newestKnown();
        // The directory keeps whole seconds: within the second of the last revocation another one has no effect and no
        // proof.
        file.containment().clock().awaitSecondAfter(earlier);
        Instant requestedAt = context.now();
        EffectResult<Receipt> result = send(context);
        return switch (result) {
            case EffectResult.Done<Receipt> done -> {
                context.answered();
                yield readBack(context, requestedAt, earlier);
            }
            case EffectResult.Refused<Receipt>(var failure) -> failure.asOutcome();
            case EffectResult.Unknown<Receipt> unknown -> {
                context.answered();
                yield readBack(context, requestedAt, earlier);
            }
        };
    }

    private EffectResult<Receipt> send(StepContext context) {
        Effect effect =
                Effect.of(context.step().id() + "#" + attempt(context), "Revoke all sign-in sessions", file.objectId());
        return context.carryOut(
                effect,
                () -> TenantFailures.answered(
                        file.containment().signInSessions().revoke(file.objectId())));
    }

    private static int attempt(StepContext context) {
        return context.state()
                .step(context.step().id())
                .map(step -> step.attempts())
                .orElse(1);
    }

    /** The last time at which a revocation was already seen: a read-back must show a later one. */
    private Instant newestKnown() {
        Instant seen = file.account().value().sessionsValidFrom().orElse(Instant.EPOCH);
        return newestProven.get().isAfter(seen) ? newestProven.get() : seen;
    }

    private StepOutcome readBack(StepContext context, Instant requestedAt, Instant earlier)
            throws InterruptedException {
        Reading<Optional<Instant>> reading = ReadBack.until(
                () -> file.containment().signInSessions().fetchValidFrom(file.objectId()),
                value -> moved(value, requestedAt, earlier) || sameSecond(value, requestedAt, earlier));
        if (!moved(reading.value(), requestedAt, earlier)) {
            // Two revocations within one second of the directory's clock look alike; one more in a later second tells
            // them apart.
            file.containment().clock().await(Duration.ofSeconds(1));
            send(context);
            reading = ReadBack.until(
                    () -> file.containment().signInSessions().fetchValidFrom(file.objectId()),
                    value -> moved(value, requestedAt, earlier));
        }
        boolean holds = moved(reading.value(), requestedAt, earlier);
        String actual = reading.value().map(Instant::toString).orElse("never");
        Proof proof = Proofs.read(
                context,
                "sign-in-sessions",
                reading,
                "Sessions are valid only from (signInSessionsValidFromDateTime)",
                "not before " + requestedAt.truncatedTo(ChronoUnit.SECONDS) + " and after " + earlier,
                actual,
                holds);
        if (!holds) {
            return new StepOutcome.Indeterminate(
                    "The directory still shows " + actual + " after the revoke was sent.",
                    "Run 'cordon incident resume " + context.incident().id() + "': it revokes and reads again.");
        }
        newestProven.accumulateAndGet(reading.value().orElse(Instant.EPOCH), (a, b) -> a.isAfter(b) ? a : b);
        return new StepOutcome.Succeeded(List.of(proof), "Refresh tokens issued before " + actual + " are refused.");
    }

    private static boolean moved(Optional<Instant> validFrom, Instant requestedAt, Instant earlier) {
        return validFrom
                .filter(from -> !from.isBefore(requestedAt.truncatedTo(ChronoUnit.SECONDS)))
                .filter(from -> from.isAfter(earlier))
                .isPresent();
    }

    /** As new as the request and yet what was seen before: no reading will ever tell whether it was this revocation or the one before. */
    private static boolean sameSecond(Optional<Instant> validFrom, Instant requestedAt, Instant earlier) {
        return validFrom
                .filter(earlier::equals)
                .filter(from -> !from.isBefore(requestedAt.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }

    /** The newest revoke that is proven, by this process or, in a resumed run, by the journal. */
    private Optional<Instant> newestRevoke(StepContext context) {
        return Stream.concat(
                        Stream.of(newestProven.get()).filter(Instant.EPOCH::isBefore),
                        Proofs.latest(context, "(signInSessionsValidFromDateTime)").stream())
                .max(Instant::compareTo);
    }

    /**
     * Until when the last token can live. The directory's own word of when the sessions end is not before the last token that they could
     * win, and a token's times are whole seconds as that word is. Where nothing is known to have ended them, a token may just have been won.
     */
    private static Instant residualUntil(StepContext context, Instant revoked, boolean lastIsProven) {
        Instant known = context.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Instant lastToken = lastIsProven || known.isBefore(revoked) ? revoked : known;
        return lastToken.plus(LONGEST_ACCESS_TOKEN);
    }

    /** Old tokens live on and may put things back whether or not the last revoke went through: either way it is looked at again. */
    private void startResidualClock(StepContext context, Instant revoked, boolean lastIsProven) {
        Instant until = residualUntil(context, revoked, lastIsProven);
        List<String> channels = new ArrayList<>();
        if (!lastIsProven) {
            channels.add(
                    "Sessions opened after " + revoked
                            + ": the last revoke was not proven, so nothing is known to have ended them, and they have no end here");
        }
        channels.addAll(List.of(
                "Access tokens issued before the last revoke, where continuous access evaluation does not reach"
                        + " (clients and resources that do not take part): until they expire, at most 90 minutes",
                "Exchange Online, SharePoint Online, Teams and Graph with continuous access evaluation: up to 15 minutes",
                "Third-party applications with a session of their own: until that session ends, which only they know",
                "Mail already read, copied or forwarded stays exposed"));
        context.record(new CaseEntry.ResidualAccess(until, channels));
        Instant now = context.now();
        context.scheduleRecheck("+15m", now.plus(Duration.ofMinutes(15)));
        context.scheduleRecheck("+1h", now.plus(Duration.ofHours(1)));
        context.scheduleRecheck("residual", until.plus(Duration.ofMinutes(5)));
        context.scheduleRecheck("+24h", now.plus(Duration.ofHours(24)));
        for (int day = 2; day <= 7; day++) {
            context.scheduleRecheck("day-" + day, now.plus(Duration.ofDays(day)));
        }
    }
}

package dev.cordon.response;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.LogCollections.Standing;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long the tenant keeps its logs: the directory's audit log for 30 days with Entra ID P1 or P2, for seven without, and it does not say so.
 * The licences are asked once, where it matters. One thread.
 */
final class AuditRetention {
    private static final Set<String> PREMIUM =
            Set.of("41781fb2-bc02-4b7c-bd55-b576c07bb09d", "eec0eb4f-6444-4f95-aba0-50c24d67f998");

    private final Tenant tenant;
    private final Supplier<Standing> collections;
    private @Nullable Premium premium;

    private enum Premium {
        LICENSED,
        NOT_LICENSED,
        NOT_KNOWN
    }

    /**
     * Of a tenant.
     *
     * @param collections what was collected of it, for where its licences cannot be read
     */
    AuditRetention(Tenant tenant, Supplier<Standing> collections) {
        this.tenant = tenant;
        this.collections = collections;
    }

    /** How long a log's rows are kept; the longer where nobody can say. */
    Duration kept(CollectedLog log) {
        return isShorter(log) ? log.keptWithoutPremium() : log.kept();
    }

    /** From when on its rows can be asked for at that time. */
    Instant oldest(CollectedLog log, Instant now) {
        return isShorter(log) ? log.oldestWithoutPremium(now) : log.oldest(now);
    }

    /** How a round ended, where a log that was read to its end may have been kept for less time than it was asked about. */
    CollectionProgress ended(CollectedLog log, CollectionProgress read, CollectionEnd end, Instant now) {
        boolean mayBeGone =
                depends(log) && read.place().asksFrom().isBefore(read.begunAt().minus(log.keptWithoutPremium()));
        if (!mayBeGone) {
            return read.ended(log, end, now);
        }
        boolean isDoubtful = end instanceof CollectionEnd.Complete && premium() == Premium.NOT_KNOWN;
        return read.ended(log, kept(log), isDoubtful ? doubtful(log) : end, now);
    }

    private static CollectionEnd doubtful(CollectedLog log) {
        return new CollectionEnd.CutOff(
                "The list was read to its end, but which licences the tenant has could not be read: without Entra ID"
                        + " P1 its rows are kept for "
                        + log.keptWithoutPremium().toDays() + " days only, and older ones are missing.");
    }

    private boolean isShorter(CollectedLog log) {
        return depends(log) && premium() == Premium.NOT_LICENSED;
    }

    private static boolean depends(CollectedLog log) {
        return !log.kept().equals(log.keptWithoutPremium());
    }

    private Premium premium() {
        Premium known = premium;
        if (known == null || known == Premium.NOT_KNOWN) {
            known = byLicences().or(this::bySignIns).orElse(Premium.NOT_KNOWN);
            premium = known;
        }
        return known;
    }

    private Optional<Premium> byLicences() {
        try {
            Reading<Set<String>> plans = tenant.directory().fetchServicePlanIds();
            boolean has = !Collections.disjoint(plans.value(), PREMIUM);
            return has || plans.isComplete()
                    ? Optional.of(has ? Premium.LICENSED : Premium.NOT_LICENSED)
                    : Optional.empty();
        } catch (TenantException _) {
            return Optional.empty();
        }
    }

    /** The sign-in log is given only to a tenant with such a licence. A place that cannot be read says neither. */
    private Optional<Premium> bySignIns() {
        List<CollectionOutcome> ended = collections.get().readable().stream()
                .filter(each -> each.source().log().log() == LogRecord.Log.SIGN_INS)
                .flatMap(each -> each.progress().ending().stream())
                .map(CollectionProgress.Ending::outcome)
                .toList();
        if (ended.contains(CollectionOutcome.NOT_LICENSED)) {
            return Optional.of(Premium.NOT_LICENSED);
        }
        return ended.stream().anyMatch(CollectionOutcome::isRead) ? Optional.of(Premium.LICENSED) : Optional.empty();
    }
}

package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.random.RandomGenerator;

/** Makes incident ids: the tenant's date and four characters that cannot be misread. */
final class IncidentIds {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private IncidentIds() {}

    static IncidentId next(RandomGenerator random, Instant tenantTime, Collection<IncidentId> taken) {
        return next("INC-", random, tenantTime, taken);
    }

    /** The id of a review, which is no incident. */
    static IncidentId nextReview(RandomGenerator random, Instant tenantTime, Collection<IncidentId> taken) {
        return next("REV-", random, tenantTime, taken);
    }

    private static IncidentId next(
            String kind, RandomGenerator random, Instant tenantTime, Collection<IncidentId> taken) {
        IncidentId id;
        do {
            StringBuilder characters = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            id = new IncidentId(kind + DATE.format(tenantTime) + "-" + characters);
        } while (taken.contains(id));
        return id;
    }
}

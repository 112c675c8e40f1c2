package dev.cordon.evidence.bag;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Audience;
import dev.cordon.incident.IncidentId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What stands on a bag.
 *
 * @param incident whose evidence it is
 * @param organisation whose tenant it comes from, by the name it has here
 * @param about what the incident is, in a few words
 * @param audience for whom it is made
 * @param by who asked for it
 * @param why for what purpose; empty text where nothing was said
 * @param madeAt when, by this machine's clock, in whole seconds
 * @param software which Cordon made it
 */
public record BagLabel(
        IncidentId incident,
        String organisation,
        String about,
        Audience audience,
        String by,
        String why,
        Instant madeAt,
        String software) {
    public BagLabel {
        requireNonNull(incident, "incident is null");
        requireNonNull(organisation, "organisation is null");
        requireNonNull(about, "about is null");
        requireNonNull(audience, "audience is null");
        requireNonNull(by, "by is null");
        requireNonNull(why, "why is null");
        madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
        requireNonNull(software, "software is null");
    }
}

package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is known of one person's click.
 *
 * @param user who, by sign-in name
 * @param names every name and address by which logs may name him, that one among them; lower-case
 * @param interview what he said
 * @param arrival how the lure came
 * @param lure what it is known by
 * @param clicks what Safe Links recorded, of everybody: whether a link is bad may show by somebody else's click
 * @param afterwards what his account shows after the click; empty where nobody looked
 * @param reaches how far each source can be counted on; a source that is not in it was not asked
 * @param now the tenant time of resolving
 */
public record ClickEvidence(
        String user,
        Set<String> names,
        Interview interview,
        Arrival arrival,
        Lure lure,
        List<ClickRecord> clicks,
        Optional<PostClickSignIns> afterwards,
        List<Reach> reaches,
        Instant now) {
    public ClickEvidence {
        requireNonNull(user, "user is null");
        names = Stream.concat(names.stream(), Stream.of(user))
                .map(Addresses::bare)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        requireNonNull(interview, "interview is null");
        requireNonNull(arrival, "arrival is null");
        requireNonNull(lure, "lure is null");
        clicks = clicks.stream().distinct().sorted(ClickRecord.IN_TIME).toList();
        requireNonNull(afterwards, "afterwards is null");
        reaches = List.copyOf(reaches);
        requireNonNull(now, "now is null");
        if (user.isBlank()) {
            throw new IllegalArgumentException("a click of nobody");
        }
    }
}

package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known when a phishing click is reported. Texts are untrusted, empty where nobody knows.
 *
 * @param reporter who reported it, by sign-in name
 * @param reportedAt when, tenant time
 * @param arrival how it came
 * @param urls the links as they were pasted, wrapped by Safe Links or not
 * @param sender the address it came from
 * @param subject its subject
 * @param internetMessageId the id in the mail's header
 * @param interviews what people said, one for each person
 */
public record Intake(
        String reporter,
        Optional<Instant> reportedAt,
        Arrival arrival,
        List<String> urls,
        String sender,
        String subject,
        String internetMessageId,
        List<Interview> interviews) {
    /** Where nothing was asked yet. */
    public static final Intake NOTHING_ASKED =
            new Intake("", Optional.empty(), Arrival.NOT_KNOWN, List.of(), "", "", "", List.of());

    public Intake {
        requireNonNull(reporter, "reporter is null");
        requireNonNull(reportedAt, "reportedAt is null");
        requireNonNull(arrival, "arrival is null");
        urls = List.copyOf(urls);
        requireNonNull(sender, "sender is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(internetMessageId, "internetMessageId is null");
        interviews = List.copyOf(interviews);
        if (interviews.stream()
                        .collect(Collectors.groupingBy(one -> Addresses.bare(one.user())))
                        .size()
                < interviews.size()) {
            throw new IllegalArgumentException("somebody has two interviews");
        }
    }

    /** What that person said; that nothing was asked, where nothing was. */
    public Interview interviewOf(String user) {
        return interviews.stream()
                .filter(one -> Addresses.bare(one.user()).equals(Addresses.bare(user)))
                .findFirst()
                .orElseGet(() -> Interview.notAsked(user));
    }

    /** The links unwrapped, in their order. */
    public List<SafeLinksUrl> links() {
        return urls.stream().filter(url -> !url.isBlank()).map(SafeLinksUrl::of).toList();
    }
}

package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fact about a review of a tenant, which belongs to no incident: it stands under the review's own id ({@link IncidentId#isReview}). */
public sealed interface ReviewEntry extends JournalEntry {
    /** The tenant by the name it is configured under. */
    String tenant();

    /**
     * A review was made and told.
     *
     * @param from from when on it looked, tenant time
     * @param until until when
     * @param sources what it read
     * @param told everything that it told for a person to look at; what was dismissed stays among it
     * @param figures the figures of the week by their names; what could not be read has none
     * @param controls the points of each control of the Secure Score, as text, by its name
     */
    record ReviewMade(
            String tenant,
            Instant from,
            Instant until,
            List<Source> sources,
            List<Told> told,
            Map<String, String> figures,
            Map<String, String> controls)
            implements ReviewEntry {
        public ReviewMade {
            requireNonNull(tenant, "tenant is null");
            requireNonNull(from, "from is null");
            requireNonNull(until, "until is null");
            sources = List.copyOf(sources);
            told = List.copyOf(told);
            figures = Map.copyOf(figures);
            controls = Map.copyOf(controls);
        }
    }

    /**
     * A person said that a finding is nothing. It holds for what was known of it then.
     *
     * @param finding as it was told then
     * @param because why
     */
    record FindingDismissed(String tenant, Told finding, String because) implements ReviewEntry {
        public FindingDismissed {
            requireNonNull(tenant, "tenant is null");
            requireNonNull(finding, "finding is null");
            requireNonNull(because, "because is null");
            if (because.isBlank()) {
                throw new IllegalArgumentException("dismissed without a reason: " + finding.id());
            }
        }
    }

    /**
     * An incident was opened for a finding.
     *
     * @param finding as it was told then
     * @param incident which
     */
    record FindingOpened(String tenant, Told finding, IncidentId incident) implements ReviewEntry {
        public FindingOpened {
            requireNonNull(tenant, "tenant is null");
            requireNonNull(finding, "finding is null");
            requireNonNull(incident, "incident is null");
        }
    }

    /**
     * A source as it was read.
     *
     * @param from the first moment asked for
     * @param through until when its rows can be counted on; empty where nobody can say
     * @param rows how many were read
     * @param notRead what was not read and why; empty where all was
     */
    record Source(String name, Instant from, Optional<Instant> through, long rows, Optional<String> notRead) {
        public Source {
            requireNonNull(name, "name is null");
            requireNonNull(from, "from is null");
            requireNonNull(through, "through is null");
            requireNonNull(notRead, "notRead is null");
        }
    }

    /**
     * A finding as it was told. Texts are untrusted.
     *
     * @param id by which the same thing is known again
     * @param kind what it is about, as the documents spell it
     * @param state whether it was still there, as the documents spell it
     * @param recordIds the rows it rested on
     * @param unlisted how many more rows said the same
     * @param confidence how sure it was, as the documents spell it
     */
    record Told(
            String id,
            String kind,
            String subject,
            String state,
            List<String> recordIds,
            long unlisted,
            String actor,
            String account,
            Instant at,
            Verdict verdict,
            String confidence,
            List<Why> reasons) {
        public Told {
            requireNonNull(id, "id is null");
            requireNonNull(kind, "kind is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(state, "state is null");
            recordIds = List.copyOf(recordIds);
            requireNonNull(actor, "actor is null");
            requireNonNull(account, "account is null");
            requireNonNull(at, "at is null");
            requireNonNull(verdict, "verdict is null");
            requireNonNull(confidence, "confidence is null");
            reasons = List.copyOf(reasons);
        }
    }

    /** A reason with the technique it points to. */
    record Why(String signal, String text, Optional<String> technique) {
        public Why {
            requireNonNull(signal, "signal is null");
            requireNonNull(text, "text is null");
            requireNonNull(technique, "technique is null");
        }
    }
}

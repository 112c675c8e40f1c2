package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Mails and addresses shown to Microsoft as what they are, so that its filters learn. The same may be shown once in {@link #PAUSE} and three
 * times a day: nothing is repeated by the client itself, whatever the answer. Beta. Safe for many threads. Permission
 * ThreatSubmission.ReadWrite.All, and for a person the role Security Administrator.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-emailthreatsubmission-post-emailthreats">emailThreats</a>
 */
public interface Submissions {
    /** How long before the same may be shown again. */
    Duration PAUSE = Duration.ofMinutes(15);

    /** The largest message that is taken by its bytes. */
    int LARGEST = 25 * 1024 * 1024;

    /**
     * Shows Microsoft a mail.
     *
     * @throws TenantException {@link Failure.Reason#THROTTLED} where it was shown a short time ago, {@link Failure.Reason#UNKNOWN_RESULT} where
     *     no answer came: it may be with Microsoft all the same
     */
    Submission submit(Mail mail, Category category);

    /** Shows Microsoft the address of a page; throws as {@link #submit(Mail, Category)} does. */
    Submission submitUrl(String url, Category category);

    /** How a submission stands; empty where Microsoft does not know it. */
    Reading<Optional<Submission>> find(Kind kind, String id);

    /** A mail, by what is at hand of it. */
    sealed interface Mail {
        /** To whom it came. */
        String recipient();

        /**
         * One that lies in a mailbox of the tenant.
         *
         * @param recipient whose address it came to
         * @param message its address in Graph: {@code …/users/{id}/messages/{id}}
         */
        record InMailbox(String recipient, URI message) implements Mail {
            public InMailbox {
                requireRecipient(recipient);
                requireNonNull(message, "message is null");
            }
        }

        /**
         * One that was sealed.
         *
         * @param recipient whose address it came to
         * @param mime its bytes, at most {@link #LARGEST}
         */
        record Content(String recipient, Bytes mime) implements Mail {
            public Content {
                requireRecipient(recipient);
                if (mime.size() == 0 || mime.size() > LARGEST) {
                    throw new IllegalArgumentException("A message of " + mime + " is not taken");
                }
            }
        }

        private static void requireRecipient(String recipient) {
            if (recipient.indexOf('@') < 1) {
                throw new IllegalArgumentException("Not an address of a mailbox: " + recipient);
            }
        }
    }

    /** What is shown. */
    enum Kind {
        MAIL,
        URL
    }

    /** What it is thought to be. */
    enum Category {
        PHISHING,
        MALWARE,
        SPAM,
        NOT_JUNK
    }

    /**
     * What Microsoft makes of it. Texts are untrusted.
     *
     * @param kind what was shown
     * @param id by which it is asked for; unknown where Microsoft gave none would be refused, so never blank
     * @param status how far it is
     * @param statusText the same in Microsoft's word
     * @param verdict what Microsoft found, in its words; empty text as long as it found nothing
     * @param createdAt when it was taken in; empty where the answer does not say
     * @param answer the answer that says so
     */
    record Submission(
            Kind kind,
            String id,
            Status status,
            String statusText,
            String verdict,
            Optional<Instant> createdAt,
            Answer answer) {
        public Submission {
            requireNonNull(kind, "kind is null");
            requireNonNull(status, "status is null");
            requireNonNull(statusText, "statusText is null");
            requireNonNull(verdict, "verdict is null");
            requireNonNull(createdAt, "createdAt is null");
            requireNonNull(answer, "answer is null");
            if (id.isBlank()) {
                throw new IllegalArgumentException("A submission without an id cannot be asked for");
            }
        }
    }

    /** How far a submission is. */
    enum Status {
        NOT_STARTED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        SKIPPED,
        /** A word that we do not know, or none; it stands beside. */
        OTHER
    }
}

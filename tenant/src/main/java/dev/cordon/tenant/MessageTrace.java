package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which mails went where. Kept for 90 days and given for ten days at a time, at most 5 000 rows each, newest first, and many in one second. A
 * mail to several has a row for each of them; a row's id is that of the trace with the recipient. Rows arrive minutes late. 100 requests in
 * five minutes. Permission: Exchange role View-Only Recipients or Message Tracking.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2">Get-MessageTraceV2</a>
 */
public interface MessageTrace extends LogSource<MessageTrace.Position> {
    /** How long a trace is kept. */
    Duration KEPT = Duration.ofDays(90);

    /** The most that one search may span. */
    Duration LONGEST = Duration.ofDays(10);

    /** Which mails. */
    sealed interface Mails {
        /** All of the tenant. */
        record All() implements Mails {}

        /** Those that an SMTP address sent. */
        record SentBy(String address) implements Mails {
            public SentBy {
                requireMailbox(address);
            }
        }

        /** Those that went to an SMTP address. */
        record ReceivedBy(String address) implements Mails {
            public ReceivedBy {
                requireMailbox(address);
            }
        }

        private static void requireMailbox(String address) {
            if (address.indexOf('@') < 1) {
                throw new IllegalArgumentException("Not an address of a mailbox: " + address);
            }
        }
    }

    /**
     * What is asked.
     *
     * @param mails which mails
     * @param from the first moment
     * @param until the last moment, after {@code from}
     */
    record Question(Mails mails, Instant from, Instant until) {
        public Question {
            requireNonNull(mails, "mails is null");
            requireNonNull(from, "from is null");
            requireNonNull(until, "until is null");
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
            }
        }
    }

    /**
     * The row behind which a search goes on.
     *
     * @param received when its mail was received, with every digit that was given
     * @param recipient its recipient
     */
    record Cursor(Instant received, String recipient) {
        public Cursor {
            requireNonNull(received, "received is null");
            requireNonNull(recipient, "recipient is null");
        }
    }

    /**
     * Where a trace goes on; windows are read from the newest back.
     *
     * @param question what is asked
     * @param until the end of the window that is read next; the question's beginning when all is read
     * @param cursor how far that window was read
     */
    record Position(Question question, Instant until, Optional<Cursor> cursor) {
        public Position {
            requireNonNull(question, "question is null");
            requireNonNull(cursor, "cursor is null");
            if (until.isBefore(question.from()) || until.isAfter(question.until())) {
                throw new IllegalArgumentException("The question does not reach to " + until);
            }
            if (cursor.isPresent() && cursor.get().received().isAfter(until)) {
                throw new IllegalArgumentException("The cursor lies behind the window: " + cursor.get());
            }
        }

        /** The beginning. */
        public static Position start(Question question) {
            return new Position(question, question.until(), Optional.empty());
        }
    }
}

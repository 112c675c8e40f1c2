package dev.cordon.evidence.attestation;

import static java.util.Objects.requireNonNull;

/** What came of asking for a time stamp: a {@link TimeStamp}, or none and why. A server that fails stops nothing. */
public sealed interface StampAnswer {
    /** Who was asked. */
    String server();

    /**
     * A stamp that is intact and answers exactly what was asked. Whether its maker is to be believed is another question.
     *
     * @param stamp the stamp
     */
    record Taken(String server, TimeStamp stamp) implements StampAnswer {
        public Taken {
            requireNonNull(server, "server is null");
            requireNonNull(stamp, "stamp is null");
        }
    }

    /**
     * There is none.
     *
     * @param why what was wrong, for people; may contain what the server wrote
     */
    record None(String server, String why) implements StampAnswer {
        public None {
            requireNonNull(server, "server is null");
            requireNonNull(why, "why is null");
        }
    }
}

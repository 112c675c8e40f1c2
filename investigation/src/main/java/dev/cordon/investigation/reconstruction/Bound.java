package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the attacker may have accessed beyond the messages that are named: where the log cannot tell, the most it can have been. */
public sealed interface Bound {
    /** Since when. */
    Instant from();

    /** Until when; empty where there is no end. */
    Optional<Instant> until();

    /**
     * His program fetched a folder: every message that lay in it is taken for accessed.
     *
     * @param folder which; empty text where the row does not say
     * @param times how many rows say so
     * @param last when the last time
     * @param shownBy the first of the rows
     */
    record WholeFolder(String folder, long times, Instant from, Instant last, RowRef shownBy) implements Bound {
        public WholeFolder {
            requireNonNull(folder, "folder is null");
            requireNonNull(from, "from is null");
            requireNonNull(last, "last is null");
            requireNonNull(shownBy, "shownBy is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(last);
        }
    }

    /**
     * There were so many accesses that single ones were not recorded any more: the whole mailbox is taken for accessed in that time.
     *
     * @param shownBy the first row that says so
     */
    record Throttled(Instant from, Instant end, RowRef shownBy) implements Bound {
        public Throttled {
            requireNonNull(from, "from is null");
            requireNonNull(end, "end is null");
            requireNonNull(shownBy, "shownBy is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(end);
        }
    }

    /**
     * Accesses of his that name no message.
     *
     * @param accesses how many messages at least
     */
    record Unnamed(long accesses, Instant from, Instant last) implements Bound {
        public Unnamed {
            requireNonNull(from, "from is null");
            requireNonNull(last, "last is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(last);
        }
    }

    /**
     * Accesses of which nobody knows whose they are.
     *
     * @param rows how many rows
     * @param addresses where they came from, sorted
     */
    record NotAttributed(long rows, List<String> addresses, Instant from, Instant last) implements Bound {
        public NotAttributed {
            addresses = List.copyOf(addresses);
            requireNonNull(from, "from is null");
            requireNonNull(last, "last is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(last);
        }
    }

    /**
     * He had what arrived sent on to him: all of it is taken for accessed from then on, as long as that stood. Which it was, the message trace
     * tells.
     *
     * @param destination where to, as the row has it, untrusted; empty text where it does not say what the rule does, which may be this
     * @param shownBy the row that set it up
     */
    record SentOn(String destination, Instant from, RowRef shownBy) implements Bound {
        public SentOn {
            requireNonNull(destination, "destination is null");
            requireNonNull(from, "from is null");
            requireNonNull(shownBy, "shownBy is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.empty();
        }
    }

    /** Not one access of this mailbox stands in the rows, by anybody: it is not shown that accesses were recorded at all. */
    record NotRecorded(Instant from) implements Bound {
        public NotRecorded {
            requireNonNull(from, "from is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.empty();
        }
    }

    /** What happened later is not in what was looked at. */
    record AfterTheRows(Instant from) implements Bound {
        public AfterTheRows {
            requireNonNull(from, "from is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.empty();
        }
    }
}

package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may have become of files beyond what is named: where the log cannot tell, the most it can have been. */
public sealed interface FileBound {
    /** Since when. */
    Instant from();

    /** Until when; empty where there is no end. */
    Optional<Instant> until();

    /**
     * It was no single file: all that lay in it is taken for accessed, or for shared.
     *
     * @param folder its address, untrusted
     * @param shared whether it was shared
     * @param shownBy the first row that says so
     */
    record WholeFolder(String folder, boolean shared, Instant from, Instant last, RowRef shownBy) implements FileBound {
        public WholeFolder {
            requireNonNull(folder, "folder is null");
            requireNonNull(from, "from is null");
            requireNonNull(last, "last is null");
            requireNonNull(shownBy, "shownBy is null");
        }

        @Override
        public Optional<Instant> until() {
            return shared ? Optional.empty() : Optional.of(last);
        }
    }

    /**
     * He made a link that opens it for whoever has the link: what is done by that stands under nobody's name.
     *
     * @param file its address, untrusted
     * @param shownBy the first row that says so
     */
    record OpenLink(String file, Instant from, RowRef shownBy) implements FileBound {
        public OpenLink {
            requireNonNull(file, "file is null");
            requireNonNull(from, "from is null");
            requireNonNull(shownBy, "shownBy is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.empty();
        }
    }

    /**
     * Rows of files of which nobody knows whose they are.
     *
     * @param rows how many
     * @param addresses where they came from, sorted
     */
    record NotAttributed(long rows, List<String> addresses, Instant from, Instant last) implements FileBound {
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

    /** Not one row is about a file, by anybody: it is not shown that they were recorded, or could be read. */
    record NotRecorded(Instant from) implements FileBound {
        public NotRecorded {
            requireNonNull(from, "from is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.empty();
        }
    }

    /** What happened later is not in what was looked at. */
    record AfterTheRows(Instant from) implements FileBound {
        public AfterTheRows {
            requireNonNull(from, "from is null");
        }

        @Override
        public Optional<Instant> until() {
            return Optional.empty();
        }
    }
}

package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

/** A file cannot be imported: it is malformed, cut off, or of a kind nobody can look into. Nothing of it was kept. Quotes no content. */
public final class MalformedLogFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;
    private final String remedy;

    MalformedLogFileException(String place, String reason, String remedy) {
        super(place + ": " + reason + " " + remedy);
        this.place = requireNonNull(place, "place is null");
        this.reason = requireNonNull(reason, "reason is null");
        this.remedy = requireNonNull(remedy, "remedy is null");
    }

    /** Where: a row, a line with its column, or a byte. */
    public String place() {
        return place;
    }

    /** What is wrong there, a sentence. */
    public String reason() {
        return reason;
    }

    /** What to do now, a sentence. */
    public String remedy() {
        return remedy;
    }
}

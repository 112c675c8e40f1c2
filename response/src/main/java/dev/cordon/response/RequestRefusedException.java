package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What was asked for cannot be done as it was asked; nothing was changed. */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String remedy;
    private final transient List<String> candidates;

    public RequestRefusedException(Reason reason, String message, String remedy) {
        this(reason, message, remedy, List.of());
    }

    public RequestRefusedException(Reason reason, String message, String remedy, List<String> candidates) {
        super(message);
        this.reason = requireNonNull(reason, "reason is null");
        this.remedy = requireNonNull(remedy, "remedy is null");
        this.candidates = List.copyOf(candidates);
    }

    /** What is wrong with it. */
    public enum Reason {
        NO_TENANT,
        UNKNOWN_TENANT,
        UNREADABLE_CONNECTION,
        AMBIGUOUS_TENANT,
        UNKNOWN_USER,
        AMBIGUOUS_USER,
        UNKNOWN_INCIDENT,
        UNKNOWN_ITEM,
        UNKNOWN_TRACE,
        UNMATCHED_DECISION,
        NOT_YET,
        NOT_CONFIRMED,
        NOT_POSSIBLE_NOW
    }

    public Reason reason() {
        return reason;
    }

    /** What to do now, a sentence. */
    public String remedy() {
        return remedy;
    }

    /** What it could have meant. May contain untrusted text. */
    public List<String> candidates() {
        return candidates;
    }
}

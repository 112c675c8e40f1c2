package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One of the settings on which it depends whether the unified audit log can show what happened in a mailbox at all. A log that was switched
 * off shows nothing, and so does one in which nothing happened.
 *
 * @param place what it switches
 * @param state how it stands
 * @param why why it could not be read, a sentence; empty text where it was read
 */
public record AuditSwitch(Place place, State state, String why) {
    /** What a setting switches. */
    public enum Place {
        /** The log of the whole tenant: {@code UnifiedAuditLogIngestionEnabled}. */
        ORGANISATION,
        /** The account's own doing: {@code AuditBypassEnabled}. */
        ACCOUNT,
        /** What is done in the mailbox: {@code AuditEnabled}. */
        MAILBOX;

        private String question() {
            return switch (this) {
                case ORGANISATION -> "Whether the unified audit log is switched on";
                case ACCOUNT -> "Whether the account is exempt from mailbox auditing";
                case MAILBOX -> "Whether the mailbox is audited";
            };
        }
    }

    /** How a setting stands. */
    public enum State {
        /** What happens is written down. */
        WRITES,
        /** It is not. */
        SILENT,
        /** Nobody could say, which is no reason to believe the log. */
        UNREAD
    }

    public AuditSwitch {
        requireNonNull(place, "place is null");
        requireNonNull(state, "state is null");
        requireNonNull(why, "why is null");
    }

    /** A setting that was read: empty where the answer did not say how it stands. */
    public static AuditSwitch read(Place place, Optional<Boolean> writes) {
        return writes.map(on -> new AuditSwitch(place, on ? State.WRITES : State.SILENT, ""))
                .orElseGet(() -> unread(place, "The answer does not say it."));
    }

    /** A setting that could not be read. */
    public static AuditSwitch unread(Place place, String why) {
        return new AuditSwitch(place, State.UNREAD, why);
    }

    /** Why silence of the log proves nothing, a sentence; empty where it does. */
    public Optional<String> doubt() {
        return switch (state) {
            case WRITES -> Optional.empty();
            case SILENT -> Optional.of(silence());
            case UNREAD ->
                Optional.of(place.question() + " could not be read, and unknown is no reason to believe its silence: "
                        + why);
        };
    }

    private String silence() {
        return switch (place) {
            case ORGANISATION ->
                "The unified audit log is switched off for the whole organisation: it shows nothing of what happens meanwhile.";
            case ACCOUNT ->
                "The account is exempt from mailbox auditing: what it does in mailboxes does not stand in the log.";
            case MAILBOX -> "Auditing of the mailbox is switched off: what is done in it does not stand in the log.";
        };
    }
}

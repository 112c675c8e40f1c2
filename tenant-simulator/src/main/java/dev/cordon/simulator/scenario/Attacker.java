package dev.cordon.simulator.scenario;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the attacker comes from, what he knows and holds at the start, and what he will do. */
public record Attacker(
        List<Origin> from, List<Knowledge> knows, List<HeldSession> sessions, List<String> methods, List<Move> plan) {

    /** The word that stands for whichever of his sessions still works. */
    public static final String ANY_LIVE = "any-live";

    /** The word that stands for the password in {@link Move#with()}. */
    public static final String PASSWORD = "password";

    /** Copies the lists. */
    public Attacker {
        from = List.copyOf(from);
        knows = List.copyOf(knows);
        sessions = List.copyOf(sessions);
        methods = List.copyOf(methods);
        plan = List.copyOf(plan);
    }

    /** The account he acts in first; empty if he has none. */
    public Optional<String> account() {
        return Stream.concat(
                        sessions.stream().map(HeldSession::user), knows.stream().map(Knowledge::user))
                .findFirst();
    }

    /** One address he uses. */
    public record Origin(
            String ip,
            @Nullable String country,
            @Nullable String city,
            @Nullable String userAgent) {}

    /** A password he knows: the one valid at the start, or {@code text} if the scenario names another. */
    public record Knowledge(
            String user, boolean password, @Nullable String text) {
        @Override
        public String toString() {
            return "Knowledge[" + user + "]";
        }
    }

    /** A stolen session: its refresh token, and an access token for each resource. */
    public record HeldSession(
            String id,
            String user,
            List<String> resources,
            boolean continuousAccess,
            boolean mfa,
            boolean refreshToken,
            Instant issued,
            Instant accessTokenIssued,
            Duration accessTokenLife) {
        /** Refuses tokens that are older than their session. */
        public HeldSession {
            resources = List.copyOf(resources);
            if (!accessTokenLife.isPositive()) {
                throw new IllegalArgumentException("accessTokenLife must be above zero");
            }
            if (accessTokenIssued.isBefore(issued)) {
                throw new IllegalArgumentException("accessTokenIssued lies before issued");
            }
        }
    }

    /**
     * One move: at a time, or after an event of the tenant.
     *
     * @param after how long after the event (or after {@code at}); zero if absent
     * @param every with {@code times}: repeats at this interval, until it has succeeded where the verb can succeed only once
     * @param match ids of the objects whose removal the event must be about; empty means any object of the attacker
     * @param like id of a planted object to re-create or delete
     */
    public record Move(
            @Nullable Instant at,
            @Nullable Event when,
            Duration after,
            @Nullable Duration every,
            int times,
            Verb verb,
            @Nullable String user,
            List<String> match,
            @Nullable String like,
            @Nullable ObjectKind kind,
            @Nullable JsonObject object,
            boolean hidden,
            @Nullable String session,
            List<String> with,
            @Nullable String as,
            @Nullable String folder,
            @Nullable String query,
            @Nullable String subject,
            @Nullable String body,
            List<String> to,
            int count,
            @Nullable String from,
            Sending sending) {
        /** Refuses moves that have no trigger, or two. */
        public Move {
            match = List.copyOf(match);
            with = List.copyOf(with);
            to = List.copyOf(to);
            if ((at == null) == (when == null)) {
                throw new IllegalArgumentException("a move needs either at or when");
            }
            if (times < 1) {
                throw new IllegalArgumentException("times must be at least 1");
            }
        }
    }

    /**
     * How he sends mail.
     *
     * @param replyTo where answers go instead; empty for the account itself
     * @param isSaved whether a copy stays among what was sent
     */
    public record Sending(List<String> replyTo, List<Conversation.Attachment> attachments, boolean isSaved) {
        /** Copies the lists. */
        public Sending {
            replyTo = List.copyOf(replyTo);
            attachments = List.copyOf(attachments);
        }
    }

    /** What he does. */
    public enum Verb {
        REFRESH,
        SIGN_IN,
        CREATE,
        DELETE,
        READ_MAIL,
        SEND_MAIL,
        /** Takes messages out of the mailbox for good. */
        DELETE_MAIL,
        SEARCH,
        CONSENT,
        REGISTER_DEVICE
    }

    /** What he reacts to. */
    public enum Event {
        SESSION_REVOKED,
        PASSWORD_RESET,
        ACCOUNT_DISABLED,
        METHOD_DELETED,
        RULE_DELETED,
        FORWARDING_CLEARED,
        DELEGATE_REMOVED,
        CONSENT_DELETED,
        DEVICE_DISABLED,
        /** Somebody of the tenant wrote to an account of his. */
        MAIL_RECEIVED
    }
}

package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/**
 * Why something could not be read or done, in words an operator can act on.
 *
 * @param reason the class of failure
 * @param attempted what was tried, for example {@code Reset the password of anna.berg@contoso.example}
 * @param status the HTTP status; 0 when no answer came
 * @param code Microsoft's error code; empty text when there was none
 * @param message Microsoft's message as received: untrusted text
 * @param requestId Microsoft's request id; empty text when there was none
 * @param meaning what it means, a sentence
 * @param remedy what to do now, a sentence, with the exact permission or role that is missing
 */
public record Failure(
        Reason reason,
        String attempted,
        int status,
        String code,
        String message,
        String requestId,
        String meaning,
        String remedy) {
    public Failure {
        requireNonNull(reason, "reason is null");
        requireNonNull(attempted, "attempted is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(meaning, "meaning is null");
        requireNonNull(remedy, "remedy is null");
    }

    /** The classes of failure; each is handled differently. */
    public enum Reason {
        /** The token lacks a permission that an administrator could consent to. */
        MISSING_PERMISSION,
        /** The caller lacks a directory or Exchange role. */
        MISSING_ROLE,
        /** The target outranks the caller. */
        PROTECTED_TARGET,
        /** The tenant's licences do not include it. */
        NOT_LICENSED,
        /** No valid sign-in: expired, revoked, wrong certificate, unknown tenant. */
        NOT_SIGNED_IN,
        /** The operator's own session was ended by the containment or by the attacker. */
        OWN_SESSION_ENDED,
        /** The object does not exist (any more). */
        NOT_FOUND,
        /** The default authentication method cannot be deleted while others exist. */
        DEFAULT_METHOD,
        /** The object is mastered on premises, or the password lives elsewhere. */
        MASTERED_ELSEWHERE,
        /** The service refused the request for another stated reason. */
        REFUSED,
        /** The service or cloud does not offer the operation. */
        NOT_AVAILABLE,
        /** Still throttled after the client's patience. */
        THROTTLED,
        /** The service failed and nothing was changed, as far as its answer says. */
        SERVICE_FAULT,
        /** No connection was made; nothing can have changed. */
        UNREACHABLE,
        /** An answer came that cannot be understood; a read proves nothing, a write is {@link #UNKNOWN_RESULT}. */
        UNREADABLE_ANSWER,
        /** A change was sent and no understandable answer came: it may or may not have happened. */
        UNKNOWN_RESULT,
        /** The operator interrupted. */
        INTERRUPTED;

        /** The class of failure in words that go on a sentence: {@code could not be read (a permission is missing)}. */
        public String inWords() {
            return switch (this) {
                case MISSING_PERMISSION -> "a permission is missing";
                case MISSING_ROLE -> "a role is missing";
                case PROTECTED_TARGET -> "the target outranks us";
                case NOT_LICENSED -> "it is not licensed";
                case NOT_SIGNED_IN -> "there is no valid sign-in";
                case OWN_SESSION_ENDED -> "our own session was ended";
                case NOT_FOUND -> "it is not there";
                case DEFAULT_METHOD -> "it is the default method";
                case MASTERED_ELSEWHERE -> "it is governed elsewhere";
                case REFUSED -> "the service refused";
                case NOT_AVAILABLE -> "the service does not offer it";
                case THROTTLED -> "too much was asked of the service";
                case SERVICE_FAULT -> "the service failed";
                case UNREACHABLE -> "no connection was made";
                case UNREADABLE_ANSWER -> "the answer makes no sense";
                case UNKNOWN_RESULT -> "no understandable answer came";
                case INTERRUPTED -> "it was interrupted";
            };
        }
    }

    /** Whether the change may have happened all the same. */
    public boolean isResultUnknown() {
        return reason == Reason.UNKNOWN_RESULT;
    }

    /** One paragraph: what was tried, what Microsoft answered, what it means, what to do. Contains untrusted text. */
    public String paragraph() {
        return attempted + ": " + answered() + meaning + " " + remedy;
    }

    private String answered() {
        if (status == 0) {
            return switch (reason) {
                case UNREACHABLE -> message.isEmpty() ? "" : "No answer came (" + message + "). ";
                case UNKNOWN_RESULT, SERVICE_FAULT, UNREADABLE_ANSWER, THROTTLED ->
                    "No answer came" + (message.isEmpty() ? ". " : " (" + message + "). ");
                case MISSING_PERMISSION,
                        MISSING_ROLE,
                        PROTECTED_TARGET,
                        NOT_LICENSED,
                        NOT_SIGNED_IN,
                        OWN_SESSION_ENDED,
                        NOT_FOUND,
                        DEFAULT_METHOD,
                        MASTERED_ELSEWHERE,
                        REFUSED,
                        NOT_AVAILABLE,
                        INTERRUPTED -> "";
            };
        }
        // A gateway or a proxy may have answered: Microsoft names itself by a code or a request id.
        String who = code.isEmpty() && requestId.isEmpty() ? "The answer was " : "Microsoft answered ";
        return who
                + status
                + (code.isEmpty() ? "" : " " + code)
                + (message.isEmpty() ? "" : ": " + message)
                + (requestId.isEmpty() ? ". " : " (request id " + requestId + "). ");
    }
}

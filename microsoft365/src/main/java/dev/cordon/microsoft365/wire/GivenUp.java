package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Failure.Reason;

/** What it means when no answer settled a call, and what to do. */
final class GivenUp {
    private GivenUp() {}

    static String meaning(Reason reason, Call call) {
        return switch (reason) {
            case UNREACHABLE -> "No connection to " + call.uri().getHost() + " was made; nothing was changed.";
            case THROTTLED -> "The service still refuses because too much was asked of it; nothing was changed.";
            case SERVICE_FAULT ->
                call.isRead()
                        ? "The service did not answer properly; nothing is known."
                        : "The service does not serve now, and by its answers nothing was changed.";
            case UNREADABLE_ANSWER -> "An answer came that cannot be understood; it proves nothing.";
            case UNKNOWN_RESULT ->
                "The request was sent and no understandable answer came: it may or may not have happened.";
            case INTERRUPTED -> "It was interrupted before it was done.";
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
                    NOT_AVAILABLE -> "The service refused it.";
        };
    }

    static String remedy(Reason reason, Call call) {
        return switch (reason) {
            case UNREACHABLE ->
                "Check the network, the address and the CA file of the connection document, then run it again.";
            case THROTTLED -> "Wait a few minutes and run it again, or ask who else is using the tenant's quota now.";
            case SERVICE_FAULT, UNREADABLE_ANSWER ->
                "Run it again; if it stays so, look at the service health page and quote the request id to Microsoft.";
            case UNKNOWN_RESULT -> "Read the current state before you repeat it.";
            case INTERRUPTED -> "Run it again when you are ready.";
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
                    NOT_AVAILABLE -> "Read the service's message.";
        };
    }
}

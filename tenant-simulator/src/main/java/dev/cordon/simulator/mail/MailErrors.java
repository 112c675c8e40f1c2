package dev.cordon.simulator.mail;

import dev.cordon.simulator.graph.GraphRefusal;

/**
 * How the mail service refuses.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Graph error responses</a>
 */
final class MailErrors {

    private MailErrors() {}

    static GraphRefusal denied() {
        return new GraphRefusal(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
    }

    static GraphRefusal notFound() {
        return new GraphRefusal(404, "ErrorItemNotFound", "The specified object was not found in the store.");
    }

    static GraphRefusal noMailbox() {
        return new GraphRefusal(
                404,
                "MailboxNotEnabledForRESTAPI",
                "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
    }

    static GraphRefusal noRecipients() {
        return new GraphRefusal(400, "ErrorInvalidRecipients", "At least one recipient is not valid.");
    }

    /** Its words as published, with the full stop and the comma. */
    static GraphRefusal sendAsDenied() {
        return new GraphRefusal(
                403,
                "ErrorSendAsDenied",
                "The user account which was used to submit this request does not have the right to send mail on behalf of"
                        + " the specified sending account., Cannot submit message.");
    }

    static GraphRefusal invalid(String message) {
        return new GraphRefusal(400, "ErrorInvalidRequest", message);
    }
}

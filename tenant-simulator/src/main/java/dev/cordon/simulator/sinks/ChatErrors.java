package dev.cordon.simulator.sinks;

import dev.cordon.simulator.graph.GraphRefusal;

/**
 * How Teams refuses. Its words for an application that wants to post are published by many; the others are from memory.
 *
 * @see <a href="https://github.com/microsoftgraph/microsoft-graph-docs/issues/17168">an application that posts to a chat</a>
 * @see <a href="https://learn.microsoft.com/graph/api/chat-post">Create chat</a>
 */
final class ChatErrors {

    private ChatErrors() {}

    static GraphRefusal applicationOnly() {
        return new GraphRefusal(
                412, "PreconditionFailed", "Requested API is not supported in application-only context");
    }

    static GraphRefusal missing(String permissions) {
        return new GraphRefusal(
                403,
                "Forbidden",
                "Missing scope permissions on the request. API requires one of '" + permissions + "'.");
    }

    static GraphRefusal noMember() {
        return new GraphRefusal(403, "Forbidden", "The caller is not a member of the chat.");
    }

    static GraphRefusal notFound() {
        return new GraphRefusal(404, "NotFound", "The chat, or one who should be in it, does not exist.");
    }

    static GraphRefusal invalid(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }
}

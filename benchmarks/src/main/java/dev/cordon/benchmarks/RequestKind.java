package dev.cordon.benchmarks;

import java.util.List;

/**
 * What a request of a response is for, and which answers it cannot be sent without. This is the declared data dependence: an answer is needed
 * because its content goes into the request, or because the law of the order (pre-flight, revoke, reset, proof, revoke again) says so.
 */
enum RequestKind {
    GRAPH_TOKEN(List.of()),
    EXCHANGE_TOKEN(List.of()),
    CLOCK(List.of()),

    FIND_USER(List.of(GRAPH_TOKEN)),
    ORGANIZATION(List.of(GRAPH_TOKEN)),
    DOMAINS(List.of(GRAPH_TOKEN)),
    LICENCES(List.of(GRAPH_TOKEN)),
    RISK(List.of(FIND_USER)),
    MEMBERSHIPS(List.of(FIND_USER)),
    ROLES(List.of(FIND_USER)),
    ELIGIBLE_ROLES(List.of(FIND_USER)),
    ROLES_OF_GROUPS(List.of(MEMBERSHIPS)),
    MAILBOX(List.of(FIND_USER, EXCHANGE_TOKEN)),

    REVOKE(List.of(
            ORGANIZATION, DOMAINS, LICENCES, RISK, MEMBERSHIPS, ROLES, ELIGIBLE_ROLES, ROLES_OF_GROUPS, MAILBOX)),
    REVOKE_PROOF(List.of(REVOKE)),
    RESET(List.of(REVOKE)),
    RESET_PROGRESS(List.of(RESET)),
    RESET_PROOF(List.of(RESET, RESET_PROGRESS)),
    REVOKE_AGAIN(List.of(REVOKE_PROOF, RESET_PROOF)),
    REVOKE_AGAIN_PROOF(List.of(REVOKE_AGAIN)),

    LOGS(List.of(FIND_USER)),
    METHODS(List.of(FIND_USER)),
    MESSAGE_RULES(List.of(FIND_USER)),
    DEVICES(List.of(FIND_USER)),
    CONSENTS(List.of(FIND_USER)),
    TENANT_CONSENTS(List.of(GRAPH_TOKEN)),
    APPLICATIONS(List.of(CONSENTS, TENANT_CONSENTS)),
    MAILBOX_SETTINGS(List.of(FIND_USER, EXCHANGE_TOKEN)),
    FOLDERS(List.of(FIND_USER, EXCHANGE_TOKEN)),
    FOLDER_PERMISSIONS(List.of(FOLDERS)),
    CALENDAR_SETTINGS(List.of(FOLDERS)),
    MAILBOX_AUDIT(List.of(FIND_USER, EXCHANGE_TOKEN)),
    MAIL_FLOW(List.of(EXCHANGE_TOKEN));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the checker does not see
    private final List<RequestKind> needs;

    RequestKind(List<RequestKind> needs) {
        this.needs = needs;
    }

    /** The kinds whose answers must be there before it can be sent. */
    List<RequestKind> needs() {
        return needs;
    }

    /** Tokens, the clock and waiting for an operation take time, but are no round trips of the work itself. */
    boolean isRoundTrip() {
        return switch (this) {
            case GRAPH_TOKEN, EXCHANGE_TOKEN, CLOCK, RESET_PROGRESS -> false;
            default -> true;
        };
    }

    /** Whether it is on the way to {@code contained}; whatever else is read belongs to the snapshot. */
    boolean isContainment() {
        return switch (this) {
            case REVOKE, REVOKE_PROOF, RESET, RESET_PROGRESS, RESET_PROOF, REVOKE_AGAIN, REVOKE_AGAIN_PROOF -> true;
            default -> false;
        };
    }
}
